// @ts-check
// ε over the steps, on a linear or logarithmic scale, with its read-out: one curve in training, and one on a test if
// there is one. What was measured stays, wherever the run stands: what lies beyond is paler.

import { BIN, binOfStep, drawBinnedCurve, middleOfBin } from "../chart/bins.js";
import { besideFrame, createChart } from "../chart/chart.js";
import { drawPolyline } from "../chart/curve.js";
import { drawLegend, legendWidth, paler } from "../chart/legend.js";
import { drawMarks, drawPresent, partsAround } from "../chart/present.js";
import { linearScale, logScale } from "../chart/scale.js";
import { element, words } from "../controls/dom.js";
import { createFigure } from "../controls/figure.js";
import { createScaleChoice } from "../controls/scale-choice.js";
import { onLanguage, t } from "../i18n/index.js";
import { fixed, number, tick } from "../i18n/numbers.js";
import { errorColumns } from "./error-table.js";

const MARGINS = { top: 24, right: 24, left: 44, bottom: 28 };
const TEST_DASH = [7, 4];
const LEVEL_DASH = [1.5, 3.5];
const NOTHING = new Float64Array(0);

/**
 * @typedef {Object} ErrorPlotOptions
 * @property {string} title key
 * @property {string} label key of the name for those who cannot see it
 * @property {string} empty key of what stands there before the first step
 * @property {{ train: string, test: string }} [names] keys, where there is a test
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
 * @property {readonly Other[]} [others] other runs
 * @property {() => string} [name] of this run beside others
 *
 * @typedef {{ bins: Float64Array<ArrayBuffer>, dash: readonly number[], name: () => string }} Other
 */

/** @param {ErrorPlotOptions} options */
export function createErrorPlot(options) {
  const { names, decimals = 4, onScale, announce } = options;
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
    margins: MARGINS,
    write: tick,
    announce,
    scales: ({ frame }) => scalesOf(measured, frame, { ...options, logarithmic: log }),
    axes: ({ colours }) => ({ xLabel: "t", yLabel: "ε", yColour: colours.error, xIntegers: true }),
    draw(ctx, place) {
      const entries = entriesOf(measured, place.colours);
      if (options.level)
        drawLevel(ctx, options.level, place, place.frame.right - legendWidth(ctx, entries, place));
      drawOthers(ctx, measured, place);
      drawCurves(ctx, measured, place);
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
        const lines = [`t = ${number(Number(bins[key * BIN]))}`, `ε = ${fixed(mean, decimals)}`];
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
  return { test: NOTHING, marks: NOTHING, others: [], name: () => "", ...measured };
}

/** @typedef {import("../chart/chart.js").Place<import("../chart/chart.js").Scales>} Place */

/**
 * What it is stands on its line, beside the names of the runs.
 * @param {CanvasRenderingContext2D} ctx
 * @param {NonNullable<ErrorPlotOptions["level"]>} level
 * @param {Place} place
 * @param {number} right pixel
 */
function drawLevel(ctx, { error, text }, place, right) {
  const { frame, colours, x, y } = place;
  const colour = paler(colours.error, colours.paper);
  drawPolyline(ctx, x.domain, [error, error], { ...place, colour, lineWidth: 1.5, dash: LEVEL_DASH });
  ctx.save();
  ctx.font = `12px ${colours.font}`;
  ctx.textAlign = "right";
  ctx.fillStyle = colours.muted;
  const said = text();
  if (right - ctx.measureText(said).width > frame.left + 8) ctx.fillText(said, right - 5, y.map(error) - 6);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Required<Measured>} measured
 * @param {Place} place
 */
function drawOthers(ctx, { others }, place) {
  const colour = paler(place.colours.error, place.colours.paper);
  for (const { bins, dash } of others)
    drawBinnedCurve(ctx, bins, { ...place, colour, dash, lineWidth: 1.6, bandOpacity: 0 });
}

/**
 * @param {Required<Measured>} measured
 * @param {import("../chart/colours.js").Colours} colours
 * @returns {import("../chart/legend.js").Entry[]}
 */
function entriesOf({ bins, name, others }, { error, paper }) {
  const own = others.length > 0 && bins.length > 0 ? [{ text: name(), colour: error }] : [];
  const colour = paler(error, paper);
  return [...own, ...others.map(({ dash, name: called }) => ({ text: called(), colour, dash }))];
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Required<Measured>} measured
 * @param {Place} place
 */
function drawCurves(ctx, { bins, test, t: now, last, marks }, place) {
  const at = now < last ? place.x.map(now) : null;
  drawMarks(
    ctx,
    place,
    Array.from(marks, (step) => place.x.map(step)),
  );
  for (const part of partsAround(place, place.colours.error, at)) {
    const look = { ...place, ...part };
    drawBinnedCurve(ctx, test, { ...look, lineWidth: 1.6, bandOpacity: 0, dash: TEST_DASH });
    drawBinnedCurve(ctx, bins, look);
  }
  drawPresent(ctx, place, at);
}

/**
 * The curves' names near their ends, the upper one above and the lower one below.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Required<Measured>} measured
 * @param {{ train: string, test: string }} names
 * @param {Place} place
 */
function drawNames(ctx, { bins, test }, names, { frame, y, colours }) {
  if (bins.length === 0 || test.length === 0) return;
  const end = (/** @type {Float64Array} */ values) => y.map(Number(values[values.length - BIN + 2]));
  const testAbove = end(test) <= end(bins);
  ctx.save();
  ctx.font = `12px ${colours.font}`;
  ctx.textAlign = "right";
  ctx.fillStyle = colours.error;
  for (const [text, at, above] of /** @type {[string, number, boolean][]} */ ([
    [names.test, end(test), testAbove],
    [names.train, end(bins), !testAbove],
  ])) {
    const wanted = above ? at - 6 : at + 16;
    ctx.fillText(text, frame.right - 4, Math.min(frame.bottom - 4, Math.max(frame.top + 12, wanted)));
  }
  ctx.restore();
}
