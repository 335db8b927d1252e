// @ts-check
// Where everything stands in the picture of ε(a): the curve, and under it, on the same a axis, a over t.

import { linearScale } from "../../chart/scale.js";

/** @typedef {import("../../chart/axes.js").Frame} Frame */
/** @typedef {import("../../chart/scale.js").Scale} Scale */
/** @typedef {import("../../chart/colours.js").Colours} Colours */

/**
 * @typedef {Object} Seen what is seen of one run
 * @property {Float64Array} trail quadruples from step 0 on
 * @property {number} last index of the last point shown
 * @property {readonly [number, number]} now a and ε where the point stands: on its way when a step is being made
 * @property {number} row where it stands on the t axis
 * @property {import("../../chart/curve.js").Mark} mark
 * @property {readonly number[]} dash
 * @property {string} name "α = 0,1"; said only where several runs are seen
 * @property {boolean} active
 *
 * @typedef {{ curve: Frame, trail: Frame, x: Scale, y: Scale, t: Scale }} Place `x` is a, in both parts
 *
 * @typedef {Object} Picture
 * @property {readonly [number, number]} window the a axis
 * @property {Float64Array} samples ε at equal distances over the window, NaN where it has no value
 * @property {readonly Seen[]} runs the active one last
 * @property {number | null} goal a_min
 * @property {string} stepText beside the arrow
 * @property {number} steps the t axis goes so far
 * @property {readonly import("./basin.js").Part[]} [basin] the starts from which the run comes to the same minimum
 * @property {boolean} [asked] the reader is to say where the step leads: it has no arrow
 */

/** Between the two parts, pixels; and the upper one's share of what they have. */
const GAP = 30;
const SHARE = 0.6;

/** Pixels between the curve and the axis. */
const UNDER = 42;

/**
 * How much of ε the picture shows: all of it, unless a wall or a pole would press the rest into a line.
 * @param {ArrayLike<number>} samples
 * @param {number} needed ε that must be seen
 * @param {number} height pixels of the picture
 * @returns {[number, number]}
 */
export function errorRange(samples, needed, height) {
  const values = Array.from(samples).filter(Number.isFinite);
  if (values.length === 0) return [0, 1];
  values.sort((left, right) => left - right);
  const at = (/** @type {number} */ share) => Number(values[Math.round(share * (values.length - 1))]);
  let [low, high] = [at(0), at(1)];
  const usual = at(0.9) - at(0.1);
  if (high - at(0.9) > 4 * usual && usual > 0) high = at(0.9) + 1.5 * usual;
  if (at(0.1) - low > 4 * usual && usual > 0) low = at(0.1) - 1.5 * usual;
  if (Number.isFinite(needed)) {
    low = Math.min(low, needed);
    high = Math.max(high, needed);
  }
  const size = high - low || Math.abs(high) || 1;
  // Room under the curve for the arrow on the axis and its number.
  const room = Math.min(0.5, UNDER / Math.max(1, height));
  return [low - (size * room * 1.06) / (1 - room), high + 0.06 * size];
}

/**
 * The end of the t axis: it grows by doubling, so that it stands still most of the time.
 * @param {number} t
 */
export function stepsShown(t) {
  let steps = 8;
  while (steps < t + 1) steps *= 2;
  return steps;
}

/**
 * Pixels beside the two parts.
 * @param {number} width of the canvas
 */
export function marginsOf(width) {
  return { left: width < 420 ? 46 : 56, right: 26, top: 28, bottom: 10 };
}

/**
 * Where everything stands.
 * @param {Frame} frame of both parts
 * @param {Pick<Picture, "window" | "samples" | "steps" | "runs">} picture
 * @returns {Place}
 */
export function placeOf({ left, right, top, bottom }, { window, samples, steps, runs }) {
  const middle = Math.round(top + (bottom - top - GAP) * SHARE);
  const curve = { left, right, top, bottom: middle };
  const trail = { left, right, top: middle + GAP, bottom };
  const x = linearScale(window, [left, right]);
  const [low, high] = x.domain;
  // What lies outside the window makes the range no greater.
  const seen = runs.filter(({ now }) => now[0] >= low && now[0] <= high).map(({ now }) => now[1]);
  const start = runs[0] ? Number(runs[0].trail[1]) : Number.NaN;
  const range = errorRange(samples, Math.max(start, ...seen), curve.bottom - curve.top);
  return {
    curve,
    trail,
    x,
    y: linearScale(range, [curve.bottom, curve.top]),
    t: linearScale([0, steps], [trail.top + 8, trail.bottom - 6]),
  };
}
