// @ts-check
// Chapter 3's run and plots as numbers.

import { columnsOf, curveOf, gridOf } from "../../chart/table.js";

/**
 * @typedef {import("../../chart/table.js").Column} Column
 * @typedef {import("./session.js").Run} Run
 */

/** ε after each step that was made. @param {Run} run @returns {Column[]} */
export function errorTable(run) {
  const steps = Array.from({ length: run.last + 1 }, (_, t) => t);
  return [
    { name: "t", values: steps },
    { name: "ε", values: steps.map((t) => run.error_at(t) ?? null) },
  ];
}

/** V, v, U, u and ε at each step to the present one. @param {Run} run @returns {Column[]} */
export function runTable(run) {
  const { t } = run;
  const steps = Array.from({ length: t + 1 }, (_, step) => step);
  return [
    { name: "t", values: steps },
    ...columnsOf(["V", "v"], run.path("V", "v", Math.max(1, t))),
    ...columnsOf(["U", "u"], run.path("U", "u", Math.max(1, t))),
    { name: "ε", values: steps.map((step) => run.error_at(step) ?? null) },
  ];
}

/** ε along a parameter, and where the network is. @param {import("./slice-drawing.js").Seen} seen @returns {Column[]} */
export function sliceTable({ letter, range, errors, value, error, slope }) {
  return [
    ...curveOf([letter, `ε(${letter})`], range, errors),
    { name: `${letter}ᵗ`, values: [value] },
    { name: "ε", values: [error] },
    { name: `∂ε/∂${letter}`, values: [slope] },
  ];
}

/**
 * ε over two parameters, and the way of the training.
 * @param {import("../../chart/level-map.js").Grid} grid
 * @param {string} map its two letters
 * @param {Float64Array} path
 * @returns {Column[]}
 */
export function mapTable(grid, map, path) {
  const [a, b] = [map.charAt(0), map.charAt(1)];
  return [...gridOf([a, b, `ε(${a}, ${b})`], grid), ...columnsOf([`${a}ᵗ`, `${b}ᵗ`], path)];
}
