// @ts-check
// The ten outputs z_0 … z_9 as bars from 0 to 1. They are not probabilities: they need not add up to anything, and no
// percent sign stands beside them.

import { fixed } from "../../i18n/numbers.js";

/**
 * @typedef {Object} BarsLook
 * @property {number} width CSS pixels
 * @property {number} height CSS pixels
 * @property {number | null} [winner] index to emphasise; by default the greatest output of the first network
 *   that has an answer
 * @property {"rows" | "columns"} [direction] by default what fits the shape of the canvas
 * @property {import("../../chart/colours.js").Colours} colours
 */

/** @typedef {ArrayLike<number> | null} Outputs null: no answer, as for an empty pad */

/** Narrower than this and upright bars have no room for their numbers. */
const COLUMN_FOR_NUMBER = 30;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Outputs[]} networks one or two: the first with filled bars, the second with open ones
 * @param {BarsLook} look
 */
export function drawBars(ctx, networks, look) {
  const { width, height } = look;
  const direction = look.direction ?? (width > height * 1.5 ? "columns" : "rows");
  const winner = look.winner === undefined ? greatest(speaker(networks)) : look.winner;
  ctx.save();
  if (direction === "rows") drawRows(ctx, networks, { ...look, winner });
  else drawColumns(ctx, networks, { ...look, winner });
  ctx.restore();
}

/**
 * Whose numbers are written: the first network's that has an answer.
 * @param {readonly Outputs[]} networks
 * @returns {Outputs}
 */
function speaker(networks) {
  return networks.find((z) => z !== null) ?? null;
}

/**
 * The index of the greatest output, or null without outputs.
 * @param {Outputs} z
 * @returns {number | null}
 */
export function greatest(z) {
  if (!z || z.length === 0) return null;
  let best = 0;
  for (let k = 1; k < z.length; k++) if (z[k] > z[best]) best = k;
  return best;
}

/**
 * An output to two decimals; what rounds to 1 without being it is shown as 0.99, since σ never reaches 1.
 * @param {number} z
 */
export function formatOutput(z) {
  return fixed(z < 1 ? Math.min(Math.max(z, 0), 0.99) : z, 2);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Outputs[]} networks
 * @param {BarsLook & { winner: number | null }} look
 */
