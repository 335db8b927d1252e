// @ts-check
// Where a slice has its least ε, or towards which ε falls where it has none: σ levels off, so that a slice may go down for
// ever. No DOM.

/** So far to both sides a minimum is looked for, and at how many points. */
const WIDE = 64;
const COUNT = 1025;
/** Points between two of those, for the place of the minimum. */
const FINE = 65;
/** So far out σ is 0 or 1 to the last digit. */
const FAR = 1e9;
/** What differs by less is the rounding of ε. */
const ROUNDING = 1e-12;

/**
 * @typedef {{ kind: "least", at: number, error: number } | { kind: "flat" } | { kind: "none", limit: number, side: -1 | 1 }} Least
 *   `none`: ε falls towards `limit` at the side of `side`
 */

/**
 * @param {(low: number, high: number, count: number) => ArrayLike<number>} slice ε at equal distances, both ends included
 * @returns {Least}
 */
export function leastOf(slice) {
  const errors = slice(-WIDE, WIDE, COUNT);
  const [left = Number.NaN, right = Number.NaN] = Array.from(slice(-FAR, FAR, 2));
  const best = lowest(errors);
  const limit = Math.min(left, right);
  if (Math.max(left, right, ...Array.from(errors)) - Math.min(limit, Number(errors[best])) < ROUNDING)
    return { kind: "flat" };
  if (!(Number(errors[best]) < limit - ROUNDING))
    return { kind: "none", limit, side: left <= right ? -1 : 1 };
  const width = (2 * WIDE) / (COUNT - 1);
  const middle = -WIDE + best * width;
  const near = slice(middle - width, middle + width, FINE);
  const i = lowest(near);
  return { kind: "least", at: middle - width + (2 * width * i) / (FINE - 1), error: Number(near[i]) };
}

/** The place of the least of some numbers. @param {ArrayLike<number>} numbers */
function lowest(numbers) {
  let best = 0;
  for (let i = 1; i < numbers.length; i++) if (Number(numbers[i]) < Number(numbers[best])) best = i;
  return best;
}
