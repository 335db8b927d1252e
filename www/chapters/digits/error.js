// @ts-check
// Chapter 4's error over the steps.

import { createErrorPlot } from "../../frame/error-plot.js";

/** The error of a network that says ½ to everything: ten outputs, each ½ · ¼. The curve begins about there. */
const UNTRAINED = 1.25;

/** A log axis shows at least so much of what is below. */
const LEAST_SHOWN = 0.005;

/** @param {{ logarithmic: boolean, onScale: (logarithmic: boolean) => void, announce: (text: string) => void }} options */
export function createDigitsErrorPlot(options) {
  return createErrorPlot({
    title: "digits.error",
    label: "digits.error.label",
    empty: "digits.error.empty",
    untrained: UNTRAINED,
    least: LEAST_SHOWN,
    ...options,
  });
}
