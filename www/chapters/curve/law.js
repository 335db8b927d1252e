// @ts-check
// Chapter 1's network written out in its present numbers.

import { element, words } from "../../controls/dom.js";
import { reachable } from "../../controls/scroller.js";
import { onLanguage, say, sayAttribute } from "../../i18n/index.js";
import { fixed, number } from "../../i18n/numbers.js";
import { fraction, letter, math, node, row, sigmoid } from "../../lecture/math.js";
import { createSigmoidCard } from "../../lecture/sigmoid-card.js";
import { decimalsFor } from "./schema.js";

/** Hidden units that are written out, all of them if there are no more; else only the first two. */
const WRITTEN = 4;
const WRITTEN_OF_MORE = 2;

/** Milliseconds between two writings while it learns: figures that change faster are not read. */
const PAUSE = 200;

/**
 * @typedef {Object} Law
 * @property {Float64Array} parameters V, v, U of each unit, then u
 * @property {ArrayLike<number>} scaling the core's: middle and half of x, least of l, unit of l, margin
 * @property {string} xLetter
 * @property {string} lLetter
 */

/** The card with the present numbers. */
export function createLaw() {
  const lines = reachable(element("div", "law-lines"));
  lines.setAttribute("role", "group");
  sayAttribute(lines, "aria-label", "curve.law.label");
  const text = element("p", "caption");
  /** @type {Law | null} */
  let latest = null;
  let written = 0;
  let timer = 0;

  function write() {
    clearTimeout(timer);
    timer = 0;
    written = performance.now();
    if (!latest) return;
    const { parameters, scaling, xLetter, lLetter } = latest;
    lines.replaceChildren(
      scaleLine(scaling, xLetter),
      ...networkLines(parameters),
      answerLine(scaling, lLetter),
    );
    say(text, "curve.law.text", { count: () => number(parameters.length) });
  }
  const stopLanguage = onLanguage(write);

  return {
    element: element(
      "section",
      "law",
      words("h3", "plot-title", "curve.law.title"),
      lines,
      createSigmoidCard(),
      text,
    ),
    /**
     * @param {Law} next
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

/**
 * x = (T − 50) / 50
 * @param {ArrayLike<number>} scaling
 * @param {string} name
 */
function scaleLine({ 0: middle, 1: half }, name) {
  const decimals = decimalsFor(half * 40);
  const top = middle === 0 ? [letter(name)] : [letter(name), ...signed(-middle, decimals)];
  return math([letter("x"), "=", fraction(row(...top), figures(half, decimals))]);
}

/**
 * q = U₁σ(V₁x + v₁), a line a unit, … + u
 * @param {Float64Array} parameters
 */
function networkLines(parameters) {
  const units = (parameters.length - 1) / 3;
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
 * ρ = 958,36 + 52,02 (σ(q) − 0,1)
 * @param {ArrayLike<number>} scaling
 * @param {string} name
 */
function answerLine({ 2: least, 3: unit, 4: margin }, name) {
  // As many decimals as tell a thousandth of the measurements' range, a part of the unit.
  const decimals = decimalsFor(unit * (1 - 2 * margin));
  return math([
    letter(name, "label"),
    "=",
    node("mn", "", figures(least, decimals)),
    ...signed(unit, decimals),
    "·",
    "(",
    sigmoid(letter("q", "activation")),
    "−",
    figures(margin, 1),
    ")",
  ]);
}
