// @ts-check
// Short texts in a picture, on paper, so that lines do not run through them.

/** @typedef {import("./axes.js").Frame} Frame */
/** @typedef {import("./colours.js").Colours} Colours */

/**
 * A short text beside a point, on paper, so that lines do not run through it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {Frame} frame
 * @param {string} colour
 * @param {Colours} colours
 */
export function drawTag(ctx, text, x, y, frame, colour, colours) {
  ctx.save();
  ctx.font = `13px ${colours.font}`;
  const width = ctx.measureText(text).width;
  const right = x + 10 + width <= frame.right;
  const left = right ? x + 10 : Math.max(frame.left, x - 12 - width);
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = colours.paper;
  ctx.fillRect(left - 2, y - 9, width + 4, 18);
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillText(text, left, y);
  ctx.restore();
}
