// @ts-check
// Chapter 4's accuracy on the test over the epochs. What was measured stays, wherever the run stands.

import { createChart } from "../../chart/chart.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { drawLegend, paler } from "../../chart/legend.js";
import { drawMarks, drawPresent, partsAround } from "../../chart/present.js";
import { linearScale } from "../../chart/scale.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage, t as text } from "../../i18n/index.js";
import { fixed, number, percent, tick } from "../../i18n/numbers.js";
import { PUBLISHED } from "./compare/looks.js";
import { NIELSEN } from "./compare/nielsen.js";

/** More evaluations than these are drawn as a line alone. */
const MOST_MARKS = 60;
const NOTHING = new Float64Array(0);
/** A finger or a mouse so near to a published point means it. Pixels. */
const NEAR = 12;

/**
 * @typedef {Object} Measured
 * @property {Float64Array<ArrayBuffer>} pairs step and accuracy
 * @property {number} stepsPerEpoch 0: not known yet
 * @property {number} t where the run stands
 * @property {number} last the furthest step that was made
 * @property {Float64Array<ArrayBuffer>} marks steps at which α was changed
 * @property {readonly Other[]} others other runs
 *
 * @typedef {{ pairs: Float64Array<ArrayBuffer>, stepsPerEpoch: number, dash: readonly number[] }} Other
 */

/** Of other data than MNIST nothing was published here. @type {Points} */
const NONE = { epochs: [], accuracies: [] };

/**
 * @param {{ announce: (text: string) => void, names: import("./class-names.js").ClassNames }} options `names` says
 *   whether the data are MNIST
 */
export function createAccuracyPlot({ announce, names }) {
  const published = () => (names.isOwn ? NONE : NIELSEN);
  /** @type {Measured} */
  let measured = {
    pairs: NOTHING,
    stepsPerEpoch: 0,
    t: 0,
    last: 0,
    marks: NOTHING,
    others: [],
  };
  /** @type {Points} */
  let points = { epochs: [], accuracies: [] };
  /** Those of the other runs. @type {Points[]} */
  let beside = [];
  /** What can be read: a published point comes after the run's own. */
  const readable = () => ({
    epochs: [...points.epochs, ...published().epochs],
    accuracies: [...points.accuracies, ...published().accuracies],
  });

  const figure = createFigure({ className: "plot plot-accuracy", label: "digits.accuracy.label" });
  const chart = createChart(figure.canvas, {
    margins: { top: 24, right: 8, left: 48, bottom: 28 },
    write: tick,
    announce,
    scales: ({ frame }) => ({
      x: linearScale([0, epochsShown([points, ...beside])], [frame.left, frame.right]),
      y: linearScale([accuracyBelow([points, ...beside]), 1], [frame.bottom, frame.top]),
    }),
    axes: () => ({ xIntegers: true, formatY: (value) => percent(value, 0) }),
    draw(ctx, place) {
      drawBeside(ctx, { published: published(), others: measured.others, beside }, place);
      drawMeasured(ctx, measured, points, place);
      // The runs have their names in the plot of the error, with the same dashes.
      const colour = paler(place.colours.activation, place.colours.paper);
      const entry = { text: text(NIELSEN.name), colour, dash: PUBLISHED, open: true };
      // Where the axis reaches far down all curves are near its upper end.
      drawLegend(ctx, names.isOwn ? [] : [entry], { ...place, atFoot: place.y.domain[0] < 0.9 });
    },
    read: {
      count: () => readable().epochs.length,
      nearest(px, py, { x, y }) {
        const own = nearestOf(points.epochs, x.invert(px));
        const { epochs, accuracies } = published();
        const i = nearestOf(epochs, x.invert(px));
        if (i === null) return own;
        const away = Math.hypot(x.map(Number(epochs[i])) - px, y.map(Number(accuracies[i])) - py);
        return own === null || away < NEAR ? points.epochs.length + i : own;
      },
      at(key, { x, y }) {
        const { epochs, accuracies } = readable();
        const [epoch, accuracy] = [epochs[key], accuracies[key]];
        if (epoch === undefined || accuracy === undefined || epoch > x.domain[1]) return null;
        const heading =
          key < points.epochs.length
            ? text("digits.accuracy.reading", { epoch: fixed(epoch, 2) })
            : text("digits.compare.nielsen.reading", { epoch: number(epoch) });
        return { x: x.map(epoch), y: y.map(accuracy), lines: [heading, percent(accuracy, 2)] };
      },
    },
  });

  const head = element("div", "plot-head", words("h3", "plot-title", "digits.accuracy"));
  const stops = [onLanguage(chart.redraw), names.on("change", chart.redraw)];
  return {
    element: element("div", "plot-block", head, figure.element),
    /** @param {Measured} next */
    set(next) {
      // Every snapshot brings all; while it trains there is more with an evaluation only.
      if (next.pairs.length > 0 && isSeenAlike(next, measured)) return;
      measured = next;
      points = pointsOf(next);
      beside = next.others.map(pointsOf);
      chart.redraw();
    },
    destroy() {
      for (const stop of stops) stop();
      chart.destroy();
    },
  };
}

/** @typedef {{ epochs: readonly number[], accuracies: readonly number[] }} Points */

/** @param {Pick<Measured, "pairs" | "stepsPerEpoch">} measured @returns {Points} */
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
    a.others === b.others &&
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
 * What was published, and the other runs.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ published: Points, others: readonly Other[], beside: readonly Points[] }} curves `beside`: of the others
 * @param {import("../../chart/chart.js").Place<import("../../chart/chart.js").Scales>} place
 */
function drawBeside(ctx, { published, others, beside }, place) {
  const { activation, paper } = place.colours;
  const look = { ...place, paper, colour: paler(activation, paper), lineWidth: 1.5 };
  drawPolyline(ctx, published.epochs, published.accuracies, { ...look, dash: PUBLISHED });
  drawPoints(ctx, published.epochs, published.accuracies, { ...look, mark: "open", radius: 3 });
  others.forEach(({ dash }, i) => {
    const { epochs, accuracies } = beside[i] ?? { epochs: [], accuracies: [] };
    drawPolyline(ctx, epochs, accuracies, { ...look, dash });
    if (epochs.length <= MOST_MARKS) drawPoints(ctx, epochs, accuracies, { ...look, radius: 3 });
  });
}

/** Before the first measurement the axis goes as far as what was published. @param {readonly Points[]} all */
function epochsShown(all) {
  const ends = all.flatMap(({ epochs }) => epochs.at(-1) ?? []);
  return ends.length > 0 ? Math.max(4, ...ends) : Number(NIELSEN.epochs.at(-1));
}

/**
 * Where the axis begins: at a round value below all points, since the differences that matter are near 1.
 * @param {readonly Points[]} all
 */
function accuracyBelow(all) {
  const least = Math.min(0.9, ...all.flatMap(({ accuracies }) => accuracies));
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
