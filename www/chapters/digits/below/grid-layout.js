// @ts-check
// How equal squares fill a width, each with a strip under it for its number where there is room.

/**
 * @typedef {Object} GridLayout
 * @property {number} columns
 * @property {number} rows
 * @property {number} side of a square, CSS pixels
 * @property {number} gap between squares
 * @property {number} strip height of the strip under each; 0: no room for one
 * @property {number} height that squares, strips and gaps take
 */

/** A smaller square shows nothing. CSS pixels. */
const SMALLEST = 24;

/** Under a smaller square no number has room. CSS pixels. */
const SMALLEST_NUMBERED = 30;
const STRIP = 18;

/**
 * Squares that use the whole width, none larger than it need be to be looked at, and as many rows as it takes. Of the
 * numbers of columns that give about the same size, one that leaves no hole in the last row is taken.
 * @param {number} count
 * @param {number} width
 * @returns {GridLayout}
 */
export function gridLayout(count, width) {
  const number = Math.max(1, Math.floor(count));
  // Thirty pictures can be looked at one by one; three hundred are seen as a whole, and should not take ten screens.
  const largest = Math.max(36, Math.min(72, 72 * Math.sqrt(40 / number)));
  const gap = number > 120 ? 2 : 4;
  const options = Array.from({ length: number }, (_, i) => {
    const across = (Math.max(1, width) - gap * i) / (i + 1);
    return { columns: i + 1, across, side: Math.min(across, largest) };
  });
  // Of at least the smallest size even if the last row is all there is.
  let best = options.find(({ across }) => across <= largest) ?? options[number - 1];
  while (best.columns > 1 && best.side < SMALLEST) best = options[best.columns - 2];
  const { columns, side: exact } = withoutHole(number, best, options);
  const side = Math.max(1, Math.floor(exact));
  const rows = Math.ceil(number / columns);
  const strip = side >= SMALLEST_NUMBERED ? STRIP : 0;
  return { columns, rows, side, gap, strip, height: rows * (side + strip) + gap * (rows - 1) };
}

/**
 * A layout near the best one whose last row is full, if there is one that is hardly smaller and hardly narrower.
 * @template {{ columns: number, side: number }} T
 * @param {number} count
 * @param {T} best
 * @param {readonly T[]} options
 * @returns {T}
 */
function withoutHole(count, best, options) {
  if (count % best.columns === 0) return best;
  const near = options.filter(
    ({ columns, side }) =>
      count % columns === 0 && side >= best.side * 0.9 && side * columns >= best.side * best.columns * 0.9,
  );
  return near.length > 0 ? near.reduce((a, b) => (b.side > a.side ? b : a)) : best;
}

/**
 * The corner of the square at a place in reading order.
 * @param {GridLayout} layout
 * @param {number} place
 */
export function cornerOf({ columns, side, gap, strip }, place) {
  return { x: (place % columns) * (side + gap), y: Math.floor(place / columns) * (side + strip + gap) };
}

/**
 * The place whose square or strip is at a point; null where there is none.
 * @param {GridLayout} layout
 * @param {number} count
 * @param {number} x
 * @param {number} y
 */
export function placeAt({ columns, side, gap, strip }, count, x, y) {
  const column = Math.floor(x / (side + gap));
  const row = Math.floor(y / (side + strip + gap));
  const place = row * columns + column;
  return x >= 0 && y >= 0 && column < columns && place < count ? place : null;
}
