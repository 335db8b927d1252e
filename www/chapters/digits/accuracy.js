// @ts-check
// Chapter 4's accuracy on the test over the epochs. What was measured stays, wherever the run stands.

import { createChart } from "../../chart/chart.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { drawLegend, paler } from "../../chart/legend.js";
import { drawMarks, drawPresent, partsAround } from "../../chart/present.js";
import { linearScale } from "../../chart/scale.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { marginsOf } from "../../frame/error-plot.js";
import { onLanguage, t as text } from "../../i18n/index.js";
import { fixed, number, percent, tick } from "../../i18n/numbers.js";
import {
  accuracyBelow,
  epochsShown,
  isFirstEpoch,
  joined,
  nearestOf,
  only,
  pointsOf,
} from "./accuracy-points.js";
import { PUBLISHED } from "./compare/looks.js";
import { NIELSEN } from "./compare/nielsen.js";
import { accuracyTable } from "./table.js";

/** A lower plot has no room for names. */
const LEGEND_HEIGHT = 60;
/** More evaluations than these are drawn as a line alone. */
const MOST_MARKS = 60;
const NOTHING = new Float64Array(0);
/** A finger or a mouse so near to a published point means it. Pixels. */
const NEAR = 12;

/** @typedef {import("./accuracy-points.js").Points} Points */
/** @typedef {import("./accuracy-points.js").Measured} Own */

/**
 * @typedef {Object} Measured
 * @property {Float64Array<ArrayBuffer>} pairs step and accuracy
 * @property {Float64Array<ArrayBuffer>} early the same on some of the test images, within the first epoch
 * @property {number} images so many of them
 * @property {number} total test images
 * @property {number} stepsPerEpoch 0: not known yet
 * @property {number} t where the run stands
 * @property {number} last the furthest step that was made
 * @property {Float64Array<ArrayBuffer>} marks steps at which α was changed
 * @property {readonly Other[]} others other runs
 * @property {import("./clock.js").Reached | null} reached when it came to 95 %
 *
 * @typedef {{ pairs: Float64Array<ArrayBuffer>, early: Float64Array<ArrayBuffer>, stepsPerEpoch: number, dash: readonly number[], name: () => string }} Other
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
    early: NOTHING,
    images: 0,
    total: 0,
    stepsPerEpoch: 0,
    t: 0,
    last: 0,
    marks: NOTHING,
    others: [],
    reached: null,
  };
  /** @type {Own} */
  let points = { epochs: [], accuracies: [], sampled: [] };
  /** Those of the other runs. @type {Own[]} */
  let beside = [];
  /** What can be read: a published point comes after the run's own. */
  const readable = () => joined(points, published(), epochsShown([points, ...beside]));

  const figure = createFigure({ className: "plot plot-accuracy", label: "digits.accuracy.label" });
  const chart = createChart(figure.canvas, {
    margins: (size) => ({ ...marginsOf(size), right: 8, left: 48 }),
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
      const entries = entriesOf(
        { measured, own: names.isOwn, first: isFirstEpoch([points, ...beside]) },
        place,
      );
      // Where the axis reaches far down all curves are near its upper end.
      drawLegend(ctx, entries, { ...place, atFoot: place.y.domain[0] < 0.9 });
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
        const own = key < points.epochs.length;
        const heading = own
          ? text("digits.accuracy.reading", { epoch: fixed(epoch, 2) })
          : text("digits.compare.nielsen.reading", { epoch: number(epoch) });
        const lines = points.sampled[key]
          ? [heading, percent(accuracy, 1), sampleName(measured)]
          : [heading, percent(accuracy, 2)];
        return { x: x.map(epoch), y: y.map(accuracy), lines };
      },
    },
    numbers: () =>
      accuracyTable(only(points), [
        { ...only(points, true), name: sampleName(measured) },
        ...beside.map((run, i) => ({ ...only(run), name: measured.others[i]?.name() ?? "" })),
        { ...NIELSEN, name: text(NIELSEN.name) },
      ]),
  });

  const head = element("div", "plot-head", words("h3", "plot-title", "digits.accuracy"));
  const stops = [onLanguage(chart.redraw), names.on("change", chart.redraw)];
  return {
    element: element("div", "plot-block", head, figure.element),
    /** @param {Measured} next */
    set(next) {
      // Every snapshot brings all; while it trains there is more with an evaluation only.
      if (next.pairs.length + next.early.length > 0 && isSeenAlike(next, measured)) return;
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
    a.reached === b.reached &&
    present(a) === present(b) &&
    same(a.pairs, b.pairs) &&
    same(a.early, b.early) &&
    same(a.marks, b.marks)
  );
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Measured} measured
 * @param {Own} points
 * @param {import("../../chart/chart.js").Place<import("../../chart/chart.js").Scales>} place
 */
