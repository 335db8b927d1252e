// @ts-check
// The picture of one number: ε(a) with its runs, which a press or a drag gives another start.

import { createChart, insideFrame } from "../../chart/chart.js";
import { createMotion } from "../../chart/motion.js";
import { pickedValue } from "../../chart/pick.js";
import { drawReading } from "../../chart/reading.js";
import { windowPlaceOf } from "../../chart/whereabouts.js";
import { createFigure } from "../../controls/figure.js";
import { figures, number, tick } from "../../i18n/numbers.js";
import { createBasin } from "./basin.js";
import { marginsOf, placeOf, stepsShown } from "./function-place.js";
import { drawFunctionPlot } from "./function-plot.js";
import { drawGuess } from "./guess.js";
import { POINT } from "./one-runs.js";
import { seenRuns, stepText } from "./seen.js";
import { oneTable } from "./table.js";

/** @typedef {import("./one-runs.js").OneRuns} OneRuns */
/** @typedef {import("./function-place.js").Place} Place */
/** @typedef {import("../../chart/axes.js").Frame} Frame */

/** So near to the curve's frame a press is meant for it. */
const SLACK = 8;

/** So far above the frame of a over t its first row is still pointed at. */
const ABOVE = 6;

/** @param {{ onStart: (a: number) => void, announce: (text: string) => void }} options `onStart`: the reader chooses another start */
export function createOneView({ onStart, announce }) {
  /** @type {OneRuns | null} */
  let one = null;
  /** a that a mouse points at. @type {number | null} */
  let hover = null;
  let begun = 0;
  /** Where the reader expects a to be, while that is asked. @type {{ onValue: ((a: number) => void) | null, a: number | null } | null} */
  let guess = null;
  const basinOf = createBasin();
  const figure = createFigure({ className: "plot descent-figure", label: "descent.figure.label" });
  const motion = createMotion({ redraw: () => chart.redraw() });

  const chart = createChart(figure.canvas, {
    margins: ({ width }) => marginsOf(width),
    write: tick,
    announce,
    scales: ({ frame }) => one && { ...pictureOf(one, frame, motion.now()), basin: basinOf(one) },
    draw(ctx, place) {
      const asked = guess?.onValue != null && !place.moment;
      drawFunctionPlot(ctx, asked ? { ...place, asked } : place);
      if (guess?.a != null) drawGuess(ctx, guess.a, place);
      if (one && hover !== null && !place.moment) drawHover(ctx, one, hover, place);
    },
    read: {
      crosshair: "none",
      count: () => (one ? one.current.trail.length / POINT : 0),
      nearest: (_, py, place) => rowAt(py, place),
      at: (key, place) => one && readingOf(one.current.trail, key, place),
    },
    pick: {
      holds: (px, py, { curve }) => isNear(curve, px, py),
      onPick: (px, _, { x, window }) => (guess?.onValue ?? onStart)(pickedValue(x.invert(px), window)),
      onDone() {},
      onHover(at, { x }) {
        const next = at && x.invert(at[0]);
        if (next === hover) return;
        hover = next;
        chart.redraw();
      },
    },
    numbers: () => (one ? oneTable(one) : []),
  });

  return {
    element: figure.element,
    describe: figure.describe,
    /** @param {OneRuns} next */
    show(next) {
      one = next;
      motion.stop();
      if (begun !== next.begun) {
        begun = next.begun;
        hover = null;
        chart.clear();
      }
      chart.redraw();
    },
    /** The step that has just been made, or taken back, is seen. @param {{ back: boolean }} step */
    move: ({ back }) => motion.begin(back),
    /** Where the picture has the tangent, in the window; null: not in the picture. */
    tangentAt() {
      const { place } = chart;
      const [a, error] = one ? one.current.trail.subarray(-POINT) : [];
      if (!place || a === undefined || error === undefined) return null;
      const [x, y] = [place.x.map(a), place.y.map(error)];
      return insideFrame(place.curve, x, y) ? windowPlaceOf(figure.canvas, x, y) : null;
    },
    /**
     * A press tells where a is expected, in place of choosing a start.
     * @param {(a: number) => void} onValue
     * @returns {import("../../frame/lab.js").Picked}
     */
    guess(onValue) {
      /** @type {NonNullable<typeof guess>} */
      const mine = { onValue, a: null };
      guess = mine;
      chart.redraw();
      return {
        range: one?.window ?? [0, 1],
        show(a) {
          mine.a = a;
          chart.redraw();
        },
        release() {
          mine.onValue = null;
          chart.redraw();
        },
        stop() {
          if (guess === mine) guess = null;
          chart.redraw();
        },
      };
    },
    destroy() {
      motion.destroy();
      chart.destroy();
    },
  };
}

/**
 * @param {OneRuns} one
 * @param {Frame} frame
 * @param {import("../../chart/motion.js").Moment | null} moment
 */
function pictureOf(one, frame, moment) {
  const { window, samples, t } = one;
  const runs = seenRuns(one, moment);
  const steps = stepsShown(t);
  const place = placeOf(frame, { window, samples, steps, runs });
  const active = runs.at(-1);
  return {
    ...place,
    frame: place.trail,
    moment,
    window,
    samples,
    steps,
    runs,
    goal: one.current.status.goal?.a ?? null,
    stepText: active ? stepText(active, window) : "",
  };
}

/**
 * @param {Frame} curve
 * @param {number} px
 * @param {number} py
 */
function isNear(curve, px, py) {
  return insideFrame({ ...curve, top: curve.top - SLACK, bottom: curve.bottom + SLACK }, px, py);
}

/**
 * The step whose row stands at a height.
 * @param {number} py
 * @param {Place & { runs: readonly import("./function-place.js").Seen[] }} place
 */
function rowAt(py, { trail, t, runs }) {
  if (py < trail.top - ABOVE) return null;
  const k = Math.round(t.invert(py));
  return k >= 0 && k < Number(runs.at(-1)?.trail.length) / POINT ? k : null;
}

/**
 * @param {Float64Array} trail
 * @param {number} k
 * @param {Place} place
 * @returns {import("../../chart/reading.js").Reading | null}
 */
function readingOf(trail, k, { trail: frame, x, t }) {
  if (POINT * k >= trail.length) return null;
  const [a, error] = [0, 1].map((i) => Number(trail[POINT * k + i]));
  return {
    x: Math.min(frame.right, Math.max(frame.left, x.map(a))),
    y: t.map(k),
    lines: [`t = ${number(k)}`, `a = ${figures(a)}`, `ε = ${figures(error)}`],
  };
}

/**
 * What ε is where a mouse points.
 * @param {CanvasRenderingContext2D} ctx
 * @param {OneRuns} one
 * @param {number} a
 * @param {Place & { colours: import("../../chart/colours.js").Colours }} place
 */
function drawHover(ctx, one, a, { curve, x, y, colours }) {
  const [height, slope] = Array.from(one.at(a));
  if (height === undefined || slope === undefined || !Number.isFinite(height)) return;
  const at = { x: x.map(a), y: Math.max(curve.top, y.map(height)) };
  ctx.save();
  ctx.strokeStyle = colours.a;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(at.x, at.y, 6, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.restore();
  drawReading(
    ctx,
    { ...at, lines: [`a = ${figures(a)}`, `ε = ${figures(height)}`, `ε′ = ${figures(slope)}`] },
    { frame: curve, crosshair: "none", pinned: false, colours },
  );
}
