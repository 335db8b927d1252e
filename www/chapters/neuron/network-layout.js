// @ts-check
// Where the network of four numbers stands: the chain x → p → y → q → z → ε in one row, or folded into two where there is
// no room, with the fields of what may be typed above it.

import { FORWARD, GRAPH, previousOf } from "../../lecture/graph.js";

/**
 * @typedef {import("../../lecture/graph.js").NodeName} NodeName
 * @typedef {import("../../lecture/graph.js").GivenName} FieldName
 * @typedef {{ x: number, y: number }} Place
 *
 * @typedef {Object} Layout
 * @property {boolean} folded
 * @property {number} width
 * @property {number} height
 * @property {number} radius of the circles
 * @property {number} field height of a field
 * @property {Record<NodeName, Place>} nodes centres
 * @property {Record<FieldName, Place>} fields centres of the fields
 * @property {Partial<Record<NodeName, Place[]>>} turns the ways to a node that are not straight, without their ends
 */

/** Below this width the chain is folded. */
const FOLD = 604;
/** Lines of text above a field: the symbol of its derivative and the number. */
export const ABOVE = 32;
/** From a field down to the circles. */
const STEM = 20;
/** Under the circles: symbol, number, the valves. */
const BELOW = 54;
export const EDGE = 4;
/** Between the two rows of a folded chain. */
const BETWEEN = 12;

/** How wide the style sheet makes a field, in one row and folded. */
export const FIELD_WIDTH = { row: 64, folded: 58 };

/** Room before a node, in parts of the width: an edge with a parameter on it is longer. */
const GAPS = { layer: 1.6, sigmoid: 1.15, "half square": 1.2 };
/** Before the first node of the second row: its edge comes from the side. */
const TURNED = 1.3;

/** @param {import("../../lecture/graph.js").ForwardName} name */
function gapBefore(name) {
  const [operation = "layer"] = GRAPH[name].equals ?? [];
  return GAPS[/** @type {keyof typeof GAPS} */ (operation)];
}

/**
 * Where everything stands in a given width.
 * @param {number} width CSS pixels, or larger units
 * @param {number} field height of a field
 * @param {number} [least] radius of the circles
 * @returns {Layout}
 */
export function layoutOf(width, field, least = 0) {
  const folded = width < FOLD;
  const fitting = folded
    ? Math.min(28, Math.max(22, width * 0.072))
    : Math.min(34, Math.max(26, width * 0.042));
  const radius = Math.max(least, fitting);
  const side = Math.max(radius + EDGE, (folded ? FIELD_WIDTH.folded : FIELD_WIDTH.row) / 2);
  const frame = { width, field, radius, left: side, right: width - side };
  return folded ? foldedLayout(frame) : rowLayout(frame);
}

/** @typedef {{ width: number, field: number, radius: number, left: number, right: number }} Frame `left`, `right`: of centres */

/** From the upper edge of a row down to its fields, its circles, and its end. @param {Frame} frame */
function levels({ field, radius }) {
  const line = ABOVE + field + STEM + radius;
  return { fields: ABOVE + field / 2, line, row: line + radius + BELOW };
}

/** @param {Frame} frame @returns {Layout} */
function rowLayout(frame) {
  const { left, right } = frame;
  const { fields, line, row } = levels(frame);
  const gaps = FORWARD.map(gapBefore);
  const unit = (right - left) / gaps.reduce((sum, gap) => sum + gap);
  const nodes = /** @type {Record<NodeName, Place>} */ ({ x: { x: left, y: line } });
  for (const name of FORWARD)
    nodes[name] = { x: nodes[previousOf(name)].x + gapBefore(name) * unit, y: line };
  const { x, p, y, q, error } = nodes;
  const above = (/** @type {number} */ px) => ({ x: px, y: fields });
  return {
    ...frame,
    folded: false,
    height: row,
    nodes,
    fields: {
      x: above(x.x),
      V: above((x.x + p.x) / 2),
      v: above(p.x),
      U: above((y.x + q.x) / 2),
      u: above(q.x),
      l: above(error.x),
    },
    turns: {},
  };
}

/** @param {Frame} frame @returns {Layout} */
function foldedLayout(frame) {
  const { width, radius, left, right } = frame;
  const { fields, line, row } = levels(frame);
  const upper = (right - left) / (GAPS.layer + GAPS.sigmoid);
  const p = left + GAPS.layer * upper;
  const lower = (right - EDGE) / (TURNED + GAPS.sigmoid + GAPS["half square"]);
  const q = EDGE + TURNED * lower;
  const z = q + GAPS.sigmoid * lower;
  const second = row + BETWEEN;
  const place = (/** @type {number} */ x, /** @type {number} */ y) => ({ x, y });
  return {
    ...frame,
    folded: true,
    height: second + row,
    nodes: {
      x: place(left, line),
      p: place(p, line),
      y: place(right, line),
      q: place(q, second + line),
      z: place(z, second + line),
      error: place(right, second + line),
    },
    fields: {
      x: place(left, fields),
      V: place((left + p) / 2, fields),
      v: place(p, fields),
      U: place((EDGE + q - radius) / 2, second + fields),
      u: place(q, second + fields),
      l: place(right, second + fields),
    },
    turns: {
      q: [place(width - 1, line), place(width - 1, row + 2), place(1, row + 2), place(1, second + line)],
    },
  };
}