function drawRows(ctx, networks, { width, height, winner, colours }) {
  const count = 10;
  const two = networks.length > 1;
  const row = height / count;
  const fontSize = Math.max(12, Math.min(17, Math.round(row * 0.55)));
  const digitWidth = fontSize * 1.6;
  // With two networks only the winner's number would tell whose it is: bars and the read-out say the rest.
  ctx.font = `600 ${fontSize}px ${colours.font}`;
  const numberWidth = ctx.measureText(formatOutput(0)).width + 10;
  const left = digitWidth;
  const right = width - numberWidth;
  const track = Math.max(1, right - left);
  const thickness = Math.max(3, Math.min(two ? row * 0.3 : row * 0.5, 16));
  const topOf = (/** @type {number} */ k, /** @type {number} */ which) => {
    const middle = (k + 0.5) * row;
    return two ? middle + (which === 0 ? -thickness - 0.5 : 1.5) : middle - thickness / 2;
  };
  ctx.textBaseline = "middle";
  drawTracks(ctx, colours, thickness, two, (k, which) => [left, topOf(k, which), track, thickness]);

  for (let k = 0; k < count; k++) {
    const middle = (k + 0.5) * row;
    const wins = k === winner;
    ctx.font = `${wins ? 700 : 400} ${fontSize}px ${colours.font}`;
    ctx.fillStyle = wins ? colours.ink : colours.muted;
    ctx.textAlign = "left";
    ctx.fillText(String(k), 2, middle + 0.5);
    networks.slice(0, 2).forEach((z, which) => {
      bar(ctx, {
        x: left,
        y: topOf(k, which),
        length: track,
        thickness,
        value: z?.[k],
        open: which === 1,
        wins,
        upright: false,
        colours,
      });
    });
    const z = speaker(networks)?.[k];
    if (z === undefined) continue;
    ctx.textAlign = "right";
    ctx.fillStyle = wins ? colours.ink : colours.muted;
    ctx.fillText(formatOutput(z), width - 1, middle + 0.5);
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Outputs[]} networks
 * @param {BarsLook & { winner: number | null }} look
 */
function drawColumns(ctx, networks, { width, height, winner, colours }) {
  const count = 10;
  const two = networks.length > 1;
  const column = width / count;
  const numbers = column >= COLUMN_FOR_NUMBER;
  const top = numbers ? 20 : 6;
  const bottom = height - 24;
  const track = Math.max(1, bottom - top);
  const thickness = Math.max(3, Math.min(two ? column * 0.28 : column * 0.5, 28));
  const leftOf = (/** @type {number} */ k, /** @type {number} */ which) => {
    const middle = (k + 0.5) * column;
    return two ? middle + (which === 0 ? -thickness - 0.5 : 1.5) : middle - thickness / 2;
  };
  ctx.textAlign = "center";
  drawTracks(ctx, colours, thickness, two, (k, which) => [
    leftOf(k, which),
    bottom - track,
    thickness,
    track,
  ]);

  for (let k = 0; k < count; k++) {
    const middle = (k + 0.5) * column;
    const wins = k === winner;
    networks.slice(0, 2).forEach((z, which) => {
      bar(ctx, {
        x: leftOf(k, which),
        y: bottom,
        length: track,
        thickness,
        value: z?.[k],
        open: which === 1,
        wins,
        upright: true,
        colours,
      });
    });
    ctx.font = `${wins ? 700 : 400} 15px ${colours.font}`;
    ctx.fillStyle = wins ? colours.ink : colours.muted;
    ctx.textBaseline = "bottom";
    ctx.fillText(String(k), middle, height - 1);
    const z = speaker(networks)?.[k];
    if (!numbers || z === undefined) continue;
    ctx.font = `${wins ? 700 : 400} 12px ${colours.font}`;
    ctx.textBaseline = "top";
    ctx.fillText(formatOutput(z), middle, 2);
  }
}

/**
 * The tracks of all bars, as one shape: the bars are drawn in every frame of a training.
 * @param {CanvasRenderingContext2D} ctx
 * @param {import("../../chart/colours.js").Colours} colours
 * @param {number} thickness
 * @param {boolean} two
 * @param {(k: number, which: number) => [number, number, number, number]} box
 */
function drawTracks(ctx, colours, thickness, two, box) {
  ctx.fillStyle = colours.grid;
  ctx.beginPath();
  for (let k = 0; k < 10; k++) {
    for (let which = 0; which < (two ? 2 : 1); which++) rounded(ctx, box(k, which), thickness);
  }
  ctx.fill();
}

/**
 * One bar for its track. An upright one stands on `y`; a lying one hangs from it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ x: number, y: number, length: number, thickness: number, value: number | undefined, open: boolean,
 *   wins: boolean, upright: boolean, colours: import("../../chart/colours.js").Colours }} look
 */
function bar(ctx, { x, y, length, thickness, value, open, wins, upright, colours }) {
  const box = (/** @type {number} */ size) =>
    upright
      ? /** @type {const} */ ([x, y - size, thickness, size])
      : /** @type {const} */ ([x, y, size, thickness]);
  if (value === undefined || !(value > 0)) return;
  const size = Math.min(1, value) * length;
  ctx.beginPath();
  if (open) {
    const [left, top, w, h] = box(Math.max(size, 2));
    ctx.strokeStyle = colours.activation;
    ctx.fillStyle = colours.paper;
    ctx.lineWidth = 1.5;
    rounded(ctx, [left + 0.75, top + 0.75, Math.max(0.5, w - 1.5), Math.max(0.5, h - 1.5)], thickness);
    ctx.fill();
    ctx.stroke();
    return;
  }
  ctx.fillStyle = colours.activation;
  ctx.globalAlpha = wins ? 1 : 0.55;
  rounded(ctx, box(size), thickness);
  ctx.fill();
  ctx.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly [number, number, number, number]} box
 * @param {number} thickness
 */
function rounded(ctx, [x, y, width, height], thickness) {
  ctx.roundRect(x, y, width, height, Math.min(3, thickness / 2, width / 2, height / 2));
}
