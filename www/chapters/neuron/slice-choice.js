// @ts-check
// The slice beside the error curve, with the choice of the parameter that it goes along.

import { createChoice } from "../../controls/choice.js";
import { element, words } from "../../controls/dom.js";
import { LETTERS } from "./schema.js";
import { createSlice } from "./slice.js";

/** @typedef {import("./schema.js").Letter} Letter */

/** @param {import("./slice.js").SliceOptions & { onLetter: (letter: Letter) => void }} options */
export function createChosenSlice({ onLetter, ...options }) {
  const slice = createSlice(options);
  const choice = createChoice({
    label: "neuron.slice.choice",
    options: LETTERS.map((letter) => ({ value: letter, symbol: letter })),
    value: options.letter,
    onChange(letter) {
      slice.setLetter(letter);
      onLetter(letter);
    },
  });
  const head = element("div", "plot-head", words("h3", "plot-title", "neuron.slice"), choice.element);
  return {
    ...slice,
    element: element("div", "plot-block", head, slice.element),
    /** @param {Letter} next */
    setLetter(next) {
      slice.setLetter(next);
      choice.set(next);
    },
  };
}
