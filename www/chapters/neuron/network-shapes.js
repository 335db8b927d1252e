// @ts-check
// What the picture of the network is drawn with, in SVG. Knows no quantity.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {import("./network-layout.js").Place} Place */

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function shape(tag, attributes, ...children) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** As exact as a screen is: longer coordinates only make the drawing heavier. @param {number} pixel */
const tenth = (pixel) => Math.round(pixel * 10) / 10;

/** @param {readonly Place[]} points */
export function pathOf(points) {
  return points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${tenth(x)} ${tenth(y)}`).join("");
}

/**
 * @param {string} lit the name that lights it
 * @param {readonly Place[]} points
 * @param {string} [kind]
 */
export function arrow(lit, points, kind = "") {
  const end = /** @type {Place} */ (points.at(-1));
  const from = /** @type {Place} */ (points.at(-2));
  const length = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const [dx, dy] = [(end.x - from.x) / length, (end.y - from.y) / length];
  const head = [
    { x: end.x - 7 * dx + 3.5 * dy, y: end.y - 7 * dy - 3.5 * dx },
    end,
    { x: end.x - 7 * dx - 3.5 * dy, y: end.y - 7 * dy + 3.5 * dx },
  ];
  return shape(
    "g",
    { class: `network-arrow ${kind}`, "data-lit": lit },
    shape("path", { d: pathOf(points) }),
    shape("path", { d: pathOf(head) }),
  );
}

/**
 * A word of the lecture beside an arrow.
 * @param {string} lit the name that lights it
 * @param {string} text
 * @param {Place} place
 * @param {string} [kind]
 */
export function beside(lit, text, place, kind = "") {
  return shape("text", { ...place, class: `network-beside ${kind}`, "font-size": 14, "data-lit": lit }, text);
}
