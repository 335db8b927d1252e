// @ts-check
// Chapter 4's run and plots as numbers.

import { columnsOf, merged } from "../../chart/table.js";
import { errorColumns } from "../../frame/error-table.js";
import { t } from "../../i18n/index.js";

/** @typedef {import("../../chart/table.js").Column} Column */

const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);

/**
 * What is remembered of the run: ε, the accuracy wherever it was measured, and α where it was changed.
 * @param {Pick<import("./training/types.js").Snapshot, "curve" | "accuracies" | "changes" | "status"> | null} snapshot
 * @returns {Column[]}
 */
export function runTable(snapshot) {
  if (!snapshot) return [];
  const { curve, accuracies, changes, status } = snapshot;
  const [step, ...rest] = merged("t", [
    errorColumns(curve),
    columnsOf(["t", t("export.accuracy")], accuracies),
    columnsOf(["t", "α"], changes),
  ]);
  if (!step) return [];
  const perEpoch = Math.max(1, status.steps_per_epoch);
  return [
    step,
    { name: t("export.epoch"), values: Array.from(step.values, (at) => Number(at) / perEpoch) },
    ...rest,
  ];
}

/**
 * @param {{ epochs: readonly number[], accuracies: readonly number[] }} own
 * @param {readonly { epochs: readonly number[], accuracies: readonly number[], name: string }[]} others
 * @returns {Column[]}
 */
export function accuracyTable(own, others) {
  const named = (/** @type {string} */ column, /** @type {string} */ name) =>
    name ? `${column} · ${name}` : column;
  return [{ ...own, name: "" }, ...others].flatMap(({ epochs, accuracies, name }) => [
    { name: named(t("export.epoch"), name), values: epochs },
    { name: named(t("export.accuracy"), name), values: accuracies },
  ]);
}

/** A row for each label, a column for each answer. @param {ArrayLike<number>} counts @returns {Column[]} */
export function confusionTable(counts) {
  return [
    { name: "l", values: DIGITS },
    ...DIGITS.map((answer) => ({
      name: String(answer),
      values: DIGITS.map((label) => Number(counts[label * DIGITS.length + answer])),
    })),
  ];
}

/**
 * A column for each hidden unit, a row for each input.
 * @param {Float32Array} rows
 * @param {number} inputs
 * @returns {Column[]}
 */
export function rowsTable(rows, inputs) {
  const units = Math.floor(rows.length / inputs);
  return Array.from({ length: units }, (_, unit) => ({
    name: `V${unit + 1}`,
    values: rows.subarray(unit * inputs, (unit + 1) * inputs),
  }));
}

/** @param {{ counts: ArrayLike<number>, edges: ArrayLike<number> }} bins @returns {Column[]} */
export function histogramTable({ counts, edges }) {
  return [
    { name: t("export.from"), values: Array.from(edges).slice(0, -1) },
    { name: t("export.to"), values: Array.from(edges).slice(1) },
    { name: t("export.count"), values: counts },
  ];
}
