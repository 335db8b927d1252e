// @ts-check
// One number's line of the lecture with this example's numbers, each of which can be pressed:
// ∂ε/∂V₇,₄₀₅ = ∂ε/∂p₇ · x₄₀₅ = −0.0132 · 0.976 = −0.0129

import { element } from "../../../../controls/dom.js";
import { sayAttribute } from "../../../../i18n/index.js";
import { bracketed, figures } from "../../../../i18n/numbers.js";
import { createQuantityLine } from "../../../../lecture/cards.js";
import { GRAPH, operandsOf } from "../../../../lecture/graph.js";
import { isSamePick, nameOf } from "./naming.js";
import { indicesOf, numberAt, pickOf, sumAt } from "./numbers.js";

/**
 * @typedef {import("../../../../lecture/graph.js").Name} Name
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../looking.js").Look} Look
 */

/** @type {import("../../../../lecture/cards.js").Write} */
export function write(_, value, first) {
  const text = figures(value);
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
    value: () => figures(value),
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
  /** @type {Map<Name | "sum", HTMLElement>} */
  const places = new Map();

  /** @param {Pick} pick */
  function build(pick) {
    places.clear();
    const { name, ...at } = pick;
    line = createQuantityLine(name, {
      manner: { indices: { input: "j", hidden: "i", output: "k", ...indicesOf(at) } },
      write,
      factor(of) {
        const place =
          of !== "sum"
            ? createNumberButton(of, () => onFactor(pickOf(of, at)))
            : onSum
              ? createNumberButton(name, () => onSum(pick))
              : element("span", "");
        places.set(of, place);
        return place;
      },
    });
    root.replaceChildren(line.element);
    shown = pick;
  }

  return {
    element: root,
    /** @param {Look} look @param {Pick} pick of something that is computed */
    show(look, pick) {
      if (!isSamePick(pick, shown)) build(pick);
      const { name, ...at } = pick;
      /** @type {Partial<Record<Name | "sum", number>>} */
      const values = { sum: sumAt(look, pick), [name]: numberAt(look, pick) ?? Number.NaN };
      for (const operand of operandsOf(name)) {
        values[operand] = numberAt(look, pickOf(operand, at)) ?? Number.NaN;
      }
      line?.set(values);
      for (const [of, place] of places) {
        if (place instanceof HTMLButtonElement) {
          labelNumber(place, of === "sum" ? pick : pickOf(of, at), values[of] ?? Number.NaN);
        }
      }
    },
  };
}
