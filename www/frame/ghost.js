// @ts-check
// The run before, on the plot of ε: what a reset has ended stays beside the next run until that has come as far. So it is seen
// that the same numbers go the same way, and that others go another.

/** Of its curve. */
export const GHOST_DASH = [2, 3];

/**
 * @template Curve
 * @typedef {{ run: unknown, data: unknown, curve: Curve, last: number }} Seen `run`: another for each run; `data`: another when other things
 *   are learned; `last`: the furthest step
 */

/** @template Curve */
export class Ghost {
  /** @type {Seen<Curve> | null} */
  #now = null;
  /** @type {Seen<Curve> | null} */
  #before = null;

  /**
   * The run stands so.
   * @param {Seen<Curve>} now
   * @returns {Curve | null} the run before, where it is to be seen
   */
  show(now) {
    const last = this.#now;
    if (last && last.run !== now.run && last.last > 0) this.#before = last;
    const before = this.#before;
    // The ε of other data is no measure, and who has come as far covers it.
    if (before && (before.data !== now.data || now.last >= before.last)) this.#before = null;
    this.#now = now;
    return this.#before?.curve ?? null;
  }
}
