// @ts-check
// ε over the steps as columns of a table that a reader takes along.

import { BIN } from "../chart/bins.js";
import { columnsOf } from "../chart/table.js";
import { t } from "../i18n/index.js";

/**
 * A bin has the step at its end and the least, the mean and the greatest ε of its steps: where it has one step they are one.
 * @param {ArrayLike<number>} bins quadruples
 * @param {ArrayLike<number>} [test] as many or none
 * @param {string} [name] of the run beside others
 * @returns {import("../chart/table.js").Column[]}
 */
export function errorColumns(bins, test = [], name = "") {
  const named = (/** @type {string} */ letter) => (name ? `${letter} · ${name}` : letter);
  const [step, least, mean, greatest] = columnsOf(
    [named("t"), named(t("export.least")), named("ε"), named(t("export.greatest"))],
    bins,
  );
  if (!step || !least || !mean || !greatest) return [];
  const tested = test.length > 0 ? columnsOf([null, null, t("export.test"), null], test) : [];
  const oneByOne =
    bins.length >= BIN && Array.from(least.values).every((value, i) => value === greatest.values[i]);
  return oneByOne ? [step, mean, ...tested] : [step, mean, least, greatest, ...tested];
}
