// @ts-check
// The page's side of the training worker: commands as methods, reports as events.

import { DATA_ORDER } from "./protocol.js";

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
 * @property {string | URL} [workerUrl] next to this file by default
 * @property {string | URL} [downloadsUrl] next to this file by default
 * @property {readonly import("./types.js").DataSource[]} data
 * @property {Settings} settings
 * @property {(url: string | URL) => Worker} [spawn] for tests
 * @property {{ request: (callback: () => void) => number, cancel: (handle: number) => void }} [frames] for tests
 *
 * @typedef {ReturnType<typeof createTrainingClient>} TrainingClient
 */

/** @param {ClientOptions} options */
export function createTrainingClient(options) {
  const { module, glueUrl, data } = options;
  const spawn = options.spawn ?? ((url) => new Worker(url));
  const frames = options.frames ?? {
    request: (callback) => requestAnimationFrame(callback),
    cancel: (handle) => cancelAnimationFrame(handle),
  };

  let settings = { ...options.settings };
  let run = 0;
  let turn = 0;
  let frame = 0;
  let modelId = 0;
  let crashed = false;
  /** @type {Uint8Array<ArrayBuffer> | null} */
  let drawing = null;
  /** @type {import("./types.js").Want} */
  let want = { rows: false, confusion: false };
  /** @type {number | null} */
  let pace = null;
  /** @type {Map<number, { resolve: (bytes: Uint8Array<ArrayBuffer>) => void, reject: (reason: Error) => void }>} */
  const models = new Map();
  /** @type {Map<string, Set<(report: any) => void>>} */
  const listeners = new Map();
  /** @type {Worker} */
  let worker;
  start();

  function start() {
    crashed = false;
    worker = spawn(options.workerUrl ?? new URL("./worker.js", import.meta.url));
    const downloadsUrl = String(options.downloadsUrl ?? new URL("./downloads.js", import.meta.url));
    worker.onmessage = (event) => receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      crash(event.message || "the worker could not be started");
    };
    worker.onmessageerror = () => crash("a message could not be read");
    /** @type {import("./types.js").InitCommand} */
    const init = {
      type: "init",
      wasm: module,
      glueUrl,
      downloadsUrl,
      data,
      order: DATA_ORDER,
      settings,
      run,
    };
    worker.postMessage(init);
    send({ type: "want", ...want });
    send({ type: "pace", batches: pace });
    send({ type: "drawing", image: drawing });
  }

  /** @param {import("./types.js").Command} command */
  function send(command) {
    if (!crashed) worker.postMessage(command);
  }

  /** @param {Report} report */
  function receive(report) {
    if (report.type === "snapshot") {
      if (report.run !== run) return;
      if (!report.playing && report.turn === turn) stopFrames();
      emit("snapshot", report);
    } else if (report.type === "model") {
      models.get(report.id)?.resolve(report.bytes);
      models.delete(report.id);
    } else if (report.type === "crash") {
      crash(report.message);
    } else {
      emit(report.type, report);
    }
  }

  /** @param {string} message */
  function crash(message) {
    if (crashed) return;
    crashed = true;
    worker.terminate();
    stopFrames();
    for (const { reject } of models.values()) reject(new Error(message));
    models.clear();
    emit("crash", { type: "crash", message });
  }

  /**
   * @param {string} event
   * @param {Report} report
   */
  function emit(event, report) {
    for (const listener of listeners.get(event) ?? []) listener(report);
  }

  // While training runs, each animation frame tells the worker that one more snapshot can be shown: a slow or hidden
  // page is sent fewer, and none piles up.
  function startFrames() {
    if (frame !== 0 || crashed) return;
    const tick = () => {
      frame = frames.request(tick);
      send({ type: "frame" });
    };
    frame = frames.request(tick);
  }

  function stopFrames() {
    if (frame !== 0) frames.cancel(frame);
    frame = 0;
  }

  return {
    /**
     * @template {keyof Events} K
     * @param {K} event
     * @param {(report: Events[K]) => void} listener
     * @returns {() => void} stops listening
     */
    on(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set);
      set.add(listener);
      return () => set.delete(listener);
    },
    play() {
      send({ type: "play", turn: ++turn });
      startFrames();
    },
    /** Trains to the end of the current epoch, then pauses. */
    epoch() {
      send({ type: "epoch", turn: ++turn });
      startFrames();
    },
    pause() {
      send({ type: "pause", turn: ++turn });
    },
    /** Pauses and makes so many mini-batches. @param {number} [count] */
    step(count = 1) {
      send({ type: "step", turn: ++turn, count });
    },
    /** Pauses and takes so many mini-batches back. @param {number} [count] */
    back(count = 1) {
      send({ type: "back", turn: ++turn, count });
    },
    /** A new network, paused; the data stay. @param {Settings} next */
    reset(next) {
      settings = { ...next };
      turn += 1;
      stopFrames();
      send({ type: "reset", run: ++run, settings });
    },
    /** @param {number} rate α, at any time */
    setRate(rate) {
      settings.rate = rate;
      send({ type: "rate", rate });
    },
    /** @param {number | null} batches mini-batches a frame, may be below 1; null: as fast as it goes */
    setPace(batches) {
      pace = batches;
      send({ type: "pace", batches });
    },
    /** @param {Uint8Array<ArrayBuffer> | null} image 28 × 28 bytes; the caller keeps it */
    setDrawing(image) {
      drawing = image && image.length > 0 ? image.slice() : null;
      send({ type: "drawing", image: drawing });
    },
    /** @param {Partial<import("./types.js").Want>} parts */
    setWant(parts) {
      want = { ...want, ...parts };
      send({ type: "want", ...want });
    },
    /** Downloads a part again that has failed. @param {DataPart} part */
    retry(part) {
      send({ type: "retry", part });
    },
    /** The model file of the network as it is now. @returns {Promise<Uint8Array<ArrayBuffer>>} */
    exportModel() {
      if (crashed) return Promise.reject(new Error("the training has crashed"));
      return new Promise((resolve, reject) => {
        models.set(++modelId, { resolve, reject });
        send({ type: "model", id: modelId });
      });
    },
    /** After a crash: a new worker with the last settings. What was learned is gone. */
    restart() {
      worker.terminate();
      stopFrames();
      run += 1;
      start();
    },
    get crashed() {
      return crashed;
    },
    /** Of the last play, epoch, pause, step, back or reset: a snapshot with this turn has obeyed it. */
    get turn() {
      return turn;
    },
    dispose() {
      stopFrames();
      worker.terminate();
      crashed = true;
      for (const { reject } of models.values()) reject(new Error("the training was closed"));
      models.clear();
      listeners.clear();
    },
  };
}
