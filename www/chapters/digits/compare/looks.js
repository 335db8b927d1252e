// @ts-check
// How kept runs look beside the present one, and what they are called.

import { t } from "../../../i18n/index.js";
import { plain } from "../../../i18n/numbers.js";

/** @typedef {import("./comparison.js").Run & { isLast?: boolean }} Run */

/** Of the kept runs, by their look. */
const DASHES = [
  [7, 4],
  [2, 3],
  [11, 3, 2, 3],
  [4, 2],
];

/** Of what was published. */
export const PUBLISHED = [1.5, 3.5];

/** @param {number} look */
export const dashOf = (look) => DASHES[look] ?? [];

/**
 * The α's of a run: "3", "3 → 0.3", "3 → … → 1".
 * @param {Run} run
 */
function ratesOf({ changes, rate }) {
  const [first] = changes;
  if (!first || changes.length === 1) return plain(rate);
  return [plain(first[1]), ...(changes.length > 2 ? ["…"] : []), plain(rate)].join(" → ");
}

/**
 * A run's name: α, and what else it differs in from one of the others.
 * @param {Run} run
 * @param {readonly Run[]} others
 */
export function nameOf(run, others) {
  const differs = (/** @type {"hidden" | "batch" | "seed"} */ name) =>
    others.some(({ network }) => network[name] !== run.network[name]);
  const parts = [`α = ${ratesOf(run)}`];
  if (differs("hidden")) parts.push(`H = ${plain(run.network.hidden)}`);
  if (differs("batch")) parts.push(`m = ${plain(run.network.batch)}`);
  if (differs("seed")) parts.push(t("digits.compare.seed", { seed: plain(run.network.seed, 12) }));
  const name = parts.join(", ");
  return run.isLast ? t("digits.compare.last", { name }) : name;
}
