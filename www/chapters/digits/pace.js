// @ts-check
// How often a running training is looked at: numbers that change in each frame are read by nobody, and looking should cost
// the training nothing. What stands is looked at at once.

/** Milliseconds between two looks while it runs. */
const EACH = 200;

/**
 * @param {() => void} look
 * @param {{ now?: () => number, after?: (act: () => void, milliseconds: number) => number, cancel?: (timer: number) => void }} [clock]
 *   for tests
 */
export function createPace(
  look,
  {
    now = () => performance.now(),
    after = (act, wait) => Number(setTimeout(act, wait)),
    cancel = (timer) => clearTimeout(timer),
  } = {},
) {
  let timer = 0;
  let last = Number.NEGATIVE_INFINITY;

  function act() {
    timer = 0;
    last = now();
    look();
  }
  function stop() {
    cancel(timer);
    timer = 0;
  }
  return {
    /** There is something new. @param {boolean} running */
    tell(running) {
      if (!running) {
        stop();
        act();
      } else if (timer === 0) {
        const wait = last + EACH - now();
        if (wait <= 0) act();
        else timer = after(act, wait);
      }
    },
    stop,
  };
}
