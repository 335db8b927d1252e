// @ts-check
// A reader does by hand what the rule does: attempts are counted, and then the rule's own are seen one after another.

import { isCalm } from "./calm.js";

/** @template {{ error: number }} Seen */
export class Attempts {
  /** The start, and then what was tried. @type {Seen[]} */
  seen = [];
  /** What the rule came to, step by step, once that has been asked. @type {readonly Seen[] | null} */
  rule = null;

  /** @param {number} most attempts that a reader has */
  constructor(most) {
    this.most = most;
  }

  /** Attempts made; the start is given. */
  get attempts() {
    return this.seen.length - 1;
  }

  get canTry() {
    return this.rule === null && this.attempts < this.most;
  }

  /** The rule has made its steps. @param {readonly Seen[]} made from the start */
  end(made) {
    this.rule = made;
  }

  /** Where the reader has come lowest. @returns {Seen} */
  get best() {
    return this.seen.reduce((best, one) => (one.error < best.error ? one : best));
  }
}

/** The rule's steps, of which more and more are seen. */
export class Unfolding {
  #show;
  #milliseconds;
  #timer = 0;
  /** Steps that are seen. */
  steps = 0;

  /** @param {() => void} show what is seen has changed @param {number} milliseconds that a step is seen */
  constructor(show, milliseconds) {
    this.#show = show;
    this.#milliseconds = milliseconds;
  }

  /** From the start; at once to the end for who wants no motion. @param {number} all */
  begin(all) {
    this.steps = isCalm() ? all : 0;
    this.#show();
    this.#goOn(all);
  }

  /** None is seen. */
  stop() {
    clearTimeout(this.#timer);
    this.steps = 0;
  }

  /** @param {number} all */
  #goOn(all) {
    if (this.steps >= all) return;
    this.#timer = Number(
      setTimeout(() => {
        this.steps += 1;
        this.#show();
        this.#goOn(all);
      }, this.#milliseconds),
    );
  }
}
