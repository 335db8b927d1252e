// @ts-check
// Asks for the next step of a row of V: one question at a time, and while training goes on not too often. No DOM.

/** @typedef {import("../../../pkg/descent.js").RowStep} RowStep */

/** Milliseconds for which an answer is seen: numbers that change with each frame are not read. */
const SEEN = 250;

/**
 * @param {{ ask: (row: number) => Promise<RowStep | null>, onAnswer: (step: RowStep | null, row: number) => void,
 *   onBusy?: (busy: boolean) => void, now?: () => number, later?: (action: () => void, milliseconds: number) => any,
 *   cancel?: (handle: any) => void }} options `onBusy`: whether another answer will come; the last three for tests
 */
export function createRowQuestion({
  ask,
  onAnswer,
  onBusy = () => {},
  now = () => performance.now(),
  later = (action, milliseconds) => setTimeout(action, milliseconds),
  cancel = clearTimeout,
}) {
  /** The row that is wanted; null: nobody looks. @type {number | null} */
  let wanted = null;
  let asking = false;
  /** Whether the network has changed, or another row is wanted, since the last question. */
  let stale = false;
  let answeredAt = Number.NEGATIVE_INFINITY;
  /** @type {unknown} */
  let waiting;

  function next() {
    cancel(waiting);
    onBusy(asking || (stale && wanted !== null));
    if (asking || !stale || wanted === null) return;
    const rest = answeredAt + SEEN - now();
    if (rest > 0) waiting = later(next, rest);
    else put(wanted);
  }

  /** @param {number} row */
  async function put(row) {
    asking = true;
    stale = false;
    onBusy(true);
    try {
      const step = await ask(row);
      if (row === wanted) onAnswer(step, row);
    } catch {
      // The run has been begun anew meanwhile, or has crashed, which is told elsewhere.
    }
    // A row that is no longer wanted was not seen.
    answeredAt = row === wanted ? now() : Number.NEGATIVE_INFINITY;
    asking = false;
    next();
  }

  return {
    /** @param {number | null} row null: nobody looks any more */
    want(row) {
      if (row === wanted) return;
      wanted = row;
      // What was chosen is shown at once.
      answeredAt = Number.NEGATIVE_INFINITY;
      stale = true;
      next();
    },
    /** The network is another one, or a mini-batch has come. */
    changed() {
      stale = true;
      next();
    },
    end() {
      wanted = null;
      cancel(waiting);
    },
  };
}
