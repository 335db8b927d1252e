// @ts-check
// What chapter 1's picture shows, without drawing it: the measurements, the axes, the curve and those before it.

import { nextTrail } from "./trail.js";

/** @typedef {Float64Array<ArrayBuffer>} Numbers */
/** @typedef {[number, number, number, number]} View x from, to, value from, to */

/** Places at which the curve is computed: more than a steep unit needs on the widest plot. */
const SAMPLES = 361;
/** What is shown beyond the range that is scaled, as a share of it on each side. */
const BEYOND = 0.18;

/**
 * What is shown of the axes. Of the values it is exactly what the sigmoid reaches.
 * @param {ArrayLike<number>} scaling the core's: middle and half of x, least of l, unit of l, margin
 * @returns {View}
 */
export function viewOf({ 0: middle, 1: half, 2: least, 3: unit, 4: margin }) {
  const wide = half + 2 * half * BEYOND;
  const low = least - unit * margin;
  return [middle - wide, middle + wide, low, low + unit];
}

/**
 * From the first to the last measurement that is learned from.
 * @param {ArrayLike<number>} points
 * @param {ArrayLike<number>} held
 * @returns {[number, number] | null}
 */
export function knownRange(points, held) {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < held.length; i++) {
    if (held[i]) continue;
    from = Math.min(from, points[2 * i]);
    to = Math.max(to, points[2 * i]);
  }
  return from <= to ? [from, to] : null;
}

export class Scene {
  /** @type {View} */
  view = [-1, 11, -1, 11];
  xs = new Float64Array(0);
  curve = new Float64Array(0);
  /** x₀, l₀, x₁, l₁, … */
  points = new Float64Array(0);
  /** 1 for each point that is held back. */
  held = new Uint8Array(0);
  /** The network's, at each point. */
  answers = new Float64Array(0);
  /** @type {[number, number] | null} */
  known = null;
  /** Where the curve turns among the measurements: x₀, l₀, … */
  turns = new Float64Array(0);
  /** x of each point. */
  #places = new Float64Array(0);
  /** The core's run, once there is one. @type {import("./fitting.js").Run | null} */
  run = null;
  /** @type {readonly import("./trail.js").Shown[]} */
  #trail = [];
  /** @type {import("./trail.js").Shown | null} */
  #shown = null;
  #network = -1;
  #version = -1;

  /** Curves before the present one, oldest first. */
  get earlier() {
    return this.#trail.map(({ ys }) => ys);
  }

  /**
   * Where the run stands now.
   * @param {import("./session.js").CurveSession} session
   * @param {number} t
   * @returns {boolean} whether the axes are other ones
   */
  show(session, t) {
    this.run = session.run;
    // Another network's curves are no earlier ones of this.
    if (session.network !== this.#network) this.#forget();
    this.#network = session.network;
    const isOther = session.version !== this.#version && this.#measure(this.run);
    this.#version = session.version;
    this.curve = this.run.answers(this.xs);
    this.answers = this.run.answers(this.#places);
    // A curve that knows nothing yet turns by chance.
    this.turns = t > 0 ? this.run.turns() : new Float64Array(0);
    this.#trail = nextTrail(this.#trail, this.#shown, t);
    this.#shown = { t, ys: this.curve };
    return isOther;
  }

  /** The curve at x. @param {number} x */
  answer(x) {
    const [answer = 0] = this.run?.answers(Float64Array.of(x)) ?? [];
    return answer;
  }

  /** Whether x lies among the measurements that are learned from. @param {number} x */
  covers(x) {
    return this.known !== null && x >= this.known[0] && x <= this.known[1];
  }

  /** What the curve is made of: all of unit 1, then all of unit 2, …, and their sum q. */
  parts() {
    if (!this.run) return null;
    return { contributions: this.run.contributions(this.xs), sum: this.run.sums(this.xs) };
  }

  #forget() {
    this.#trail = [];
    this.#shown = null;
  }

  /**
   * The measurements may be other ones.
   * @param {import("./fitting.js").Run} run
   * @returns {boolean} whether the axes are
   */
  #measure(run) {
    this.points = run.measurements();
    this.#places = this.points.filter((_, i) => i % 2 === 0);
    this.held = run.held_out();
    this.known = knownRange(this.points, this.held);
    const view = viewOf(run.scaling());
    if (this.xs.length > 0 && view.every((end, i) => end === this.view[i])) return false;
    this.view = view;
    this.xs = Float64Array.from(
      { length: SAMPLES },
      (_, i) => view[0] + ((view[1] - view[0]) * i) / (SAMPLES - 1),
    );
    this.#forget();
    return true;
  }
}
