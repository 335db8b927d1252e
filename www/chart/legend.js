// @ts-check
// The names of curves inside a plot: each beside a piece of its line, one under the other, in a corner on the right that the
// curves leave free.

import { cssColour, mix, parseColour } from "./colours.js";

const FONT_SIZE = 12;
const ROW = 17;
const SAMPLE = 22;
const GAP = 6;
const PADDING = 5;

/** The colour of what stands beside: its quantity's, and back from it. @param {string} colour @param {string} paper */
export const paler = (colour, paper) => cssColour(mix(parseColour(colour), parseColour(paper), 0.4));

/**
 * @typedef {Object} Entry
 * @property {string} text
 * @property {string} colour of the line
 * @property {readonly number[]} [dash]
 * @property {number} [lineWidth]
 * @property {boolean} [open] an open point stands on the line
 */

/** @typedef {{ frame: import("./axes.js").Frame, colours: import("./colours.js").Colours }} Look */

/**
 * How much of the frame's width it takes, pixels.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Entry[]} entries
 * @param {Look} look
 */
export function legendWidth(ctx, entries, { colours }) {
  if (entries.length === 0) return 0;
  ctx.save();
  ctx.font = `${FONT_SIZE}px ${colours.font}`;
  const text = Math.max(...entries.map((entry) => ctx.measureText(entry.text).width));
  ctx.restore();
  return PADDING + SAMPLE + GAP + text + PADDING;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Entry[]} entries
 * @param {Look & { atFoot?: boolean }} look `atFoot`: in the lower corner
 */
export function drawLegend(ctx, entries, { frame, colours, atFoot = false }) {
  if (entries.length === 0) return;
  const width = legendWidth(ctx, entries, { frame, colours });
  const left = frame.right - width + PADDING;
  ctx.save();
  ctx.font = `${FONT_SIZE}px ${colours.font}`;
  const height = entries.length * ROW;
  const top = atFoot ? frame.bottom - PADDING - height : frame.top + PADDING;
  ctx.fillStyle = colours.paper;
  ctx.globalAlpha = 0.85;
  ctx.fillRect(left - PADDING, top - 2, width, height + 4);
  ctx.globalAlpha = 1;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  entries.forEach(({ text, colour, dash = [], lineWidth = 2, open = false }, i) => {
    const y = top + (i + 0.5) * ROW;
    ctx.strokeStyle = colour;
    ctx.lineWidth = lineWidth;
    ctx.setLineDash([...dash]);
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(left + SAMPLE, y);
    ctx.stroke();
    ctx.setLineDash([]);
    if (open) {
      ctx.beginPath();
      ctx.arc(left + SAMPLE / 2, y, 3, 0, 2 * Math.PI);
      ctx.fillStyle = colours.paper;
      ctx.fill();
      ctx.lineWidth = 1.5;
      ctx.stroke();
    }
    ctx.fillStyle = colours.muted;
    ctx.fillText(text, left + SAMPLE + GAP, y);
  });
  ctx.restore();
}
