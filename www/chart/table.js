// @ts-check
// Tables of numbers that are taken along: columns with their letters, of which some may be shorter than others.

/**
 * @typedef {ArrayLike<number | string | null>} Values null or NaN: nothing there
 * @typedef {{ name: string, values: Values }} Column `name`: a letter of the lecture, or a word
 * @typedef {readonly Column[]} Table
 */

/**
 * The columns of values that stand in rows one after another.
 * @param {readonly (string | null)[]} names null: not wanted
 * @param {ArrayLike<number>} values
 * @returns {Column[]}
 */
export function columnsOf(names, values) {
  const rows = Math.floor(values.length / names.length);
  return names.flatMap((name, column) =>
    name === null
      ? []
      : {
          name,
          values: Array.from({ length: rows }, (_, row) => Number(values[row * names.length + column])),
        },
  );
}

/**
 * A curve over an even grid.
 * @param {readonly [x: string, y: string]} names
 * @param {readonly [number, number]} range of x
 * @param {ArrayLike<number>} values
 * @returns {Column[]}
 */
export function curveOf([x, y], [from, to], values) {
  const last = Math.max(1, values.length - 1);
  return [
    { name: x, values: Array.from(values, (_, i) => from + ((to - from) * i) / last) },
    { name: y, values: Array.from(values) },
  ];
}

/**
 * Several tables as one: rows with the same first value become one row, in ascending order.
 * @param {string} key name of the first column
 * @param {readonly Table[]} tables each with the column `key` first
 * @returns {Column[]}
 */
export function merged(key, tables) {
  const keys = [...new Set(tables.flatMap((table) => Array.from(table[0]?.values ?? [], Number)))];
  keys.sort((a, b) => a - b);
  const place = new Map(keys.map((value, i) => [value, i]));
  const others = tables.flatMap(([first, ...rest]) =>
    rest.map(({ name, values }) => {
      /** @type {(number | string | null)[]} */
      const spread = new Array(keys.length).fill(null);
      for (let i = 0; i < values.length; i++) {
        const at = place.get(Number(first?.values[i]));
        if (at !== undefined) spread[at] = values[i] ?? null;
      }
      return { name, values: spread };
    }),
  );
  return [{ name: key, values: keys }, ...others];
}

/**
 * Values on an even grid, as a row for each of its places.
 * @param {readonly [x: string, y: string, value: string]} names
 * @param {import("./level-map.js").Grid} grid
 * @returns {Column[]}
 */
export function gridOf([x, y, value], { values, columns, rows, x: across, y: up }) {
  const at = (/** @type {readonly [number, number]} */ [from, to], /** @type {number} */ share) =>
    from + (to - from) * share;
  return [
    { name: x, values: Array.from(values, (_, i) => at(across, (i % columns) / (columns - 1))) },
    { name: y, values: Array.from(values, (_, i) => at(up, Math.floor(i / columns) / (rows - 1))) },
    { name: value, values },
  ];
}
