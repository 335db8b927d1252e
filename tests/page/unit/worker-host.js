// Runs www/chapters/digits/training/worker.js, as it is, in a context of its own with a core that only counts: what the worker does with
// messages, time and downloads can be tested without a browser. Its clock and its turns are the test's: a message that the
// worker sends itself, or a timer, is delivered when the test lets it have a turn, and time passes only by training and by `pass`.

import { readFileSync } from "node:fs";
import vm from "node:vm";

const read = (name) =>
  readFileSync(new URL(`../../../www/chapters/digits/training/${name}`, import.meta.url), "utf8");
const WORKER = read("worker.js");
const SCRIPTS = ["downloads.js", "course.js", "snapshots.js", "questions.js", "rest.js", "runner.js"];

export class CoreError extends Error {
  constructor(code, details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** A training whose mini-batch is one step of a counter; 10 steps are an epoch. */
export class CountingTraining {
  constructor(hidden, rate, batch, seed) {
    /** @type {CountingTraining[]} */
    CountingTraining.made.push(this);
    this.data = { "train-labels": [], "train-images": [], "test-labels": [], "test-images": [] };
    this.finished = new Set();
    this.log = [];
    this.evaluations = 0;
    /** Where the worker has asked it to go. @type {number[]} */
    this.jumps = [];
    this.reset(hidden, rate, batch, seed);
  }
  static made = [];
  static stepsPerChunk = 3;
  /** What the worker's clock shows, in milliseconds. */
  static now = 0;
  reset(hidden, rate, batch, seed) {
    if (!(rate > 0)) throw new CoreError("learning-rate", { rate });
    Object.assign(this, {
      hidden,
      rate,
      batch,
      seed,
      t: 0,
      last: 0,
      rates: [],
      points: [],
      evaluated: undefined,
    });
  }
  set_rate(rate) {
    if (!(rate > 0)) throw new CoreError("learning-rate", { rate });
    this.rate = rate;
  }
  push(part, bytes) {
    this.data[part].push(...bytes);
    this.log.push(part);
    if (bytes.includes(66)) throw new CoreError("idx-magic", { found: 66 });
  }
  finish(part) {
    if (this.data[part].length < 8) throw new CoreError("idx-truncated");
    this.finished.add(part);
  }
  restart(part) {
    this.data[part] = [];
    this.finished.delete(part);
  }
  get ready() {
    return this.data["train-labels"].length >= 8 && this.data["train-images"].length >= 8;
  }
  step() {
    if (!this.ready) return false;
    // Other settings than those of then: what lay ahead is gone.
    if (this.rates[this.t] !== this.rate) this.last = this.t;
    this.rates[this.t] = this.rate;
    this.t += 1;
    this.last = Math.max(this.last, this.t);
    return true;
  }
  go(t) {
    this.jumps.push(t);
    this.t = Math.min(t, this.last);
    return this.t;
  }
  marks() {
    const changed = (_, t) => t > 0 && t < this.last && this.rates[t] !== this.rates[t - 1];
    return Float64Array.from([...this.rates.keys()].filter((t) => changed(null, t)));
  }
  changes() {
    const from = [0, ...this.marks()].filter((t) => t < this.last);
    return Float64Array.from(from.flatMap((t) => [t, this.rates[t]]));
  }
  is_repeatable() {
    return this.rates.slice(0, this.t).every((rate) => rate === this.rate);
  }
  train_for(milliseconds, stop) {
    let made = 0;
    while (made < CountingTraining.stepsPerChunk && this.t < stop && this.step()) made += 1;
    if (made > 0) CountingTraining.now += milliseconds;
    return made;
  }
  evaluate() {
    if (!this.finished.has("test-images")) return undefined;
    this.points.push(this.t, 0.9);
    return this.examine();
  }
  examine() {
    if (!this.finished.has("test-images")) return undefined;
    this.evaluations += 1;
    this.evaluated = this.t;
    return 0.9;
  }
  status() {
    return {
      t: this.t,
      last: this.last,
      batch: this.batch,
      steps_per_epoch: this.ready ? 10 : 0,
      epoch_end: this.ready ? (Math.floor(this.t / 10) + 1) * 10 : 0,
      waiting: !this.ready,
      rate: this.rate,
      accuracy: this.evaluated === this.t ? 0.9 : null,
    };
  }
  curve = () => Float64Array.from(this.t > 0 ? [this.t, 0.1, 0.2, 0.3] : []);
  accuracies = () => Float64Array.from(this.points);
  early = () => new Float64Array(0);
  is_silent = () => false;
  confusion = () => new Uint32Array(this.evaluations > 0 ? 100 : 0);
  classify(image) {
    if (image.length !== 784) throw new CoreError("image-size", { length: image.length });
    return new Float32Array(10).fill(this.t);
  }
  rows = () => new Float32Array(this.ready ? this.hidden * 784 : 0);
  model = () => Uint8Array.from([this.t]);
}

export const SETTINGS = { hidden: 2, rate: 3, batch: 10, seed: 1 };

/**
 * @param {{ fetch?: (url: string) => Promise<Response>, glue?: object }} [options]
 */
export function startWorker({ fetch = async () => new Response(new Uint8Array(16)), glue } = {}) {
  /** @type {any[]} */
  const reports = [];
  /** @type {Set<() => void>} */
  const waiting = new Set();
  /** @type {((event: any) => void)[]} */
  const listeners = [];
  const imported = [];
  /** What the worker has put off: messages to itself, timers. @type {(() => void)[]} */
  const turns = [];
  /** @param {() => void} action */
  const putOff = (action) => {
    turns.push(action);
    for (const wake of waiting) wake();
  };
  const core = glue ?? Object.assign(async () => {}, { Training: CountingTraining });
  const context = vm.createContext({
    // Of this realm, as in a browser: errors and arrays are checked by `instanceof` on both sides.
    ...{
      Error,
      Uint8Array,
      Float64Array,
      Float32Array,
      Uint32Array,
      Response,
      ReadableStream,
      DecompressionStream,
    },
    ...{ WebAssembly, Math, Number, Map, Set, Promise, String },
    performance: { now: () => CountingTraining.now },
    setTimeout: putOff,
    fetch: (url) => fetch(url),
    MessageChannel: class {
      port1 = { onmessage: (_event) => {} };
      port2 = { postMessage: (data) => putOff(() => this.port1.onmessage({ data })) };
    },
    importScripts(...urls) {
      for (const url of urls) {
        imported.push(url);
        const script = SCRIPTS.find((name) => url.endsWith(name));
        if (script) vm.runInContext(read(script), context);
        else context.wasm_bindgen = core;
      }
    },
    postMessage(message, transfer = []) {
      reports.push(structuredClone(message, { transfer }));
      for (const wake of waiting) wake();
    },
    addEventListener(type, listener) {
      if (type === "message") listeners.push(listener);
    },
  });
  context.self = context;
  vm.runInContext(WORKER, context);

  const send = (data) => {
    for (const listener of listeners) listener({ data });
  };
  /** Gives the worker so many turns, or as many as it wants. @returns {number} how many it took */
  function run(most = Number.POSITIVE_INFINITY) {
    let taken = 0;
    for (; taken < most && turns.length > 0; taken++) turns.shift()?.();
    return taken;
  }

  /**
   * The first report of its kind, that has come or comes; the worker has a turn whenever it wants one.
   * @param {(report: any) => boolean} wanted
   */
  async function until(wanted) {
    for (;;) {
      const found = reports.find(wanted);
      if (found) return found;
      if (run(1) > 0) {
        // What streams deliver comes between two turns.
        await new Promise(setImmediate);
        continue;
      }
      await new Promise((resolve) => {
        const wake = () => {
          waiting.delete(wake);
          resolve(undefined);
        };
        waiting.add(wake);
      });
    }
  }
  return {
    reports,
    imported,
    send,
    run,
    until,
    /** Time goes by. @param {number} milliseconds */
    pass(milliseconds) {
      CountingTraining.now += milliseconds;
    },
    now: () => CountingTraining.now,
    init(more = {}) {
      const data = ["train-labels", "train-images", "test-labels", "test-images"].map((part) => ({
        part,
        url: `https://example.org/${part}.gz`,
        compressed: 16,
        size: 16,
      }));
      const order = [
        ["train-labels", "train-images"],
        ["test-labels", "test-images"],
      ];
      send({
        type: "init",
        wasm: new Uint8Array(0),
        glueUrl: "glue.js",
        scriptUrls: SCRIPTS,
        data,
        order,
        settings: SETTINGS,
        run: 0,
        ...more,
      });
    },
    snapshots: () => reports.filter((report) => report.type === "snapshot"),
    training: () => CountingTraining.made[CountingTraining.made.length - 1],
  };
}
