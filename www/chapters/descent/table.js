// @ts-check
// Chapter 2's pictures and runs as numbers.

import { columnsOf, curveOf, gridOf } from "../../chart/table.js";
import { plain } from "../../i18n/numbers.js";

/** @typedef {import("../../chart/table.js").Column} Column */

const ONE = ["aᵗ", "ε", "ε′", "−α·ε′"];
const PLANE = ["aᵗ", "bᵗ", "ε", "∂ε/∂a", "∂ε/∂b", "−α·∂ε/∂a", "−α·∂ε/∂b"];
/** Values along each side of the map: enough to draw it once more, and few enough for a table. */
const SIDE = 61;

/** 0, 1, … @param {number} count @returns {Column} */
const steps = (count) => ({ name: "t", values: Array.from({ length: count }, (_, t) => t) });

/**
 * Each run from the start to where it stands; all have the same steps.
 * @param {import("./one-runs.js").OneRuns} one
 * @returns {Column[]}
 */
function runsTable({ runs }) {
  const isAlone = runs.length === 1;
  const columns = runs.flatMap(({ rate, trail }) =>
    columnsOf(isAlone ? ONE : ONE.map((name) => `${name} (α = ${plain(rate)})`), trail),
  );
  return [steps(Math.max(0, ...columns.map(({ values }) => values.length))), ...columns];
}

/** Every step of what is seen. @param {import("./session.js").Session | null} session @returns {Column[]} */
export function runTable(session) {
  if (!session) return [];
  return session.two ? pathTable(session.plane) : runsTable(session.one);
}

/** ε(a) and ε′(a) over what is seen, and the runs. @param {import("./one-runs.js").OneRuns} one @returns {Column[]} */
export function oneTable(one) {
  const curve = curveOf(["a", "ε(a)"], one.window, one.samples);
  const slopes = Array.from(curve[0]?.values ?? [], (a) => Number(one.at(Number(a))[1]));
  return [...curve, { name: "ε′(a)", values: slopes }, ...runsTable(one)];
}

/** @param {import("./plane-run.js").PlaneRun} plane @returns {Column[]} */
function pathTable({ trail }) {
  const columns = columnsOf(PLANE, trail);
  return [steps(columns[0]?.values.length ?? 0), ...columns];
}

/**
 * ε(a, b) over what is seen, and the path.
 * @param {import("./plane-run.js").PlaneRun} plane
 * @param {readonly [number, number]} a from, to
 * @param {readonly [number, number]} b from, to
 * @returns {Column[]}
 */
export function planeTable(plane, a, b) {
  const grid = { values: plane.field(a, b, SIDE, SIDE), columns: SIDE, rows: SIDE, x: a, y: b };
  return [...gridOf(["a", "b", "ε(a, b)"], grid), ...pathTable(plane)];
}
