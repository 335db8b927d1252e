// @ts-check
// An image of 28 × 28 bytes, small, as the pixels of a canvas that the style sheet enlarges. Many of them share the look.

import { mix, parseColour } from "../../chart/colours.js";
import { element } from "../../controls/dom.js";
import { SIDE } from "./image.js";

/** @typedef {Uint32Array<ArrayBuffer>} Greys 256 colours from paper to ink, as the bytes of a pixel read as one number */

/** @returns {HTMLCanvasElement} */
export function createThumb() {
  const canvas = element("canvas", "thumb");
  canvas.width = SIDE;
  canvas.height = SIDE;
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

/** @param {import("../../chart/colours.js").Colours} colours @returns {Greys} */
export function greys({ paper, ink }) {
  const [from, to] = [parseColour(paper), parseColour(ink)];
  const bytes = new Uint8ClampedArray(4 * 256);
  for (let value = 0; value < 256; value++) bytes.set([...mix(from, to, value / 255), 255], 4 * value);
  return new Uint32Array(bytes.buffer);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} bytes 784
 * @param {Greys} table
 */
export function paintThumb(canvas, bytes, table) {
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("this browser gives no 2D canvas");
  const image = ctx.createImageData(SIDE, SIDE);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[bytes[i] ?? 0] ?? 0;
  ctx.putImageData(image, 0, 0);
}
