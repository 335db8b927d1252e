// @ts-check
// How equal squares fill a width.

/**
 * @typedef {Object} GridLayout
 * @property {number} columns
 * @property {number} rows
 * @property {number} side of a square, CSS pixels
 * @property {number} gap between squares
 * @property {number} width that the squares and gaps take
 * @property {number} height that they take
 */

/**
 * The largest squares with which `count` of them fit the width and, where one is given, the height. Of the numbers of
 * columns that give about the same size, one that leaves no hole in the last row is taken.
 * @param {number} count
 * @param {number} width
 * @param {{ height?: number, gap?: number, largest?: number, smallest?: number }} [limits] without a height: squares of
 *   `largest` at most, and as many rows as it takes
 * @returns {GridLayout}
 */
export function gridLayout(count, width, limits = {}) {
  const number = Math.max(1, Math.floor(count));
  // Thirty pictures can be looked at one by one; three hundred are seen as a whole, and should not take ten screens.
  const { height, smallest = 24, largest = Math.max(36, Math.min(72, 72 * Math.sqrt(40 / number))) } = limits;
  const room = Math.max(1, width);
  const { gap = number > 120 ? 2 : 4 } = limits;
  const option = (/** @type {number} */ columns) => {
    const rows = Math.ceil(number / columns);
    const across = (room - gap * (columns - 1)) / columns;
    const down = height === undefined ? largest : (height - gap * (rows - 1)) / rows;
    return { columns, rows, across, side: Math.min(across, down, largest) };
  };
  const options = Array.from({ length: number }, (_, i) => option(i + 1));
  let best;
  if (height === undefined) {
    // Squares of at most `largest` that use the whole width; of at least `smallest` even if the last row is all there is.
    best = options.find(({ across }) => across <= largest) ?? options[number - 1];
    while (best.columns > 1 && best.side < smallest) best = options[best.columns - 2];
  } else {
    best = options.reduce((a, b) => (b.side > a.side ? b : a));
  }
  const { columns, rows, side: exact } = withoutHole(number, best, options);
  const side = Math.max(1, Math.floor(exact));
  return {
    columns,
    rows,
    side,
    gap,
    width: columns * side + gap * (columns - 1),
    height: rows * side + gap * (rows - 1),
  };
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
 * Which square is at a point, or null in the gaps and beside the grid.
 * @param {GridLayout} layout
 * @param {number} count
 * @param {number} x from the left edge of the grid
 * @param {number} y from the upper edge of the grid
 * @returns {number | null}
 */
export function gridHit({ columns, side, gap }, count, x, y) {
  const column = Math.floor(x / (side + gap));
  const row = Math.floor(y / (side + gap));
  if (column < 0 || column >= columns || row < 0) return null;
  if (x - column * (side + gap) > side || y - row * (side + gap) > side) return null;
  const index = row * columns + column;
  return index < count ? index : null;
}
