// @ts-check
// The rows of V as pictures: each hidden unit's 784 weights where its pixels are. Zero is paper; positive and negative
// are the two ends of a scale that a colour-blind reader tells apart.

import { mix, parseColour } from "../../chart/colours.js";
import { gridHit, gridLayout } from "./grid-layout.js";
import { SIDE } from "./image.js";

/** @typedef {import("../../chart/colours.js").Colours} Colours */
/** @typedef {import("./grid-layout.js").GridLayout} GridLayout */

const PIXELS = SIDE * SIDE;

/** Weights of so many times the root mean square are drawn in full colour: nearly all are smaller, and it changes slowly. */
const FULL_COLOUR = 3;

/** Shades on either side of zero. */
const SHADES = 127;

/**
 * @typedef {Object} WeightGridLook
 * @property {number} width CSS pixels
 * @property {number} [height] CSS pixels that must suffice; as many as needed without it
 * @property {number} [largest] side of a picture without a given height, CSS pixels
 * @property {number} [left]
 * @property {number} [top]
 * @property {number} ratio device pixels in a CSS pixel
 * @property {boolean} [shared] one scale for all pictures, so that they can be compared; otherwise each has its own
 * @property {number | null} [marked] unit with a frame around it
 * @property {Colours} colours
 *
 * @typedef {Object} WeightGrid
 * @property {(ctx: CanvasRenderingContext2D, rows: Float32Array, look: WeightGridLook) => GridLayout} draw
 * @property {(x: number, y: number) => number | null} hit unit at a point of the canvas, as last drawn
 */

/**
 * Keeps the small picture and the colour table between redraws; draws nothing by itself.
 * @returns {WeightGrid}
 */
export function createWeightGrid() {
  /** @type {OffscreenCanvas | null} */
  let sheet = null;
  /** @type {ImageData | null} */
  let image = null;
  let table = new Uint32Array(0);
  let tableKey = "";
  /** @type {{ layout: GridLayout, count: number, left: number, top: number } | null} */
  let last = null;

  return {
    draw(ctx, rows, look) {
      const {
        width,
        height,
        largest,
        left = 0,
        top = 0,
        ratio,
        shared = true,
        marked = null,
        colours,
      } = look;
      const count = Math.floor(rows.length / PIXELS);
      const layout = gridLayout(count, width, { height, largest });
      last = { layout, count, left, top };
      if (count === 0) return layout;

      const key = `${colours.negative} ${colours.paper} ${colours.a}`;
      if (key !== tableKey) {
        table = shadeTable(colours);
        tableKey = key;
      }
      const { columns, side, gap } = layout;
      const sheetWidth = columns * SIDE;
      const sheetHeight = layout.rows * SIDE;
      if (sheet?.width !== sheetWidth || sheet.height !== sheetHeight) {
        sheet = new OffscreenCanvas(sheetWidth, sheetHeight);
        image = null;
      }
      const sheetCtx = sheet.getContext("2d");
      if (!sheetCtx) throw new Error("this browser gives no 2D canvas");
      image ??= sheetCtx.createImageData(sheetWidth, sheetHeight);
      paint(rows, count, columns, new Uint32Array(image.data.buffer), table, shared);
      sheetCtx.putImageData(image, 0, 0);

      ctx.save();
      ctx.translate(left, top);
      // Enlarged, a weight is a square with sharp edges; made smaller, it must not be skipped.
      ctx.imageSmoothingEnabled = side * ratio < SIDE * 1.5;
      ctx.imageSmoothingQuality = "high";
      for (let unit = 0; unit < count; unit++) {
        const column = unit % columns;
        const row = Math.floor(unit / columns);
        const x = column * (side + gap);
        const y = row * (side + gap);
        ctx.drawImage(sheet, column * SIDE, row * SIDE, SIDE, SIDE, x, y, side, side);
      }
      frames(ctx, layout, count, marked, colours);
      ctx.restore();
      return layout;
    },
    hit(x, y) {
      return last ? gridHit(last.layout, last.count, x - last.left, y - last.top) : null;
    },
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {GridLayout} layout
 * @param {number} count
 * @param {number | null} marked
 * @param {Colours} colours
 */
function frames(ctx, { columns, side, gap }, count, marked, colours) {
  ctx.strokeStyle = colours.grid;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let unit = 0; unit < count; unit++) {
    const x = (unit % columns) * (side + gap);
    const y = Math.floor(unit / columns) * (side + gap);
    ctx.rect(x + 0.5, y + 0.5, side - 1, side - 1);
  }
  ctx.stroke();
  if (marked !== null && marked >= 0 && marked < count) {
    const x = (marked % columns) * (side + gap);
    const y = Math.floor(marked / columns) * (side + gap);
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 2;
    ctx.strokeRect(x + 1, y + 1, side - 2, side - 2);
  }
}

/**
 * @param {Float32Array} rows
 * @param {number} count
 * @param {number} columns
 * @param {Uint32Array} out one number a pixel of the sheet
 * @param {Uint32Array} table
 * @param {boolean} shared
 */
function paint(rows, count, columns, out, table, shared) {
  const width = columns * SIDE;
  const common = fullColour(rows, 0, count * PIXELS);
  out.fill(0);
  for (let unit = 0; unit < count; unit++) {
    const from = unit * PIXELS;
    const scale = SHADES / (shared ? common : fullColour(rows, from, from + PIXELS));
    const corner = Math.floor(unit / columns) * SIDE * width + (unit % columns) * SIDE;
    for (let y = 0; y < SIDE; y++) {
      const to = corner + y * width;
      const source = from + y * SIDE;
      for (let x = 0; x < SIDE; x++) {
        const shade = Math.max(-SHADES, Math.min(SHADES, Math.round(rows[source + x] * scale)));
        // A weight that is not a number has no shade and stays clear.
        out[to + x] = table[shade + SHADES] ?? 0;
      }
    }
  }
}

/**
 * The weight that is drawn in full colour.
 * @param {Float32Array} rows
 * @param {number} from
 * @param {number} to
 */
export function fullColour(rows, from, to) {
  let sum = 0;
  for (let i = from; i < to; i++) sum += rows[i] * rows[i];
  const size = FULL_COLOUR * Math.sqrt(sum / Math.max(1, to - from));
  return size > 0 && Number.isFinite(size) ? size : 1;
}

/**
 * Colours from the most negative to the most positive, as the bytes of a pixel read as one number.
 * @param {Colours} colours
 * @returns {Uint32Array<ArrayBuffer>}
 */
export function shadeTable(colours) {
  const paper = parseColour(colours.paper);
  const ends = [parseColour(colours.negative), parseColour(colours.a)];
  const bytes = new Uint8ClampedArray(4 * (2 * SHADES + 1));
  for (let shade = -SHADES; shade <= SHADES; shade++) {
    const [r, g, b] = mix(paper, ends[shade < 0 ? 0 : 1], Math.abs(shade) / SHADES);
    bytes.set([r, g, b, 255], 4 * (shade + SHADES));
  }
  return new Uint32Array(bytes.buffer);
}
