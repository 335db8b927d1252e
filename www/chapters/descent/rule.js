// @ts-check
// The next step of a run, for the line of the rule under the picture.

import { POINT } from "./one-runs.js";
import { PLANE_POINT } from "./plane-run.js";

/**
 * @param {Float64Array} trail from step 0 to where the run stands
 * @param {number} rate
 * @param {boolean} two
 * @returns {import("../../lecture/living-rule.js").RuleLine[]} one a number that descends; none where there is no run
 */
export function nextStep(trail, rate, two) {
  const size = two ? PLANE_POINT : POINT;
  const last = trail.subarray(trail.length - size);
  if (last.length < size) return [];
  const line = (
    /** @type {string} */ name,
    /** @type {number} */ now,
    /** @type {number} */ at,
    total = false,
  ) => ({
    name,
    now: Number(last[now]),
    rate,
    derivative: Number(last[at]),
    next: Number(last[now]) + Number(last[at + (two ? 2 : 1)]),
    total,
  });
  return two ? [line("a", 0, 3), line("b", 1, 4)] : [line("a", 0, 2, true)];
}
