// @ts-check
// A long series made as short as the screen is wide, without losing a peak.

/**
 * For each column of pixels that has points: the first, the least, the greatest and the last of them, in the order in
 * which they come. A line drawn through the result covers the same pixels as one through all points (M4: Jugel et al.,
 * 2014).
 * @param {ArrayLike<number>} xs ascending
 * @param {ArrayLike<number>} ys values that are not numbers are left out
 * @param {import("./scale.js").Scale} x
 * @param {{ from?: number, to?: number }} [part] indices of the points to look at
 * @returns {{ xs: Float64Array, ys: Float64Array }}
 */
export function thinByColumn(xs, ys, x, { from = 0, to = Math.min(xs.length, ys.length) } = {}) {
  const columns = Math.abs(Math.ceil(x.range[1]) - Math.floor(x.range[0])) + 3;
  const room = Math.min(4 * columns, Math.max(0, to - from));
  let outX = new Float64Array(Math.max(4, room));
  let outY = new Float64Array(outX.length);
  let length = 0;
  let i = from;
  while (i < to) {
    const column = Math.floor(x.map(xs[i]));
    const end = endOfColumn(xs, x, column, i, to);
    let first = -1;
    let low = -1;
    let high = -1;
    let last = -1;
    for (let k = i; k < end; k++) {
      const value = ys[k];
      if (Number.isNaN(value)) continue;
      if (first < 0) {
        first = k;
        low = k;
        high = k;
      }
      if (value < ys[low]) low = k;
      if (value > ys[high]) high = k;
      last = k;
    }
    if (first >= 0) {
      if (length + 4 > outX.length) {
        outX = grown(outX);
        outY = grown(outY);
      }
      let before = -1;
      for (const k of [first, Math.min(low, high), Math.max(low, high), last]) {
        if (k === before) continue;
        outX[length] = xs[k];
        outY[length] = ys[k];
        length += 1;
        before = k;
      }
    }
    i = end;
  }
  return { xs: outX.subarray(0, length), ys: outY.subarray(0, length) };
}

/**
 * The index after the last point of the column: by doubling, then halving, since a column may hold thousands of points.
 * @param {ArrayLike<number>} xs
 * @param {import("./scale.js").Scale} x
 * @param {number} column
 * @param {number} start a point inside the column
 * @param {number} to
 */
function endOfColumn(xs, x, column, start, to) {
  const inside = (/** @type {number} */ k) => Math.floor(x.map(xs[k])) === column;
  let low = start;
  let jump = 1;
  while (low + jump < to && inside(low + jump)) {
    low += jump;
    jump *= 2;
  }
  let high = Math.min(to, low + jump);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (inside(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** @param {Float64Array<ArrayBuffer>} array */
function grown(array) {
  const larger = new Float64Array(2 * array.length + 4);
  larger.set(array);
  return larger;
}
