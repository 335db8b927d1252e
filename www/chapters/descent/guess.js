// @ts-check
// The mark of where a reader expects the next a: a dashed line down to the axis, with a question mark.

import { drawTag } from "../../chart/tag.js";

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} a
 * @param {import("./function-place.js").Place & { colours: import("../../chart/colours.js").Colours }} place
 */
export function drawGuess(ctx, a, { curve, trail, x, colours }) {
  const at = Math.round(x.map(a)) + 0.5;
  ctx.save();
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 2;
  ctx.setLineDash([6, 5]);
  ctx.beginPath();
  ctx.moveTo(at, curve.top);
  ctx.lineTo(at, trail.bottom);
  ctx.stroke();
  ctx.restore();
  drawTag(ctx, "?", at, curve.top + 12, curve, colours.ink, colours);
}
