// @ts-check
// The line of a number that is given and not computed, V₇,₄₀₅ = 0.3123, with the derivative by it.

import { element, words } from "../../../../controls/dom.js";
import { say } from "../../../../i18n/index.js";
import { figures } from "../../../../i18n/numbers.js";
import { backOf, GRAPH } from "../../../../lecture/graph.js";
import { isSamePick, symbolOfPick } from "./naming.js";
import { numberAt } from "./numbers.js";
import { createNumberButton, labelNumber } from "./pick-line.js";

/**
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../looking.js").Look} Look
 */

/** Why it has no formula. @param {import("./numbers.js").Name} name */
function kindOf(name) {
  if (GRAPH[name].quantity !== "a") return name;
  return GRAPH[name].shape.length === 2 ? "a" : "bias";
}

/** @param {(factor: Pick) => void} onFactor */
export function createGiven(onFactor) {
  const value = element("b", "");
  const slope = element("span", "given-slope");
  const line = element("p", "given-line");
  const text = element("p", "caption");
  /** @type {Pick | null} */
  let shown = null;
  /** @type {{ by: Pick, press: HTMLElement } | null} */
  let derivative = null;

  /** @param {Pick} pick */
  function build(pick) {
    shown = pick;
    value.className = GRAPH[pick.name].quantity;
    line.replaceChildren(symbolOfPick(pick), element("span", "pass-sign", "="), value, slope);
    const back = backOf(pick.name);
    derivative = null;
    if (!back) return;
    const by = { ...pick, name: back };
    const press = createNumberButton(back, () => onFactor(by));
    derivative = { by, press };
    slope.replaceChildren(
      words("span", "given-here", "digits.card.here"),
      symbolOfPick(by),
      element("span", "pass-sign", "="),
      press,
    );
  }

  return {
    element: element("div", "given", line, text),
    /** @param {Look} look @param {Pick} pick */
    show(look, pick) {
      if (!isSamePick(pick, shown)) build(pick);
      const number = numberAt(look, pick) ?? Number.NaN;
      value.textContent = figures(number);
      say(text, `digits.card.given.${kindOf(pick.name)}`, { byte: Math.round(number * 255) });
      const by = derivative && numberAt(look, derivative.by);
      slope.hidden = by === null;
      if (!derivative || by === null) return;
      derivative.press.textContent = figures(by);
      labelNumber(derivative.press, derivative.by, by);
    },
  };
}
