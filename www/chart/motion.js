// @ts-check
// A step that is seen: the point goes along its arrow in a fifth of a second, or jumps when motion is not wanted.

/**
 * @typedef {{ share: number, back: boolean }} Moment how much of the arrow lies behind the point, and whether its step is
 *   the one just made or the one taken back
 */

/** Milliseconds from one point to the next. */
const DURATION = 200;

/** @param {{ redraw: () => void }} options called in each frame */
export function createMotion({ redraw }) {
  const quiet = matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {{ begun: number, back: boolean } | null} */
  let moving = null;
  let frame = 0;

  /** @returns {Moment | null} */
  function now() {
    if (!moving) return null;
    const share = Math.min(1, Math.max(0, (performance.now() - moving.begun) / DURATION));
    if (share >= 1) {
      moving = null;
      return null;
    }
    const eased = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
    return { share: moving.back ? 1 - eased : eased, back: moving.back };
  }

  function tick() {
    frame = 0;
    redraw();
    // Asked here too: a plot that nobody sees draws nothing, and its motion ends all the same.
    if (now()) frame = requestAnimationFrame(tick);
  }

  return {
    /** @param {boolean} back whether the point goes back to where the arrow begins */
    begin(back) {
      moving = quiet.matches ? null : { begun: performance.now(), back };
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(tick);
    },
    /** The point stands where it goes. */
    stop() {
      moving = null;
    },
    /** Null when nothing moves. */
    now,
    destroy() {
      cancelAnimationFrame(frame);
    },
  };
}

/**
 * From what was seen to what is: the earlier and the later step, whichever way the point goes between them.
 * @template {{ t: number }} S
 * @param {Moment | null} moment
 * @param {S | null} before what was shown before
 * @param {S} now what is shown
 * @returns {{ earlier: S, later: S, share: number } | null} null when nothing moves, or what was shown is not one step away
 */
export function betweenSteps(moment, before, now) {
  if (!moment || !before || now.t - before.t !== (moment.back ? -1 : 1)) return null;
  const [earlier, later] = moment.back ? [now, before] : [before, now];
  return { earlier, later, share: moment.share };
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} share
 */
export const mixed = (from, to, share) => from + share * (to - from);
