// @ts-check
// The 28 × 28 bytes that a network sees, as squares whose edges fall on the screen's pixels.

import { cssColour, mix, parseColour } from "../../chart/colours.js";

/** Pixels in a row and in a column of an image. */
export const SIDE = 28;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number> | null} bytes 784 of 0 to 255, row by row; none draws the empty field
 * @param {{ left: number, top: number, side: number, ratio: number, grid?: boolean,
 *   colours: import("../../chart/colours.js").Colours }} look `ratio`: device pixels in a CSS pixel
 */
export function drawImage(ctx, bytes, { left, top, side, ratio, grid = false, colours }) {
  const edge = edges(side, ratio);
  const paper = parseColour(colours.paper);
  const ink = parseColour(colours.ink);
  ctx.save();
  ctx.translate(left, top);
  ctx.fillStyle = colours.paper;
  ctx.fillRect(0, 0, edge[SIDE], edge[SIDE]);
  if (bytes && bytes.length === SIDE * SIDE) {
    for (let row = 0; row < SIDE; row++) {
      for (let column = 0; column < SIDE; column++) {
        const value = bytes[row * SIDE + column];
        if (value === 0) continue;
        ctx.fillStyle = cssColour(mix(paper, ink, value / 255));
        const x = edge[column];
        const y = edge[row];
        ctx.fillRect(x, y, edge[column + 1] - x, edge[row + 1] - y);
      }
    }
  }
  if (grid) {
    ctx.fillStyle = colours.muted;
    ctx.globalAlpha = 0.22;
    const hair = 1 / ratio;
    for (let i = 1; i < SIDE; i++) {
      ctx.fillRect(edge[i], 0, hair, edge[SIDE]);
      ctx.fillRect(0, edge[i], edge[SIDE], hair);
    }
  }
  ctx.restore();
}

/**
 * Where the pixels of the image begin, in CSS pixels that are whole device pixels, with the end of the last.
 * @param {number} side
 * @param {number} ratio
 * @returns {number[]}
 */
export function edges(side, ratio) {
  const device = Math.max(0, Math.floor(side * ratio));
  return Array.from({ length: SIDE + 1 }, (_, i) => Math.round((i * device) / SIDE) / ratio);
}
