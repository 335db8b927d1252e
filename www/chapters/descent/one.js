// @ts-check
// Chapter 2 with one number: up to three runs from one start, and their picture.

import { mountPlot } from "../../chart/canvas.js";
import { createMotion } from "../../chart/motion.js";
import { listenForPick, pickedValue } from "../../chart/pick.js";
import { drawReading } from "../../chart/reading.js";
import { createReadout } from "../../chart/readout.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage } from "../../i18n/index.js";
import { figures, number, plain } from "../../i18n/numbers.js";
import { drawFunctionPlot, POINT, stepsShown } from "./function-plot.js";

/** @typedef {import("../../types/core.js").Api} Api */

/** Places at which the curve is computed. */
const SAMPLES = 801;

/** What tells runs apart besides their α. */
export const LOOKS = Object.freeze(
  /** @type {const} */ ([
    { mark: "dot", dash: [] },
    { mark: "open", dash: [7, 4] },
    { mark: "square", dash: [2, 3] },
  ]),
);

/**
 * @typedef {{ formula: string, window: readonly [number, number] | null, start: number, rates: readonly number[],
 *   active: number }} OneSetting `window` null: as the formula needs it
 */

/**
 * @param {{ api: Api, onStart: (a: number) => void, onDone: () => void }} options the reader chooses another start
 */
