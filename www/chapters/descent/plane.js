// @ts-check
// Chapter 2 with two numbers: ε(a, b) as a map with level lines, and the path of (a, b) over it.

import { drawArrow } from "../../chart/arrow.js";
import { drawAxes, plotFrame } from "../../chart/axes.js";
import { mountPlot } from "../../chart/canvas.js";
import { drawFading, drawPoints } from "../../chart/curve.js";
import { drawLevelMap } from "../../chart/level-map.js";
import { createMotion } from "../../chart/motion.js";
import { listenForPick } from "../../chart/pick.js";
import { createReadout } from "../../chart/readout.js";
import { linearScale } from "../../chart/scale.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage } from "../../i18n/index.js";
import { figures, number, tick } from "../../i18n/numbers.js";

/** Numbers of a point in a trail: a, b, ε, ∂ε/∂a, ∂ε/∂b. */
export const PLANE_POINT = 5;

/** Values of ε along the longer side of the map, and level lines on it. */
const SIDE = 150;
const LINES = 16;

/**
 * Heights between 0 and 1 at which level lines stand about equally far apart: ε grows with the square of the distance
 * from a minimum, or faster, so the map shows a root of it.
 * @param {Float64Array} values NaN where ε has no value
 */
export function heights(values) {
  let low = Number.POSITIVE_INFINITY;
  const finite = values.filter(Number.isFinite).sort();
  if (finite.length > 0) low = Number(finite[0]);
  const high = Number(finite[Math.floor(0.98 * (finite.length - 1))] ?? 1);
  const middle = Number(finite[finite.length >> 1] ?? 1);
  // The root that puts the middle value at middle height; a bowl's is about 2, a steep valley's more.
  const share = Math.min(0.9, Math.max(1e-4, (middle - low) / (high - low || 1)));
  const root = Math.min(4, Math.max(1, Math.log(share) / Math.log(0.55)));
  return values.map((value) =>
    Number.isFinite(value) ? Math.max(0, (value - low) / (high - low || 1)) ** (1 / root) : 1.5,
  );
}

/**
 * @typedef {{ formula: string, middle: readonly [number, number], half: readonly [number, number],
 *   start: readonly [number, number], rate: number }} PlaneSetting
 */

/**
 * @param {{ api: import("../../types/core.js").Api, onStart: (a: number, b: number) => void, onDone: () => void }} options
 */
