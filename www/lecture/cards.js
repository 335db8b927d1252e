// @ts-check
// A quantity's line: its symbol, what it equals, the same with an example's numbers, and what comes out.
// ∂ε/∂V = ∂ε/∂p · x = −0.0132 · 0.976 = −0.0129

import { element } from "../controls/dom.js";
import { GRAPH, twinsOf } from "./graph.js";
import { math, node } from "./math.js";
import { equalsOf, numbersOf, sumsOf, symbolOf } from "./notation.js";

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
 * @param {{ manner?: Manner, write: Write }} options
 */
export function createQuantityLine(name, { manner = {}, write }) {
  /** @type {{ name: Name | "sum", first: boolean, place: Element }[]} */
  const slots = [];
  const slot = (/** @type {Name | "sum"} */ of, /** @type {boolean} */ first) => {
    const place = node("mn", of === "sum" ? "" : GRAPH[of].quantity);
    slots.push({ name: of, first, place });
    return place;
  };
  const root = element(
    "li",
    "pass-line",
    math(leftSide(name, manner), { className: "pass-symbols" }),
    math(["=", ...equalsOf(name, manner)], { className: "pass-product" }),
  );
  if (!manner.vectors) {
    if (!isSum(name, manner)) {
      root.append(math(["=", ...numbersOf(name, manner, slot)], { className: "pass-numbers" }));
    }
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

/** ∂ε/∂u = ∂ε/∂q: all names of the numbers, and that of the stage last. @param {Name} name @param {Manner} manner */
function leftSide(name, manner) {
  return [...twinsOf(name), name].flatMap((one, i) => [...(i > 0 ? ["="] : []), symbolOf(one, manner)]);
}

/** Whether it is nothing but a sum of products: its number is the result. @param {Name} name @param {Manner} manner */
function isSum(name, manner) {
  return GRAPH[name].by !== undefined && sumsOf(name, manner).length > 0;
}
