// @ts-check
// The slice beside the error curve, along the parameter that the rule above is about.

import { element, words } from "../../controls/dom.js";
import { letter as symbol } from "../../lecture/living-term.js";
import { createSlice } from "./slice.js";

/** @typedef {import("./schema.js").Letter} Letter */

/** @param {import("./slice.js").SliceOptions} options */
export function createChosenSlice(options) {
  const slice = createSlice(options);
  const along = element("span", "quantity a");
  const title = element("h3", "plot-title", words("span", "", "neuron.slice"), " ", along);
  const head = element("div", "plot-head", title);
  const name = (/** @type {Letter} */ letter) => along.replaceChildren(symbol(letter));
  name(options.letter);
  return {
    ...slice,
    element: element("div", "plot-block", head, slice.element),
    /** @param {Letter} next */
    setLetter(next) {
      slice.setLetter(next);
      name(next);
    },
  };
}
