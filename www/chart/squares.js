// @ts-check
// ε drawn: at each measurement that is learned from the segment z − l, and a square whose area is ½(z − l)². Their mean is
// the point of the error plot. A unit of z is the height of the picture, since the sigmoid reaches all of it.

import { clipped } from "./curve.js";

/** How much a square covers; many of them overlap, and let each other be seen. */
const SHADE = { most: 0.22, least: 0.05, of: 3 };
/** More squares are a blot, and each takes time; of more measurements only every second, third, … has one. */
const MOST = 400;
/** Below so many pixels a square is no more than the line of its segment. */
const LEAST = 1;

/**
 * The square of one measurement, in pixels: its side has 1/√2 of the segment's length, so that it has half the area of the
 * square on the segment. It begins at the label and lies within the frame's width.
 * @param {number} px
 * @param {number} label where l stands
 * @param {number} answer where z stands
 * @param {number} right the frame's edge
 * @returns {{ left: number, top: number, side: number }}
 */
export function squareOf(px, label, answer, right) {
  const side = Math.abs(answer - label) / Math.SQRT2;
  return { left: px + side > right ? px - side : px, top: answer < label ? label - side : label, side };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ points: ArrayLike<number>, held: ArrayLike<number>, answers: ArrayLike<number> }} data `answers`: of the network at each point
 * @param {{ frame: import("./axes.js").Frame, x: import("./scale.js").Scale,
 *   y: import("./scale.js").Scale, colours: import("./colours.js").Colours }} look
 */
export function drawSquares(ctx, { points, held, answers }, { frame, x, y, colours }) {
  clipped(ctx, frame, () => {
    ctx.fillStyle = colours.error;
    ctx.strokeStyle = colours.error;
    ctx.lineWidth = 1;
    ctx.globalAlpha = Math.min(SHADE.most, Math.max(SHADE.least, SHADE.of / Math.max(1, answers.length)));
    ctx.beginPath();
    const every = Math.ceil(answers.length / MOST);
    for (let i = 0; i < answers.length; i++) {
      const answer = y.map(answers[i]);
      if (held[i] || !Number.isFinite(answer)) continue;
      const [px, label] = [x.map(points[2 * i]), y.map(points[2 * i + 1])];
      const { left, top, side } = squareOf(px, label, answer, frame.right);
      if (side >= LEAST && i % every === 0) ctx.fillRect(left, top, side, side);
      ctx.moveTo(px, label);
      ctx.lineTo(px, answer);
    }
    // All segments at once: thousands of measurements are no thousands of strokes.
    ctx.globalAlpha = 0.5;
    ctx.stroke();
  });
}
