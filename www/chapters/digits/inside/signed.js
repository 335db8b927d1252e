// @ts-check
// Signed numbers where the 784 pixels are, in the two ends of one scale: weights, their products with the image, derivatives.
// Over them, where it helps, the outline of the drawing.

import { edges, SIDE } from "../image.js";
import { fineness, fullColour, putShade, shadeTable } from "../weight-grid.js";

/** @typedef {import("../../../chart/colours.js").Colours} Colours */
/** @typedef {{ left: number, top: number, side: number, ratio: number, colours: Colours }} SignedLook `ratio`: device pixels in a CSS pixel */

/** Ink from here on is inside the outline. */
const HALF = 128;

/** The number that is drawn in full colour, for pictures that share a scale. @param {...(ArrayLike<number> | null)} all */
export function sharedScale(...all) {
  return Math.max(
    0,
    ...all.flatMap((values) => (values ? [fullColour(/** @type {Float32Array} */ (values))] : [])),
  );
}

/**
 * Keeps the small picture and the colours between drawings.
 * @returns {(ctx: CanvasRenderingContext2D, values: ArrayLike<number>, scale: number, look: SignedLook) => void} `scale`:
 *   the number in full colour
 */
export function createSigned() {
  /** @type {OffscreenCanvas | null} */
  let canvas = null;
  let table = new Uint32Array(0);
  let tableKey = "";
  return (ctx, values, scale, { left, top, side, ratio, colours }) => {
    const key = `${colours.negative} ${colours.paper} ${colours.a}`;
    if (key !== tableKey) {
      table = shadeTable(colours);
      tableKey = key;
    }
    const fine = fineness(side, ratio);
    const pixels = SIDE * fine;
    canvas ??= new OffscreenCanvas(2 * SIDE, 2 * SIDE);
    const small = canvas.getContext("2d");
    if (!small) return;
    const image = small.createImageData(pixels, pixels);
    paint(values, scale, { table, fine }, new Uint32Array(image.data.buffer));
    small.putImageData(image, 0, 0);
    const exact = edges(side, ratio)[SIDE] ?? side;
    ctx.imageSmoothingEnabled = side * ratio < SIDE * 1.5;
    ctx.drawImage(canvas, 0, 0, pixels, pixels, left, top, exact, exact);
  };
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} scale
 * @param {{ table: Uint32Array, fine: number }} look
 * @param {Uint32Array} out
 */
function paint(values, scale, { table, fine }, out) {
  const factor = scale > 0 ? (table.length - 1) / 2 / scale : 0;
  const width = SIDE * fine;
  for (let j = 0; j < SIDE * SIDE; j++) {
    const at = Math.floor(j / SIDE) * fine * width + (j % SIDE) * fine;
    putShade(out, at, fine === 2 ? width : 0, Number(values[j]) * factor, table);
  }
}

/**
 * The edge between ink and paper.
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number>} bytes
 * @param {SignedLook} look
 */
export function drawOutline(ctx, bytes, { left, top, side, ratio, colours }) {
  const edge = edges(side, ratio);
  const at = (/** @type {number} */ i) => edge[i] ?? side;
  const isInk = (/** @type {number} */ row, /** @type {number} */ column) =>
    row >= 0 && row < SIDE && column >= 0 && column < SIDE && Number(bytes[row * SIDE + column]) >= HALF;
  ctx.save();
  ctx.translate(left, top);
  ctx.strokeStyle = colours.ink;
  ctx.globalAlpha = 0.75;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let row = 0; row <= SIDE; row++) {
    for (let column = 0; column <= SIDE; column++) {
      const here = isInk(row, column);
      if (here !== isInk(row - 1, column)) {
        ctx.moveTo(at(column), at(row));
        ctx.lineTo(at(column + 1), at(row));
      }
      if (here !== isInk(row, column - 1)) {
        ctx.moveTo(at(column), at(row));
        ctx.lineTo(at(column), at(row + 1));
      }
    }
  }
  ctx.stroke();
  ctx.restore();
}
