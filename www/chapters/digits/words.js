// @ts-check
// What the training is doing, in words.

/** @typedef {{ key: string, params?: import("../../i18n/index.js").Params }} Words */

/** Milliseconds without news after which training is said to wait. */
const PATIENCE = 400;

/**
 * @param {Pick<ReturnType<import("./session.js").Session["state"]>,
 *   "snapshot" | "doing" | "goal" | "latest" | "stopped">} state
 * @returns {Words}
 */
export function describe({ snapshot, doing, goal, latest, stopped }) {
  if (stopped) return { key: "digits.status.stopped" };
  if (!snapshot) return { key: "digits.status.starting" };
  const { t, position, arrived, total, waiting, rate } = snapshot.status;
  const partly = arrived < total || total === 0;
  if (doing === "reach") return { key: "digits.status.going", params: { t: goal } };
  // Whatever it does, nothing comes of it.
  if (snapshot.silent) return { key: "digits.status.silent", params: { rate } };
  if (doing !== "still") {
    if (waiting && partly) return { key: "digits.status.waiting" };
    return partly
      ? { key: "digits.status.playing-part" }
      : { key: "digits.status.playing", params: { total } };
  }
  if (t === 0) {
    if (latest === "reset") return { key: "digits.status.reset" };
    return { key: partly ? "digits.status.fresh-loading" : "digits.status.fresh" };
  }
  return {
    key: latest === "epoch" && position % total === 0 ? "digits.status.epoch" : "digits.status.paused",
  };
}

/**
 * While data trickle in, training and waiting alternate many times a second: only a real wait is told.
 * @param {(words: Words) => void} say
 * @param {{ later?: (action: () => void, milliseconds: number) => any, cancel?: (handle: any) => void }} [clock] for tests
 */
export function createPatience(say, { later = setTimeout, cancel = clearTimeout } = {}) {
  /** @type {unknown} */
  let waiting;
  return {
    /** @param {Words} words */
    tell(words) {
      cancel(waiting);
      if (words.key === "digits.status.waiting") waiting = later(() => say(words), PATIENCE);
      else say(words);
    },
    end: () => cancel(waiting),
  };
}
