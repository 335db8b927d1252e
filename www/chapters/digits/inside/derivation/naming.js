// @ts-check
// An element's name as text, for those who cannot see the formula, and as a formula: ∂ε/∂V₇,₄₀₅.

import { GRAPH } from "../../../../lecture/graph.js";
import { math } from "../../../../lecture/math.js";
import { symbolOf } from "../../../../lecture/notation.js";
import { indicesOf } from "./numbers.js";

/**
 * @typedef {import("../../../../lecture/graph.js").Name} Name
 * @typedef {import("../session.js").Pick} Pick
 */

/** @param {string} figures */
function lowered(figures) {
  return Array.from(figures, (figure) => String.fromCodePoint(0x2080 + Number(figure))).join("");
}

/** @param {Pick} pick */
export function nameOf({ name, ...at }) {
  const indices = indicesOf(at);
  const counted = GRAPH[name].shape.map((axis) => indices[axis] ?? "");
  const index = counted.map(lowered).join(",");
  const { symbol } = GRAPH[name];
  return symbol.endsWith(")") ? symbol.replace(/\)$/, `${index})`) : symbol + index;
}

/** @param {Pick} pick */
export function symbolOfPick({ name, ...at }) {
  return math([symbolOf(name, { indices: indicesOf(at) })]);
}

/** A quantity as the lecture writes it in vectors, transposed if it is turned. @param {Name} name */
export function vectorSymbol(name) {
  return symbolOf(name, { vectors: true });
}

/** Whether two picks are of the same number. @param {Pick | null} a @param {Pick | null} b */
export function isSamePick(a, b) {
  return a === b || (a?.name === b?.name && a?.i === b?.i && a?.j === b?.j && a?.k === b?.k);
}
