// @ts-check
// A line of the derivation as a row of columns and matrices: what stands before and behind which sign, and how it lies. No
// DOM.

import { GRAPH } from "../../../../lecture/graph.js";

/**
 * @typedef {import("../../../../lecture/graph.js").Name} Name
 * @typedef {{ name: Name, turned: boolean }} Shape `turned`: a column that lies, or a matrix that is transposed
 * @typedef {Shape | string} Token a shape, or a sign between shapes
 */

/** @param {Name} name @returns {Shape} */
const upright = (name) => ({ name, turned: false });

/** What is given, for the time before the first line. @type {readonly Shape[]} */
export const GIVEN_SHAPES = /** @type {const} */ (["x", "V", "v", "U", "u", "l"]).map(upright);

/** @param {Name} name @returns {readonly Token[]} */
export function expressionOf(name) {
  const { equals } = GRAPH[name];
  const result = [upright(name), "="];
  if (!equals) return [upright(name)];
  const [operation, one, other = one] = equals;
  switch (operation) {
    case "layer": {
      const [, weight, input, bias] = equals;
      return [...result, upright(weight), upright(input), "+", upright(bias)];
    }
    case "half square":
      return [...result, "½", "(", upright(one), "−", upright(other), ")", "²"];
    case "difference":
      return [...result, upright(one), "−", upright(other)];
    case "sigmoid":
    case "slope":
      return [...result, operation === "sigmoid" ? "σ" : "σ′", "(", upright(one), ")"];
    case "same":
      return [...result, upright(one)];
    case "⊗":
      return [...result, upright(one), "⊗", { name: other, turned: true }];
    case "ᵀ·":
      return [...result, { name: other, turned: true }, upright(one)];
    default:
      return [...result, upright(one), operation, upright(other)];
  }
}

/** Lengths of sides, in parts of the largest: true proportions, 784 to 10, could not be seen. */
const LENGTHS = { input: 1, hidden: 0.78, output: 0.54 };
const THIN = 0.11;

/**
 * How large a shape is drawn, in parts of the longest side.
 * @param {Shape} shape
 * @returns {{ width: number, height: number }}
 */
export function extentOf({ name, turned }) {
  const [height = THIN, width = THIN] = GRAPH[name].shape.map((axis) => LENGTHS[axis]);
  return turned ? { width: height, height: width } : { width, height };
}

/**
 * The element under a point of a shape.
 * @param {{ rows: number, columns: number }} size of the quantity
 * @param {boolean} turned
 * @param {{ x: number, y: number }} at in parts of the width and the height
 */
export function elementAt({ rows, columns }, turned, { x, y }) {
  const clamp = (/** @type {number} */ part, /** @type {number} */ count) =>
    Math.min(count - 1, Math.max(0, Math.floor(part * count)));
  return turned
    ? { row: clamp(x, rows), column: clamp(y, columns) }
    : { row: clamp(y, rows), column: clamp(x, columns) };
}
