// @ts-check
// Chapter 1 without a page: the core's run with its measurements, the edits that can be undone, and the way to the step
// that a link names. What the reader does goes in as a call, what is to be seen comes out as data.

import { buildFitting, standingOf } from "./fitting.js";
import { choose, DATA, EDITED, OWN, POINTS, RUN, writeNumbers, writePoints } from "./schema.js";
import { createUndo } from "./undo.js";

/** @typedef {import("./schema.js").CurveValues} CurveValues */
/** @typedef {Float64Array<ArrayBuffer>} Numbers */
/** @typedef {import("./fitting.js").Standing} Standing */

/** Milliseconds of a frame that steps may take: the rest is for drawing. */
const BUDGET = 12;
/** As many as the core counts in one call. */
const MOST_STEPS = 4294967295;

export class CurveSession {
  /** Another number for each network that is begun. */
  network = 0;
  /** Another number whenever the measurements change. */
  version = 0;
  #api;
  #values;
  #fitting;
  /** Own points that are too many for the address. @type {Numbers | null} */
  #large = null;
  /** @type {import("./undo.js").Undo<{ settings: Partial<CurveValues>, points: Numbers, large: Numbers | null }>} */
  #undo = createUndo();
  #edited = false;
  /** @type {Standing["stuck"]} */
  #stuck = "";
  /** @type {number | null} */
  #goal = null;

  /**
   * @param {Pick<import("../../frame/core.js").Api, "Fitting" | "measurement_table">} api
   * @param {CurveValues} values a run for them is begun, and its `goal` is their t
   */
  constructor(api, values) {
    this.#api = api;
    this.#values = { ...values };
    this.#fitting = buildFitting(this.#api, values, this.#large);
    this.#head(values.t);
  }

