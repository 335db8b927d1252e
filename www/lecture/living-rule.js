// @ts-check
// The rule with the numbers of the step that comes next: 2.9456 = 4.4000 − 1 · 1.4544, each number over the letter that it
// stands for. The same line stands under the picture of every chapter, whatever number of theirs it is about.

import { element } from "../controls/dom.js";
import { sayAttribute } from "../i18n/index.js";
import { bracketed, figures, NONE, plain } from "../i18n/numbers.js";
import { centreOf, createTerm, letter, sign } from "./living-term.js";

/**
 * @typedef {Object} RuleLine one number a and its step, all of it the core's
 * @property {string} name the lecture's letter
 * @property {string} [index] which of them, where there are more
 * @property {number} next aᵗ⁺¹
 * @property {number} now aᵗ
 * @property {number} rate α
 * @property {number} derivative ∂ε/∂a
 * @property {boolean} [total] the derivative of a function of this number alone: dε/da
 *
 * @typedef {import("./living-term.js").Place} Place
 */

/** Decimals of a number that is seen to change, and the most that a small step is given. */
const DECIMALS = 4;
const MOST_DECIMALS = 12;

/** @typedef {"next" | "now" | "derivative"} Term */

/**
 * @param {{ choice?: Element, pictures?: Readonly<Record<Term, Element>>, under?: Element }} [options] `choice`: where the reader chooses which
 *   number; `pictures`: of all to which it belongs, over each term of the one line there is then;
 *   `under`: what stands under the lines
 */
export function createLivingRule({ choice, pictures, under } = {}) {
  const lines = element("div", "living-lines");
  const root = element("div", "living-rule", choice, element("div", "living-place", lines, under));
  root.setAttribute("role", "group");
  sayAttribute(root, "aria-label", "rule.living");
  /** @type {ReturnType<typeof createLine>[]} */
  let made = [];

  return {
    element: root,
    /** @param {readonly RuleLine[]} next none: nothing is known yet */
    set(next) {
      const count = Math.max(1, next.length);
      if (made.length !== count) {
        made = Array.from({ length: count }, () => createLine(pictures));
        lines.replaceChildren(...made.map((line) => line.element));
      }
      made.forEach((line, i) => {
        line.set(next[i] ?? null);
      });
    },
    /**
     * A step has been made and is seen: what was next stands where it is now, and each derivative comes from where the
     * picture shows it.
     * @param {Place | null} from null: the picture does not show it
     */
    move(from) {
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
      for (const line of made) line.move(from);
    },
  };
}

/** @param {Readonly<Record<Term, Element>>} [pictures] */
function createLine(pictures) {
  const next = createTerm("next", "a", pictures?.next);
  const now = createTerm("now", "a", pictures?.now);
  const rate = createTerm("rate", "");
  const derivative = createTerm("derivative", "derivative", pictures?.derivative);
  const root = element(
    "p",
    "living-line",
    next.element,
    sign("="),
    now.element,
    sign("−"),
    rate.element,
    sign("·"),
    derivative.element,
  );
  let written = "";

  return {
    element: root,
    /** @param {RuleLine | null} line */
    set(line) {
      const name = line ? `${line.name}${line.index ?? ""}${line.total ?? ""}` : "";
      if (written !== name || !line) {
        written = name;
        next.symbol(atStep(line, "t+1"));
        now.symbol(atStep(line, "t"));
        rate.symbol(["α"]);
        derivative.symbol(line ? derivativeOf(line) : ["∂ε/∂", letter("a")]);
      }
      const decimals = line ? decimalsOf(line) : DECIMALS;
      next.write(line ? figures(line.next, { decimals }) : NONE);
      now.write(line ? figures(line.now, { decimals }) : NONE);
      rate.write(line ? plain(line.rate) : NONE);
      derivative.write(
        line ? bracketed(figures(line.derivative, { decimals: tellingDecimals(line.derivative) })) : NONE,
      );
    },
    /** @param {Place | null} from */
    move(from) {
      now.comesFrom(centreOf(next.element));
      if (from) derivative.comesFrom(from);
    },
  };
}

/** @param {{ name: string, index?: string }} of */
const symbolOf = ({ name, index }) => [letter(name), index ? element("sub", "", index) : ""];

/** @param {RuleLine | null} line @param {string} step */
const atStep = (line, step) => [...symbolOf(line ?? { name: "a" }), element("sup", "", step)];

/** @param {RuleLine} line */
function derivativeOf(line) {
  const d = line.total ? "d" : "∂";
  return [`${d}ε/${d}`, ...symbolOf(line)];
}

/** So many that the step is seen in them. @param {RuleLine} line */
const decimalsOf = ({ next, now }) => tellingDecimals(next - now);

/** So many that a number of this size has three figures. @param {number} of */
function tellingDecimals(of) {
  const size = Math.abs(of);
  if (!(size > 0)) return DECIMALS;
  return Math.min(MOST_DECIMALS, Math.max(DECIMALS, 2 - Math.floor(Math.log10(size))));
}
