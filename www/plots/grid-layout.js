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
export function gridLayout(count, width, { height, gap = 4, largest = 72, smallest = 24 } = {}) {
  const room = Math.max(1, width);
  const number = Math.max(1, Math.floor(count));
  const sideOf = (/** @type {number} */ columns) => (room - gap * (columns - 1)) / columns;
  /** @type {{ columns: number, rows: number, side: number }[]} */
  const options = [];
  for (let columns = 1; columns <= number; columns++) {
    const rows = Math.ceil(number / columns);
    const across = sideOf(columns);
    const down = height === undefined ? largest : (height - gap * (rows - 1)) / rows;
    options.push({ columns, rows, side: Math.min(across, down, largest) });
    if (across < 1) break;
  }
  let best = options.reduce((a, b) => (b.side > a.side ? b : a));
  // Without a height, every count of columns that keeps the squares at most `largest` wide will do: the fewest rows.
  if (height === undefined) {
    best = options.find(({ columns }) => sideOf(columns) <= largest) ?? options[options.length - 1];
    // More columns than fit at the smallest size would be dust.
    while (best.columns > 1 && best.side < smallest) best = options[best.columns - 2];
  }
  const full = options.filter((option) => number % option.columns === 0 && option.side >= best.side * 0.85);
  const chosen =
    number % best.columns === 0 || full.length === 0
      ? best
      : full.reduce((a, b) => (b.side > a.side ? b : a));
  const side = Math.max(1, Math.floor(chosen.side));
  const { columns, rows } = chosen;
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
