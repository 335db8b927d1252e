// @ts-check
// Chapter 4's two curves: the error over steps and the test accuracy over epochs. Each can be read off.

import { createChart } from "../../chart/chart.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { linearScale } from "../../chart/scale.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { createErrorPlot } from "../../frame/error-plot.js";
import { onLanguage, t } from "../../i18n/index.js";
import { fixed, percent, tick } from "../../i18n/numbers.js";

/** The error of a network that says ½ to everything: ten outputs, each ½ · ¼. The curve begins about there. */
const UNTRAINED = 1.25;

/** A log axis shows at least so much of what is below. */
const LEAST_SHOWN = 0.005;

/** More evaluations than these are drawn as a line alone. */
const MOST_MARKS = 60;

/**
 * @param {{ logarithmic: boolean, onScale: (logarithmic: boolean) => void, announce: (text: string) => void }} options
 */
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

/** @param {{ announce: (text: string) => void }} options */
export function createAccuracyPlot({ announce }) {
  let pairs = new Float64Array(0);
  let stepsPerEpoch = 0;
  /** @type {number[]} */
  let epochs = [];
  /** @type {number[]} */
  let accuracies = [];

  const figure = createFigure({ className: "plot plot-accuracy", label: "digits.accuracy.label" });
  const chart = createChart(figure.canvas, {
    margins: { top: 24, right: 8, left: 48, bottom: 28 },
    write: tick,
    announce,
    scales: ({ frame }) => ({
      x: linearScale([0, Math.max(4, epochs.at(-1) ?? 0)], [frame.left, frame.right]),
      y: linearScale([accuracyBelow(accuracies), 1], [frame.bottom, frame.top]),
    }),
    axes: () => ({ xIntegers: true, formatY: (value) => percent(value, 0) }),
    draw(ctx, place) {
      const { activation, paper } = place.colours;
      drawPolyline(ctx, epochs, accuracies, { ...place, colour: activation });
      if (epochs.length > MOST_MARKS) return;
      drawPoints(ctx, epochs, accuracies, { ...place, colour: activation, paper, mark: "open" });
    },
    read: {
      count: () => epochs.length,
      nearest: (px, _, { x }) => nearestOf(epochs, x.invert(px)),
      at(key, { x, y }) {
        const [epoch, accuracy] = [epochs[key], accuracies[key]];
        if (epoch === undefined || accuracy === undefined) return null;
        const lines = [t("digits.accuracy.reading", { epoch: fixed(epoch, 2) }), percent(accuracy, 2)];
        return { x: x.map(epoch), y: y.map(accuracy), lines };
      },
    },
  });

  const stopLanguage = onLanguage(chart.redraw);
  return {
    element: element(
      "div",
      "plot-block",
      element("div", "plot-head", words("h3", "plot-title", "digits.accuracy")),
      figure.element,
    ),
    /**
     * @param {Float64Array<ArrayBuffer>} next pairs of step and accuracy
     * @param {number} steps in an epoch
     */
    set(next, steps) {
      // Every snapshot brings all of them; there are more with an evaluation only.
      const same =
        steps === stepsPerEpoch &&
        next.length === pairs.length &&
        next.every((value, i) => value === pairs[i]);
      if (same && next.length > 0) return;
      pairs = next;
      stepsPerEpoch = steps;
      epochs = Array.from(
        next.filter((_, i) => i % 2 === 0),
        (step) => step / Math.max(1, steps),
      );
      accuracies = Array.from(next.filter((_, i) => i % 2 === 1));
      figure.setEmpty(next.length === 0 ? "digits.accuracy.empty" : null);
      chart.redraw();
    },
    destroy() {
      stopLanguage();
      chart.destroy();
    },
  };
}

/**
 * Where the axis begins: at a round value below all points, since the differences that matter are near 1.
 * @param {readonly number[]} accuracies
 */
function accuracyBelow(accuracies) {
  const least = Math.min(0.9, ...accuracies);
  return least >= 0.9 ? 0.9 : least >= 0.5 ? 0.5 : 0;
}

/**
 * The index of the value nearest to another.
 * @param {readonly number[]} values
 * @param {number} wanted
 */
function nearestOf(values, wanted) {
  let best = values.length > 0 ? 0 : null;
  values.forEach((value, i) => {
    if (best !== null && Math.abs(value - wanted) < Math.abs(Number(values[best]) - wanted)) best = i;
  });
  return best;
}
