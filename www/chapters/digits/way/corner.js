// @ts-check
// The drawing made small and put into a corner: what the stages have to undo.

/** @typedef {import("../drawing.js").Content} Content */

/** So small, and so far from the upper left. Shares of the pad. */
const SIZE = 0.45;
const MARGIN = 0.03;

/** @param {Content} content @returns {Content} */
export function cornered(content) {
  if (content.picture) {
    const { ink, width, height } = content.picture;
    return { ...content, picture: { ...content.picture, ...corneredInk(ink, width, height) } };
  }
  const place = (/** @type {number} */ value) => MARGIN + SIZE * value;
  const strokes = content.strokes.map((stroke) =>
    stroke.map(([x, y]) => /** @type {const} */ ([place(x), place(y)])),
  );
  return { ...content, strokes };
}

/**
 * The same with ink: its own pixels on a larger sheet.
 * @param {Uint8Array<ArrayBuffer>} ink
 * @param {number} width
 * @param {number} height
 */
export function corneredInk(ink, width, height) {
  const [wide, high] = [Math.ceil(width / SIZE), Math.ceil(height / SIZE)];
  const [left, top] = [Math.round(MARGIN * wide), Math.round(MARGIN * high)];
  const sheet = new Uint8Array(wide * high);
  for (let row = 0; row < height; row++) {
    sheet.set(ink.subarray(row * width, (row + 1) * width), (row + top) * wide + left);
  }
  return { ink: sheet, width: wide, height: high };
}
