// @ts-check
// Runs that are kept to be compared with the present one, and the making of several with another α each from one start. No
// DOM; it lives as long as the page.

import { changesBefore, changesIn, writeRates } from "../rates.js";
import { Emitter } from "../training/events.js";

/**
 * @typedef {import("../training/types.js").Settings} Settings
 * @typedef {import("../training/types.js").Snapshot} Snapshot
 *
 * @typedef {Object} Run what was seen of a run
 * @property {Omit<Settings, "rate">} network
 * @property {import("../rates.js").Changes} changes of α; none where they do not tell the run
 * @property {number} rate the last of them
 * @property {number} last steps
 * @property {Float64Array<ArrayBuffer>} curve
 * @property {Float64Array<ArrayBuffer>} accuracies
 * @property {Float64Array<ArrayBuffer>} early accuracies on some of the test images, within the first epoch
 * @property {number} stepsPerEpoch
 *
 * @typedef {Run & { id: number, look: number, isLast?: boolean }} Kept `look`: which dashes it has, from 0 to MOST − 1, as
 *   long as it is kept; `isLast`: nobody kept it, a reset has ended it
 *
 * @typedef {{ rates: readonly number[], at: number, t: number }} Plan the runs to be made, which is being made, and how far
 */

/** So many can be told apart. */
const MOST = 4;
/** Steps: a shorter run is nothing to compare with. */
const WORTH = 50;
const LOOKS = Array.from({ length: MOST }, (_, look) => look);

/** @param {Snapshot} snapshot @returns {Run} */
export function runOf({ status, changes: pairs, curve, accuracies, early }) {
  const { hidden, batch, seed, last, steps_per_epoch: stepsPerEpoch } = status;
  const changes = changesBefore(changesIn(pairs), last);
  const rate = changes.at(-1)?.[1] ?? status.rate;
  return { network: { hidden, batch, seed }, changes, rate, last, curve, accuracies, early, stepsPerEpoch };
}

/**
 * Whether a run goes the whole way of another, which then is a part of it.
 * @param {Run} run
 * @param {Run} part
 */
export function contains(run, part) {
  const way = (/** @type {Run} */ { network, changes }) =>
    JSON.stringify([network, changesBefore(changes, part.last)]);
  return part.changes.length > 0 && run.last >= part.last && way(run) === way(part);
}

/** @param {readonly Kept[]} runs @returns {number | undefined} */
const freeLook = (runs) => LOOKS.find((free) => runs.every(({ look }) => look !== free));

/** @extends {Emitter<{ change: null }>} */
export class Comparison extends Emitter {
  #session;
  /** @type {readonly Kept[]} */
  #kept = [];
  #lastId = 0;
  /** The present run, as long as it is one. @type {Snapshot | null} */
  #seen = null;
  /** What a reset has ended, until another one does. @type {Kept | null} */
  #ended = null;
  /** @type {Plan | null} */
  #plan = null;
  #beginning = false;

  /** @param {Pick<import("../session.js").Session, "state" | "on" | "reset" | "reach" | "pause" | "open">} session */
  constructor(session) {
    super();
    this.#session = session;
    session.on("snapshot", (snapshot) => {
      this.#seen = snapshot.status.last > 0 ? snapshot : null;
    });
    session.on("state", () => {
      this.#noteReset();
      this.#follow();
    });
  }

  /** In the order in which they were kept. */
  get kept() {
    return this.#kept;
  }

  get plan() {
    return this.#plan;
  }

  /** The kept runs, and the one before, that the present one does not cover. @returns {readonly Kept[]} */
  others() {
    const present = this.#present();
    return this.#shown().filter((kept) => !present || !contains(present, kept));
  }

  /** Whether there is a present run that is not kept yet. */
  get canKeep() {
    const present = this.#present();
    return present !== null && !this.#kept.some((kept) => contains(kept, present));
  }

  /** Keeps the present run as it is now. */
  keep() {
    const run = this.#present();
    if (!run || !this.canKeep) return;
    // A run that it goes on with needs no place of its own.
    const rest = this.#kept.filter((kept) => !contains(run, kept)).slice(1 - MOST);
    this.#kept = [...rest, { ...run, id: ++this.#lastId, look: freeLook(rest) ?? 0 }];
    this.emit("change", null);
  }

  /** @param {number} id */
  remove(id) {
    const ended = this.#ended;
    const gone = this.#shown().find((kept) => kept.id === id);
    this.#kept = this.#kept.filter((kept) => kept !== gone);
    // It would take the place of the same run, kept.
    if (gone && ended && (ended.id === id || contains(gone, ended))) this.#ended = null;
    this.emit("change", null);
  }

  /** Makes a kept run once more, and goes on from its end. @param {number} id */
  again(id) {
    const run = this.#shown().find((kept) => kept.id === id);
    if (!run) return;
    const { network, rate, last: t, changes } = run;
    const rates = changes.length > 1 ? writeRates(changes) : "";
    if (rates !== null) this.#session.open({ ...network, rate, t, rates });
  }

  /**
   * Makes a run of t steps with each α, from one start; the present one is kept beside.
   * @param {readonly number[]} rates
   * @param {number} t
   */
  compare(rates, t) {
    this.keep();
    this.#plan = { rates, at: 0, t };
    this.#begin();
  }

  stop() {
    if (!this.#plan) return;
    this.#plan = null;
    this.#session.pause();
    this.emit("change", null);
  }

  /** The run before stands beside the kept ones if none of them is it, and if there is a look left. */
  #shown() {
    const ended = this.#ended;
    const look = freeLook(this.#kept);
    if (!ended || look === undefined || this.#kept.some((kept) => contains(kept, ended))) return this.#kept;
    return [...this.#kept, { ...ended, look }];
  }

  /** What was learned is gone, what was seen of it is not. */
  #noteReset() {
    const { latest, snapshot } = this.#session.state();
    if (latest !== "reset" || !this.#seen || (snapshot?.status.last ?? 0) > 0) return;
    const run = runOf(this.#seen);
    this.#seen = null;
    if (run.last < WORTH) return;
    this.#ended = { ...run, id: ++this.#lastId, look: 0, isLast: true };
    this.emit("change", null);
  }

  #present() {
    const { snapshot } = this.#session.state();
    return snapshot && snapshot.status.last > 0 ? runOf(snapshot) : null;
  }

  #begin() {
    const { rates, at, t } = /** @type {Plan} */ (this.#plan);
    this.#beginning = true;
    this.#session.reset({ rate: rates[at] });
    this.#session.reach(t);
    this.#beginning = false;
    this.emit("change", null);
  }

  /** A run has come to its end, or the reader has done something else. */
  #follow() {
    if (!this.#plan || this.#beginning) return;
    const { rates, at, t } = this.#plan;
    const { doing, goal, snapshot, settings } = this.#session.state();
    const isOurs = settings.rate === rates[at];
    if (isOurs && doing === "reach" && goal === t) return;
    if (isOurs && doing === "still" && snapshot?.status.t === t) {
      this.keep();
      this.#plan = at + 1 < rates.length ? { rates, at: at + 1, t } : null;
      if (this.#plan) return this.#begin();
    } else this.#plan = null;
    this.emit("change", null);
  }
}
