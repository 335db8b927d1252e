// @ts-check
// Chapter 3's sliders: α, and x and l of the pair that is shown.

import { element } from "../../controls/dom.js";
import { createSlider } from "../../controls/slider.js";
import { SCHEMA } from "./schema.js";

/** The slider of x goes where σ has something to say; farther may be typed. */
const X_SLIDER = { min: -5, max: 5 };

/**
 * @param {{ rate: number, onRate: (rate: number) => void, onNumber: (name: "x" | "l", value: number) => void }} options
 */
export function createSliders({ rate: first, onRate, onNumber }) {
  const rate = createSlider({
    symbol: "α",
    text: "digits.rate",
    ...SCHEMA.rate,
    value: first,
    logarithmic: true,
    onInput: onRate,
  });
  const x = createSlider({
    symbol: "x",
    text: "neuron.x",
    ...X_SLIDER,
    value: 0,
    onInput: (value) => onNumber("x", value),
  });
  const l = createSlider({
    symbol: "l",
    quantity: "label",
    text: "neuron.l",
    min: 0,
    max: 1,
    value: 0,
    onInput: (value) => onNumber("l", value),
  });
  return {
    element: element("div", "neuron-sliders", rate.element, x.element, l.element),
    /** @param {import("./session.js").State} state */
    show({ rate: alpha, pass }) {
      rate.set(alpha);
      x.set(pass.x);
      l.set(pass.l);
    },
    destroy() {
      for (const slider of [rate, x, l]) slider.destroy();
    },
  };
}
