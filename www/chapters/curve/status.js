// @ts-check
// How chapter 1's run is getting on, in a sentence.

/**
 * @param {import("./fitting.js").Standing | null} standing null: there is no run yet
 * @param {{ playing: boolean, failed: boolean }} how `failed`: there will be none
 * @returns {{ key: string, params?: import("../../i18n/index.js").Params }}
 */
export function statusOf(standing, { playing, failed }) {
  if (!standing) return { key: failed ? "curve.status.stopped" : "curve.status.starting" };
  const { t, error, stuck, goal, count, edited } = standing;
  if (error === null) return { key: "curve.status.empty" };
  if (stuck === "too-large") return { key: "curve.status.too-large" };
  if (goal !== null) return { key: "curve.status.going", params: { t: goal } };
  if (playing) return { key: "curve.status.playing", params: { count } };
  if (edited) return { key: "curve.status.edited" };
  return { key: t === 0 ? "curve.status.fresh" : "curve.status.paused" };
}
