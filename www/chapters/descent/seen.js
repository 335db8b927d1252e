// @ts-check
// The runs of one number as they are seen: where each stands, or how far it has come on the way of a step.

import { figures, plain } from "../../i18n/numbers.js";
import { POINT } from "./one-runs.js";

/** @typedef {import("./one-runs.js").OneRuns} OneRuns */
/** @typedef {import("./function-place.js").Seen} Seen */
/** @typedef {import("../../chart/motion.js").Moment} Moment */

/** What tells runs apart besides their α. */
const LOOKS = Object.freeze(
  /** @type {const} */ ([
    { mark: "dot", dash: [] },
    { mark: "open", dash: [7, 4] },
    { mark: "square", dash: [2, 3] },
  ]),
);

/**
 * @param {OneRuns} one
 * @param {Moment | null} moment
 * @returns {Seen[]} the one that is looked at last
 */
export function seenRuns(one, moment) {
  const seen = one.runs.map((_, index) => seenOf(one, index, moment));
  return [...seen.filter(({ active }) => !active), ...seen.filter(({ active }) => active)];
}

/**
 * @param {OneRuns} one
 * @param {number} index
 * @param {Moment | null} moment
 * @returns {Seen}
 */
function seenOf(one, index, moment) {
  const { rate, trail, status } = /** @type {import("./one-runs.js").OneRun} */ (one.runs[index]);
  const { t } = one;
  const end = trail.length / POINT - 1;
  // While a step is made the arrow stays where it was, and the point goes along it.
  const last = Math.min(end, moment && !moment.back ? t - 1 : t);
  const at = (/** @type {number} */ i) => Number(trail[POINT * last + i]);
  // A run that had ended before stands still.
  const moves = moment !== null && end === t && (!moment.back || status.can_step);
  const share = moves && moment ? moment.share : 0;
  const a = at(0) + share * at(3);
  const look = LOOKS[index] ?? LOOKS[0];
  return {
    trail,
    last,
    now: [a, share > 0 ? Number(one.at(a)[0]) : at(1)],
    row: last + share,
    mark: look.mark,
    dash: look.dash,
    name: `α = ${plain(rate)}`,
    active: index === one.active,
  };
}

/**
 * What stands beside the arrow; beside a point that has left, where it is.
 * @param {Seen} run
 * @param {readonly [number, number]} window
 */
export function stepText({ trail, last, now }, [low, high]) {
  const inside = now[0] >= low && now[0] <= high;
  return inside ? `−α·ε′ = ${figures(Number(trail[POINT * last + 3]))}` : `a = ${figures(now[0])}`;
}
