// @ts-check
// Linear or logarithmic: the choice beside each plot of the error.

import { createChoice } from "./choice.js";

/** @param {{ logarithmic: boolean, onChange: (logarithmic: boolean) => void }} options */
export function createScaleChoice({ logarithmic, onChange }) {
  const choice = createChoice({
    label: "plot.scale",
    options: [
      { value: "linear", text: "plot.linear" },
      { value: "log", text: "plot.log" },
    ],
    value: logarithmic ? "log" : "linear",
    onChange: (value) => onChange(value === "log"),
  });
  return {
    element: choice.element,
    /** @param {boolean} next */
    set: (next) => choice.set(next ? "log" : "linear"),
  };
}
