// @ts-check
// The frames of a run that the player counts: how many steps are due in each.

/** @typedef {import("./player.js").Speed} Speed */
/**
 * @typedef {{ requestFrame?: (callback: (now: number) => void) => number, cancelFrame?: (handle: number) => void }} Clock
 */

/** Steps that are owed after a slow frame are forgiven: the reader waits for no catching up. */
const LONGEST_FRAME = 0.1;

/** Steps a second at which each step is seen, for how many seconds, and in how many their number doubles afterwards. */
const SLOWLY = { perSecond: 1000 / 300, for: 1.5, doubles: 0.4 };
/** Steps a second that nobody counts any more. */
const FAST = 600;

/** Steps a second of a run that began slowly enough to be seen. @param {number} seconds ago */
const slowly = (seconds) => SLOWLY.perSecond * 2 ** (Math.max(0, seconds - SLOWLY.for) / SLOWLY.doubles);

/**
 * The screen's frames, and how many steps are due in each.
 * @param {Clock} clock
 * @param {(due: (speed: Speed) => number) => boolean} onFrame whether there is to be another frame
 */
export function createPacer(clock, onFrame) {
  const requestFrame = clock.requestFrame ?? ((callback) => requestAnimationFrame(callback));
  const cancelFrame = clock.cancelFrame ?? ((handle) => cancelAnimationFrame(handle));
  let frame = 0;
  let last = 0;
  let owed = 0;
  /** When it began, if it did slowly. @type {number | null} */
  let began = null;

  /** @param {number} now */
  function tick(now) {
    frame = 0;
    const again = onFrame(({ perFrame, perSecond = 0 }) => {
      const passed = Math.min((now - last) / 1000, LONGEST_FRAME);
      const slow = began === null ? FAST : slowly((now - began) / 1000);
      if (slow >= FAST || slow * passed >= (perFrame ?? 0)) began = null;
      if (perFrame !== undefined && began === null) return perFrame;
      owed += passed * (perFrame === undefined ? perSecond : slow);
      const steps = Math.floor(owed);
      owed -= steps;
      return steps;
    });
    last = now;
    if (again && frame === 0) frame = requestFrame(tick);
  }

  return {
    /** @param {boolean} isSlow at first, where steps are counted by frames */
    begin(isSlow) {
      owed = 1; // the first step comes with the press, not a second later
      frame = requestFrame((now) => {
        last = now;
        began = isSlow ? now : null;
        tick(now);
      });
    },
    end() {
      if (frame) cancelFrame(frame);
      frame = 0;
    },
  };
}
