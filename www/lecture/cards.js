// @ts-check
// A quantity's line: its symbol, what it equals, the same with an example's numbers, and what comes out.
// ∂ε/∂V = ∂ε/∂p · x = −0.0132 · 0.976 = −0.0129

import { element } from "../controls/dom.js";
import { GRAPH, twinsOf } from "./graph.js";
import { math, node } from "./math.js";
import { equalsOf, factorsOf, numbersOf, sumsOf, symbolOf } from "./notation.js";

/**
 * @typedef {import("./graph.js").Name} Name
 * @typedef {import("./notation.js").Manner} Manner
 *
 * @typedef {(name: Name | "sum", value: number, first: boolean) => string} Write a number as text; `first`: no sign stands
 *   before it, so a negative one needs no brackets
 */

/**
 * In vectors a line has no numbers: what a matrix or a column holds is no line.
 * @param {Name} name
 * @param {{ manner?: Manner, write: Write, factor?: (name: Name | "sum") => HTMLElement }} options `factor`: makes
 *   the place of a factor's number, such as a button that leads on to its own line
 */
export function createQuantityLine(name, { manner = {}, write, factor }) {
  /** @type {{ name: Name | "sum", first: boolean, place: Element }[]} */
  const slots = [];
  /** @template {Element} E @param {E} place @param {Name | "sum"} of @param {boolean} first */
  const keep = (place, of, first) => {
    slots.push({ name: of, first, place });
    return place;
  };
  const slot = (/** @type {Name | "sum"} */ of, /** @type {boolean} */ first) =>
    keep(node("mn", of === "sum" ? "" : GRAPH[of].quantity), of, first);
  const root = element(
    "li",
    "pass-line",
    math(leftSide(name, manner), { className: "pass-symbols" }),
    math(["=", ...equalsOf(name, manner)], { className: "pass-product" }),
  );
  if (factor) {
    const parts = factorsOf(name, manner, (of, first) => keep(factor(of), of, first));
    root.append(element("span", "pass-numbers", ...["=", ...parts].map(inText)));
  } else if (!manner.vectors && !isSum(name, manner)) {
    root.append(math(["=", ...numbersOf(name, manner, slot)], { className: "pass-numbers" }));
  }
  if (!manner.vectors && !(factor && isResult(name, manner))) {
    root.append(math(["=", slot(name, true)], { className: "pass-result" }));
  }
  root.dataset.stage = name;

  return {
    element: root,
    /** @param {Readonly<Partial<Record<Name | "sum", number>>>} values this example's numbers; `sum` where the line has one */
    set(values) {
      for (const { name: of, first, place } of slots) {
        const text = write(of, values[of] ?? Number.NaN, first);
        if (place.textContent !== text) place.textContent = text;
      }
    },
  };
}

/** A sign that stands among buttons. @param {import("./math.js").Part} part */
function inText(part) {
  return typeof part === "object" ? part : element("span", "pass-sign", String(part));
}

/** ∂ε/∂u = ∂ε/∂q: all names of the numbers, and that of the stage last. @param {Name} name @param {Manner} manner */
function leftSide(name, manner) {
  return [...twinsOf(name), name].flatMap((one, i) => [...(i > 0 ? ["="] : []), symbolOf(one, manner)]);
}

/** Whether what it equals is a single number, and the result already. @param {Name} name @param {Manner} manner */
function isResult(name, manner) {
  return GRAPH[name].equals?.[0] === "same" || isSum(name, manner);
}

/** Whether it is nothing but a sum of products: its number is the result. @param {Name} name @param {Manner} manner */
function isSum(name, manner) {
  return GRAPH[name].by !== undefined && sumsOf(name, manner).length > 0;
}
