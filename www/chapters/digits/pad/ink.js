// @ts-check
// Strokes as ink, as thick as the pad's pen.

import { traceSmooth } from "./strokes.js";

/** As thick in relation to a digit that fills the pad as MNIST's lines are to theirs. Share of the pad. */
export const PEN_WIDTH = 0.07;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly import("./strokes.js").Stroke[]} strokes
 * @param {{ side: number, left: number, top: number, ink: string }} look
 */
export function drawStrokes(ctx, strokes, { side, left, top, ink }) {
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  ctx.lineWidth = PEN_WIDTH * side;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  for (const stroke of strokes) {
    ctx.beginPath();
    if (stroke.length === 1) {
      const [x, y] = stroke[0];
      ctx.arc(left + x * side, top + y * side, ctx.lineWidth / 2, 0, 2 * Math.PI);
      ctx.fill();
    } else {
      traceSmooth(ctx, stroke, side, left, top);
      ctx.stroke();
    }
  }
}
