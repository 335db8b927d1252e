// @ts-check
// In which order the rows of V stand: by their number, or by their units' weights in U for a digit. No DOM.

import { Emitter } from "../training/events.js";

/** @typedef {import("../training/types.js").Snapshot} Snapshot */
/** @typedef {(digit: number) => Promise<Float32Array>} Weigh gives U_k of the present network, one weight a hidden unit */

/** @extends {Emitter<{ change: null }>} */
export class RowsOrder extends Emitter {
  #weigh;
  /** @type {number | null} */
  #digit = null;
  /** @type {Float32Array | null} */
  #weights = null;
  /** @type {Uint32Array | null} */
  #order = null;
  /** The network whose weights are known, and the one that is there now. */
  #known = "";
  #present = "";
  #stands = false;
  #asking = false;

  /** @param {Weigh} weigh */
  constructor(weigh) {
    super();
    this.#weigh = weigh;
  }

  /** @returns {{ digit: number | null, weights: Float32Array | null, order: Uint32Array | null }} nulls: by number */
  state() {
    return { digit: this.#digit, weights: this.#weights, order: this.#order };
  }

  /** @param {number | null} digit null: by number */
  choose(digit) {
    this.#digit = digit;
    this.#weights = null;
    this.#order = null;
    this.#known = "";
    this.emit("change", null);
    this.#ask();
  }

  /** The rows are of this moment now. @param {Pick<Snapshot, "run" | "playing" | "status">} snapshot */
  note({ run, playing, status }) {
    this.#stands = !playing;
    this.#present = `${run} ${status.t} ${playing}`;
    this.#ask();
  }

  /**
   * The weights follow the training, but the pictures change places only when it stands: in motion nobody could look at
   * one.
   */
  async #ask() {
    const digit = this.#digit;
    if (digit === null || this.#asking || this.#known === this.#present) return;
    this.#asking = true;
    const asked = this.#present;
    try {
      this.#take(await this.#weigh(digit), digit);
      this.#known = asked;
    } catch {
      // The training has crashed or begun anew, which is told elsewhere; its next snapshot asks again.
    } finally {
      this.#asking = false;
    }
    if (digit !== this.#digit) this.#ask();
  }

  /** @param {Float32Array} weights @param {number} digit */
  #take(weights, digit) {
    if (digit !== this.#digit) return;
    this.#weights = weights;
    if (this.#stands || this.#order?.length !== weights.length) this.#order = descending(weights);
    this.emit("change", null);
  }
}

/**
 * The places of the numbers, the largest first; of equal ones the earlier.
 * @param {Float32Array} numbers
 */
export function descending(numbers) {
  return Uint32Array.from(numbers.keys()).sort((a, b) => Number(numbers[b]) - Number(numbers[a]) || a - b);
}
