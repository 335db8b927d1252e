// @ts-check
// The page's side of the training worker: commands as methods, reports as events.

import { workerAddresses } from "../../../frame/host.js";
import { Asked } from "./asked.js";
import { Emitter } from "./events.js";
import { createFrames, SCREEN } from "./frames.js";
import { DATA_ORDER, SCRIPTS } from "./sources.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").DataPart} DataPart */

/**
 * @typedef {Object} Events
 * @property {import("./types.js").ReadyReport} ready
 * @property {import("./types.js").Snapshot} snapshot
 * @property {import("./types.js").ProgressReport} progress
 * @property {import("./types.js").DataErrorReport} data-error
 * @property {import("./types.js").RefusedReport} refused
 * @property {import("./types.js").CrashReport} crash
 */

/**
 * @typedef {Object} ClientOptions
 * @property {WebAssembly.Module | Uint8Array<ArrayBuffer>} module compiled, or the bytes where a module cannot be sent
 * @property {string} glueUrl absolute address of the no-modules glue
 * @property {readonly import("./types.js").DataSource[]} data
 * @property {Settings} settings
 * @property {(url: string) => Worker} [spawn] for tests
 * @property {import("./frames.js").Clock} [frames] for tests
 */

const [FIRST = "", ...OTHERS] = workerAddresses(SCRIPTS.map((name) => `chapters/digits/training/${name}`));