export function createPlaneView({ api, onStart, onDone }) {
  /** @type {import("../../types/core.js").ErrorFunction | null} */
  let error = null;
  /** @type {import("../../types/core.js").PlaneDescent | null} */
  let run = null;
  /** @type {PlaneSetting | null} */
  let now = null;
  let trail = new Float64Array(0);
  /** @type {import("../../types/core.js").DescentStatus | null} */
  let status = null;
  let t = 0;
  /** @type {{ key: string, grid: import("../../chart/level-map.js").Grid } | null} */
  let map = null;
  /** @type {{ frame: import("../../chart/axes.js").Frame, x: import("../../chart/scale.js").Scale, y: import("../../chart/scale.js").Scale } | null} */
  let place = null;

  const figure = createFigure({ className: "plot descent-figure", label: "descent.plane.label" });
  const motion = createMotion({ redraw: () => plot.redraw() });

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    if (!error || !now || trail.length === 0) return;
    const frame = plotFrame(width, height, { top: 28, right: 26, bottom: 30 });
    // One unit is as long along a as along b: only then the path crosses the level lines at right angles.
    const unit = Math.min(
      (frame.right - frame.left) / (2 * now.half[0]),
      (frame.bottom - frame.top) / (2 * now.half[1]),
    );
    const reach = [(frame.right - frame.left) / unit / 2, (frame.bottom - frame.top) / unit / 2];
    const [a0, a1] = [now.middle[0] - Number(reach[0]), now.middle[0] + Number(reach[0])];
    const [b0, b1] = [now.middle[1] - Number(reach[1]), now.middle[1] + Number(reach[1])];
    const x = linearScale([a0, a1], [frame.left, frame.right]);
    const y = linearScale([b0, b1], [frame.bottom, frame.top]);
    place = { frame, x, y };
    const columns = Math.round(SIDE * Math.min(1, (a1 - a0) / (b1 - b0)));
    const rows = Math.round(SIDE * Math.min(1, (b1 - b0) / (a1 - a0)));
    const key = [now.formula, a0, a1, b0, b1].join(" ");
    if (map?.key !== key) {
      const values = heights(error.field(a0, a1, b0, b1, columns, rows));
      map = { key, grid: { values, columns, rows, x: [a0, a1], y: [b0, b1] } };
    }
    const levels = Array.from({ length: LINES }, (_, i) => (i + 0.5) / LINES);
    drawAxes(ctx, {
      frame,
      x,
      y,
      xLabel: "a",
      yLabel: "b",
      xColour: colours.a,
      yColour: colours.a,
      colours,
      write: tick,
    });
    drawLevelMap(ctx, map.grid, { frame, x, y, levels, low: 0, high: 1.25, colours });
    drawPath(ctx, { frame, x, y }, colours);
    readout.draw(ctx, { frame, colours, crosshair: "none" });
  });

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {NonNullable<typeof place>} where
   * @param {import("../../chart/colours.js").Colours} colours
   */
  function drawPath(ctx, { frame, x, y }, colours) {
    const moment = motion.now();
    const end = trail.length / PLANE_POINT - 1;
    const last = Math.min(end, moment && !moment.back ? t - 1 : t);
    const share = moment ? moment.share : 0;
    const column = (/** @type {number} */ i) =>
      Array.from({ length: last + 1 }, (_, k) => Number(trail[PLANE_POINT * k + i]));
    const [as, bs] = [column(0), column(1)];
    const rate = now?.rate ?? 0;
    const [a, b] = [Number(as[last]), Number(bs[last])];
    const [da, db] = [3, 4].map((i) => -rate * Number(trail[PLANE_POINT * last + i]));
    const look = { frame, x, y, colour: colours.a };
    drawFading(ctx, as, bs, { ...look, lineWidth: 2, faintest: 0.35, segments: 40 });
    const marks = { ...look, paper: colours.paper, radius: 3 };
    for (let k = Math.max(0, last - 60); k < last; k++) {
      const [a0, b0, a1, b1] = [as[k], bs[k], as[k + 1], bs[k + 1]].map(Number);
      // Marks that would cover each other say nothing, the line does.
      const apart = Math.hypot(x.map(Number(a1)) - x.map(Number(a0)), y.map(Number(b1)) - y.map(Number(b0)));
      if (k === 0 || apart >= 9) drawPoints(ctx, [Number(a0)], [Number(b0)], marks);
    }
    const from = /** @type {const} */ ([x.map(a), y.map(b)]);
    ctx.save();
    ctx.beginPath();
    ctx.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
    ctx.clip();
    // The two steps of the rule, one along each axis, and the step that they make together.
    const look2 = { colour: colours.derivative, lineWidth: 1.5, head: 7 };
    drawArrow(ctx, from, [x.map(a + Number(da)), from[1]], look2);
    drawArrow(ctx, from, [from[0], y.map(b + Number(db))], look2);
    drawArrow(ctx, from, [x.map(a + Number(da)), y.map(b + Number(db))], { colour: colours.derivative });
    ctx.restore();
    const at = [a + share * Number(da), b + share * Number(db)];
    drawPoints(ctx, [Number(at[0])], [Number(at[1])], { ...look, paper: colours.paper, radius: 7 });
  }

  const stopPointer = listenForPick(figure.canvas, {
    holds: (px, py) =>
      place !== null &&
      px >= place.frame.left &&
      px <= place.frame.right &&
      py >= place.frame.top &&
      py <= place.frame.bottom,
    onPick(px, py) {
      if (!place) return;
      const { frame, x, y } = place;
      const within = (/** @type {number} */ v, /** @type {number} */ lo, /** @type {number} */ hi) =>
        Math.min(hi, Math.max(lo, v));
      const hundredth = (/** @type {number} */ value) => Math.round(value * 100) / 100;
      onStart(
        hundredth(x.invert(within(px, frame.left, frame.right))),
        hundredth(y.invert(within(py, frame.top, frame.bottom))),
      );
    },
    onDone,
    onHover() {},
  });

  const readout = createReadout(figure.canvas, {
    // A press chooses the start, so a read-out is only for a mouse that points and for the keys.
    nearest(px, py) {
      if (!place) return null;
      let best = null;
      let least = 14;
      for (let k = 0; k < trail.length / PLANE_POINT; k++) {
        const away = Math.hypot(
          place.x.map(Number(trail[PLANE_POINT * k])) - px,
          place.y.map(Number(trail[PLANE_POINT * k + 1])) - py,
        );
        if (away < least) {
          least = away;
          best = k;
        }
      }
      return best;
    },
    neighbour(key, towards) {
      const last = trail.length / PLANE_POINT - 1;
      if (key === null) return towards > 0 ? 0 : last;
      return Math.min(last, Math.max(0, key + towards));
    },
    read(key) {
      if (!place || PLANE_POINT * key >= trail.length) return null;
      const at = (/** @type {number} */ i) => Number(trail[PLANE_POINT * key + i]);
      return {
        x: place.x.map(at(0)),
        y: place.y.map(at(1)),
        lines: [
          `t = ${number(key)}`,
          `a = ${figures(at(0))}`,
          `b = ${figures(at(1))}`,
          `ε = ${figures(at(2))}`,
        ],
      };
    },
    redraw: () => plot.redraw(),
  });

  const stopLanguage = onLanguage(() => plot.redraw());

  return {
    element: figure.element,
    figure,

    /** Another run. When it throws, the present one stays. @param {PlaneSetting} next */
    apply(next) {
      const other = next.formula !== now?.formula ? new api.ErrorFunction(next.formula, true) : null;
      const source = /** @type {import("../../types/core.js").ErrorFunction} */ (other ?? error);
      const sameStart = !other && now?.start[0] === next.start[0] && now.start[1] === next.start[1];
      if (run && sameStart && now?.half[0] === next.half[0]) {
        if (next.rate !== now.rate) run.set_alpha(next.rate);
      } else {
        const windows = [0, 1].flatMap((i) => [
          Number(next.middle[i]) - Number(next.half[i]),
          Number(next.middle[i]) + Number(next.half[i]),
        ]);
        const made = new api.PlaneDescent(
          source,
          Float64Array.from(windows),
          next.start[0],
          next.start[1],
          next.rate,
        );
        run?.free();
        run = made;
        if (other) error?.free();
        error = source;
        readout.clear();
      }
      now = next;
      motion.stop();
    },

    /** @param {number} next */
    goTo(next) {
      if (!run) return 0;
      t = run.go_to(next);
      trail = run.trail();
      status = run.status();
      motion.stop();
      plot.redraw();
      return t;
    },

    step() {
      const before = t;
      if (this.goTo(t + 1) > before) motion.begin(false);
    },

    back() {
      if (t === 0) return;
      // The arrow of the step that is taken back leads from the point that is reached.
      this.goTo(t - 1);
      motion.begin(true);
    },

    report() {
      if (!status) throw new Error("no run");
      return { t, canStep: status.canStep, done: status.done, status, trail };
    },

    tree: () => error?.tree(),
    redraw: () => plot.redraw(),

    destroy() {
      stopLanguage();
      stopPointer();
      readout.destroy();
      motion.destroy();
      plot.destroy();
      run?.free();
      error?.free();
    },
  };
}
