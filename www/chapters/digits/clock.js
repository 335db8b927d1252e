// @ts-check
// How long a training has taken, and when it came to 95 %. No DOM; it lives with the session.

/** The share of right answers that is worth a word. */
const WORTH = 0.95;

/**
 * @typedef {Object} Reached
 * @property {number} step at which all test images were asked
 * @property {number} seconds of training by then
 * @property {number} epoch counted from 1
 */

export function createClock() {
  /** @type {Reached | null} */
  let reached = null;
  return {
    /** @param {Pick<import("./training/types.js").Snapshot, "accuracies" | "seconds" | "status">} snapshot */
    note({ accuracies, seconds, status: { steps_per_epoch: steps } }) {
      const at = accuracies.findIndex((accuracy, i) => i % 2 === 1 && accuracy >= WORTH);
      const step = at < 0 ? null : Number(accuracies[at - 1]);
      if (step === null || seconds === null) reached = null;
      // What was read off a clock stays, as long as the run went that way.
      else if (reached?.step !== step)
        reached = { step, seconds, epoch: Math.max(1, Math.ceil(step / steps)) };
    },
    get reached() {
      return reached;
    },
  };
}
