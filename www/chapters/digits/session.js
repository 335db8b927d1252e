// @ts-check
// Chapter 4's training as the page sees it: what it is set to, where it stands, what it is doing. No DOM and no player; it
// lives as long as the page, and the chapter's views come and go.

import { createClock } from "./clock.js";
import { beginning, changesTo, settingsOf, stepOf, wayTo } from "./place.js";
import { createRate } from "./rate.js";
import { Emitter } from "./training/events.js";

/**
 * @typedef {import("./training/types.js").Settings} Settings
 * @typedef {import("./training/types.js").Snapshot} Snapshot
 * @typedef {import("./place.js").Place} Place
 *
 * @typedef {Object} Events
 * @property {Snapshot} snapshot of the present network
 * @property {null} state what it is doing has changed, or where it is going
 * @property {import("./training/types.js").RefusedReport} refused
 * @property {import("./training/types.js").CrashReport} crash
 */

/** @extends {Emitter<Events>} */
export class Session extends Emitter {
  #client;
  #now;
  /** @type {Settings} */
  #settings;
  /** @type {Snapshot | null} */
  #snapshot = null;
  /** @type {"still" | "play" | "epoch" | "reach"} */
  #doing = "still";
  #goal = { t: 0, rates: "" };
  /** Where the reader has gone, while the worker is on its way there. @type {number | null} */
  #aim = null;
  /** What the reader did last, as far as the words depend on it. @type {"" | "epoch" | "reset"} */
  #latest = "";
  #stopped = false;
  /** The turn of a change: a file that was opened brings its own settings. */
  #changed = -1;
  /** @type {number | null} */
  #pace = null;
  #rate = createRate();
  #clock = createClock();
  /** @type {number | null} */
  #examplesPerSecond = null;