function drawMeasured(ctx, { t, last, marks, stepsPerEpoch }, points, place) {
  const { epochs, accuracies } = points;
  if (epochs.length === 0) return;
  const { activation, paper } = place.colours;
  const pixel = (/** @type {number} */ step) => place.x.map(step / Math.max(1, stepsPerEpoch));
  const at = t < last ? pixel(t) : null;
  drawMarks(ctx, place, Array.from(marks, pixel));
  for (const part of partsAround(place, activation, at)) {
    drawPolyline(ctx, epochs, accuracies, { ...place, ...part });
    drawWhole(ctx, points, { ...place, ...part, paper, mark: "open" });
  }
  drawPresent(ctx, place, at);
}

/**
 * What was published, and the other runs.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ published: Points, others: readonly Other[], beside: readonly Own[] }} curves `beside`: of the others
 * @param {import("../../chart/chart.js").Place<import("../../chart/chart.js").Scales>} place
 */
function drawBeside(ctx, { published, others, beside }, place) {
  const { activation, paper } = place.colours;
  const look = { ...place, paper, colour: paler(activation, paper), lineWidth: 1.5 };
  drawPolyline(ctx, published.epochs, published.accuracies, { ...look, dash: PUBLISHED });
  drawPoints(ctx, published.epochs, published.accuracies, { ...look, mark: "open", radius: 3 });
  others.forEach(({ dash }, i) => {
    const run = beside[i];
    if (!run) return;
    drawPolyline(ctx, run.epochs, run.accuracies, { ...look, dash });
    drawWhole(ctx, run, { ...look, radius: 3 });
  });
}

/**
 * Marks where all test images were asked.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Own} points
 * @param {Parameters<typeof drawPoints>[3]} look
 */
function drawWhole(ctx, points, look) {
  const { epochs, accuracies } = only(points);
  if (epochs.length <= MOST_MARKS) drawPoints(ctx, epochs, accuracies, look);
}

/** @param {Pick<Measured, "images" | "total">} measured */
const sampleName = ({ images, total }) =>
  text("digits.accuracy.sample", { images: number(images), total: number(total) });

/**
 * The names in the plot. The runs have theirs in the plot of the error, with the same dashes.
 * @param {{ measured: Measured, own: boolean, first: boolean }} state `own`: the data are the reader's; `first`: it is the
 *   first epoch
 * @param {import("../../chart/chart.js").Place<import("../../chart/chart.js").Scales>} place
 */
function entriesOf({ measured, own, first }, { frame, colours: { activation, paper } }) {
  if (frame.bottom - frame.top < LEGEND_HEIGHT) return [];
  if (first) return [{ text: sampleName(measured), colour: activation }];
  const colour = paler(activation, paper);
  const published = own ? [] : [{ text: text(NIELSEN.name), colour, dash: PUBLISHED, open: true }];
  const { reached } = measured;
  if (!reached) return published;
  const [after, epoch] = [fixed(reached.seconds, 1), number(reached.epoch)];
  return [{ text: text("digits.time.reached", { after, epoch }), colour: activation }, ...published];
}
