// @ts-check
// The derivation's lines in the lecture's order, forward and back; σ′ stands inside those that it is a factor of.

import { GRAPH, NAMES, operandsOf } from "../../../lecture/graph.js";

/** @typedef {import("../../../lecture/graph.js").Name} Name */

export const LINES = /** @type {readonly Name[]} */ (
  NAMES.filter((name) => GRAPH[name].equals && GRAPH[name].equals[0] !== "slope")
);

/** Larger matrices than those of so many units are asked for only where a line needs them. */
const MANY = 128;
const WITH_MATRICES = new Set(
  LINES.filter((line) => [line, ...operandsOf(line)].some((name) => GRAPH[name].shape.length === 2)),
);

/** Whether V, U and their derivatives are to be seen whole. @param {number} hidden H @param {Name | null} line */
export function needsMatrices(hidden, line) {
  return hidden <= MANY || (line !== null && WITH_MATRICES.has(line));
}

/**
 * The next line, or the one before; the ends are where it stays. No line stands before the first.
 * @param {Name | null} line
 * @param {1 | -1} towards
 * @returns {Name | null}
 */
export function lineBeside(line, towards) {
  const at = line ? LINES.indexOf(line) : -1;
  return LINES[Math.min(LINES.length - 1, at + towards)] ?? null;
}
