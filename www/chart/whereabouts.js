// @ts-check
// From the window to the units of a drawing, and back.

/** CSS pixels in a unit of each drawing. @type {WeakMap<Element, number>} */
const zooms = new WeakMap();

/** Said by whoever draws. @param {HTMLCanvasElement} canvas @param {number} zoom CSS pixels in a unit */
export function setZoom(canvas, zoom) {
  zooms.set(canvas, zoom);
}

/**
 * Where a pointer is in a drawing, in its units.
 * @param {HTMLCanvasElement} canvas
 * @param {{ clientX: number, clientY: number }} event
 * @returns {[number, number]}
 */
export function placeIn(canvas, { clientX, clientY }) {
  const { left, top, zoom } = cornerOf(canvas);
  return [(clientX - left) / zoom, (clientY - top) / zoom];
}

/**
 * Where a point of a drawing is in the window.
 * @param {HTMLCanvasElement} canvas
 * @param {number} x
 * @param {number} y
 */
export function windowPlaceOf(canvas, x, y) {
  const { left, top, zoom } = cornerOf(canvas);
  return { x: left + zoom * x, y: top + zoom * y };
}

/** @param {HTMLCanvasElement} canvas */
function cornerOf(canvas) {
  const { left, top } = canvas.getBoundingClientRect();
  return { left: left + canvas.clientLeft, top: top + canvas.clientTop, zoom: zooms.get(canvas) ?? 1 };
}
