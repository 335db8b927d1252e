// @ts-check
// Ink that no pen of the page drew, as it stands on the pad or in the first stage: found in a picture.

import { cssColour, parseColour } from "../../../chart/colours.js";

/**
 * A drawing of ink, as large as fits into a square, in its middle. The pixels are made once for each colour.
 * @param {ArrayLike<number>} ink row by row; 0 is paper, 255 is ink
 * @param {number} width
 * @param {number} height
 * @returns {(ctx: CanvasRenderingContext2D, look: { side: number, left: number, top: number, colour: string }) => void}
 */
export function createInk(ink, width, height) {
  const sheet = new OffscreenCanvas(width, height);
  let painted = "";

  /** @param {string} colour */
  function paint(colour) {
    const ctx = sheet.getContext("2d");
    if (!ctx || painted === colour) return;
    painted = colour;
    const rgb = parseColour(colour);
    const image = ctx.createImageData(width, height);
    for (let i = 0; i < ink.length; i++) image.data.set([...rgb, ink[i] ?? 0], 4 * i);
    ctx.putImageData(image, 0, 0);
  }

  return (ctx, { side, left, top, colour }) => {
    paint(cssColour(parseColour(colour)));
    const { x, y, scale } = placeOf(width, height, { side, left, top });
    ctx.drawImage(sheet, x, y, width * scale, height * scale);
  };
}

/**
 * Where a picture lies in a square that it fits into.
 * @param {number} width
 * @param {number} height
 * @param {{ side: number, left: number, top: number }} square
 */
export function placeOf(width, height, { side, left, top }) {
  const scale = side / Math.max(width, height);
  return { x: left + (side - width * scale) / 2, y: top + (side - height * scale) / 2, scale };
}
