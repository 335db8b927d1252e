// @ts-check
// Being the descent: the reader looks for the lowest place of a curve and sees ε and ε′ only where they have been. Then the
// rule does the same from the same start. No DOM; ε, ε′ and the rule's steps are the core's.

import { Attempts } from "../../../frame/attempts.js";

/** Attempts that a reader has. */
export const MOST = 12;

/**
 * @typedef {{ a: number, error: number, slope: number }} Seen
 * @typedef {import("./hidden.js").Hidden} Hidden
 * @typedef {{ yours: Seen, rules: Seen, steps: number, winner: "you" | "rule" | "both" }} Verdict
 */

/** So near to each other neither is nearer, as a share of all ε that was seen. */
const ALIKE = 1e-3;

/** Numbers of a point in a run's trail: a, ε, ε′, −α·ε′. */
const POINT = 4;

/** @extends {Attempts<Seen>} */
export class Game extends Attempts {
  #error;
  #run;

  /**
   * @param {Pick<import("../../../frame/core.js").Api, "ErrorFunction" | "Descent">} api
   * @param {Hidden} hidden
   */
  constructor(api, hidden) {
    super(MOST);
    this.hidden = hidden;
    const [low, high] = hidden.window;
    this.#error = new api.ErrorFunction(hidden.formula, false);
    this.#run = new api.Descent(this.#error, low, high, hidden.start, hidden.rate);
    this.seen.push(this.#look(hidden.start));
  }

  /** @param {number} a @returns {Seen} */
  #look(a) {
    const [error = Number.NaN, slope = Number.NaN] = this.#error.at(a);
    return { a, error, slope };
  }

  /** Looks at a place. @param {number} a @returns {boolean} false: there is no attempt left */
  try(a) {
    const [low, high] = this.hidden.window;
    if (!this.canTry) return false;
    this.seen.push(this.#look(Math.min(high, Math.max(low, a))));
    return true;
  }

  /** The rule makes as many steps as the reader attempts, fewer where it has arrived. */
  reveal() {
    if (this.rule) return;
    this.#run.go(this.attempts);
    const trail = this.#run.trail();
    const made = Array.from({ length: trail.length / POINT }, (_, t) => {
      const [a = 0, error = 0, slope = 0] = trail.subarray(POINT * t, POINT * t + 3);
      return { a, error, slope };
    });
    this.end(made);
  }

  /** ε at equal distances over the window. @param {number} count */
  samples(count) {
    return this.#error.sample(...this.hidden.window, count);
  }

  /** @returns {Verdict | null} null: not yet */
  verdict() {
    const rules = this.rule?.at(-1);
    if (!rules) return null;
    const yours = this.best;
    const errors = [...this.seen, ...(this.rule ?? [])].map(({ error }) => error).filter(Number.isFinite);
    const alike = ALIKE * (Math.max(...errors) - Math.min(...errors));
    const ahead = rules.error - yours.error;
    const winner = Math.abs(ahead) <= alike ? "both" : ahead > 0 || Number.isNaN(ahead) ? "you" : "rule";
    return { yours, rules, steps: (this.rule?.length ?? 1) - 1, winner };
  }

  free() {
    this.#run.free();
    this.#error.free();
  }
}
