// @ts-check
// Where the flow's parts stand: the image, the columns of the hidden units and of the ten outputs, and what lies between.

/**
 * @typedef {{ left: number, top: number, width: number, height: number }} Box
 * @typedef {import("./flow-scene.js").Place} Place
 *
 * @typedef {Object} FlowLayout
 * @property {Box} image
 * @property {Record<"p" | "y" | "q" | "z" | "l", Box>} columns
 * @property {{ rows: number, columns: number }} units more than fit one below the other stand in several columns
 * @property {number} filter side of the chosen row of V, in the middle of its beam
 * @property {Record<Place, number>} middles of the headings
 * @property {boolean} narrow
 */

/** For the headings above, the sizes below. CSS pixels. */
export const ABOVE = 68;
const BELOW = 48;
/** A unit's row is no lower than this. CSS pixels. */
const LEAST_ROW = 5;
const MOST_ROW = 36;
const OUTPUTS = 10;

/** Shares of the width: x, then the gap that is V, p, y, the gap that is U, q, z, l. */
const SHARES = { x: 0.18, V: 0.13, p: 0.125, y: 0.085, U: 0.145, q: 0.11, z: 0.155, l: 0.03 };
const GAP = 0.0125;

/** @param {{ width: number, height: number, hidden: number }} size @returns {FlowLayout} */
export function flowLayout({ width, height, hidden }) {
  const top = ABOVE;
  const room = Math.max(1, height - ABOVE - BELOW);
  let left = 0;
  /** @param {keyof typeof SHARES} name */
  const take = (name) => {
    const box = { left, top, width: SHARES[name] * width, height: room };
    // Between p and y is σ, as between q and z: no room for a matrix.
    left += box.width + (name === "p" || name === "q" || name === "z" ? GAP * width : 0);
    return box;
  };
  const x = take("x");
  const gapV = take("V");
  const p = take("p");
  const y = take("y");
  const gapU = take("U");
  const outputs = Math.min(room, OUTPUTS * MOST_ROW);
  const among = (/** @type {Box} */ box) => ({ ...box, top: top + (room - outputs) / 2, height: outputs });
  const q = among(take("q"));
  const z = among(take("z"));
  const l = among(take("l"));
  const rows = Math.min(hidden, Math.max(1, Math.floor(room / LEAST_ROW)));
  const middle = (/** @type {Box} */ box) => box.left + box.width / 2;
  return {
    image: { left: 0, top: top + (room - x.width) / 2, width: x.width, height: x.width },
    columns: { p, y, q, z, l },
    units: { rows: Math.max(1, rows), columns: Math.max(1, Math.ceil(hidden / Math.max(1, rows))) },
    middles: {
      x: middle(x),
      V: middle(gapV),
      p: middle(p),
      y: middle(y),
      U: middle(gapU),
      q: middle(q),
      z: middle(z),
      l: middle(l),
      error: width,
    },
    filter: Math.round(Math.min(76, 0.076 * width)),
    narrow: width < 560,
  };
}

/** The place of hidden unit i in p or y. @param {FlowLayout} layout @param {"p" | "y"} name @param {number} i @returns {Box} */
export function unitBox({ columns, units }, name, i) {
  const { left, top, width, height } = columns[name];
  const row = i % units.rows;
  const column = Math.floor(i / units.rows);
  const across = width / units.columns;
  const down = Math.min(MOST_ROW, height / units.rows);
  const begin = top + (height - down * units.rows) / 2;
  return { left: left + column * across, top: begin + row * down, width: across, height: down };
}

/** The place of output k. @param {FlowLayout} layout @param {"q" | "z" | "l"} name @param {number} k @returns {Box} */
export function outputBox({ columns }, name, k) {
  const { left, top, width, height } = columns[name];
  return { left, top: top + (k * height) / OUTPUTS, width, height: height / OUTPUTS };
}

/**
 * What is at a point: a hidden unit, an output, a pixel, or nothing.
 * @param {FlowLayout} layout
 * @param {number} hidden
 * @param {number} x
 * @param {number} y
 * @returns {{ unit?: number, output?: number, pixel?: number } | null}
 */
export function flowHit(layout, hidden, x, y) {
  const { image, columns } = layout;
  if (within(image, x, y)) {
    const at = (/** @type {number} */ share) => Math.min(27, Math.floor(share * 28));
    return { pixel: at((y - image.top) / image.height) * 28 + at((x - image.left) / image.width) };
  }
  const last = columns.l.left + columns.l.width;
  if (within({ ...columns.q, width: last - columns.q.left }, x, y)) {
    return { output: Math.min(9, Math.floor(((y - columns.q.top) / columns.q.height) * OUTPUTS)) };
  }
  for (const name of /** @type {const} */ (["p", "y"])) {
    const first = unitBox(layout, name, 0);
    const column = Math.floor((x - first.left) / first.width);
    const row = Math.floor((y - first.top) / first.height);
    if (column < 0 || column >= layout.units.columns || row < 0 || row >= layout.units.rows) continue;
    const unit = column * layout.units.rows + row;
    if (unit < hidden) return { unit };
  }
  return null;
}

/** @param {Box} box @param {number} x @param {number} y */
function within({ left, top, width, height }, x, y) {
  return x >= left && x < left + width && y >= top && y < top + height;
}
