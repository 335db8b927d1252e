// @ts-check
// The frames of a run that the player counts: how many steps are due in each.

/** @typedef {import("./player.js").Speed} Speed */
/**
 * @typedef {{ requestFrame?: (callback: (now: number) => void) => number, cancelFrame?: (handle: number) => void }} Clock
 */

/** Steps that are owed after a slow frame are forgiven: the reader waits for no catching up. */
const LONGEST_FRAME = 0.1;

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

  /** @param {number} now */
  function tick(now) {
    frame = 0;
    const again = onFrame(({ perFrame, perSecond = 0 }) => {
      if (perFrame !== undefined) return perFrame;
      owed += Math.min((now - last) / 1000, LONGEST_FRAME) * perSecond;
      const steps = Math.floor(owed);
      owed -= steps;
      return steps;
    });
    last = now;
    if (again && frame === 0) frame = requestFrame(tick);
  }

  return {
    begin() {
      owed = 1; // the first step comes with the press, not a second later
      frame = requestFrame((now) => {
        last = now;
        tick(now);
      });
    },
    end() {
      if (frame) cancelFrame(frame);
      frame = 0;
    },
  };
}
