// @ts-check
// What the ten classes are called: digits, or the names of a reader's own data. No DOM.

import { Emitter } from "./training/events.js";

/** @extends {Emitter<{ change: null }>} */
export class ClassNames extends Emitter {
  /** @type {readonly string[] | null} */
  #names = null;

  /** Whether the data are a reader's own. */
  get isOwn() {
    return this.#names !== null;
  }

  /** @param {readonly string[] | null} names one a class, empty where there is none; null: the digits of MNIST */
  set(names) {
    this.#names = names;
    this.emit("change", null);
  }

  /** Of each class, empty where it has none; null: they are digits, or are called so. */
  get given() {
    return this.#names?.some((name) => name !== "") ? this.#names : null;
  }

  /** @param {number} digit @returns {string} */
  of(digit) {
    const name = this.#names?.[digit];
    return name ? `${digit} (${name})` : String(digit);
  }
}
