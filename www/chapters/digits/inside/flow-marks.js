// @ts-check
// The marks of the flow: a number as a bar or a cell, z − l as the way from the label to the output, a label as a square.

/**
 * @typedef {import("../../../chart/colours.js").Colours} Colours
 * @typedef {import("./flow-layout.js").Box} Box
 */

/**
 * @typedef {{ value: number | null, signed: boolean, colour: string, colours: Colours }} Mark `value`: −1 to 1, or 0 to 1
 */

/** @param {CanvasRenderingContext2D} ctx @param {Box} box @param {Mark} mark */
export function drawBar(ctx, { left, top, width, height }, { value, signed, colour }) {
  if (value === null || !Number.isFinite(value)) return;
  const thick = Math.max(1, Math.min(14, height * 0.62));
  const half = signed ? width / 2 : width;
  const zero = signed ? left + half : left;
  const length = Math.min(1, Math.abs(value)) * half;
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.roundRect(
    value < 0 ? zero - length : zero,
    top + (height - thick) / 2,
    length,
    thick,
    Math.min(2, thick / 2, length / 2),
  );
  ctx.fill();
}

/** A unit that has no room for a bar: the larger the darker; what is negative is hollow. @param {CanvasRenderingContext2D} ctx @param {Box} box @param {Mark} mark */
export function drawCell(ctx, { left, top, width, height }, { value, colour, colours }) {
  const alpha = ctx.globalAlpha;
  const w = Math.max(1, width - 1);
  const h = Math.max(1, height - 1);
  ctx.fillStyle = colours.grid;
  ctx.globalAlpha = alpha * 0.5;
  ctx.fillRect(left, top, w, h);
  if (value !== null && Number.isFinite(value)) {
    ctx.globalAlpha = alpha * Math.min(1, Math.abs(value));
    ctx.fillStyle = colour;
    if (value >= 0) ctx.fillRect(left, top, w, h);
    else ctx.fillRect(left, top + h / 2 - 0.75, w, 1.5);
  }
  ctx.globalAlpha = alpha;
}

/** From where the label stands to where the output stands: z − l. @param {CanvasRenderingContext2D} ctx @param {Box} box @param {{ z: number, l: number, colours: Colours }} what */
export function drawDifference(ctx, { left, top, width, height }, { z, l, colours }) {
  if (!Number.isFinite(z) || !Number.isFinite(l)) return;
  const alpha = ctx.globalAlpha;
  const thick = Math.min(14, height * 0.62);
  const y = top + height / 2;
  const from = left + l * width;
  const to = left + z * width;
  ctx.globalAlpha = alpha * 0.3;
  ctx.fillStyle = colours.activation;
  ctx.fillRect(left, y - thick / 2, z * width, thick);
  ctx.globalAlpha = alpha;
  ctx.fillStyle = colours.derivative;
  ctx.fillRect(Math.min(from, to), y - thick / 4, Math.max(1, Math.abs(to - from)), thick / 2);
}

/** @param {CanvasRenderingContext2D} ctx @param {Box} box @param {Colours} colours */
export function drawTrack(ctx, { left, top, width, height }, colours) {
  const thick = Math.max(1, Math.min(14, height * 0.62));
  ctx.fillStyle = colours.grid;
  ctx.beginPath();
  ctx.roundRect(left, top + (height - thick) / 2, width, thick, 2);
  ctx.fill();
}

/** @param {CanvasRenderingContext2D} ctx @param {Box} box @param {boolean | null} on @param {Colours} colours */
export function drawLabel(ctx, { left, top, width, height }, on, colours) {
  const side = Math.min(width, height * 0.5, 16);
  const x = left + (width - side) / 2;
  const y = top + (height - side) / 2;
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = on === null ? colours.grid : colours.label;
  ctx.fillStyle = colours.label;
  if (on) ctx.fillRect(x, y, side, side);
  else ctx.strokeRect(x + 0.75, y + 0.75, side - 1.5, side - 1.5);
}

/** @param {CanvasRenderingContext2D} ctx @param {Box} box @param {Colours} colours */
export function ring(ctx, { left, top, width, height }, colours) {
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 2;
  ctx.strokeRect(left - 2, top - 2, width + 3, height + 3);
}

/** Zero. @param {CanvasRenderingContext2D} ctx @param {Box} box @param {number} at share of the width @param {Colours} colours */
export function zeroLine(ctx, { left, top, width, height }, at, colours) {
  ctx.fillStyle = colours.muted;
  ctx.globalAlpha *= 0.5;
  ctx.fillRect(Math.round(left + at * width), top, 1, height);
  ctx.globalAlpha = 1;
}