  /**
   * @param {import("./training/client.js").TrainingClient} client made with the settings of `place`
   * @param {Place} place
   * @param {() => number} [now] milliseconds, for tests
   */
  constructor(client, place, now = () => performance.now()) {
    super();
    const { t, rates, ...settings } = place;
    this.#client = client;
    this.#now = now;
    this.#settings = settings;
    client.on("snapshot", (snapshot) => this.#show(snapshot));
    client.on("refused", (report) => this.emit("refused", report));
    client.on("crash", (report) => this.#crash(report));
    if (t > 0) this.reach(t, rates);
  }

  /** What there is to see. */
  state() {
    const status = this.#snapshot?.status;
    return {
      settings: this.#settings,
      snapshot: this.#snapshot,
      doing: this.#doing,
      goal: this.#goal.t,
      latest: this.#latest,
      /** An error has ended the training. */
      stopped: this.#stopped,
      examplesPerSecond: this.#examplesPerSecond,
      reached: this.#clock.reached,
      /** Where the reader is: the worker may be on its way there. */
      t: this.#aim ?? status?.t ?? 0,
      last: status?.last ?? 0,
    };
  }

  /** What a link must say so that it opens what is seen here. @returns {Place} */
  place() {
    const onTheWay = this.#doing === "reach";
    return { ...this.#settings, ...(onTheWay ? this.#goal : stepOf(this.#snapshot, this.#settings.rate)) };
  }

  // What the reader does.

  play() {
    this.#begin("play");
    this.#client.play();
  }

  epoch() {
    this.#begin("epoch");
    this.#client.epoch();
  }

  /** Trains to step t as fast as it goes. @param {number} t @param {string} [rates] changes of α on the way */
  reach(t, rates = "") {
    this.#goal = { t, rates };
    this.#begin("reach");
    this.#client.reach(t, changesTo({ ...this.#settings, t, rates }));
  }

  pause() {
    this.#client.pause();
    this.#stand();
  }

  step() {
    this.#client.step();
    this.#stand();
  }

  back() {
    if (this.#stopped) return;
    this.#aim = Math.max(0, this.state().t - 1);
    this.#client.back();
    this.#stand();
  }

  /** @param {number} t a step that was made, or the nearest that was */
  go(t) {
    if (this.#stopped) return;
    this.#aim = Math.min(Math.max(0, t), this.state().last);
    this.#client.go(this.#aim);
    this.#stand();
  }

  /** A new network, paused, with other settings where some are given. @param {Partial<Settings>} [changes] */
  reset(changes) {
    const { hidden, rate, batch, seed } = { ...this.#settings, ...changes };
    this.#settings = { hidden, rate, batch, seed };
    this.#snapshot = this.#snapshot && beginning(this.#snapshot);
    this.#aim = null;
    this.#latest = "reset";
    this.#client.reset(this.#settings);
    this.#stand();
  }

  /** α; the way to a step that a link names would no longer lead there, and ends. @param {number} rate */
  setRate(rate) {
    if (this.#doing === "reach") this.pause();
    this.#settings = { ...this.#settings, rate };
    this.#client.setRate(rate);
    this.emit("state", null);
  }

  /** @param {number | null} batches a frame; null: as fast as it goes */
  setPace(batches) {
    this.#pace = batches;
    this.#rate.clear();
    this.#client.setPace(batches);
  }

  /** Opens what an address names. @param {Place} place */
  open({ t, rates, ...settings }) {
    const { hidden, rate, batch, seed, ...now } = this.place();
    const isSame = settings.hidden === hidden && settings.batch === batch && settings.seed === seed;
    if (isSame && settings.rate === rate && t === now.t && rates === now.rates) return;
    const way = isSame ? wayTo({ t, rate: settings.rate, rates }, this.#snapshot) : "anew";
    if (way === "anew") this.reset(settings);
    else if (settings.rate !== rate) this.setRate(settings.rate);
    if (way === "go") this.go(t);
    else if (t > 0) this.reach(t, rates);
  }

  /** After a crash: a new worker. What was learned is gone. */
  restart() {
    this.#stopped = false;
    this.#snapshot = null;
    this.#latest = "reset";
    this.#client.restart(this.#settings);
    this.emit("state", null);
  }

  /** @param {Uint8Array<ArrayBuffer> | null} image that the network in training answers for */
  setDrawing(image) {
    this.#client.setDrawing(image);
  }

  /** @param {Partial<import("./training/types.js").Want>} parts */
  setWant(parts) {
    this.#client.setWant(parts);
  }

  /** @type {import("./training/client.js").TrainingClient["ask"]} */
  ask(method, ...args) {
    return this.#client.ask(method, ...args);
  }

  /** Pauses. @type {import("./training/client.js").TrainingClient["change"]} */
  change(method, ...args) {
    const answer = this.#client.change(method, ...args);
    this.#changed = this.#client.turn;
    this.#stand();
    return answer;
  }

  // What the worker tells.

  /** @param {"play" | "epoch" | "reach"} doing */
  #begin(doing) {
    this.#doing = doing;
    this.#latest = doing === "epoch" ? "epoch" : "";
    this.emit("state", null);
  }

  #stand() {
    this.#doing = "still";
    this.emit("state", null);
  }

  /** @param {Snapshot} snapshot */
  #show(snapshot) {
    this.#snapshot = snapshot;
    if (snapshot.turn === this.#client.turn) {
      this.#aim = null;
      const isChanged = snapshot.turn === this.#changed;
      if (isChanged) this.#settings = settingsOf(snapshot);
      this.#changed = -1;
      if (isChanged || (!snapshot.playing && this.#doing !== "still")) this.#stand();
    }
    this.#noteSpeed(snapshot);
    this.#clock.note(snapshot);
    this.emit("snapshot", snapshot);
  }

  /** @param {Snapshot} snapshot */
  #noteSpeed({ playing, status: { t, batch }, examplesPerSecond }) {
    if (!playing) {
      this.#rate.clear();
      if (t === 0) this.#examplesPerSecond = null;
      return;
    }
    const watched = this.#rate.note(this.#now(), t * batch);
    this.#examplesPerSecond = this.#pace === null || this.#doing === "reach" ? examplesPerSecond : watched;
  }

  /** @param {import("./training/types.js").CrashReport} report */
  #crash(report) {
    this.#stopped = true;
    this.#aim = null;
    this.#stand();
    this.emit("crash", report);
  }
}