  /**
   * What the address is to say. It holds no weights (they may be 193), so it leads to where the run stands only if the
   * settings as they are now do: not if α or the points were changed on the way, nor if the points are too many to be
   * written. Then it leads to the beginning.
   */
  values() {
    const t = this.#goal ?? (this.#fitting.is_repeatable() && !this.isLarge ? this.#fitting.t : 0);
    return { ...choose(this.#values, RUN), t };
  }

  /**
   * What the address says now. The run stays if it is the one that is named; else there is another, before its first step.
   * Its way to t is made by `advance`: it may be long.
   * @param {CurveValues} next
   */
  load(next) {
    const now = this.values();
    const same = RUN.every((name) => next[name] === now[name]);
    if (!same || next.t !== now.t) {
      // Among the steps that were made there may be some with other settings.
      if (same) this.#fitting.go(next.t);
      if (!same || !this.#fitting.is_repeatable()) this.#begin(next);
      this.#stand();
      this.#head(next.t);
    }
    this.#values = { ...next };
  }

  /**
   * Other settings of the reader's. What needs a new network begins anew; α does not.
   * @param {CurveValues} next
   */
  set(next) {
    const now = this.#values;
    const data = next.source === OWN ? [...DATA, ...POINTS] : DATA;
    const isOther = data.some((name) => next[name] !== now[name]);
    const isAnew = isOther || next.hidden !== now.hidden;
    if (isOther) this.#begin(next);
    else if (isAnew) this.#restart(next.hidden, next.seed);
    else if (next.rate !== now.rate) this.#fitting.set_rate(next.rate);
    if (isAnew || next.rate !== now.rate) this.#stand(!isAnew && this.#edited);
    this.#values = { ...next };
  }

  /** A new network for the measurements as they are. */
  reset() {
    this.#restart(this.#values.hidden, this.#values.seed);
    this.#stand();
  }

  /**
   * Steps, as many as the frame has time for; those to the goal first, and no others.
   * @param {number} steps
   * @returns {boolean} whether there is a going on
   */
  advance(steps) {
    const goal = this.#goal;
    const wanted = goal === null ? steps : goal - this.#fitting.t;
    const made = this.#fitting.train(Math.min(wanted, MOST_STEPS), BUDGET);
    if (made > 0) this.#edited = false;
    this.#stuck = made > 0 ? "" : this.#fitting.held_out().includes(0) ? "too-large" : "empty";
    if (goal === null) return made > 0;
    if (made === 0 || this.#fitting.t >= goal) this.#goal = null;
    return this.#goal !== null;
  }

  /** One step, wherever a link would lead. */
  step() {
    this.#goal = null;
    this.advance(1);
  }

  back() {
    this.#fitting.back();
    this.#stand();
  }

  /** @param {number} t a step that was made */
  go(t) {
    this.#fitting.go(t);
    this.#stand();
  }

  /**
   * The reader's hand: other points for the network as it is. The table becomes points of the reader's own.
   * @param {Numbers} points
   * @param {boolean} [first] whether this is an edit of its own, and not a drag that goes on
   */
  edit(points, first = true) {
    const before = {
      settings: choose(this.#values, EDITED),
      points: this.#fitting.measurements(),
      large: this.#large,
    };
    this.#fitting.edit(points);
    if (first) this.#undo.push(before);
    const written = this.#write(points);
    const { source, axes, names } = this.#values;
    this.#values = {
      ...this.#values,
      source: OWN,
      ...(source === OWN ? { axes, names } : { axes: source, names: "" }),
      frame: writeNumbers(this.#fitting.frame()),
      points: written,
      noise: 0,
    };
    this.version += 1;
    this.#stand(true);
  }

  /** Takes the last edit back, if there is one. */
  undo() {
    const last = this.#undo.pop();
    if (!last) return;
    this.#fitting.edit(last.points);
    this.#large = last.large;
    this.#values = { ...this.#values, ...last.settings };
    this.version += 1;
    this.#stand(true);
  }

  /**
   * Points from elsewhere, with axes of their own; a new network.
   * @param {Numbers} points
   * @param {string} names
   */
  take(points, names) {
    const before = this.#large;
    const next = {
      ...this.#values,
      source: OWN,
      axes: "",
      names,
      frame: "",
      points: this.#write(points),
      noise: 0,
    };
    try {
      this.#begin(next);
    } catch (error) {
      this.#large = before;
      throw error;
    }
    this.#values = { ...next, frame: writeNumbers(this.#fitting.frame()) };
    this.#stand();
  }

  /** @returns {Standing} */
  standing() {
    return {
      ...standingOf(this.#fitting),
      edited: this.#edited,
      canUndo: this.#undo.size > 0,
      stuck: this.#stuck,
      goal: this.#goal,
    };
  }

  /** Whether the address cannot hold the points. */
  get isLarge() {
    return this.#large !== null && this.#values.source === OWN;
  }

  /** The core's run, to be asked and not to be changed. @returns {import("./fitting.js").Run} */
  get run() {
    return this.#fitting;
  }

  /** Another run. Where the values allow none, all stays. @param {CurveValues} values */
  #begin(values) {
    const made = buildFitting(this.#api, values, this.#large);
    this.#fitting.free();
    this.#fitting = made;
    this.#undo.clear();
    this.network += 1;
    this.version += 1;
  }

  /** @param {number} hidden @param {number} seed */
  #restart(hidden, seed) {
    this.#fitting.restart(hidden, seed);
    this.network += 1;
  }

  /** @param {number} t that a link names */
  #head(t) {
    this.#goal = t > this.#fitting.t ? t : null;
  }

  /** The run stands elsewhere, or something else is in force. @param {boolean} [edited] by the reader's hand */
  #stand(edited = false) {
    this.#edited = edited;
    this.#stuck = "";
    this.#goal = null;
  }

  /** Points for the address; what it cannot hold is kept here. @param {Numbers} points */
  #write(points) {
    const written = writePoints(points);
    this.#large = written === null ? points : null;
    return written ?? "";
  }
}