/** @extends {Emitter<Events>} */
export class TrainingClient extends Emitter {
  #options;
  /** @type {Settings} */
  #settings;
  /** @type {Worker} */
  #worker;
  #lastRun = 0;
  #turn = 0;
  #frames;
  #crashed = false;
  /** @type {Uint8Array<ArrayBuffer> | null} */
  #drawing = null;
  /** @type {import("./types.js").Want} */
  #want = { rows: false, confusion: false };
  /** @type {number | null} */
  #pace = null;
  #asked = new Asked(
    (command) => this.#send(command),
    () => this.#crashed,
  );

  /** @param {ClientOptions} options */
  constructor({ spawn = (url) => new Worker(url), frames = SCREEN, ...options }) {
    super();
    this.#options = { ...options, spawn };
    this.#frames = createFrames(frames, () => this.#send({ type: "frame" }));
    this.#settings = { ...options.settings };
    this.#worker = this.#start();
  }

  #start() {
    const { spawn, module, glueUrl, data } = this.#options;
    const worker = spawn(FIRST);
    worker.onmessage = (event) => this.#receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.#crash(event.message || "the worker could not be started");
    };
    worker.onmessageerror = () => this.#crash("a message could not be read");
    /** @type {import("./types.js").InitCommand} */
    const init = {
      type: "init",
      wasm: module,
      glueUrl,
      scriptUrls: OTHERS,
      data,
      order: DATA_ORDER,
      settings: this.#settings,
      run: this.#lastRun,
    };
    worker.postMessage(init);
    for (const command of this.#surroundings()) worker.postMessage(command);
    return worker;
  }

  /** What a new worker has to be told besides. @returns {import("./types.js").Command[]} */
  #surroundings() {
    return [
      { type: "want", ...this.#want },
      { type: "pace", batches: this.#pace },
      { type: "drawing", image: this.#drawing },
    ];
  }

  /** @param {import("./types.js").Command} command */
  #send(command) {
    if (!this.#crashed) this.#worker.postMessage(command);
  }

  /** @param {Report} report */
  #receive(report) {
    if (report.type === "snapshot") {
      if (report.run !== this.#lastRun) return;
      if (!report.playing && report.turn === this.#turn) this.#frames.stop();
      this.emit("snapshot", report);
    } else if (report.type === "answer") {
      this.#asked.answer(report);
    } else if (report.type === "crash") {
      this.#crash(report.message);
    } else {
      this.emit(report.type, report);
    }
  }

  /** @param {string} message */
  #crash(message) {
    if (this.#crashed) return;
    this.#crashed = true;
    this.#worker.terminate();
    this.#frames.stop();
    this.#asked.giveUp(message);
    this.emit("crash", { type: "crash", message });
  }

  /** @param {import("./types.js").Command} command after which training runs */
  #run(command) {
    this.#send(command);
    if (!this.#crashed) this.#frames.start();
  }

  play() {
    this.#run({ type: "play", turn: ++this.#turn });
  }

  /** Trains to the end of the current epoch, then pauses. */
  epoch() {
    this.#run({ type: "epoch", turn: ++this.#turn });
  }

  /** Trains to step t, as fast as it goes, then pauses. @param {number} t @param {import("./types.js").Changes} changes */
  reach(t, changes) {
    this.#run({ type: "reach", turn: ++this.#turn, t, changes });
  }

  pause() {
    this.#send({ type: "pause", turn: ++this.#turn });
  }

  /** Pauses and makes so many mini-batches. @param {number} [count] */
  step(count = 1) {
    this.#send({ type: "step", turn: ++this.#turn, count });
  }

  /** Pauses and takes so many mini-batches back. @param {number} [count] */
  back(count = 1) {
    this.#send({ type: "back", turn: ++this.#turn, count });
  }

  /** Pauses and goes to a step that was made. @param {number} t */
  go(t) {
    this.#send({ type: "go", turn: ++this.#turn, t });
  }

  /** A new network, paused; the data stay. @param {Settings} next */
  reset(next) {
    this.#settings = { ...next };
    this.#frames.stop();
    this.#send({ type: "reset", turn: ++this.#turn, run: ++this.#lastRun, settings: this.#settings });
  }

  /** @param {number} rate α, at any time */
  setRate(rate) {
    this.#settings.rate = rate;
    this.#send({ type: "rate", rate });
  }

  /** @param {number | null} batches mini-batches a frame, may be below 1; null: as fast as it goes */
  setPace(batches) {
    this.#pace = batches;
    this.#send({ type: "pace", batches });
  }

  /** @param {Uint8Array<ArrayBuffer> | null} image 28 × 28 bytes; the caller keeps it */
  setDrawing(image) {
    this.#drawing = image && image.length > 0 ? image.slice() : null;
    this.#send({ type: "drawing", image: this.#drawing });
  }

  /** @param {Partial<import("./types.js").Want>} parts */
  setWant(parts) {
    this.#want = { ...this.#want, ...parts };
    this.#send({ type: "want", ...this.#want });
  }

  /** Downloads a part again that has failed. @param {DataPart} part */
  retry(part) {
    this.#send({ type: "retry", part });
  }

  /**
   * Asks the core about the network as it is when the question arrives.
   * @template {import("./types.js").Question} M
   * @param {M} method
   * @param {Parameters<import("./types.js").Training[M]>} args
   * @returns {Promise<ReturnType<import("./types.js").Training[M]>>} rejected with a code where the core refuses
   */
  ask(method, ...args) {
    return this.#asked.ask({ method, args });
  }

  /**
   * The same with what changes the training, which pauses.
   * @template {import("./types.js").Change} M
   * @param {M} method
   * @param {Parameters<import("./types.js").Training[M]>} args
   * @returns {Promise<ReturnType<import("./types.js").Training[M]>>}
   */
  change(method, ...args) {
    return this.#asked.ask({ method, args, turn: ++this.#turn });
  }

  /** After a crash: a new worker. What was learned is gone. */
  restart(settings = this.#settings) {
    this.#settings = { ...settings };
    this.#worker.terminate();
    this.#asked.giveUp("the training was begun anew");
    this.#frames.stop();
    this.#lastRun += 1;
    this.#crashed = false;
    this.#worker = this.#start();
  }

  get crashed() {
    return this.#crashed;
  }

  /** Of the last command to go on or to stand: a snapshot with this turn has obeyed it. */
  get turn() {
    return this.#turn;
  }
}

/** @param {ClientOptions} options */
export const createTrainingClient = (options) => new TrainingClient(options);
