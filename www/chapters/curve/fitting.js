// @ts-check
// The core's run for what chapter 1 is set to, and where it stands.

import { OWN, readNumbers } from "./schema.js";

/** @typedef {Pick<import("../../frame/core.js").Api, "Fitting" | "measurement_table">} Api */
/** @typedef {import("../../pkg/descent.js").Fitting} Fitting */
/**
 * @typedef {Pick<Fitting, "measurements" | "held_out" | "frame" | "scaling" | "answers" | "contributions" | "sums" |
 *   "parameters" | "outlook" | "turns" | "errors" | "test_errors" | "marks" | "rates">} Run what may be asked of a run without changing it
 */

/**
 * @typedef {Object} Standing what is seen of a run, beside its curves
 * @property {number} t
 * @property {number} last the furthest step that was made
 * @property {boolean} canBack
 * @property {number | null} error mean ε; null without measurements to learn from
 * @property {number | null} testError
 * @property {number | null} deviation in the units of l
 * @property {number | null} testDeviation
 * @property {number} count of the measurements that are learned from
 * @property {boolean} edited whether the points were changed by hand since the last step
 * @property {boolean} canUndo
 * @property {"" | "empty" | "too-large"} stuck why the last step was not made
 * @property {number | null} goal the step of a link that is still to be reached
 */

/**
 * A run before its first step.
 * @param {Api} api
 * @param {import("./schema.js").CurveValues} values
 * @param {Float64Array<ArrayBuffer> | null} large own points, if the values could not hold them
 * @returns {Fitting}
 */
export function buildFitting(api, values, large) {
  const { source, noise, share, where, hidden, rate, seed } = values;
  const own = source === OWN;
  const points = own ? ownPoints(values.points, large) : api.measurement_table(source);
  const frame = own ? readNumbers(values.frame) : new Float64Array(0);
  return new api.Fitting(points, frame, noise, share, where === "end", hidden, rate, seed);
}

/** @param {string} written @param {Float64Array<ArrayBuffer> | null} large */
function ownPoints(written, large) {
  return written === "" && large ? large : readNumbers(written);
}

/** @param {Fitting} fitting */
export function standingOf(fitting) {
  const { t, last, first } = fitting;
  const { error, test_error, deviation, test_deviation } = fitting.status();
  return {
    t,
    last,
    canBack: t > first,
    error,
    testError: test_error,
    deviation,
    testDeviation: test_deviation,
    count: fitting.held_out().reduce((sum, held) => sum + 1 - held, 0),
  };
}
