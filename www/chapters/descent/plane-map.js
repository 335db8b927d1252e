// @ts-check
// ε(a, b) as a map: its values on a grid, brought to heights between 0 and 1.

/** Values of ε along the longer side of the map. */
const SIDE = 150;

/** Where ε has no value the map is higher than high. */
const NOWHERE = 1.5;

/**
 * Heights between 0 and 1 at which level lines stand about equally far apart: ε grows with the square of the distance
 * from a minimum, or faster, so the map shows a root of it.
 * @param {Float64Array} values NaN where ε has no value
 */
export function heights(values) {
  let low = Number.POSITIVE_INFINITY;
  const finite = values.filter(Number.isFinite).sort();
  if (finite.length > 0) low = Number(finite[0]);
  const high = Number(finite[Math.floor(0.98 * (finite.length - 1))] ?? 1);
  const middle = Number(finite[finite.length >> 1] ?? 1);
  // The root that puts the middle value at middle height; a bowl's is about 2, a steep valley's more.
  const share = Math.min(0.9, Math.max(1e-4, (middle - low) / (high - low || 1)));
  const root = Math.min(4, Math.max(1, Math.log(share) / Math.log(0.55)));
  return values.map((value) =>
    Number.isFinite(value) ? Math.max(0, (value - low) / (high - low || 1)) ** (1 / root) : NOWHERE,
  );
}

/** The map of what is seen, kept as long as that is the same. */
export function createMap() {
  /** @type {{ key: string, grid: import("../../chart/level-map.js").Grid } | null} */
  let kept = null;
  /**
   * @param {Pick<import("./plane-run.js").PlaneRun, "formula" | "field">} plane
   * @param {readonly [number, number]} x from, to
   * @param {readonly [number, number]} y from, to
   */
  return function mapOf(plane, x, y) {
    const key = [plane.formula, ...x, ...y].join(" ");
    if (kept?.key === key) return kept.grid;
    const [width, height] = [x[1] - x[0], y[1] - y[0]];
    const columns = Math.round(SIDE * Math.min(1, width / height));
    const rows = Math.round(SIDE * Math.min(1, height / width));
    kept = { key, grid: { values: heights(plane.field(x, y, columns, rows)), columns, rows, x, y } };
    return kept.grid;
  };
}
