// @ts-check
// Chapter 2 without a page: what it is set to, the runs that follow from it, and every way from one to the next. What
// cannot be is thrown, and the present stays.

import { initialValues } from "../../frame/address.js";
import { OneRuns } from "./one-runs.js";
import { PlaneRun } from "./plane-run.js";
import { MOST_RUNS, SCHEMA } from "./schema.js";
import { oneSetting, planeSetting, readCatalogue, roundRate, settingOf, valuesOf } from "./settings.js";

/** @typedef {import("./schema.js").DescentValues} DescentValues */
/** @typedef {import("./settings.js").Setting} Setting */

const INITIAL = /** @type {DescentValues} */ (/** @type {unknown} */ (initialValues(SCHEMA)));

export class Session {
  #api;
  #catalogue;
  #setting = settingOf(INITIAL);

  /** @param {import("../../frame/core.js").Api} api */
  constructor(api) {
    this.#api = api;
    this.#catalogue = readCatalogue(api);
    this.one = new OneRuns(api);
    this.plane = new PlaneRun(api);
  }

  /** Whether two numbers descend. */
  get two() {
    return this.#setting.view === "two";
  }

  /** What is seen of the two. */
  get run() {
    return this.two ? this.plane : this.one;
  }

  get setting() {
    return this.#setting;
  }

  /** α of the run that is looked at. */
  get rate() {
    const { rates, active, rate2 } = this.#setting;
    return this.two ? rate2 : Number(rates[active]);
  }

  /** What a link says. */
  values() {
    return valuesOf(this.#setting, this.run.t);
  }

  /**
   * Takes over what a link says. What cannot be becomes what the chapter begins with.
   * @param {DescentValues} values
   * @returns {unknown} what was wrong with them; null: nothing
   */
  load(values) {
    try {
      this.#change(settingOf(values), values.t);
      return null;
    } catch (wrong) {
      if (!this.#startsElsewhere(values, wrong))
        this.#change({ ...settingOf(INITIAL), view: values.view }, 0);
      return wrong;
    }
  }

  /**
   * A formula that is right, with a start at which it has no value, begins where it has one.
   * @param {DescentValues} values @param {unknown} wrong @returns {boolean} false: something else is wrong
   */
  #startsElsewhere(values, wrong) {
    const isStart = /** @type {{ code?: unknown }} */ (wrong).code === "start";
    if (!isStart || values.view === "two" || values.f !== "own") return false;
    try {
      const setting = settingOf(values);
      const [a] = this.#beginningOf(oneSetting(setting, this.#catalogue).formula);
      this.#change({ ...setting, a }, 0);
      return true;
    } catch {
      return false; // It has a value nowhere.
    }
  }

  /** Sets up what a notice speaks of, from the beginning. @param {Partial<DescentValues>} values */
  setUp(values) {
    const next = { ...INITIAL, ...values };
    this.#change(settingOf(next), next.t);
  }

  /**
   * @param {Partial<Setting>} changes
   * @param {number} [t] where to go then; absent: where the run stands, and what lies ahead of it stays there
   */
  #change(changes, t) {
    const next = { ...this.#setting, ...changes };
    const [stands, last] = [this.run.t, this.run.last];
    if (next.view === "two") this.plane.set(planeSetting(next, this.#catalogue));
    else this.one.set(oneSetting(next, this.#catalogue));
    this.#setting = next;
    if (t === undefined && last > stands) this.run.go(last);
    this.run.go(t ?? stands);
  }

  // Time

  get t() {
    return this.run.t;
  }

  /** The furthest step that has been gone to. */
  get last() {
    return this.run.last;
  }

  get canStep() {
    return this.run.canStep;
  }

  /** @returns {boolean} whether a step was made */
  step() {
    return this.run.step();
  }

  /** @returns {boolean} whether there was a way back */
  back() {
    return this.run.back();
  }

  /** @param {number} t @returns {number} where it stands */
  go(t) {
    return this.run.go(t);
  }

  /** Whether there is any use in going on. */
  get goesOn() {
    return this.run.canStep && !this.run.done;
  }

  // Functions

  /** @param {Setting["view"]} view */
  chooseView(view) {
    this.#change({ view }, 0);
  }

  /** @param {string} id */
  chooseFunction(id) {
    if (this.two) this.#choosePlane(id);
    else this.#chooseExample(id);
  }

  /** @param {string} id */
  #chooseExample(id) {
    const known = this.#catalogue.example(id);
    // One's own begins with what is there.
    if (!known) this.#change({ f: "own", formula: this.one.formula, window: this.one.window.join(" ") });
    else this.#change({ f: id, formula: "", window: "", a: known.start, rates: [known.rate], active: 0 }, 0);
  }

  /** @param {string} id */
  #choosePlane(id) {
    const known = this.#catalogue.plane(id);
    if (!known) {
      this.#change({ g: "own", formula2: this.plane.formula });
      return;
    }
    const { start, rate } = known;
    this.#change({ g: id, formula2: "", a2: start[0], b2: start[1], rate2: rate }, 0);
  }

  /** @param {string} text a formula @throws what is wrong with it */
  typeFormula(text) {
    if (this.two) {
      this.#change({ g: "own", formula2: text }, 0);
      return;
    }
    const [start, rate] = this.#beginningOf(text);
    this.#change({ f: "own", formula: text, window: "", a: start, rates: [rate], active: 0 }, 0);
  }

  /** Where a run of a formula begins. @param {string} text @throws what is wrong with it */
  #beginningOf(text) {
    const error = new this.#api.ErrorFunction(text, false);
    const [, , start, rate] = error.beginning();
    error.free();
    return /** @type {const} */ ([start, rate]);
  }

  // Start, window, α

  /** @param {readonly number[]} start a, or a and b @throws that ε has no value there */
  typeStart([first = 0, second = 0]) {
    this.#change(this.two ? { a2: first, b2: second } : { a: first }, 0);
  }

  /**
   * The same, by hand in the picture.
   * @param {readonly number[]} start
   * @returns {boolean} false where ε has no value: the present start stays
   */
  pickStart(start) {
    try {
      this.typeStart(start);
      return true;
    } catch (wrong) {
      if (/** @type {{ code?: unknown }} */ (wrong).code === "start") return false;
      throw wrong;
    }
  }

  /** @param {readonly [number, number]} window low < high */
  setWindow([low, high]) {
    this.#change({ window: `${low} ${high}` });
  }

  /** Another α is another run from the same start, at the same step. @param {number} rate */
  setRate(rate) {
    const { rates, active } = this.#setting;
    if (this.two) this.#change({ rate2: rate });
    else this.#change({ rates: rates.map((other, index) => (index === active ? rate : other)) });
  }

  // Runs side by side

  /** @param {number} active */
  chooseRun(active) {
    this.#change({ active });
  }

  addRun() {
    const { rates } = this.#setting;
    if (rates.length >= MOST_RUNS) return;
    this.#change({ rates: [...rates, roundRate(2 * this.rate)], active: rates.length });
  }

  /** @param {number} index */
  removeRun(index) {
    const { rates, active } = this.#setting;
    const left = rates.filter((_, other) => other !== index);
    this.#change({ rates: left, active: Math.min(left.length - 1, active > index ? active - 1 : active) });
  }

  free() {
    this.one.free();
    this.plane.free();
  }
}
