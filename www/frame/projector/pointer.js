// @ts-check
// What of the formulas is pointed at: after a step one term after the other, in the order in which they are computed; while
// the run goes on by itself, the rule.

import { isCalm } from "../calm.js";

/** Milliseconds that a term is pointed at: as long as it takes to say its name. */
const EACH = 600;

/** @typedef {Pick<import("../player.js").PlayerState, "t" | "playing">} Moment */

/**
 * @param {{
 *   count: () => number, onPoint: (stage: number | null) => void, calm?: () => boolean,
 *   later?: (action: () => void, milliseconds: number) => unknown, cancel?: (handle: any) => void,
 * }} options `count`: how many stages there are, the last of which is the rule; `calm`: whether the reader wants no motion
 */
export function createPointer({ count, onPoint, calm = isCalm, later = setTimeout, cancel = clearTimeout }) {
  /** @type {number | null} */
  let t = null;
  let running = false;
  /** @type {unknown} */
  let handle;

  /** @param {number} stage */
  function goOn(stage) {
    const last = count() - 1;
    onPoint(Math.min(stage, last));
    if (stage < last) handle = later(() => goOn(stage + 1), EACH);
  }

  return {
    /** The player stands here now. @param {Moment} moment */
    show(moment) {
      const before = t;
      const ran = running;
      t = moment.t;
      running = moment.playing;
      if (running ? ran : t === before) return;
      cancel(handle);
      if (before === null || t === null || (!running && t <= before)) onPoint(null);
      else if (running || ran || calm()) onPoint(count() - 1);
      else goOn(0);
    },
    destroy() {
      cancel(handle);
      onPoint(null);
    },
  };
}