export function createOneView({ api, onStart, onDone }) {
  /** @type {import("../../types/core.js").ErrorFunction | null} */
  let error = null;
  let formula = "";
  /** @type {readonly [number, number]} */
  let window = [0, 1];
  let start = Number.NaN;
  /** @type {{ rate: number, run: import("../../types/core.js").Descent, trail: Float64Array, status: import("../../types/core.js").DescentStatus }[]} */
  let runs = [];
  let active = 0;
  let t = 0;
  let samples = new Float64Array(0);
  /** @type {import("./function-plot.js").Place | null} */
  let place = null;
  /** @type {number | null} */
  let hover = null;

  const figure = createFigure({ className: "plot descent-figure", label: "descent.figure.label" });
  const motion = createMotion({ redraw: () => plot.redraw() });

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    if (!error || runs.length === 0) return;
    const moment = motion.now();
    const seen = runs.map((run, index) => seenOf(run, index, moment));
    const current = seen[active];
    if (!current) return;
    seen.splice(active, 1);
    place = drawFunctionPlot(ctx, {
      width,
      height,
      window,
      samples,
      runs: [...seen, current],
      goal: runs[active]?.status.goal?.a ?? null,
      stepText: textOfStep(current),
      steps: stepsShown(t),
      colours,
    });
    if (hover !== null && !moment) drawHover(ctx, hover, place, colours);
    readout.draw(ctx, { frame: place.trail, colours, crosshair: "none" });
  });

  /**
   * @param {typeof runs[number]} run
   * @param {number} index
   * @param {{ share: number, back: boolean } | null} moment
   * @returns {import("./function-plot.js").Run}
   */
  function seenOf({ rate, trail, status }, index, moment) {
    const end = trail.length / POINT - 1;
    const look = LOOKS[index] ?? LOOKS[0];
    // While a step is made the arrow stays where it was, and the point goes along it.
    const last = Math.min(end, moment && !moment.back ? t - 1 : t);
    const at = (/** @type {number} */ i) => Number(trail[POINT * last + i]);
    // A run that had ended before stands still.
    const moves = moment !== null && end === t && (!moment.back || status.canStep);
    const share = moves && moment ? moment.share : 0;
    const a = at(0) + share * at(3);
    const height = share > 0 ? Number(error?.at(a)[0]) : at(1);
    return {
      trail,
      last,
      now: [a, height],
      row: last + share,
      mark: look.mark,
      dash: look.dash,
      name: `α = ${plain(rate)}`,
      active: index === active,
    };
  }

  /** @param {import("./function-plot.js").Run} run */
  function textOfStep({ trail, last, now }) {
    const inside = now[0] >= window[0] && now[0] <= window[1];
    return inside ? `−α·ε′ = ${figures(Number(trail[POINT * last + 3]))}` : `a = ${figures(now[0])}`;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {number} a
   * @param {import("./function-plot.js").Place} where
   * @param {import("../../chart/colours.js").Colours} colours
   */
  function drawHover(ctx, a, { curve, x, y }, colours) {
    const [height, slope] = error?.at(a) ?? [];
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

  const stopPointer = listenForPick(figure.canvas, {
    holds: (px, py) =>
      place !== null &&
      px >= place.curve.left &&
      px <= place.curve.right &&
      py >= place.curve.top - 8 &&
      py <= place.curve.bottom + 8,
    onPick(px) {
      if (!place) return;
      onStart(pickedValue(place.x.invert(px), window));
    },
    onDone,
    onHover(at) {
      const next = at && place ? place.x.invert(at[0]) : null;
      if (next === hover) return;
      hover = next;
      plot.redraw();
    },
  });

  const trailOf = () => runs[active]?.trail ?? new Float64Array(0);
  const readout = createReadout(figure.canvas, {
    nearest(_, py) {
      if (!place || py < place.trail.top - 6) return null;
      const k = Math.round(place.t.invert(py));
      return k >= 0 && k < trailOf().length / POINT ? k : null;
    },
    neighbour(key, towards) {
      const last = trailOf().length / POINT - 1;
      if (key === null) return towards > 0 ? 0 : last;
      return Math.min(last, Math.max(0, key + towards));
    },
    read(key) {
      const trail = trailOf();
      if (!place || POINT * key >= trail.length) return null;
      const a = Number(trail[POINT * key]);
      const x = Math.min(place.trail.right, Math.max(place.trail.left, place.x.map(a)));
      return {
        x,
        y: place.t.map(key),
        lines: [`t = ${number(key)}`, `a = ${figures(a)}`, `ε = ${figures(Number(trail[POINT * key + 1]))}`],
      };
    },
    redraw: () => plot.redraw(),
  });

  function refresh() {
    for (const run of runs) {
      run.trail = run.run.trail();
      run.status = run.run.status();
    }
    plot.redraw();
  }

  const stopLanguage = onLanguage(() => plot.redraw());

  return {
    element: figure.element,
    figure,

    /**
     * Other runs. When it throws, the present ones stay.
     * @param {OneSetting} next
     */
    apply(next) {
      const other = next.formula !== formula || !error ? new api.ErrorFunction(next.formula, false) : null;
      const source = /** @type {import("../../types/core.js").ErrorFunction} */ (other ?? error);
      const ends = next.window ?? /** @type {[number, number]} */ ([...source.window()]);
      const same = !other && ends[0] === window[0] && ends[1] === window[1] && next.start === start;
      if (same && next.rates.length === runs.length) {
        next.rates.forEach((rate, index) => {
          const run = runs[index];
          if (!run || run.rate === rate) return;
          run.run.set_alpha(rate);
          run.rate = rate;
        });
      } else {
        const [low, high] = ends;
        const made = next.rates.map((rate) => ({
          rate,
          run: new api.Descent(source, low, high, next.start, rate),
        }));
        for (const { run } of runs) run.free();
        if (other) {
          error?.free();
          error = other;
          formula = next.formula;
        }
        if (other || ends[0] !== window[0] || ends[1] !== window[1])
          samples = source.sample(low, high, SAMPLES);
        window = [low, high];
        start = next.start;
        runs = made.map(({ rate, run }) => ({ rate, run, trail: run.trail(), status: run.status() }));
        readout.clear();
        hover = null;
      }
      active = next.active;
      motion.stop();
    },

    /** All runs to step t, or as near as they go; tells the greatest step reached. @param {number} next */
    goTo(next) {
      t = Math.max(...runs.map(({ run }) => run.go_to(next)));
      motion.stop();
      refresh();
      return t;
    },

    /** The next step, seen. */
    step() {
      const before = t;
      if (this.goTo(t + 1) > before) motion.begin(false);
    },

    back() {
      if (t === 0) return;
      this.goTo(t - 1);
      motion.begin(true);
    },

    /** @returns {{ t: number, canStep: boolean, done: boolean, status: import("../../types/core.js").DescentStatus, trail: Float64Array }} */
    report() {
      const current = runs[active];
      if (!current) throw new Error("no run");
      return {
        t,
        canStep: runs.some(({ status }) => status.canStep && status.t === t),
        done: runs.every(({ status }) => status.done),
        status: current.status,
        trail: current.trail,
      };
    },

    /** h, ε(a + h), ε(a − h), the difference, ε′ */
    check: () => runs[active]?.run.check() ?? new Float64Array(5),
    window: () => window,
    /** What was read, for a formula in figures. */
    tree: () => error?.tree(),
    redraw: () => plot.redraw(),

    destroy() {
      stopLanguage();
      stopPointer();
      readout.destroy();
      motion.destroy();
      plot.destroy();
      for (const { run } of runs) run.free();
      error?.free();
    },
  };
}
