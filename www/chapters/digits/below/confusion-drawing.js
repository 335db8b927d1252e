// @ts-check
// The confusion matrix as a picture: rows are labels, columns are answers. What is right steps back; mistakes are to be seen.

import { drawSymbol } from "../../../chart/axes.js";
import { number } from "../../../i18n/numbers.js";

const DIGITS = 10;
/** So many times too wide a number may be and still be drawn, narrower. */
const SQUEEZED = 1.35;

/** @typedef {{ label: number, answer: number }} Cell */

/**
 * @typedef {Object} ConfusionLayout
 * @property {number} left of the first cell
 * @property {number} top of the first cell
 * @property {number} cell side
 */

/**
 * The largest square matrix that fits, with room for the digits at its left and above.
 * @param {number} width
 * @param {number} height
 * @returns {ConfusionLayout}
 */
export function confusionLayout(width, height) {
  const left = 36;
  const top = 36;
  const cell = Math.max(1, Math.floor(Math.min(width - left - 1, height - top - 1) / DIGITS));
  return { left, top, cell };
}

/**
 * The cell at a point, or null.
 * @param {ConfusionLayout} layout
 * @param {number} x
 * @param {number} y
 * @returns {Cell | null}
 */
export function confusionHit({ left, top, cell }, x, y) {
  const answer = Math.floor((x - left) / cell);
  const label = Math.floor((y - top) / cell);
  const inside = answer >= 0 && answer < DIGITS && label >= 0 && label < DIGITS;
  return inside ? { label, answer } : null;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number>} counts 100 numbers, row by row
 * @param {{ layout: ConfusionLayout, marked?: Cell | null, colours: import("../../../chart/colours.js").Colours }} look
 */
export function drawConfusion(ctx, counts, { layout, marked = null, colours }) {
  const { left, top, cell } = layout;
  const size = DIGITS * cell;
  let most = 1;
  for (let i = 0; i < DIGITS * DIGITS; i++) if (i % (DIGITS + 1) !== 0) most = Math.max(most, counts[i] ?? 0);

  ctx.save();
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.font = `${cell < 34 ? 12 : 13}px ${colours.font}`;
  for (let label = 0; label < DIGITS; label++) {
    for (let answer = 0; answer < DIGITS; answer++) {
      const count = counts[label * DIGITS + answer] ?? 0;
      const x = left + answer * cell;
      const y = top + label * cell;
      const right = label === answer;
      if (right) {
        ctx.fillStyle = colours.muted;
        ctx.globalAlpha = 0.12;
        ctx.fillRect(x, y, cell, cell);
      } else if (count > 0) {
        ctx.fillStyle = colours.error;
        // The root keeps a single mistake visible beside the commonest.
        ctx.globalAlpha = 0.08 + 0.5 * Math.sqrt(count / most);
        ctx.fillRect(x, y, cell, cell);
      }
      ctx.globalAlpha = 1;
      if (count === 0 && !right) continue;
      ctx.fillStyle = right ? colours.muted : colours.ink;
      // A number that does not fit its cell is drawn narrower; if that does not help, it is left to the read-out.
      const text = number(count);
      const room = cell - 2;
      if (ctx.measureText(text).width <= SQUEEZED * room) {
        ctx.fillText(text, x + cell / 2, y + cell / 2 + 0.5, room);
      }
    }
  }

  ctx.strokeStyle = colours.grid;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let i = 0; i <= DIGITS; i++) {
    ctx.moveTo(left + i * cell + 0.5, top);
    ctx.lineTo(left + i * cell + 0.5, top + size);
    ctx.moveTo(left, top + i * cell + 0.5);
    ctx.lineTo(left + size, top + i * cell + 0.5);
  }
  ctx.stroke();

  for (let digit = 0; digit < DIGITS; digit++) {
    const at = (digit + 0.5) * cell;
    ctx.fillStyle = marked?.answer === digit ? colours.ink : colours.muted;
    ctx.fillText(String(digit), left + at, top - 12);
    ctx.fillStyle = marked?.label === digit ? colours.ink : colours.muted;
    ctx.fillText(String(digit), left - 12, top + at + 0.5);
  }
  const symbol = /** @type {const} */ ({ align: "center", baseline: "middle", colours });
  drawSymbol(ctx, "l", left - 26, top + size / 2, { ...symbol, colour: colours.label });
  drawSymbol(ctx, "z", left + size / 2, top - 28, { ...symbol, colour: colours.activation });

  if (marked) {
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 2;
    ctx.strokeRect(left + marked.answer * cell + 0.5, top + marked.label * cell + 0.5, cell, cell);
  }
  ctx.restore();
}
