// @ts-check
// The picture of two numbers: ε(a, b) as a map with level lines and the path over it, which a press or a drag gives another
// start.

import { createChart, insideFrame } from "../../chart/chart.js";
import { drawLevelMap } from "../../chart/level-map.js";
import { createMotion } from "../../chart/motion.js";
import { linearScale } from "../../chart/scale.js";
import { windowPlaceOf } from "../../chart/whereabouts.js";
import { createFigure } from "../../controls/figure.js";
import { figures, number, tick } from "../../i18n/numbers.js";
import { createPlaneBasin, drawPlaneBasin } from "./plane-basin.js";
import { createMap } from "./plane-map.js";
import { drawPath } from "./plane-path.js";
import { PLANE_POINT } from "./plane-run.js";
import { planeTable } from "./table.js";

/** @typedef {import("./plane-run.js").PlaneRun} PlaneRun */
/** @typedef {import("./plane-path.js").Place} Place */
/** @typedef {import("../../chart/motion.js").Moment} Moment */

/** Heights of the level lines. */
const LEVELS = Array.from({ length: 16 }, (_, i) => (i + 0.5) / 16);

/** So near to a point of the path it is meant, pixels. */
const NEAR = 14;

/**
 * @param {{ onStart: (a: number, b: number) => void, announce: (text: string) => void }} options `onStart`: the reader
 *   chooses another start
 */
export function createPlaneView({ onStart, announce }) {
  /** @type {PlaneRun | null} */
  let plane = null;
  let begun = 0;
  const mapOf = createMap();
  const basin = createPlaneBasin({ redraw: () => chart.redraw() });
  const figure = createFigure({ className: "plot descent-figure", label: "descent.plane.label" });
  const motion = createMotion({ redraw: () => chart.redraw() });

  const chart = createChart(figure.canvas, {
    margins: { top: 28, right: 26, bottom: 30 },
    write: tick,
    announce,
    scales: ({ frame }) => plane && scalesOf(plane, frame),
    axes: ({ colours }) => ({ xLabel: "a", yLabel: "b", xColour: colours.a, yColour: colours.a }),
    draw(ctx, place) {
      if (!plane) return;
      const map = mapOf(plane, place.x.domain, place.y.domain);
      drawLevelMap(ctx, map, { ...place, levels: LEVELS, low: 0, high: 1.25 });
      const same = basin.of(plane, place.x.domain, place.y.domain);
      if (same) drawPlaneBasin(ctx, same, place);
      drawPath(ctx, plane.trail, seenOf(plane, motion.now()), place);
    },
    read: {
      crosshair: "none",
      count: () => (plane ? plane.trail.length / PLANE_POINT : 0),
      nearest: (px, py, place) => plane && nearestOf(plane.trail, px, py, place),
      at: (key, place) => plane && readingOf(plane.trail, key, place),
    },
    pick: {
      holds: (px, py, { frame }) => insideFrame(frame, px, py),
      onPick: (px, py, place) => onStart(...pointAt(px, py, place)),
      onDone() {},
    },
    numbers,
  });

  /** @returns {import("../../chart/table.js").Table} */
  function numbers() {
    const { place } = chart;
    return plane && place ? planeTable(plane, place.x.domain, place.y.domain) : [];
  }

  return {
    element: figure.element,
    describe: figure.describe,
    /** @param {PlaneRun} next */
    show(next) {
      plane = next;
      motion.stop();
      if (begun !== next.begun) {
        begun = next.begun;
        chart.clear();
      }
      chart.redraw();
    },
    /** The step that has just been made, or taken back, is seen. @param {{ back: boolean }} step */
    move: ({ back }) => motion.begin(back),
    /** Where the picture has the point with its gradient, in the window; null: not in the picture. */
    tangentAt() {
      const { place } = chart;
      const [a, b] = plane ? plane.trail.subarray(-PLANE_POINT) : [];
      if (!place || a === undefined || b === undefined) return null;
      const [x, y] = [place.x.map(a), place.y.map(b)];
      return insideFrame(place.frame, x, y) ? windowPlaceOf(figure.canvas, x, y) : null;
    },
    destroy() {
      motion.destroy();
      basin.destroy();
      chart.destroy();
    },
  };
}

/**
 * One unit is as long along a as along b: only then the path crosses the level lines at right angles.
 * @param {PlaneRun} plane
 * @param {import("../../chart/axes.js").Frame} frame
 */
function scalesOf({ setting }, { left, right, top, bottom }) {
  if (!setting) return null;
  const { middle, half } = setting;
  const unit = Math.min((right - left) / (2 * half[0]), (bottom - top) / (2 * half[1]));
  const [reachA, reachB] = [(right - left) / unit / 2, (bottom - top) / unit / 2];
  return {
    x: linearScale([middle[0] - reachA, middle[0] + reachA], [left, right]),
    y: linearScale([middle[1] - reachB, middle[1] + reachB], [bottom, top]),
  };
}

/**
 * The arrow of a step that is taken back leads from the point that is reached; that of one that is made, to it.
 * @param {PlaneRun} plane
 * @param {Moment | null} moment
 */
function seenOf({ trail, t }, moment) {
  const end = trail.length / PLANE_POINT - 1;
  return { last: Math.min(end, moment && !moment.back ? t - 1 : t), share: moment?.share ?? 0 };
}

/**
 * @param {Float64Array} trail
 * @param {number} px
 * @param {number} py
 * @param {Place} place
 */
function nearestOf(trail, px, py, { x, y }) {
  let best = null;
  let least = NEAR;
  for (let k = 0; k < trail.length / PLANE_POINT; k++) {
    const [a, b] = [0, 1].map((i) => Number(trail[PLANE_POINT * k + i]));
    const away = Math.hypot(x.map(a) - px, y.map(b) - py);
    if (away < least) {
      least = away;
      best = k;
    }
  }
  return best;
}

/**
 * @param {Float64Array} trail
 * @param {number} k
 * @param {Place} place
 */
function readingOf(trail, k, { x, y }) {
  if (PLANE_POINT * k >= trail.length) return null;
  const [a, b, error] = [0, 1, 2].map((i) => Number(trail[PLANE_POINT * k + i]));
  return {
    x: x.map(a),
    y: y.map(b),
    lines: [`t = ${number(k)}`, `a = ${figures(a)}`, `b = ${figures(b)}`, `ε = ${figures(error)}`],
  };
}

/**
 * A start to the hundredth, so that it can be said.
 * @param {number} px
 * @param {number} py
 * @param {Place} place
 * @returns {[number, number]}
 */
function pointAt(px, py, { frame, x, y }) {
  const a = x.invert(Math.min(frame.right, Math.max(frame.left, px)));
  const b = y.invert(Math.min(frame.bottom, Math.max(frame.top, py)));
  return [Math.round(a * 100) / 100, Math.round(b * 100) / 100];
}
