// @ts-check
// Chapter 1's picture: measurements, the curve that bends towards them, the curves before it, and what it is made of.

import { drawAxes, drawSymbol, plotFrame } from "../../chart/axes.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { linearScale } from "../../chart/scale.js";
import { drawSquares } from "../../chart/squares.js";
import { tick } from "../../i18n/numbers.js";
import { drawKnown } from "./known.js";
import { partsRange } from "./parts.js";
import { drawTurns } from "./turns.js";

/** @typedef {import("../../chart/axes.js").Frame} Frame */
/** @typedef {import("../../chart/scale.js").Scale} Scale */
/** @typedef {{ frame: Frame, x: Scale, y: Scale }} Place */

/** @typedef {import("../../chart/colours.js").Colours} Colours */
/** @typedef {import("../../chart/scale.js").Write} Write */

/**
 * @typedef {{ contributions: ArrayLike<number>, sum: ArrayLike<number> }} Parts what the curve is made of: all of unit 1, then
 *   all of unit 2, …, and their sum q
 * @typedef {{ x: Scale, y: Scale, parts: (Place & Parts) | null }} FitScales of the curve, and of the picture of its parts below it
 */

const FONT_SIZE = 12;
const MARGINS = { right: 20, top: 28, bottom: 30 };
/** The share of the height that is left to the curve when its parts are shown below it. */
const UPPER = 0.6;
/** Between the picture of the curve and the one of its parts. */
const GAP = 52;

/**
 * The margins of the curve's picture. The labels of the values and those of the parts share the left one, so the two have
 * the same x.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ width: number, height: number, view: readonly [number, number, number, number], parts: boolean,
 *   colours: Colours }} options `view`: x from, to, value from, to; `parts`: whether they are shown
 */
export function fitMargins(ctx, { width, height, view, parts, colours }) {
  const upper = parts ? Math.round(height * UPPER) : height;
  ctx.save();
  ctx.font = `${FONT_SIZE}px ${colours.font}`;
  let left = 36;
  const probe = linearScale([view[2], view[3]], [upper - 32, 32]);
  const count = Math.max(2, Math.floor((upper - 64) / 36));
  for (const value of probe.ticks(count)) {
    left = Math.max(left, Math.ceil(ctx.measureText(probe.format(value, tick, count)).width) + 16);
  }
  ctx.restore();
  return {
    ...MARGINS,
    left: Math.min(left, Math.round(width / 3)),
    bottom: height - upper + MARGINS.bottom,
  };
}

/**
 * Where the curve's values stand in its frame, and its parts below it if they are given.
 * @param {{ frame: Frame, width: number, height: number, view: readonly [number, number, number, number],
 *   parts: Parts | null }} options
 * @returns {FitScales}
 */
export function placeFit({ frame, width, height, view, parts }) {
  const x = linearScale([view[0], view[1]], [frame.left, frame.right]);
  const y = linearScale([view[2], view[3]], [frame.bottom, frame.top]);
  if (!parts) return { x, y, parts: null };
  const { left } = frame;
  const below = plotFrame(width, height, { left, right: MARGINS.right, bottom: 10 });
  below.top = frame.bottom + GAP;
  const values = linearScale(partsRange(parts.contributions, parts.sum), [below.bottom, below.top]);
  return { x, y, parts: { frame: below, x, y: values, ...parts } };
}

/**
 * @typedef {Object} FitData
 * @property {ArrayLike<number>} xs where the curves are known, ascending
 * @property {ArrayLike<number>} curve
 * @property {readonly ArrayLike<number>[]} earlier curves before, oldest first
 * @property {ArrayLike<number>} points x₀, l₀, x₁, l₁, …
 * @property {ArrayLike<number>} held 1 where a point is held back
 * @property {ArrayLike<number>} answers of the network, at each point
 * @property {Float64Array} turns where the curve turns: x₀, l₀, …
 * @property {readonly [number, number, number, number]} view x from, to, value from, to
 * @property {readonly [number, number] | null} known from the first to the last measurement that is learned from
 */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {FitData} data
 * @param {Place & { chosen: number | null, xName: string, xLetter: string, yName: string, outside: string, colours: Colours,
 *   write: Write }} look `chosen`: index of the point that is being edited
 */
