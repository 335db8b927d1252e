// @ts-check
// Where a run stands among what was measured: what lies beyond the present step is paler, a thin line is the present, and
// ticks on the axis of steps are where a setting was changed.

import { cssColour, mix, parseColour } from "./colours.js";

/** @typedef {import("./axes.js").Frame} Frame */
/** @typedef {import("./colours.js").Colours} Colours */

/** How much of the paper is in the colour of what lies beyond. */
const PALER = 0.62;
/** Pixels. */
const TICK = 7;
/** Ticks nearer to each other than this are one: a slider that was dragged leaves dozens. Pixels. */
const APART = 3;

/**
 * The parts of a curve: each has its frame, to be clipped to, and its colour.
 * @param {{ frame: Frame, colours: Colours }} place
 * @param {string} colour
 * @param {number | null} at pixel of the present; null: the run stands at its end
 * @returns {{ frame: Frame, colour: string }[]}
 */
export function partsAround({ frame, colours }, colour, at) {
  if (at === null) return [{ frame, colour }];
  const middle = Math.min(frame.right, Math.max(frame.left, at));
  const pale = cssColour(mix(parseColour(colour), parseColour(colours.paper), PALER));
  return [
    { frame: { ...frame, left: middle }, colour: pale },
    { frame: { ...frame, right: middle }, colour },
  ];
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ frame: Frame, colours: Colours }} place
 * @param {number | null} at pixel of the present; null: the run stands at its end, which needs no line
 */
export function drawPresent(ctx, { frame, colours }, at) {
  if (at === null || at > frame.right) return;
  ctx.save();
  ctx.strokeStyle = colours.muted;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(Math.round(at - 0.5) + 0.5, frame.top);
  ctx.lineTo(Math.round(at - 0.5) + 0.5, frame.bottom);
  ctx.stroke();
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ frame: Frame, colours: Colours }} place
 * @param {Iterable<number>} pixels ascending
 */
export function drawMarks(ctx, { frame, colours }, pixels) {
  ctx.save();
  ctx.strokeStyle = colours.muted;
  ctx.lineWidth = 2;
  ctx.beginPath();
  let before = Number.NEGATIVE_INFINITY;
  for (const at of pixels) {
    if (at - before < APART || at > frame.right) continue;
    before = at;
    ctx.moveTo(at, frame.bottom);
    ctx.lineTo(at, frame.bottom - TICK);
  }
  ctx.stroke();
  ctx.restore();
}
