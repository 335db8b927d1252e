// @ts-check
// A step that is seen: the point goes along its arrow in a fifth of a second, or jumps when motion is not wanted.

/** Milliseconds from one point to the next. */
const DURATION = 200;

/** @param {{ redraw: () => void }} options called in each frame */
export function createMotion({ redraw }) {
  const quiet = matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {{ begun: number, back: boolean } | null} */
  let moving = null;
  let frame = 0;

  function tick() {
    frame = 0;
    redraw();
    if (moving) frame = requestAnimationFrame(tick);
  }

  return {
    /** @param {boolean} back whether the point goes back to where the arrow begins */
    begin(back) {
      moving = quiet.matches ? null : { begun: performance.now(), back };
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(tick);
    },
    stop() {
      moving = null;
    },
    /**
     * How much of the arrow lies behind the point, and whether its step is the one just made or the one taken back;
     * null when nothing moves.
     * @returns {{ share: number, back: boolean } | null}
     */
    now() {
      if (!moving) return null;
      const share = Math.min(1, Math.max(0, (performance.now() - moving.begun) / DURATION));
      if (share >= 1) {
        moving = null;
        return null;
      }
      const eased = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
      return { share: moving.back ? 1 - eased : eased, back: moving.back };
    },
    destroy() {
      cancelAnimationFrame(frame);
    },
  };
}
