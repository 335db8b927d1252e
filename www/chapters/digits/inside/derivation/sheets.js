// @ts-check
// The numbers of a quantity as a small picture, a pixel each, made once for each look and drawn at several places.

import { GRAPH } from "../../../../lecture/graph.js";
import { fullColour, shadeTable } from "../../weight-grid.js";
import { numbersIn, sizeOf } from "./numbers.js";

/**
 * @typedef {import("../../../../lecture/graph.js").Name} Name
 * @typedef {import("../../../../chart/colours.js").Colours} Colours
 * @typedef {import("../looking.js").Trace} Trace
 * @typedef {{ canvas: OffscreenCanvas, rows: number, columns: number }} Sheet
 */

/** Shades on either side of zero, as in the colour table. */
const SHADES = 127;

/** Quantities that are not below 0, and what has their full colour. @type {Partial<Record<Name, number>>} */
const FULL = { x: 1, y: 1, z: 1, l: 1, error: 1, dz_dq: 0.25, dy_dp: 0.25 };

/** The colour of a quantity. @param {Name} name @param {Colours} colours */
export function colourOf(name, colours) {
  const { quantity } = GRAPH[name];
  return quantity ? colours[quantity] : colours.ink;
}

/**
 * From nothing to the full colour; signed numbers have the two ends that the pictures of weights have.
 * @param {Name} name
 * @param {Colours} colours
 */
function tableOf(name, colours) {
  if (FULL[name] === undefined) return shadeTable(colours);
  const end = colourOf(name, colours);
  return shadeTable({ ...colours, a: end, negative: end });
}

/** What is drawn in full colour. @param {Name} name @param {ArrayLike<number>} numbers */
export function fullOf(name, numbers) {
  const fixed = FULL[name];
  if (fixed !== undefined) return fixed;
  if (numbers instanceof Float32Array) return fullColour(numbers);
  let largest = 0;
  for (let n = 0; n < numbers.length; n++) largest = Math.max(largest, Math.abs(numbers[n] ?? 0));
  return largest > 0 && Number.isFinite(largest) ? largest : 1;
}

/** Keeps the pictures of the last look. */
export function createSheets() {
  /** @type {Map<Name, { numbers: ArrayLike<number>, key: string, table: Uint32Array, sheet: Sheet }>} */
  const made = new Map();

  /** @param {Trace} trace @param {Name} name @param {Colours} colours @returns {Sheet | null} null: not known */
  return function sheetOf(trace, name, colours) {
    const numbers = numbersIn(trace, name);
    if (!numbers) return null;
    const key = `${colours.paper} ${colours.a}`;
    const known = made.get(name);
    if (known && known.key === key && (known.numbers === numbers || isSame(known.numbers, numbers))) {
      return known.sheet;
    }
    const { rows, columns } = sizeOf(trace, name);
    const table = known?.key === key ? known.table : tableOf(name, colours);
    const sheet = paint(numbers, { rows, columns }, table, fullOf(name, numbers));
    made.set(name, { numbers, key, table, sheet });
    return sheet;
  };
}

/** ε stands in an array of its own each time. @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
function isSame(a, b) {
  return a.length === 1 && b.length === 1 && a[0] === b[0];
}

/**
 * @param {ArrayLike<number>} numbers
 * @param {{ rows: number, columns: number }} size
 * @param {Uint32Array} table
 * @param {number} full
 * @returns {Sheet}
 */
function paint(numbers, { rows, columns }, table, full) {
  const canvas = new OffscreenCanvas(columns, rows);
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("this browser gives no 2D canvas");
  const image = ctx.createImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const scale = SHADES / full;
  for (let n = 0; n < pixels.length; n++) {
    const shade = Math.max(-SHADES, Math.min(SHADES, Math.round((numbers[n] ?? 0) * scale)));
    // A number that is none has no shade and stays clear.
    pixels[n] = table[shade + SHADES] ?? 0;
  }
  ctx.putImageData(image, 0, 0);
  return { canvas, rows, columns };
}

/**
 * Draws a shape: its frame in its quantity's colour, in it the numbers as far as they are known.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Sheet | null} sheet
 * @param {{ left: number, top: number, width: number, height: number, turned: boolean, edge: string, ratio: number,
 *   colours: Colours, share?: number }} look `share`: how much of it has been filled in, 0 to 1
 */
export function drawShape(ctx, sheet, { left, top, width, height, turned, edge, ratio, colours, share = 1 }) {
  ctx.save();
  ctx.fillStyle = colours.paper;
  ctx.fillRect(left, top, width, height);
  if (sheet && share > 0) {
    const { canvas, rows, columns } = sheet;
    const [along, across] = turned ? [columns, rows] : [rows, columns];
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, width, height * share);
    ctx.clip();
    ctx.imageSmoothingEnabled = height * ratio < along * 1.5 || width * ratio < across * 1.5;
    ctx.imageSmoothingQuality = "high";
    ctx.translate(left, top);
    // Rows become columns.
    if (turned) ctx.transform(0, 1, 1, 0, 0, 0);
    const [drawnWidth, drawnHeight] = turned ? [height, width] : [width, height];
    ctx.drawImage(canvas, 0, 0, columns, rows, 0, 0, drawnWidth, drawnHeight);
    ctx.restore();
  }
  ctx.strokeStyle = edge;
  ctx.lineWidth = 1;
  if (!sheet) ctx.setLineDash([3, 2]);
  ctx.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
  ctx.restore();
}
