// @ts-check
// Points on a plot by their pixels: which one is meant, and which comes next.

/**
 * The nearest point within reach.
 * @param {readonly { x: number, y: number }[]} places
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @returns {number | null}
 */
export function nearestPoint(places, x, y, reach) {
  let found = null;
  let least = reach;
  places.forEach((place, i) => {
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance <= least) {
      least = distance;
      found = i;
    }
  });
  return found;
}

/**
 * The point after or before another, from left to right; points one above the other follow by index.
 * @param {readonly { x: number, y: number }[]} places
 * @param {number | null} from
 * @param {-1 | 1} towards
 * @returns {number | null}
 */
export function neighbourPoint(places, from, towards) {
  const order = places.map((_, i) => i).sort((a, b) => places[a].x - places[b].x || a - b);
  if (order.length === 0) return null;
  if (from === null || from >= places.length) return order[towards > 0 ? 0 : order.length - 1];
  const at = order.indexOf(from) + towards;
  return order[Math.min(order.length - 1, Math.max(0, at))];
}
