// @ts-check
// Chapter 1's formulas: the network and the rule, and the same network written out in its present numbers.

import { element, words } from "../../controls/dom.js";
import { onLanguage, say, sayAttribute } from "../../i18n/index.js";
import { fixed, number } from "../../i18n/numbers.js";
import { createFormulaCard } from "../../lecture/formula-card.js";
import { derivative, fraction, letter, math, node, row, sigmoid, sub, sup } from "../../lecture/math.js";
import { decimalsFor } from "./schema.js";

/** Hidden units that are written out, all of them if there are no more; else only the first two. */
const WRITTEN = 4;
const WRITTEN_OF_MORE = 2;

/** Milliseconds between two writings while it learns: figures that change faster are not read. */
const PAUSE = 200;

export function createCurveFormulas() {
  const a = (/** @type {string} */ name) => letter(name, "a");
  const indexed = (
    /** @type {string} */ name,
    /** @type {import("../../lecture/math.js").Quantity} */ quantity,
  ) => sub(letter(name, quantity), letter("i"));
  return createFormulaCard({
    label: "curve.formulas",
    formulas: [
      math([indexed("p", "activation"), "=", indexed("V", "a"), letter("x"), "+", indexed("v", "a")]),
      math([indexed("y", "activation"), "=", sigmoid(indexed("p", "activation"))]),
      math([letter("q", "activation"), "=", "∑", indexed("U", "a"), indexed("y", "activation"), "+", a("u")]),
      math([letter("z", "activation"), "=", sigmoid(letter("q", "activation"))]),
      math([
        letter("ε", "error"),
        "=",
        "½",
        "∑",
        "(",
        letter("z", "activation"),
        "−",
        letter("l", "label"),
        sup(")", 2),
      ]),
      math([a("a"), "←", a("a"), "−", letter("α"), "·", fraction(1, letter("N")), derivative(a("a"))]),
    ],
    note: "curve.mean",
  });
}

/** A number in a formula: no groups, so that no comma is taken for a decimal one. @param {number} value @param {number} decimals */
function figures(value, decimals) {
  return fixed(value, decimals, { grouped: false });
}

/** A number with its sign before it: "+", "1,25". @param {number} value @param {number} decimals @returns {[string, string]} */
function signed(value, decimals) {
  return [value < 0 ? "−" : "+", figures(Math.abs(value), decimals)];
}

/** A parameter in its colour. @param {number} value @param {boolean} first whether nothing stands before it */
function parameter(value, first) {
  if (first) return [node("mn", "a", figures(value, 2))];
  const [sign, digits] = signed(value, 2);
  return [sign, node("mn", "a", digits)];
}

/** The card with the present numbers. */
export function createLaw() {
  const lines = element("div", "law-lines");
  lines.setAttribute("role", "group");
  sayAttribute(lines, "aria-label", "curve.law.label");
  const text = element("p", "caption");
  /** @type {{ parameters: Float64Array, frame: readonly [number, number, number, number], x: string, l: string } | null} */
  let latest = null;
  let written = 0;
  let timer = 0;

  function write() {
    clearTimeout(timer);
    timer = 0;
    written = performance.now();
    if (!latest) return;
    const { parameters, frame, x, l } = latest;
    const units = (parameters.length - 1) / 3;
    lines.replaceChildren(scaleLine(frame, x), ...networkLines(parameters, units), answerLine(frame, l));
    say(text, "curve.law.text", { count: () => number(parameters.length) });
  }
  const stopLanguage = onLanguage(write);

  return {
    element: element("section", "law", words("h3", "plot-title", "curve.law.title"), lines, text),
    /**
     * @param {NonNullable<typeof latest>} next
     * @param {boolean} playing whether more will follow soon
     */
    set(next, playing) {
      latest = next;
      const wait = playing ? PAUSE - (performance.now() - written) : 0;
      if (wait <= 0) write();
      else if (timer === 0) timer = Number(setTimeout(write, wait));
    },
    destroy() {
      clearTimeout(timer);
      stopLanguage();
    },
  };
}

/**
 * x = (T − 50) / 50
 * @param {readonly [number, number, number, number]} frame
 * @param {string} name
 */
function scaleLine([from, to], name) {
  const half = (to - from) / 2;
  const middle = (from + to) / 2;
  const decimals = decimalsFor((to - from) * 20);
  const top = middle === 0 ? [letter(name)] : [letter(name), ...signed(-middle, decimals)];
  return math([letter("x"), "=", fraction(row(...top), figures(half, decimals))]);
}

/**
 * q = U₁σ(V₁x + v₁), a line a unit, … + u
 * @param {Float64Array} parameters
 * @param {number} units
 */
function networkLines(parameters, units) {
  const written = units > WRITTEN ? WRITTEN_OF_MORE : units;
  const u = parameters[parameters.length - 1] ?? 0;
  return Array.from({ length: written }, (_, i) => {
    const [V = 0, v = 0, U = 0] = parameters.subarray(3 * i, 3 * i + 3);
    const term = [
      ...parameter(U, i === 0),
      sigmoid(...parameter(V, true), letter("x"), ...parameter(v, false)),
    ];
    const rest = i < written - 1 ? [] : [...(units > written ? ["+", "…"] : []), ...parameter(u, false)];
    const line = math([...(i === 0 ? [letter("q", "activation"), "="] : []), ...term, ...rest]);
    line.classList.toggle("law-more", i > 0);
    return line;
  });
}

/**
 * ρ = 958,36 + 52,02 (z − 0,1), z = σ(q)
 * @param {readonly [number, number, number, number]} frame
 * @param {string} name
 */
function answerLine([, , from, to], name) {
  const decimals = decimalsFor(to - from);
  return math([
    letter(name, "label"),
    "=",
    node("mn", "", figures(from, decimals)),
    ...signed((to - from) / 0.8, decimals),
    "·",
    "(",
    sigmoid(letter("q", "activation")),
    "−",
    figures(0.1, 1),
    ")",
  ]);
}
