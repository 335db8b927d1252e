// @ts-check
// The ten outputs z_0 … z_9 of two networks as bars from 0 to 1. They are not probabilities: they need not add up to
// anything, and no percent sign stands beside them.

import { fixed, plain, power } from "../../i18n/numbers.js";

/** @typedef {import("../../chart/colours.js").Colours} Colours */
/** @typedef {ArrayLike<number> | null} Outputs null: no answer, as for an empty pad */

const DIGITS = 10;
/** Narrower than this and a bar has no room for its number. */
const COLUMN_FOR_NUMBER = 30;
/** Pixels for the digits below the bars, and for the names below the digits. */
const BELOW = 24;
const NAMES = 15;
/** Narrower than this and a column has no room for a name. */
const COLUMN_FOR_NAME = 38;

/**
 * An output to two decimals; what rounds to 1 without being it is shown as 0.99, since σ never reaches 1, and what rounds to 0
 * with its power of ten, since it never reaches 0 either.
 * @param {number} z
 * @param {number} [figures] before the power; 0: the nearest power alone
 */
export function formatOutput(z, figures = 1) {
  if (z > 0 && z < 0.005) return power(figures > 0 ? z : 10 ** Math.round(Math.log10(z)), figures);
  return fixed(z < 1 ? Math.min(Math.max(z, 0), 0.99) : z, 2);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly [Outputs, Outputs]} networks one with filled bars and one with open ones; numbers are written of the
 *   filled one, if it has an answer
 * @param {{ width: number, height: number, winner: number | null, open?: 0 | 1, names?: readonly string[] | null, colours: Colours }} look
 *   `winner`: the digit to emphasise; `open`: which of the two has open bars; `names`: of the classes, where they have some
 */
export function drawBars(ctx, networks, { width, height, winner, open = 1, names = null, colours }) {
  const column = width / DIGITS;
  const withNumbers = column >= COLUMN_FOR_NUMBER;
  const top = withNumbers ? 20 : 6;
  const below = names && column >= COLUMN_FOR_NAME ? NAMES : 0;
  const bottom = height - BELOW - below;
  const length = Math.max(1, bottom - top);
  const thickness = Math.max(3, Math.min(column * 0.28, 28));
  const speaker = networks[1 - open] ?? networks[open];
  const left = (/** @type {number} */ k, /** @type {number} */ which) =>
    (k + 0.5) * column + (which === 0 ? -thickness - 0.5 : 1.5);
  ctx.save();
  ctx.textAlign = "center";
  drawTracks(ctx, colours, thickness, (k, which) => [left(k, which), bottom - length, thickness, length]);
  for (let k = 0; k < DIGITS; k++) {
    const middle = (k + 0.5) * column;
    const wins = k === winner;
    networks.forEach((z, which) => {
      const size = Math.min(1, z?.[k] ?? 0) * length;
      if (!(size > 0)) return;
      const draw = which === open ? drawOpen : drawFilled;
      draw(ctx, { x: left(k, which), bottom, thickness, size, wins, colours });
    });
    ctx.font = `${wins ? 700 : 400} 15px ${colours.font}`;
    ctx.fillStyle = wins ? colours.ink : colours.muted;
    ctx.textBaseline = "bottom";
    ctx.fillText(plain(k), middle, height - 1 - below);
    if (below > 0) {
      ctx.font = `400 11px ${colours.font}`;
      ctx.fillStyle = colours.muted;
      ctx.fillText(shortened(ctx, names?.[k] ?? "", column - 4), middle, height - 1);
    }
    if (!withNumbers || !speaker) continue;
    ctx.font = `${wins ? 700 : 400} 12px ${colours.font}`;
    ctx.textBaseline = "top";
    ctx.fillText(formatOutput(speaker[k], 0), middle, 2);
  }
  ctx.restore();
}

/**
 * As much of a name as has room.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} name
 * @param {number} width
 */
function shortened(ctx, name, width) {
  if (ctx.measureText(name).width <= width) return name;
  const letters = [...name];
  while (letters.length > 1 && ctx.measureText(`${letters.join("")}…`).width > width) letters.pop();
  return `${letters.join("")}…`;
}

/**
 * The tracks of all bars, as one shape: the bars are drawn in every frame of a training.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Colours} colours
 * @param {number} thickness
 * @param {(k: number, which: number) => [number, number, number, number]} box
 */
function drawTracks(ctx, colours, thickness, box) {
  ctx.fillStyle = colours.grid;
  ctx.beginPath();
  for (let k = 0; k < DIGITS; k++) {
    for (let which = 0; which < 2; which++) rounded(ctx, box(k, which), thickness);
  }
  ctx.fill();
}

/** @typedef {{ x: number, bottom: number, thickness: number, size: number, wins: boolean, colours: Colours }} Bar */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Bar} bar
 */
function drawFilled(ctx, { x, bottom, thickness, size, wins, colours }) {
  ctx.beginPath();
  ctx.fillStyle = colours.activation;
  ctx.globalAlpha = wins ? 1 : 0.55;
  rounded(ctx, [x, bottom - size, thickness, size], thickness);
  ctx.fill();
  ctx.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Bar} bar
 */
function drawOpen(ctx, { x, bottom, thickness, size, colours }) {
  const height = Math.max(size, 2);
  ctx.beginPath();
  ctx.strokeStyle = colours.activation;
  ctx.fillStyle = colours.paper;
  ctx.lineWidth = 1.5;
  // The line is within the bar.
  const within = (/** @type {number} */ side) => Math.max(0.5, side - 1.5);
  rounded(ctx, [x + 0.75, bottom - height + 0.75, within(thickness), within(height)], thickness);
  ctx.fill();
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly [number, number, number, number]} box
 * @param {number} thickness
 */
function rounded(ctx, [x, y, width, height], thickness) {
  ctx.roundRect(x, y, width, height, Math.min(3, thickness / 2, width / 2, height / 2));
}