export function drawFit(ctx, data, { frame, x, y, chosen, xName, xLetter, yName, outside, colours, write }) {
  drawAxes(ctx, { frame, x, y, xLabel: xName, colours, write });
  drawSymbol(ctx, yName, 4, frame.top - 10, {
    align: "left",
    baseline: "bottom",
    colour: colours.ink,
    colours,
  });
  const { xs, curve, earlier, known } = data;
  if (known) drawBorders(ctx, known, { frame, x, outside, colours });
  const look = { frame, x, y, colour: colours.activation };
  earlier.forEach((ys, i) => {
    drawPolyline(ctx, xs, ys, { ...look, lineWidth: 1.5, opacity: 0.1 + (0.3 * (i + 1)) / earlier.length });
  });
  drawSquares(ctx, data, { frame, x, y, colours });
  drawMeasurements(ctx, data, { frame, x, y, colours });
  drawKnown(ctx, xs, curve, known, { ...look, lineWidth: 2.5 });
  drawTurns(ctx, data, { frame, x, y, letter: xLetter, colours });
  if (chosen === null) return;
  ctx.save();
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(x.map(data.points[2 * chosen]), y.map(data.points[2 * chosen + 1]), 10, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.restore();
}

/**
 * Squares, since they are labels; open ones for those held back. Many are smaller, so that they stay apart.
 * @param {CanvasRenderingContext2D} ctx
 * @param {FitData} data
 * @param {Place & { colours: import("../../chart/colours.js").Colours }} look
 */
function drawMeasurements(ctx, { points, held }, { frame, x, y, colours }) {
  const count = points.length / 2;
  const radius = Math.min(4.2, Math.max(2.4, (frame.right - frame.left) / count / 4));
  /** @type {[number[], number[]][]} */
  const parts = [
    [[], []],
    [[], []],
  ];
  for (let i = 0; i < count; i++) {
    const [xs, ys] = parts[held[i] ? 1 : 0];
    xs.push(points[2 * i]);
    ys.push(points[2 * i + 1]);
  }
  const look = { frame, x, y, colour: colours.label, paper: colours.paper, radius };
  drawPoints(ctx, parts[1][0], parts[1][1], { ...look, mark: "open-square" });
  drawPoints(ctx, parts[0][0], parts[0][1], { ...look, mark: "square" });
}

/**
 * Where the measurements begin and end, with the name of what lies outside.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly [number, number]} known
 * @param {{ frame: Frame, x: Scale, outside: string, colours: import("../../chart/colours.js").Colours }} look
 */
function drawBorders(ctx, known, { frame, x, outside, colours }) {
  ctx.save();
  ctx.fillStyle = colours.muted;
  ctx.strokeStyle = colours.muted;
  ctx.font = `${FONT_SIZE}px ${colours.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineWidth = 1;
  const wide = ctx.measureText(outside).width + 12;
  for (const [left, right, border] of [
    [frame.left, x.map(known[0]), x.map(known[0])],
    [x.map(known[1]), frame.right, x.map(known[1])],
  ]) {
    ctx.globalAlpha = 0.06;
    ctx.fillRect(left, frame.top, Math.max(0, right - left), frame.bottom - frame.top);
    ctx.globalAlpha = 1;
    if (border > frame.left && border < frame.right) {
      ctx.setLineDash([2, 4]);
      ctx.beginPath();
      ctx.moveTo(Math.round(border - 0.5) + 0.5, frame.top);
      ctx.lineTo(Math.round(border - 0.5) + 0.5, frame.bottom);
      ctx.stroke();
      ctx.setLineDash([]);
    }
    if (right - left >= wide) ctx.fillText(outside, (left + right) / 2, frame.top + 6);
  }
  ctx.restore();
}
