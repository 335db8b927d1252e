// @ts-check
// The pen that writes the address: late, never too often, and again where the browser refuses.

/** Milliseconds without a change after which the address follows: a slider that is dragged changes many times a second. */
const REST = 300;
/** Milliseconds between two writings at least: Safari refuses more than a hundred in thirty seconds. */
const APART = 1000;

/**
 * Writes the address, late and never too often; what cannot be written now is written later.
 * @param {{
 *   write: () => void, later?: (action: () => void, milliseconds: number) => unknown, cancel?: (handle: any) => void,
 *   now?: () => number,
 * }} options `write` may throw: browsers forbid too many changes
 */
export function createPen({
  write,
  later = (action, milliseconds) => setTimeout(action, milliseconds),
  cancel = clearTimeout,
  now = () => performance.now(),
}) {
  /** @type {unknown} */
  let waiting = null;
  let written = Number.NEGATIVE_INFINITY;

  function writeNow() {
    if (waiting === null) return;
    cancel(waiting);
    waiting = null;
    written = now();
    try {
      write();
    } catch {
      begin(APART);
    }
  }

  /** @param {number} milliseconds */
  function begin(milliseconds) {
    if (waiting !== null) cancel(waiting);
    waiting = later(writeNow, milliseconds);
  }

  return {
    /** There is something to write. */
    ask: () => begin(Math.max(REST, written + APART - now())),
    /** Writes at once what is waiting, if anything is. */
    flush: writeNow,
    /** Forgets what is waiting. */
    drop() {
      if (waiting !== null) cancel(waiting);
      waiting = null;
    },
  };
}
