// @ts-check
// What can be read off chapter 2: where the run that is looked at stands.

import { POINT } from "./one-runs.js";
import { PLANE_POINT } from "./plane-run.js";

/**
 * @param {import("./session.js").Session} session
 * @returns {import("../../frame/lab.js").Readings}
 */
export function readingsOf({ two, run: { t, trail, status } }) {
  const last = Array.from(trail.subarray(trail.length - (two ? PLANE_POINT : POINT)));
  const names = two ? ["a", "b", "error"] : ["a", "error", "derivative"];
  const numbers = names.map((name, i) => [name, last[i] ?? null]);
  return { t, status: status.status, bound: boundOf(status), ...Object.fromEntries(numbers) };
}

/** @param {import("../../pkg/descent.js").DescentStatus} status */
const boundOf = ({ goal, bound }) => goal?.bound ?? bound;
