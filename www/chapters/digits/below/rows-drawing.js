// @ts-check
// What stands around the rows of V: their numbers, their weights for a digit, and a frame around the one that is looked at.

import { plain } from "../../../i18n/numbers.js";
import { cornerOf } from "./grid-layout.js";

/** @typedef {import("../../../chart/colours.js").Colours} Colours */

const FONT = 12;
/** Pixels between a number and the bar beside it. */
const SPACE = 4;
const BAR = 5;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ layout: import("./grid-layout.js").GridLayout, count: number, order: ArrayLike<number> | null,
 *   weights: ArrayLike<number> | null, marked: number | null, colours: Colours }} look `marked`: a unit
 */
export function drawNumbers(ctx, { layout, count, order, weights, marked, colours }) {
  const { side, strip } = layout;
  const units = Array.from({ length: count }, (_, place) => order?.[place] ?? place);
  ctx.save();
  ctx.font = `${FONT}px ${colours.font}`;
  ctx.textBaseline = "middle";
  const room = ctx.measureText(plain(count)).width + SPACE;
  const most = weights ? Math.max(1e-9, ...Array.from(weights, Math.abs)) : 1;
  units.forEach((unit, place) => {
    const { x, y } = cornerOf(layout, place);
    if (strip > 0) {
      const middle = y + side + strip / 2;
      ctx.fillStyle = unit === marked ? colours.ink : colours.muted;
      ctx.fillText(plain(unit + 1), x, middle);
      if (weights)
        drawWeight(ctx, Number(weights[unit]) / most, { left: x + room, right: x + side, middle, colours });
    }
    if (unit === marked) {
      ctx.strokeStyle = colours.ink;
      ctx.lineWidth = 2;
      ctx.strokeRect(x + 1, y + 1, side - 2, side - 2);
    }
  });
  ctx.restore();
}

/**
 * A bar from the middle: to the right speaks for, to the left against.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} share −1 to 1
 * @param {{ left: number, right: number, middle: number, colours: Colours }} place
 */
function drawWeight(ctx, share, { left, right, middle, colours }) {
  const zero = (left + right) / 2;
  const length = (right - left) / 2;
  ctx.fillStyle = colours.muted;
  ctx.fillRect(Math.round(zero), middle - BAR / 2 - 2, 1, BAR + 4);
  if (!Number.isFinite(share)) return;
  ctx.fillStyle = share < 0 ? colours.negative : colours.a;
  ctx.fillRect(share < 0 ? zero + share * length : zero, middle - BAR / 2, Math.abs(share) * length, BAR);
}
