// @ts-check
// ε over the steps, on a linear or logarithmic scale, with its read-out: one curve in training, and one on a test if
// there is one.

import { drawAxes, plotFrame } from "../chart/axes.js";
import { mountPlot } from "../chart/canvas.js";
import { BIN, drawBinnedCurve } from "../chart/curve.js";
import { createReadout } from "../chart/readout.js";
import { linearScale, logScale } from "../chart/scale.js";
import { element, words } from "../controls/dom.js";
import { createFigure } from "../controls/figure.js";
import { createScaleChoice } from "../controls/scale-choice.js";
import { onLanguage, t } from "../i18n/index.js";
import { fixed, number, tick } from "../i18n/numbers.js";

const TEST_DASH = [7, 4];

/**
 * @typedef {Object} ErrorPlotOptions
 * @property {string} title key
 * @property {string} label key of the name for those who cannot see it
 * @property {string} empty key of what stands there before the first step
 * @property {{ train: string, test: string }} [names] keys, where there is a test
 * @property {number} untrained ε of a network that says ½ to everything: the axis holds it
 * @property {number} least a log axis shows at least so much of what is below
 * @property {number} [decimals] of ε in the read-out
 * @property {boolean} logarithmic
 * @property {(logarithmic: boolean) => void} onScale
 */

/** @param {ErrorPlotOptions} options */
export function createErrorPlot(options) {
  const { names, untrained, decimals = 4, onScale } = options;
  let log = options.logarithmic;
  let bins = new Float64Array(0);
  let test = new Float64Array(0);
  /** @type {{ frame: import("../chart/axes.js").Frame, x: import("../chart/scale.js").Scale, y: import("../chart/scale.js").Scale } | null} */
  let place = null;

  const figure = createFigure({ className: "plot plot-error", label: options.label });
  const scale = createScaleChoice({
    logarithmic: log,
    onChange(next) {
      log = next;
      onScale(log);
      plot.redraw();
    },
  });

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    const frame = plotFrame(width, height, { top: 24, right: 24, left: 44, bottom: 28 });
    const count = bins.length / BIN;
    const last = count > 0 ? Number(bins[bins.length - BIN]) : 100;
    const x = linearScale([0, Math.max(last, 10)], [frame.left, frame.right]);
    let { least } = options;
    let most = untrained;
    for (const values of [bins, test]) {
      for (let i = 0; i < values.length; i += BIN) {
        if (Number(values[i + 1]) > 0) least = Math.min(least, Number(values[i + 2]));
        most = Math.max(most, Number(values[i + 2]));
      }
    }
    const y = log
      ? logScale([names ? least / 2 : least, most * 1.6], [frame.bottom, frame.top])
      : linearScale([0, most * 1.1], [frame.bottom, frame.top]);
    place = { frame, x, y };
    drawAxes(ctx, {
      frame,
      x,
      y,
      xLabel: "t",
      yLabel: "ε",
      yColour: colours.error,
      colours,
      write: tick,
      xIntegers: true,
    });
    if (count === 0) return;
    if (test.length > 0) {
      drawBinnedCurve(ctx, test, {
        frame,
        x,
        y,
        colour: colours.error,
        lineWidth: 1.6,
        bandOpacity: 0,
        dash: TEST_DASH,
      });
    }
    drawBinnedCurve(ctx, bins, { frame, x, y, colour: colours.error });
    if (test.length > 0 && names)
      drawNames(ctx, { frame, x, y, colours, names: { train: t(names.train), test: t(names.test) } });
    readout.draw(ctx, { frame, colours });
  });

  /**
   * The curves' names near their ends, the upper one above and the lower one below.
   * @param {CanvasRenderingContext2D} ctx
   * @param {{ frame: import("../chart/axes.js").Frame, x: import("../chart/scale.js").Scale,
   *   y: import("../chart/scale.js").Scale, colours: import("../chart/colours.js").Colours,
   *   names: { train: string, test: string } }} look
   */
  function drawNames(ctx, { frame, y, colours, names: said }) {
    const end = (/** @type {Float64Array} */ values) => y.map(Number(values[values.length - BIN + 2]));
    const testAbove = end(test) <= end(bins);
    ctx.save();
    ctx.font = `12px ${colours.font}`;
    ctx.textAlign = "right";
    ctx.fillStyle = colours.error;
    for (const [text, at, above] of /** @type {[string, number, boolean][]} */ ([
      [said.test, end(test), testAbove],
      [said.train, end(bins), !testAbove],
    ])) {
      const wanted = above ? at - 6 : at + 16;
      ctx.fillText(text, frame.right - 4, Math.min(frame.bottom - 4, Math.max(frame.top + 12, wanted)));
    }
    ctx.restore();
  }

  /** @param {number} index of the bin */
  const middle = (index) => (Number(bins[index * BIN - BIN] ?? 0) + 1 + Number(bins[index * BIN])) / 2;
  const readout = createReadout(figure.canvas, {
    nearest(px, py) {
      const count = bins.length / BIN;
      if (!place || count === 0 || py < place.frame.top || py > place.frame.bottom) return null;
      const step = place.x.invert(px);
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const half = (low + high) >> 1;
        if (Number(bins[half * BIN]) < step) low = half + 1;
        else high = half;
      }
      return low;
    },
    neighbour(key, towards) {
      const count = bins.length / BIN;
      if (count === 0) return null;
      if (key === null) return towards > 0 ? 0 : count - 1;
      return Math.min(count - 1, Math.max(0, key + towards));
    },
    read(key) {
      if (!place || key * BIN >= bins.length) return null;
      const mean = Number(bins[key * BIN + 2]);
      const lines = [`t = ${number(Number(bins[key * BIN]))}`, `ε = ${fixed(mean, decimals)}`];
      const tested = test[key * BIN + 2];
      if (tested !== undefined && names) lines.push(`${t(names.test)}: ${fixed(tested, decimals)}`);
      return { x: place.x.map(middle(key)), y: place.y.map(mean), lines };
    },
    redraw: () => plot.redraw(),
  });

  const head = element("div", "plot-head", words("h3", "plot-title", options.title), scale.element);
  const stopLanguage = onLanguage(() => plot.redraw());
  return {
    element: element("div", "plot-block", head, figure.element),
    /**
     * @param {Float64Array<ArrayBuffer>} next
     * @param {Float64Array<ArrayBuffer>} [nextTest]
     */
    set(next, nextTest = new Float64Array(0)) {
      bins = next;
      test = nextTest;
      figure.setEmpty(next.length === 0 ? options.empty : null);
      plot.redraw();
    },
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
