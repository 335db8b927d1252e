// @ts-check
// A curve over more steps than a screen has pixels: bins of steps, as the core thins what it remembers.

import { clipped, near } from "./curve.js";

/** @typedef {import("./axes.js").Frame} Frame */
/** @typedef {import("./scale.js").Scale} Scale */

/** Numbers in a bin: the step at which it ends, then least, mean and greatest value of its steps. */
export const BIN = 4;

/**
 * The middle of a bin's steps. Steps are counted from 1: the bin that ends at step 8 after one that ended at 4 has the
 * middle 6.5.
 * @param {ArrayLike<number>} bins
 * @param {number} index of the bin
 */
export function middleOfBin(bins, index) {
  const before = index > 0 ? bins[(index - 1) * BIN] : 0;
  return (before + 1 + bins[index * BIN]) / 2;
}

/**
 * The bin that holds a step, the first or the last one for a step before or after all; null when there is none.
 * @param {ArrayLike<number>} bins
 * @param {number} step
 * @returns {number | null}
 */
export function binOfStep(bins, step) {
  const count = Math.floor(bins.length / BIN);
  if (count === 0) return null;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const half = (low + high) >> 1;
    if (bins[half * BIN] < step) low = half + 1;
    else high = half;
  }
  return low;
}

/**
 * Joins bins that fall into one column of `step` pixels: least of the least, greatest of the greatest, and the mean
 * weighted by the number of steps. The number of vertices is then bounded by the screen, not by the training.
 * @param {Float64Array} bins quadruples, ascending
 * @param {Scale} x
 * @param {number} [step] pixels in a column
 * @returns {Float64Array} quadruples; the first number is the middle of the steps joined
 */
export function binsByColumn(bins, x, step = 2) {
  const joined = new Float64Array(bins.length);
  let length = 0;
  let before = 0;
  let column = Number.NaN;
  let start = 0;
  let weight = 0;
  for (let i = 0; i + BIN <= bins.length; i += BIN) {
    const end = bins[i];
    const steps = Math.max(end - before, Number.MIN_VALUE);
    const middle = middleOfBin(bins, i / BIN);
    const at = Math.floor(x.map(middle) / step);
    if (at === column) {
      const to = length - BIN;
      joined[to] = (start + end) / 2;
      joined[to + 1] = Math.min(joined[to + 1], bins[i + 1]);
      joined[to + 2] += ((bins[i + 2] - joined[to + 2]) * steps) / (weight + steps);
      joined[to + 3] = Math.max(joined[to + 3], bins[i + 3]);
      weight += steps;
    } else {
      joined[length] = middle;
      joined[length + 1] = bins[i + 1];
      joined[length + 2] = bins[i + 2];
      joined[length + 3] = bins[i + 3];
      length += BIN;
      column = at;
      start = before + 1;
      weight = steps;
    }
    before = end;
  }
  return joined.subarray(0, length);
}

/**
 * The mean as a line in the band from least to greatest.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Float64Array} bins quadruples as the core thins its curve
 * @param {{ frame: Frame, x: Scale, y: Scale, colour: string, lineWidth?: number, bandOpacity?: number, dash?: readonly number[] }} look
 */
export function drawBinnedCurve(
  ctx,
  bins,
  { frame, x, y, colour, lineWidth = 2, bandOpacity = 0.16, dash = [] },
) {
  const columns = binsByColumn(bins, x);
  if (columns.length === 0) return;
  clipped(ctx, frame, () => {
    ctx.fillStyle = colour;
    ctx.strokeStyle = colour;
    ctx.lineJoin = "round";
    ctx.lineCap = "round";
    if (columns.length >= 2 * BIN) {
      ctx.globalAlpha = bandOpacity;
      ctx.beginPath();
      for (let i = 0; i < columns.length; i += BIN)
        ctx.lineTo(near(x.map(columns[i])), near(y.map(columns[i + 3])));
      for (let i = columns.length - BIN; i >= 0; i -= BIN) {
        ctx.lineTo(near(x.map(columns[i])), near(y.map(columns[i + 1])));
      }
      ctx.closePath();
      ctx.fill();
    }
    ctx.globalAlpha = 1;
    ctx.lineWidth = lineWidth;
    ctx.setLineDash([...dash]);
    ctx.beginPath();
    for (let i = 0; i < columns.length; i += BIN)
      ctx.lineTo(near(x.map(columns[i])), near(y.map(columns[i + 2])));
    // One step is a dot, not nothing.
    if (columns.length === BIN) {
      ctx.arc(near(x.map(columns[0])), near(y.map(columns[2])), lineWidth, 0, 2 * Math.PI);
      ctx.fill();
    } else {
      ctx.stroke();
    }
  });
}
