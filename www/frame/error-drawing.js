// @ts-check
// What stands in an ε plot: the curves of the runs, what they are called, and a level to compare with.

import { BIN, drawBinnedCurve } from "../chart/bins.js";
import { drawPolyline } from "../chart/curve.js";
import { paler } from "../chart/legend.js";
import { drawPresent, partsAround } from "../chart/present.js";

const TEST_DASH = [7, 4];
const LEVEL_DASH = [1.5, 3.5];

/** @typedef {import("../chart/chart.js").Place<import("../chart/chart.js").Scales>} Place */

/**
 * What it is stands on its line, beside the names of the runs.
 * @param {CanvasRenderingContext2D} ctx
 * @param {NonNullable<import("./error-plot.js").ErrorPlotOptions["level"]>} level
 * @param {Place} place
 * @param {number} right pixel
 */
export function drawLevel(ctx, { error, text }, place, right) {
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
 * @param {Required<import("./error-plot.js").Measured>} measured
 * @param {Place} place
 */
export function drawOthers(ctx, { others }, place) {
  const colour = paler(place.colours.error, place.colours.paper);
  for (const { bins, dash } of others)
    drawBinnedCurve(ctx, bins, { ...place, colour, dash, lineWidth: 1.6, bandOpacity: 0 });
}

/**
 * @param {Required<import("./error-plot.js").Measured>} measured
 * @param {import("../chart/colours.js").Colours} colours
 * @returns {import("../chart/legend.js").Entry[]}
 */
export function entriesOf({ bins, name, others }, { error, paper }) {
  const own = others.length > 0 && bins.length > 0 ? [{ text: name(), colour: error }] : [];
  const colour = paler(error, paper);
  return [...own, ...others.map(({ dash, name: called }) => ({ text: called(), colour, dash }))];
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Required<import("./error-plot.js").Measured>} measured
 * @param {Place} place
 */
export function drawCurves(ctx, { bins, test, t: now, last }, place) {
  const at = now < last ? place.x.map(now) : null;
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
 * @param {Required<import("./error-plot.js").Measured>} measured
 * @param {{ train: string, test: string }} names
 * @param {Place} place
 */
export function drawNames(ctx, { bins, test }, names, { frame, y, colours }) {
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
