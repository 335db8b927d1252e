// @ts-check
// ε over the steps, on a linear or logarithmic scale, with its read-out: one curve in training, and one on a test if
// there is one. What was measured stays, wherever the run stands: what lies beyond is paler.

import { BIN, binOfStep, middleOfBin } from "../chart/bins.js";
import { besideFrame, createChart } from "../chart/chart.js";
import { drawLegend, legendWidth } from "../chart/legend.js";
import { linearScale, logScale } from "../chart/scale.js";
import { element, words } from "../controls/dom.js";
import { createFigure } from "../controls/figure.js";
import { createScaleChoice } from "../controls/scale-choice.js";
import { onLanguage, t } from "../i18n/index.js";
import { fixed, number, tick } from "../i18n/numbers.js";
import { drawChanges, linesOfRate } from "./changes.js";
import { drawCurves, drawLevel, drawNames, drawOthers, entriesOf } from "./error-drawing.js";
import { errorColumns } from "./error-table.js";

const MARGINS = { top: 24, right: 24, left: 44, bottom: 28 };
/** A lower plot has no room for the axis' name: the title above has it. Pixels. */
const NAMED_HEIGHT = 140;
const NOTHING = new Float64Array(0);

/**
 * @typedef {Object} ErrorPlotOptions
 * @property {string} title key
 * @property {string} label key of the name for those who cannot see it
 * @property {string} empty key of what stands there before the first step
 * @property {{ train: string, test: string }} [names] keys, where there is a test
 * @property {string} [changed] key of what may become another on the way besides α
 * @property {number} untrained about the greatest ε of a network that has learned nothing: the axis holds it
 * @property {{ error: number, text: () => string }} [level] an ε to compare with, and what it is
 * @property {number} least a log axis shows at least so much of what is below
 * @property {number} [decimals] of ε in the read-out
 * @property {boolean} logarithmic
 * @property {(logarithmic: boolean) => void} onScale
 * @property {(text: string) => void} announce
 *
 * @typedef {Object} Measured
 * @property {Float64Array<ArrayBuffer>} bins quadruples, to the last step
 * @property {Float64Array<ArrayBuffer>} [test] as many or none
 * @property {number} t where the run stands
 * @property {number} last the furthest step that was made
 * @property {Float64Array<ArrayBuffer>} [marks] steps at which a setting was changed
 * @property {Float64Array<ArrayBuffer>} [rates] from which step on there was which α, one pair after another
 * @property {readonly Other[]} [others] other runs
 * @property {() => string} [name] of this run beside others
 *
 * @typedef {{ bins: Float64Array<ArrayBuffer>, dash: readonly number[], name: () => string }} Other
 */

/** @param {ErrorPlotOptions} options */
export function createErrorPlot(options) {
  const { names, changed, decimals = 4, onScale, announce } = options;
  let log = options.logarithmic;
  /** @type {Required<Measured>} */
  let measured = complete({ bins: NOTHING, t: 0, last: 0 });

  const figure = createFigure({ className: "plot plot-error", label: options.label });
  const scale = createScaleChoice({
    logarithmic: log,
    onChange(next) {
      log = next;
      onScale(log);
      chart.redraw();
    },
  });

  const chart = createChart(figure.canvas, {
    margins: marginsOf,
    write: tick,
    announce,
    scales: ({ frame }) => scalesOf(measured, frame, { ...options, logarithmic: log }),
    axes: ({ colours, frame }) => ({
      xLabel: "t",
      ...(frame.top === MARGINS.top && { yLabel: "ε", yColour: colours.error }),
      xIntegers: true,
    }),
    draw(ctx, place) {
      const entries = entriesOf(measured, place.colours);
      if (options.level)
        drawLevel(ctx, options.level, place, place.frame.right - legendWidth(ctx, entries, place));
      drawOthers(ctx, measured, place);
      drawCurves(ctx, measured, place);
      drawChanges(ctx, { ...measured, other: changed ? () => t(changed) : undefined }, place);
      drawLegend(ctx, entries, place);
      if (names) drawNames(ctx, measured, { train: t(names.train), test: t(names.test) }, place);
    },
    read: {
      count: () => measured.bins.length / BIN,
      nearest: (px, py, { frame, x }) =>
        besideFrame(frame, py) ? binOfStep(measured.bins, x.invert(px)) : null,
      at(key, { x, y }) {
        const { bins, test } = measured;
        const mean = bins[key * BIN + 2];
        if (mean === undefined) return null;
        const step = Number(bins[key * BIN]);
        const lines = [
          `t = ${number(step)}`,
          `ε = ${fixed(mean, decimals)}`,
          ...linesOfRate(measured.rates, step),
        ];
        const tested = test[key * BIN + 2];
        if (tested !== undefined && names) lines.push(`${t(names.test)}: ${fixed(tested, decimals)}`);
        return { x: x.map(middleOfBin(bins, key)), y: y.map(mean), lines };
      },
    },
    numbers: () => [
      ...errorColumns(measured.bins, measured.test),
      ...measured.others.flatMap(({ bins, name }) => errorColumns(bins, [], name())),
    ],
  });

  const head = element("div", "plot-head", words("h3", "plot-title", options.title), scale.element);
  const stopLanguage = onLanguage(chart.redraw);
  return {
    element: element("div", "plot-block", head, figure.element),
    /** @param {Measured} next */
    set(next) {
      measured = complete(next);
      figure.setEmpty(next.bins.length === 0 && measured.others.length === 0 ? options.empty : null);
      chart.redraw();
    },
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
 * Around an ε plot, and around one that stands beside it on the same line.
 * @param {{ height: number }} size
 */
export const marginsOf = ({ height }) => (height < NAMED_HEIGHT ? { ...MARGINS, top: 8 } : MARGINS);

/**
 * The axes hold all means, the ε of an untrained network, and some room.
 * @param {Required<Measured>} measured
 * @param {import("../chart/axes.js").Frame} frame
 * @param {Pick<ErrorPlotOptions, "names" | "untrained" | "least" | "logarithmic">} options
 */
function scalesOf({ bins, test, others }, frame, { names, untrained, least: shown, logarithmic }) {
  const all = [bins, test, ...others.map((other) => other.bins)];
  const ends = all.filter((values) => values.length > 0).map((values) => Number(values[values.length - BIN]));
  const last = ends.length > 0 ? Math.max(...ends) : 100;
  let least = shown;
  let most = untrained;
  for (const values of all) {
    for (let i = 0; i < values.length; i += BIN) {
      if (Number(values[i + 1]) > 0) least = Math.min(least, Number(values[i + 2]));
      most = Math.max(most, Number(values[i + 2]));
    }
  }
  return {
    x: linearScale([0, Math.max(last, 10)], [frame.left, frame.right]),
    y: logarithmic
      ? logScale([names ? least / 2 : least, most * 1.6], [frame.bottom, frame.top])
      : linearScale([0, most * 1.1], [frame.bottom, frame.top]),
  };
}

/** @param {Measured} measured @returns {Required<Measured>} */
function complete(measured) {
  return { test: NOTHING, marks: NOTHING, rates: NOTHING, others: [], name: () => "", ...measured };
}
