// @ts-check
// The rule for one of the four numbers, and its derivative as the whole product: under the picture, as in every chapter. The
// slice goes along the same number.

import { createChoice } from "../../controls/choice.js";
import { element } from "../../controls/dom.js";
import { backOf } from "../../lecture/graph.js";
import { createLivingChain } from "../../lecture/living-chain.js";
import { createLivingRule } from "../../lecture/living-rule.js";
import { LETTERS } from "./schema.js";

/** @typedef {import("./schema.js").Letter} Letter */
/** @typedef {import("./session.js").State} State */

/** @param {{ letter: Letter, onLetter: (letter: Letter) => void }} options */
export function createNeuronRule({ letter: first, onLetter }) {
  let letter = first;
  /** @type {State | null} */
  let latest = null;
  const choice = createChoice({
    label: "rule.choice",
    options: LETTERS.map((value) => ({ value, symbol: value })),
    value: letter,
    onChange: onLetter,
  });
  const chain = createLivingChain();
  const rule = createLivingRule({ choice: choice.element, under: chain.element });

  function write() {
    if (!latest) return;
    const { network, next, gradient, rate, pass } = latest;
    const i = LETTERS.indexOf(letter);
    const [now = 0, then = 0, derivative = 0] = [network[i], next[i], gradient[i]];
    rule.set([{ name: letter, now, next: then, rate, derivative }]);
    const back = backOf(letter);
    if (back) chain.set(back, { ...pass, V: network[0], v: network[1], U: network[2], u: network[3] });
  }

  return {
    element: element("div", "neuron-rule", rule.element),
    /** @param {State} state */
    show(state) {
      latest = state;
      write();
    },
    /** @param {Letter} next */
    setLetter(next) {
      letter = next;
      choice.set(next);
      write();
    },
    /** A step has been made and is seen. */
    move: () => rule.move(null),
  };
}
