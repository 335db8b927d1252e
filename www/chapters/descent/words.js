// @ts-check
// What is said of a run: how it stands, and what α may be here.

import { figures, plain } from "../../i18n/numbers.js";

/** @typedef {{ key: string, params?: import("../../i18n/index.js").Params }} Words */
/** @typedef {import("../../pkg/descent.js").DescentStatus} Status */

/**
 * @param {Status} status
 * @param {number} rate α
 * @param {boolean} plane
 * @returns {Words}
 */
export function statusWords(status, rate, plane) {
  const { status: name, steps, reached, goal, above } = status;
  const bound = () => figures(goal?.bound ?? Number.NaN);
  switch (name) {
    case "converged":
      return plane
        ? { key: "descent.status.converged.plane", params: { steps: steps ?? 0 } }
        : { key: "descent.status.converged", params: { steps: steps ?? 0, a: () => figures(reached ?? 0) } };
    case "diverging":
    case "diverged":
      // The bound is the reason only where it is passed.
      if (!plane && above)
        return { key: `descent.status.${name}.bound`, params: { bound, rate: () => plain(rate) } };
      return { key: `descent.status.${name}` };
    case "oscillating":
      return {
        key: goal?.shape === "kink" ? "descent.status.oscillating.kink" : "descent.status.oscillating",
      };
    case "stalled":
      return { key: plane ? "descent.status.stalled.plane" : "descent.status.stalled" };
    default:
      return { key: `descent.status.${name}` };
  }
}

/**
 * The bound on α at the minimum, and the α here.
 * @param {Status} status
 * @param {number} rate α
 * @param {boolean} plane
 * @returns {Words}
 */
export function boundWords({ goal, bound, above }, rate, plane) {
  const alpha = () => plain(rate);
  if (plane) {
    if (bound === null) return { key: "descent.bound.plane.none" };
    return {
      key: above ? "descent.bound.plane.above" : "descent.bound.plane.below",
      params: { bound: () => figures(bound), rate: alpha },
    };
  }
  if (!goal) return { key: "descent.bound.none" };
  const a = () => figures(goal.a);
  if (goal.shape === "kink") return { key: "descent.bound.kink", params: { a } };
  if (goal.shape === "sharp") return { key: "descent.bound.sharp", params: { a } };
  if (goal.shape === "flat" || goal.bound === null || goal.curvature === null)
    return { key: "descent.bound.flat", params: { a } };
  const { bound: limit, curvature } = goal;
  return {
    key: above ? "descent.bound.above" : "descent.bound.below",
    params: { a, curvature: () => figures(curvature), bound: () => figures(limit), rate: alpha },
  };
}

/**
 * Where the run goes from its start: the bound holds near a minimum only, and what is said of it must not contradict the run.
 * @param {Status} status
 * @param {number} start a⁰
 * @param {boolean} plane
 * @returns {Words | null} null where nothing is to be added
 */
export function aheadWords({ ahead, goal, above, bound }, start, plane) {
  if (plane) {
    // Above the bound there is nothing that would have to be mended, unless the bound has been passed by.
    const said = above === true && ahead !== "reaches";
    return said || bound === null ? null : { key: `descent.ahead.plane.${ahead}` };
  }
  if (!goal) return null;
  const params = { start: () => figures(start) };
  if (ahead === "reaches")
    return { key: above ? "descent.ahead.reaches.luck" : "descent.ahead.reaches", params };
  // That α is above the bound, or that there is none, is the reason already.
  if (above !== false && goal.shape !== "flat") return null;
  return { key: `descent.ahead.${ahead}`, params };
}
