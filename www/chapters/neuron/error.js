// @ts-check
// Chapter 3's curve: ε over the steps that were made, with the step at which the network stands.

import { drawAxes, plotFrame } from "../../chart/axes.js";
import { BIN } from "../../chart/bins.js";
import { mountPlot } from "../../chart/canvas.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { betweenSteps, mixed } from "../../chart/motion.js";
import { createReadout } from "../../chart/readout.js";
import { linearScale, logScale } from "../../chart/scale.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { createScaleChoice } from "../../controls/scale-choice.js";
import { onLanguage } from "../../i18n/index.js";
import { figures, number, tick } from "../../i18n/numbers.js";

/** The axis of steps begins with room for so many. */
const FEWEST_STEPS = 20;

/**
 * @typedef {{ t: number, last: number, error: number | undefined }} Seen the step that is shown, the last one made, ε there
 *
 * @param {{
 *   logarithmic: boolean, onScale: (logarithmic: boolean) => void, errorAt: (t: number) => number | undefined,
 *   moment: () => import("../../chart/motion.js").Moment | null,
 * }} options `errorAt`: ε at any step that was made; `moment`: how far a step that is seen has come
 */
export function createNeuronError({ logarithmic, onScale, errorAt, moment }) {
  let log = logarithmic;
  /** Ends of bins and the error there: the start, and then at least one point a pixel. */
  let bins = new Float64Array(0);
  let last = 0;
  /** @type {Seen} */
  let seen = { t: 0, last: 0, error: undefined };
  /** @type {Seen | null} */
  let before = null;
  /** @type {{ frame: import("../../chart/axes.js").Frame, x: import("../../chart/scale.js").Scale, y: import("../../chart/scale.js").Scale } | null} */
  let place = null;

  const figure = createFigure({ className: "plot plot-error", label: "neuron.error.label" });
  const scale = createScaleChoice({
    logarithmic: log,
    onChange(next) {
      log = next;
      onScale(log);
      plot.redraw();
    },
  });

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    const frame = plotFrame(width, height, { top: 8, right: 22, left: 48, bottom: 26 });
    const count = bins.length / BIN;
    let least = Number.POSITIVE_INFINITY;
    let most = 0;
    const xs = new Float64Array(2 * count);
    const ys = new Float64Array(2 * count);
    for (let i = 0; i < count; i++) {
      const [end, low, high] = [Number(bins[i * BIN]), Number(bins[i * BIN + 1]), Number(bins[i * BIN + 3])];
      if (low > 0) least = Math.min(least, low);
      most = Math.max(most, high);
      // A bin of several steps is drawn over its height, in the order that goes on from the bin before.
      const falling = i === 0 || Number(bins[(i - 1) * BIN + 2]) >= Number(bins[i * BIN + 2]);
      xs.fill(end, 2 * i, 2 * i + 2);
      ys[2 * i] = falling ? high : low;
      ys[2 * i + 1] = falling ? low : high;
    }
    const point = onTheWay();
    const x = linearScale([0, Math.max(point.last, FEWEST_STEPS)], [frame.left, frame.right]);
    const y = log
      ? logScale([Math.min(least, most / 10), most * 1.6], [frame.bottom, frame.top])
      : linearScale([0, most * 1.1 || 1], [frame.bottom, frame.top]);
    place = { frame, x, y };
    drawAxes(ctx, {
      frame,
      x,
      y,
      xLabel: "t",
      colours,
      write: tick,
      xIntegers: true,
    });
    // The newest piece of the curve grows with the point.
    const points = point.error === undefined ? [] : [[point.t, point.error]];
    const tail = point.growing ? points : [];
    const end = xs.length - 2 * tail.length;
    drawPolyline(
      ctx,
      [...xs.subarray(0, end), ...tail.map(([at]) => Number(at))],
      [...ys.subarray(0, end), ...tail.map(([, error]) => Number(error))],
      { frame, x, y, colour: colours.error },
    );
    for (const [at, error] of points) {
      drawPoints(ctx, [Number(at)], [Number(error)], {
        frame,
        x,
        y,
        colour: colours.error,
        paper: colours.paper,
        radius: 5,
      });
    }
    readout.draw(ctx, { frame, colours });
  });

  /** Where the point is as a step is made. */
  function onTheWay() {
    const way = betweenSteps(moment(), before, seen);
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

  const readout = createReadout(figure.canvas, {
    nearest(px, py) {
      if (!place || py < place.frame.top || py > place.frame.bottom) return null;
      return Math.min(last, Math.max(0, Math.round(place.x.invert(px))));
    },
    neighbour: (key, towards) =>
      key === null ? (towards > 0 ? 0 : last) : Math.min(last, Math.max(0, key + towards)),
    read(key) {
      const error = errorAt(key);
      if (!place || error === undefined) return null;
      return {
        x: place.x.map(key),
        y: place.y.map(error),
        lines: [`t = ${number(key)}`, `ε = ${figures(error)}`],
      };
    },
    redraw: () => plot.redraw(),
  });

  const stopLanguage = onLanguage(() => plot.redraw());
  return {
    element: element(
      "div",
      "plot-block",
      element("div", "plot-head", words("h3", "plot-title", "neuron.error"), scale.element),
      figure.element,
    ),
    /**
     * @param {Float64Array} curve quadruples: step, least, mean, greatest
     * @param {number} now
     * @param {number} end
     */
    set(curve, now, end) {
      bins = Float64Array.from(curve);
      last = end;
      before = seen;
      seen = { t: now, last: end, error: errorAt(now) };
      plot.redraw();
    },
    redraw: () => plot.redraw(),
    /** @param {boolean} next */
    setLogarithmic(next) {
      log = next;
      scale.set(next);
      plot.redraw();
    },
    destroy() {
      stopLanguage();
      readout.destroy();
      plot.destroy();
    },
  };
}
