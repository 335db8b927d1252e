// @ts-check
// While training runs, each animation frame tells the worker that one more snapshot can be shown: a slow or hidden page is
// sent fewer, and none piles up.

/** @typedef {{ request: (callback: () => void) => number, cancel: (handle: number) => void }} Clock */

/** @type {Clock} */
export const SCREEN = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/**
 * @param {Clock} clock
 * @param {() => void} tell called in each frame between start and stop
 */
export function createFrames(clock, tell) {
  let handle = 0;
  function tick() {
    handle = clock.request(tick);
    tell();
  }
  return {
    start() {
      if (handle === 0) handle = clock.request(tick);
    },
    stop() {
      if (handle !== 0) clock.cancel(handle);
      handle = 0;
    },
  };
}
