// @ts-check
// Chapter 4's error over the steps.

import { createErrorPlot } from "../../frame/error-plot.js";
import { t } from "../../i18n/index.js";
import { fixed } from "../../i18n/numbers.js";

/** A new network errs by less: its outputs begin near 1/10. */
const UNTRAINED = 0.6;

/** A log axis shows at least so much of what is below. */
const LEAST_SHOWN = 0.005;

/** The least ε of a network that gives every image one answer: 1/10 for each digit, (0.9² + 9 · 0.1²) / 2. */
const BLIND = 0.45;

/** @param {{ logarithmic: boolean, onScale: (logarithmic: boolean) => void, announce: (text: string) => void }} options */
export function createDigitsErrorPlot(options) {
  return createErrorPlot({
    title: "digits.error",
    label: "digits.error.label",
    empty: "digits.error.empty",
    untrained: UNTRAINED,
    level: { error: BLIND, text: () => t("digits.compare.blind", { error: fixed(BLIND, 2) }) },
    least: LEAST_SHOWN,
    ...options,
  });
}
