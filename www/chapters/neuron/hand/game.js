// @ts-check
// Four numbers by hand: the reader moves them and is told ε alone. Then the rule goes from the same start. No DOM; ε and the
// rule's steps are the core's.

import { Attempts } from "../../../frame/attempts.js";

/**
 * @typedef {import("../../../pkg/descent.js").Four} Four
 * @typedef {import("./tasks.js").Task} Task
 * @typedef {{ network: Four, error: number }} Seen
 * @typedef {{ yours: Seen, rules: Seen, last: Seen, level: number | null }} Verdict `rules`: after as many steps as you made attempts;
 *   `last`: after all of its steps; `level`: the step at which it is no higher than you, null: at none of them
 */

/** Attempts that a reader has, and steps of the rule. */
export const MOST = 24;

/** @extends {Attempts<Seen>} */
export class Game extends Attempts {
  #probe;
  #run;

  /**
   * @param {Pick<import("../../../frame/core.js").Api, "ScalarRun">} api
   * @param {Task} task
   */
  constructor(api, task) {
    super(MOST);
    this.task = task;
    const make = () => new api.ScalarRun(...task.start, task.rate, task.pairs);
    this.#probe = make();
    this.#run = make();
    this.seen.push(this.#look(task.start));
  }

  /** @param {Four} network @returns {Seen} */
  #look(network) {
    this.#probe.restart(...network);
    return { network, error: this.#probe.state(0).error };
  }

  /** @param {Four} network @returns {boolean} false: there is no attempt left, or nothing was changed */
  try(network) {
    const last = this.seen.at(-1);
    if (!this.canTry || last?.network.every((number, i) => number === network[i])) return false;
    this.seen.push(this.#look([...network]));
    return true;
  }

  /** The rule makes its steps. */
  reveal() {
    if (this.rule || this.attempts === 0) return;
    const at = () => {
      const { network, error } = this.#run.state(0);
      return { network, error };
    };
    const made = [at()];
    for (let t = 0; t < MOST && this.#run.step(); t++) made.push(at());
    this.end(made);
  }

  /** @returns {Verdict | null} null: not yet */
  verdict() {
    const { rule, best } = this;
    const last = rule?.at(-1);
    if (!rule || !last) return null;
    const level = rule.findIndex(({ error }) => error <= best.error);
    return { yours: best, rules: rule[this.attempts] ?? last, last, level: level < 0 ? null : level };
  }

  free() {
    this.#probe.free();
    this.#run.free();
  }
}
