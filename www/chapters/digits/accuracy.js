// @ts-check
// Chapter 4's accuracy on the test over the epochs. What was measured stays, wherever the run stands.

import { createChart } from "../../chart/chart.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { drawMarks, drawPresent, partsAround } from "../../chart/present.js";
import { linearScale } from "../../chart/scale.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage, t as text } from "../../i18n/index.js";
import { fixed, percent, tick } from "../../i18n/numbers.js";

/** More evaluations than these are drawn as a line alone. */
const MOST_MARKS = 60;
const NOTHING = new Float64Array(0);

/**
 * @typedef {Object} Measured
 * @property {Float64Array<ArrayBuffer>} pairs step and accuracy
 * @property {number} stepsPerEpoch 0: not known yet
 * @property {number} t where the run stands
 * @property {number} last the furthest step that was made
 * @property {Float64Array<ArrayBuffer>} marks steps at which α was changed
 */

/** @param {{ announce: (text: string) => void }} options */
export function createAccuracyPlot({ announce }) {
  /** @type {Measured} */
  let measured = { pairs: NOTHING, stepsPerEpoch: 0, t: 0, last: 0, marks: NOTHING };
  /** @type {Points} */
  let points = { epochs: [], accuracies: [] };

  const figure = createFigure({ className: "plot plot-accuracy", label: "digits.accuracy.label" });
  const chart = createChart(figure.canvas, {
    margins: { top: 24, right: 8, left: 48, bottom: 28 },
    write: tick,
    announce,
    scales: ({ frame }) => ({
      x: linearScale([0, Math.max(4, points.epochs.at(-1) ?? 0)], [frame.left, frame.right]),
      y: linearScale([accuracyBelow(points.accuracies), 1], [frame.bottom, frame.top]),
    }),
    axes: () => ({ xIntegers: true, formatY: (value) => percent(value, 0) }),
    draw: (ctx, place) => drawMeasured(ctx, measured, points, place),
    read: {
      count: () => points.epochs.length,
      nearest: (px, _, { x }) => nearestOf(points.epochs, x.invert(px)),
      at(key, { x, y }) {
        const [epoch, accuracy] = [points.epochs[key], points.accuracies[key]];
        if (epoch === undefined || accuracy === undefined) return null;
        const lines = [text("digits.accuracy.reading", { epoch: fixed(epoch, 2) }), percent(accuracy, 2)];
        return { x: x.map(epoch), y: y.map(accuracy), lines };
      },
    },
  });

  const head = element("div", "plot-head", words("h3", "plot-title", "digits.accuracy"));
  const stopLanguage = onLanguage(chart.redraw);
  return {
    element: element("div", "plot-block", head, figure.element),
    /** @param {Measured} next */
    set(next) {
      // Every snapshot brings all; while it trains there is more with an evaluation only.
      if (next.pairs.length > 0 && isSeenAlike(next, measured)) return;
      measured = next;
      points = pointsOf(next);
      figure.setEmpty(next.pairs.length === 0 ? "digits.accuracy.empty" : null);
      chart.redraw();
    },
    destroy() {
      stopLanguage();
      chart.destroy();
    },
  };
}

/** @typedef {{ epochs: number[], accuracies: number[] }} Points */

/** @param {Measured} measured @returns {Points} */
function pointsOf({ pairs, stepsPerEpoch }) {
  return {
    epochs: Array.from(
      pairs.filter((_, i) => i % 2 === 0),
      (step) => step / Math.max(1, stepsPerEpoch),
    ),
    accuracies: Array.from(pairs.filter((_, i) => i % 2 === 1)),
  };
}

/**
 * Whether two pictures would be the same: where the run stands is seen only when it is not at its end.
 * @param {Measured} a
 * @param {Measured} b
 */
function isSeenAlike(a, b) {
  const present = (/** @type {Measured} */ { t, last }) => (t < last ? t : null);
  const same = (/** @type {Float64Array} */ some, /** @type {Float64Array} */ others) =>
    some.length === others.length && some.every((value, i) => value === others[i]);
  return (
    a.stepsPerEpoch === b.stepsPerEpoch &&
    present(a) === present(b) &&
    same(a.pairs, b.pairs) &&
    same(a.marks, b.marks)
  );
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Measured} measured
 * @param {Points} points
 * @param {import("../../chart/chart.js").Place<import("../../chart/chart.js").Scales>} place
 */
function drawMeasured(ctx, { t, last, marks, stepsPerEpoch }, { epochs, accuracies }, place) {
  if (epochs.length === 0) return;
  const { activation, paper } = place.colours;
  const pixel = (/** @type {number} */ step) => place.x.map(step / Math.max(1, stepsPerEpoch));
  const at = t < last ? pixel(t) : null;
  drawMarks(ctx, place, Array.from(marks, pixel));
  for (const part of partsAround(place, activation, at)) {
    drawPolyline(ctx, epochs, accuracies, { ...place, ...part });
    if (epochs.length <= MOST_MARKS)
      drawPoints(ctx, epochs, accuracies, { ...place, ...part, paper, mark: "open" });
  }
  drawPresent(ctx, place, at);
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
