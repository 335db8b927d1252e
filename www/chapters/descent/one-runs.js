// @ts-check
// Chapter 2 with one number: up to three runs of the core from one start, each with its α, which go together.

/** @typedef {import("../../frame/core.js").Api} Api */
/** @typedef {import("../../pkg/descent.js").DescentStatus} DescentStatus */
/** @typedef {import("./settings.js").OneSetting} OneSetting */

/** Numbers of a point in a trail: a, ε, ε′, −α·ε′. */
export const POINT = 4;

/** Places at which the curve is computed. */
const SAMPLES = 801;

/**
 * @typedef {{ rate: number, run: import("../../pkg/descent.js").Descent }} Made
 * @typedef {Made & { trail: Float64Array, status: DescentStatus }} OneRun
 */

export class OneRuns {
  #api;
  /** @type {import("../../pkg/descent.js").ErrorFunction | null} */
  #error = null;
  /** @type {OneSetting | null} */
  #setting = null;
  /** @type {readonly [number, number]} */
  window = [0, 1];
  /** ε over the window, NaN where it has no value. */
  samples = new Float64Array(0);
  /** @type {readonly OneRun[]} */
  runs = [];
  /** How many times the runs have begun anew. */
  begun = 0;

  /** @param {Pick<Api, "ErrorFunction" | "Descent">} api */
  constructor(api) {
    this.#api = api;
  }

  /**
   * Other settings. Runs of which only α is another stay as far as they have come; others begin anew.
   * @param {OneSetting} next
   * @throws what is wrong with them; the present runs then stay
   */
  set(next) {
    const before = this.#setting;
    const known = next.formula === before?.formula ? this.#error : null;
    const error = known ?? new this.#api.ErrorFunction(next.formula, false);
    try {
      const [low = 0, high = 1] = next.window ?? error.window();
      const sameWindow = known !== null && low === this.window[0] && high === this.window[1];
      if (sameWindow && next.start === before?.start) this.#setRates(next, error);
      else {
        const make = (/** @type {number} */ rate) =>
          new this.#api.Descent(error, low, high, next.start, rate);
        this.#take(next.rates.map((rate) => ({ rate, run: make(rate) })));
        this.begun += 1;
      }
      if (!sameWindow) this.samples = error.sample(low, high, SAMPLES);
      this.window = [low, high];
    } catch (wrong) {
      if (!known) error.free();
      throw wrong;
    }
    if (!known) this.#error?.free();
    this.#error = error;
    this.#setting = next;
  }

  /**
   * The same start with other α.
   * @param {OneSetting} next
   * @param {import("../../pkg/descent.js").ErrorFunction} error
   */
  #setRates({ rates, start }, error) {
    const [low, high] = this.window;
    const made = rates.map((rate, index) => {
      const present = this.runs[index];
      if (!present) return { rate, run: new this.#api.Descent(error, low, high, start, rate) };
      if (present.rate !== rate) present.run.set_alpha(rate);
      return { rate, run: present.run };
    });
    this.#take(made);
  }

  /** @param {readonly Made[]} made */
  #take(made) {
    const kept = new Set(made.map(({ run }) => run));
    for (const { run } of this.runs) if (!kept.has(run)) run.free();
    this.runs = made.map(({ rate, run }) => ({ rate, run, trail: run.trail(), status: run.status() }));
  }

  /**
   * All runs to step t, or as near as each goes.
   * @param {number} t
   * @returns {number} the furthest of them
   */
  go(t) {
    for (const { run } of this.runs) run.go(t);
    this.runs = this.runs.map(({ rate, run }) => ({ rate, run, trail: run.trail(), status: run.status() }));
    return this.t;
  }

  /** @returns {boolean} whether any run made a step */
  step() {
    const before = this.t;
    return this.go(before + 1) > before;
  }

  /** @returns {boolean} whether there was a way back */
  back() {
    if (this.t === 0) return false;
    this.go(this.t - 1);
    return true;
  }

  /** Where the run stands that has gone furthest. */
  get t() {
    return Math.max(0, ...this.runs.map(({ run }) => run.t));
  }

  /** The furthest step that any run has come to. */
  get last() {
    return Math.max(0, ...this.runs.map(({ run }) => run.last));
  }

  /** Whether any run goes on from here. */
  get canStep() {
    return this.runs.some(({ status }) => status.can_step && status.t === this.t);
  }

  /** Whether going on would change nothing that can be seen. */
  get done() {
    return this.runs.every(({ status }) => status.done);
  }

  /** The place of the run that is looked at. */
  get active() {
    return this.#setting?.active ?? 0;
  }

  /** The run that is looked at. @returns {OneRun} */
  get current() {
    const run = this.runs[this.active];
    if (!run) throw new Error("no run");
    return run;
  }

  /** How it stands. */
  get status() {
    return this.current.status;
  }

  /** Its points from the start to where it stands. */
  get trail() {
    return this.current.trail;
  }

  get formula() {
    return this.#setting?.formula ?? "";
  }

  /** What was read, for a formula in figures. */
  get tree() {
    return this.#error?.tree();
  }

  /** ε and ε′. @param {number} a @returns {ArrayLike<number>} */
  at(a) {
    return this.#error?.at(a) ?? [Number.NaN, Number.NaN];
  }

  /** ε′ of the run that is looked at, beside a difference. */
  check() {
    return this.current.run.check();
  }

  free() {
    for (const { run } of this.runs) run.free();
    this.#error?.free();
    this.runs = [];
    this.#error = null;
    this.#setting = null;
  }
}
