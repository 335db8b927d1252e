// @ts-check
// How the four data files are doing, as plain data.

import { Emitter } from "./training/events.js";

/** @typedef {import("./training/types.js").DataPart} DataPart */
/** @typedef {import("./training/types.js").ProgressReport} ProgressReport */
/** @typedef {import("./training/types.js").DataErrorReport} DataErrorReport */

/** @extends {Emitter<{ change: null }>} */
export class Arrivals extends Emitter {
  #client;
  /** @type {Map<DataPart, ProgressReport>} */
  #progress;
  /** @type {Map<DataPart, DataErrorReport>} */
  #failures = new Map();

  /**
   * @param {Pick<import("./training/client.js").TrainingClient, "on" | "retry">} client
   * @param {readonly import("./training/types.js").DataSource[]} sources
   */
  constructor(client, sources) {
    super();
    this.#client = client;
    this.#progress = new Map(
      sources.map(({ part, compressed: total }) => [
        part,
        { type: "progress", part, loaded: 0, total, done: false },
      ]),
    );
    client.on("progress", (report) => {
      this.#progress.set(report.part, report);
      this.#failures.delete(report.part);
      this.emit("change", null);
    });
    client.on("data-error", (report) => {
      this.#failures.set(report.part, report);
      this.emit("change", null);
    });
  }

  state() {
    const all = [...this.#progress.values()];
    return {
      loaded: all.reduce((sum, part) => sum + part.loaded, 0),
      total: all.reduce((sum, part) => sum + part.total, 0),
      done: all.every(({ done }) => done),
      /** The first that failed and has not come since. */
      failure: [...this.#failures.values()][0] ?? null,
    };
  }

  /** Loads again what has failed. */
  retry() {
    for (const part of this.#failures.keys()) this.#client.retry(part);
    this.#failures.clear();
    this.emit("change", null);
  }
}
