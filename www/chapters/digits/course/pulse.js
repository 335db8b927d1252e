// @ts-check
// How it goes with the weights: asked of the worker now and then, and only when somebody looks. No DOM.

import { Emitter } from "../training/events.js";

/** Milliseconds between two times of asking; each asks twice. */
const EVERY = 500;

/** @typedef {import("../../../pkg/descent.js").Pulse} Now */
/** @typedef {{ now: () => number, later: (action: () => void, milliseconds: number) => any, cancel: (timer: any) => void }} Clock */

/** @type {Clock} */
const SCREEN = {
  now: () => performance.now(),
  later: (action, milliseconds) => setTimeout(action, milliseconds),
  cancel: (timer) => clearTimeout(timer),
};

/** @extends {Emitter<{ change: null }>} */
export class Pulse extends Emitter {
  #ask;
  #clock;
  #asked = Number.NEGATIVE_INFINITY;
  #isAsking = false;
  /** @type {unknown} */
  #timer = null;
  #wanted = false;
  #ended = false;

  /** Of the last network that was asked about. @type {Now | null} */
  now = null;
  /** What was measured in this run: step, norm and share of saturated units, one after another. */
  series = new Float64Array(0);

  /**
   * @param {import("../training/client.js").TrainingClient["ask"]} ask
   * @param {Partial<Clock>} [clock] for tests
   */
  constructor(ask, clock = {}) {
    super();
    this.#ask = ask;
    this.#clock = { ...SCREEN, ...clock };
  }

  /** The network is another one, and somebody looks. */
  want() {
    if (this.#ended || this.#timer !== null) return;
    if (this.#isAsking) {
      this.#wanted = true;
      return;
    }
    const wait = EVERY - (this.#clock.now() - this.#asked);
    if (wait <= 0) this.#send();
    else
      this.#timer = this.#clock.later(() => {
        this.#timer = null;
        this.want();
      }, wait);
  }

  async #send() {
    this.#isAsking = true;
    this.#wanted = false;
    this.#asked = this.#clock.now();
    try {
      const [now, series] = await Promise.all([this.#ask("pulse"), this.#ask("pulses")]);
      this.now = now;
      this.series = series;
    } catch {
      // A training that has crashed says so elsewhere.
    }
    this.#isAsking = false;
    if (this.#ended) return;
    this.emit("change", null);
    if (this.#wanted) this.want();
  }

  /** Nobody looks any more: what was still to be asked is not. Whether there was such a thing. */
  rest() {
    const left = this.#wanted || this.#timer !== null;
    this.#wanted = false;
    this.#clock.cancel(this.#timer);
    this.#timer = null;
    return left;
  }

  end() {
    this.#ended = true;
    this.rest();
  }
}
