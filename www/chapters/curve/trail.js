// @ts-check
// The curves before the present one: few, and each from so many times as many steps as the one before it, since learning
// is quick at first.

/** @typedef {{ t: number, ys: Float64Array<ArrayBuffer> }} Shown a curve and the step that it was seen at */

/** Earlier curves that stay. */
const MOST = 6;
const FACTOR = 1.7;

/**
 * @param {readonly Shown[]} trail oldest first
 * @param {Shown | null} before what was seen last
 * @param {number} t where the run stands now
 * @returns {readonly Shown[]} curves of steps before t only
 */
export function nextTrail(trail, before, t) {
  const kept = trail.filter((shown) => shown.t < t);
  const last = kept.at(-1);
  const isNext = before !== null && before.t < t && isLater(before.t, last?.t);
  return isNext ? [...kept, before].slice(-MOST) : kept.length < trail.length ? kept : trail;
}

/** @param {number} t @param {number | undefined} last */
function isLater(t, last) {
  return last === undefined || t > Math.max(last + 1, last * FACTOR);
}
