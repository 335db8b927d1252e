// @ts-check
// Chapter 3's curve: ε over the steps that were made, with the step at which the network stands.

import { BIN } from "../../chart/bins.js";
import { besideFrame, createChart } from "../../chart/chart.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { drawLegend, paler } from "../../chart/legend.js";
import { betweenSteps, mixed } from "../../chart/motion.js";
import { partsAround } from "../../chart/present.js";
import { linearScale, logScale } from "../../chart/scale.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { createScaleChoice } from "../../controls/scale-choice.js";
import { drawChanges, linesOfRate } from "../../frame/changes.js";
import { GHOST_DASH, Ghost } from "../../frame/ghost.js";
import { onLanguage, t as text } from "../../i18n/index.js";
import { figures, number, tick } from "../../i18n/numbers.js";
import { errorTable } from "./table.js";

const MARGINS = { top: 8, right: 22, left: 48, bottom: 26 };
/** The axis of steps begins with room for so many. */
const FEWEST_STEPS = 20;
/** Points of the curve: more than a screen has columns. */
const CURVE = 1500;

/**
 * @typedef {import("./session.js").Run} Run
 * @typedef {import("./session.js").State} State
 * @typedef {{ t: number, last: number, error: number | undefined }} Seen the step that is shown, the last one made, ε there
 * @typedef {import("../../chart/chart.js").Place<import("../../chart/chart.js").Scales>} Place
 */

/**
 * @param {{
 *   logarithmic: boolean, onScale: (logarithmic: boolean) => void, announce: (text: string) => void,
 *   moment: () => import("../../chart/motion.js").Moment | null,
 * }} options `moment`: how far a step that is seen has come
 */
export function createNeuronError({ logarithmic, onScale, announce, moment }) {
  let log = logarithmic;
  /** @type {Run | null} */
  let run = null;
  let line = lineOf(new Float64Array(0));
  /** @type {import("../../frame/changes.js").Changes} */
  let changes = { marks: [], rates: [] };
  /** @type {Seen} */
  let seen = { t: 0, last: 0, error: undefined };
  /** @type {Seen | null} */
  let before = null;
  /** @type {Ghost<Line>} */
  const ghost = new Ghost();
  /** What a reset has ended. @type {Line | null} */
  let ended = null;
  /** Another number for each run. */
  let runs = 0;

  const figure = createFigure({ className: "plot plot-error", label: "neuron.error.label" });
  const scale = createScaleChoice({
    logarithmic: log,
    onChange(next) {
      log = next;
      onScale(log);
      chart.redraw();
    },
  });
  const chart = createChart(figure.canvas, {
    margins: MARGINS,
    write: tick,
    announce,
    scales: ({ frame }) => {
      const { last } = onTheWay(moment(), before, seen);
      return scalesOf(ended ? [line, ended] : [line], last, frame, log);
    },
    axes: () => ({ xLabel: "t", xIntegers: true }),
    draw(ctx, place) {
      if (ended) drawGhost(ctx, ended, place);
      drawLine(ctx, line, onTheWay(moment(), before, seen), place);
      drawChanges(ctx, { ...changes, other: () => text("neuron.error.changed") }, place);
    },
    read: readingOf(() => ({ run, seen, changes })),
    numbers: () => (run ? errorTable(run) : []),
  });

  const stopLanguage = onLanguage(chart.redraw);
  return {
    element: element(
      "div",
      "plot-block",
      element("div", "plot-head", words("h3", "plot-title", "neuron.error"), scale.element),
      figure.element,
    ),
    /** @param {Run} of @param {State} state */
    show(of, { t, last, answers }) {
      run = of;
      line = lineOf(run.curve(CURVE));
      if (last === 0 && seen.last > 0) runs += 1;
      ended = ghost.show({
        run: runs,
        data: answers.map(({ x, l }) => `${x}:${l}`).join(),
        curve: line,
        last,
      });
      changes = { marks: run.marks(), rates: run.rates() };
      before = seen;
      seen = { t, last, error: run.error_at(t) };
      chart.redraw();
    },
    redraw: chart.redraw,
    /** @param {boolean} next */
    setLogarithmic(next) {
      log = next;
      scale.set(next);
      chart.redraw();
    },
    destroy() {
      stopLanguage();
      chart.destroy();
    },
  };
}

/**
 * What is read of it step by step.
 * @param {() => { run: Run | null, seen: Seen, changes: import("../../frame/changes.js").Changes }} now
 * @returns {import("../../chart/chart.js").Read<import("../../chart/chart.js").Scales>}
 */
