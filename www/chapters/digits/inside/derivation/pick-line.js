// @ts-check
// One number's line of the lecture with this example's numbers, each of which can be pressed:
// ∂ε/∂V₇,₄₀₅ = ∂ε/∂p₇ · x₄₀₅ = −0.0132 · 0.976 = −0.0129

import { element } from "../../../../controls/dom.js";
import { sayAttribute } from "../../../../i18n/index.js";
import { bracketed } from "../../../../i18n/numbers.js";
import { createQuantityLine } from "../../../../lecture/cards.js";
import { GRAPH, operandsOf } from "../../../../lecture/graph.js";
import { isSamePick, nameOf } from "./naming.js";
import { indicesOf, numberAt, pickOf, sumAt } from "./numbers.js";
import { written } from "./writing.js";

/**
 * @typedef {import("../../../../lecture/graph.js").Name} Name
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../looking.js").Look} Look
 */

/** @type {import("../../../../lecture/cards.js").Write} */
export function write(name, value, first) {
  const text = written(name, value);
  return first ? text : bracketed(text);
}

/**
 * A number that leads to its own line.
 * @param {Name} name
 * @param {() => void} onPress
 */
export function createNumberButton(name, onPress) {
  const made = element("button", `factor ${GRAPH[name].quantity}`.trim());
  made.type = "button";
  made.dataset.factor = name;
  made.addEventListener("click", onPress);
  return made;
}

/** @param {HTMLElement} made @param {Pick} pick @param {number} value */
export function labelNumber(made, pick, value) {
  sayAttribute(made, "aria-label", "digits.derivation.number", {
    name: nameOf(pick),
    value: () => written(pick.name, value),
  });
}

/**
 * @param {{ onFactor: (factor: Pick) => void, onSum?: (pick: Pick) => void }} options `onSum`: the reader asks what a sum is made of
 */
export function createPickLine({ onFactor, onSum }) {
  const root = element("ul", "pick-line");
  /** @type {Pick | null} */
  let shown = null;
  /** @type {ReturnType<typeof createQuantityLine> | null} */
  let line = null;
  /** What says the present value of a button. @type {Map<Name | "sum", (value: number) => void>} */
  const labels = new Map();

  /** @param {Name | "sum"} of @param {Pick} pick */
  function placeOf(of, pick) {
    if (of === "sum" && !onSum) return element("span", `sum ${GRAPH[pick.name].quantity}`);
    const factor = of === "sum" ? pick : pickOf(of, pick);
    const place = createNumberButton(factor.name, () => (of === "sum" ? onSum?.(pick) : onFactor(factor)));
    labels.set(of, (value) => labelNumber(place, factor, value));
    return place;
  }

  /** @param {Pick} pick */
  function build(pick) {
    labels.clear();
    const indices = { input: "j", hidden: "i", output: "k", ...indicesOf(pick) };
    line = createQuantityLine(pick.name, { manner: { indices }, write, factor: (of) => placeOf(of, pick) });
    root.replaceChildren(line.element);
    shown = pick;
  }

  return {
    element: root,
    /** @param {Look} look @param {Pick} pick of something that is computed */
    show(look, pick) {
      if (!isSamePick(pick, shown)) build(pick);
      /** @type {Partial<Record<Name | "sum", number>>} */
      const values = { sum: sumAt(look, pick), [pick.name]: numberAt(look, pick) ?? Number.NaN };
      for (const operand of operandsOf(pick.name)) {
        values[operand] = numberAt(look, pickOf(operand, pick)) ?? Number.NaN;
      }
      line?.set(values);
      for (const [of, say] of labels) say(values[of] ?? Number.NaN);
    },
  };
}
