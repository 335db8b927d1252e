// @ts-check
// The rows of V as pictures: each hidden unit's 784 weights where its pixels are. Zero is paper; positive and negative
// are the two ends of a scale that a colour-blind reader tells apart. A negative weight is checked, so that its sign is
// seen without colours too.

import { mix, parseColour } from "../../chart/colours.js";
import { SIDE } from "./image.js";

/** @typedef {import("../../chart/colours.js").Colours} Colours */

const PIXELS = SIDE * SIDE;

/** Weights of so many times the root mean square are drawn in full colour: nearly all are smaller, and it changes slowly. */
const FULL_COLOUR = 3;

/** Shades on either side of zero. */
const SHADES = 127;

/** The paler pixels of a checked weight have so much of its shade. */
const PALER = 0.4;

/**
 * Pixels in a side of a weight, so that the checks have a pixel of the screen each: where there is room for them.
 * @param {number} side of the picture, CSS pixels
 * @param {number} ratio device pixels in a CSS pixel
 */
export const fineness = (side, ratio) => (side * ratio >= 2 * SIDE ? 2 : 1);

/**
 * @typedef {Object} WeightGridLook
 * @property {Pick<import("./below/grid-layout.js").GridLayout, "columns" | "rows" | "side">} layout
 * @property {(place: number) => { x: number, y: number }} cornerOf where the square of a place in reading order begins
 * @property {ArrayLike<number> | null} [order] which row stands at each place; none: as they are
 * @property {number} ratio device pixels in a CSS pixel
 * @property {Colours} colours
 */

/**
 * Keeps the small picture and the colour table between drawings.
 * @returns {(ctx: CanvasRenderingContext2D, rows: Float32Array, look: WeightGridLook) => void} draws all rows
 */
export function createWeightGrid() {
  const sheet = createSheet();
  let table = new Uint32Array(0);
  let tableKey = "";

  return (ctx, rows, { layout, cornerOf, order = null, ratio, colours }) => {
    const count = Math.floor(rows.length / PIXELS);
    if (count === 0) return;
    const key = `${colours.negative} ${colours.paper} ${colours.a}`;
    if (key !== tableKey) {
      table = shadeTable(colours);
      tableKey = key;
    }
    const { columns, side } = layout;
    const fine = fineness(side, ratio);
    const part = SIDE * fine;
    const picture = sheet.paint(columns * part, layout.rows * part, (pixels) =>
      paint(rows, { count, columns, fine }, pixels, table),
    );
    ctx.save();
    // Enlarged, a weight is a square with sharp edges; made smaller, it must not be skipped.
    ctx.imageSmoothingEnabled = side * ratio < part * 1.5 && fine === 1;
    ctx.imageSmoothingQuality = "high";
    ctx.strokeStyle = colours.grid;
    ctx.lineWidth = 1;
    ctx.beginPath();
    for (let place = 0; place < count; place++) {
      const unit = order?.[place] ?? place;
      const column = unit % columns;
      const row = Math.floor(unit / columns);
      const { x, y } = cornerOf(place);
      ctx.drawImage(picture, column * part, row * part, part, part, x, y, side, side);
      ctx.rect(x + 0.5, y + 0.5, side - 1, side - 1);
    }
    ctx.stroke();
    ctx.restore();
  };
}

/** A picture of its own pixels, one number each, which is made anew only when its size changes. */
function createSheet() {
  /** @type {OffscreenCanvas | null} */
  let canvas = null;
  /** @type {ImageData | null} */
  let image = null;
  return {
    /**
     * @param {number} width
     * @param {number} height
     * @param {(pixels: Uint32Array) => void} fill
     */
    paint(width, height, fill) {
      if (canvas?.width !== width || canvas.height !== height) {
        canvas = new OffscreenCanvas(width, height);
        image = null;
      }
      const ctx = canvas.getContext("2d");
      if (!ctx) throw new Error("this browser gives no 2D canvas");
      image ??= ctx.createImageData(width, height);
      fill(new Uint32Array(image.data.buffer));
      ctx.putImageData(image, 0, 0);
      return canvas;
    },
  };
}

/**
 * @param {Float32Array} rows
 * @param {{ count: number, columns: number, fine: number }} sheet
 * @param {Uint32Array} out one number a pixel of the sheet
 * @param {Uint32Array} table
 */
function paint(rows, { count, columns, fine }, out, table) {
  const width = columns * SIDE * fine;
  // One scale for all, so that they can be compared.
  const scale = SHADES / fullColour(rows);
  out.fill(0);
  for (let unit = 0; unit < count; unit++) {
    const from = unit * PIXELS;
    const corner = (Math.floor(unit / columns) * width + (unit % columns)) * SIDE * fine;
    for (let y = 0; y < SIDE; y++) {
      const to = corner + y * fine * width;
      const source = from + y * SIDE;
      for (let x = 0; x < SIDE; x++) {
        putShade(out, to + x * fine, fine === 2 ? width : 0, rows[source + x] * scale, table);
      }
    }
  }
}

/**
 * A number as a pixel, or as four where it has them: a negative one checked.
 * @param {Uint32Array} out
 * @param {number} at
 * @param {number} below how far the next row of pixels is; 0: it is one pixel
 * @param {number} value in shades
 * @param {Uint32Array} table
 */
export function putShade(out, at, below, value, table) {
  const shade = Math.max(-SHADES, Math.min(SHADES, Math.round(value)));
  // A weight that is not a number has no shade and stays clear.
  const full = table[shade + SHADES] ?? 0;
  out[at] = full;
  if (below === 0) return;
  const other = shade < 0 ? (table[Math.round(shade * PALER) + SHADES] ?? 0) : full;
  out[at + 1] = other;
  out[at + below] = other;
  out[at + below + 1] = full;
}

/**
 * The weight that is drawn in full colour.
 * @param {Float32Array} rows
 */
export function fullColour(rows) {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += rows[i] * rows[i];
  const size = FULL_COLOUR * Math.sqrt(sum / Math.max(1, rows.length));
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