function readingOf(now) {
  const within = (/** @type {number} */ t) => Math.min(now().seen.last, Math.max(0, t));
  return {
    nearest: (px, py, { frame, x }) => (besideFrame(frame, py) ? within(Math.round(x.invert(px))) : null),
    neighbour: (key, towards) => within(key === null ? (towards > 0 ? 0 : now().seen.last) : key + towards),
    at(key, { x, y }) {
      const { run, changes } = now();
      const error = run?.error_at(key);
      if (error === undefined) return null;
      const lines = [`t = ${number(key)}`, `ε = ${figures(error)}`, ...linesOfRate(changes.rates, key)];
      return { x: x.map(key), y: y.map(error), lines };
    },
  };
}

/** @typedef {ReturnType<typeof lineOf>} Line */

/**
 * The axes hold all curves.
 * @param {readonly Line[]} lines the present one first
 * @param {number} last
 * @param {import("../../chart/chart.js").Frame} frame
 * @param {boolean} log
 */
function scalesOf(lines, last, frame, log) {
  const most = Math.max(...lines.map((line) => line.most));
  const least = Math.min(...lines.map((line) => line.least));
  // The present one's end is on its way.
  const ends = lines.slice(1).map(({ xs }) => xs.at(-1) ?? 0);
  return {
    x: linearScale([0, Math.max(last, FEWEST_STEPS, ...ends)], [frame.left, frame.right]),
    y: log
      ? logScale([Math.min(least, most / 10), most * 1.6], [frame.bottom, frame.top])
      : linearScale([0, most * 1.1 || 1], [frame.bottom, frame.top]),
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {Line} line @param {Place} place */
function drawGhost(ctx, { xs, ys }, place) {
  const { error, paper } = place.colours;
  const colour = paler(error, paper);
  drawPolyline(ctx, xs, ys, { ...place, colour, lineWidth: 1.6, dash: GHOST_DASH });
  const names = [
    { text: text("neuron.error.now"), colour: error },
    { text: text("neuron.error.before"), colour, dash: GHOST_DASH },
  ];
  drawLegend(ctx, names, place);
}

/**
 * The curve as a line: a bin of several steps is drawn over its height, in the order that goes on from the bin before.
 * @param {Float64Array} bins quadruples: step, least, mean, greatest
 */
function lineOf(bins) {
  const count = bins.length / BIN;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  const xs = new Float64Array(2 * count);
  const ys = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    const [end, low, high] = [Number(bins[i * BIN]), Number(bins[i * BIN + 1]), Number(bins[i * BIN + 3])];
    if (low > 0) least = Math.min(least, low);
    most = Math.max(most, high);
    const falling = i === 0 || Number(bins[(i - 1) * BIN + 2]) >= Number(bins[i * BIN + 2]);
    xs.fill(end, 2 * i, 2 * i + 2);
    ys[2 * i] = falling ? high : low;
    ys[2 * i + 1] = falling ? low : high;
  }
  return { xs, ys, least, most };
}

/**
 * Where the point is as a step is made; `growing` when the step is a new one.
 * @param {import("../../chart/motion.js").Moment | null} moment
 * @param {Seen | null} before
 * @param {Seen} seen
 */
function onTheWay(moment, before, seen) {
  const way = betweenSteps(moment, before, seen);
  const [from, to] = [way?.earlier.error, way?.later.error];
  if (!way || from === undefined || to === undefined) return { ...seen, growing: false };
  const { earlier, later, share } = way;
  return {
    t: mixed(earlier.t, later.t, share),
    error: mixed(from, to, share),
    last: mixed(earlier.last, later.last, share),
    growing: earlier.last < later.last,
  };
}

/**
 * What was made up to the point in full colour, what lies ahead of it paler, and the point.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Line} line
 * @param {Seen & { growing: boolean }} point
 * @param {Place} place
 */
function drawLine(ctx, { xs, ys }, { t, last, error, growing }, place) {
  const { colours, x } = place;
  const point = error === undefined ? [] : [[t, error]];
  // The newest piece of the curve grows with the point.
  const tail = growing ? point : [];
  const made = xs.length - 2 * tail.length;
  const line = [
    [...xs.subarray(0, made), ...tail.map(([at]) => Number(at))],
    [...ys.subarray(0, made), ...tail.map(([, value]) => Number(value))],
  ];
  for (const part of partsAround(place, colours.error, t < last && !growing ? x.map(t) : null)) {
    drawPolyline(ctx, line[0] ?? [], line[1] ?? [], { ...place, ...part });
  }
  for (const [at, value] of point) {
    drawPoints(ctx, [Number(at)], [Number(value)], {
      ...place,
      colour: colours.error,
      paper: colours.paper,
      radius: 5,
    });
  }
}
