// @ts-check
// The downloads of the training worker: the four files of MNIST, unpacked and given to the core piece by piece.
//
// A classic script like worker.js, which is loaded after it and takes `createDownloads` from here.
"use strict";

(() => {
  /**
   * @typedef {import("./types.js").DataPart} DataPart
   * @typedef {import("./types.js").DataSource} DataSource
   */

  /** Milliseconds between two reports of the same download. */
  const PROGRESS_INTERVAL = 50;

  /** A failure of a download that the page explains to the reader. */
  class DataError extends Error {
    /**
     * @param {string} code
     * @param {Record<string, string | number>} [details]
     */
    constructor(code, details = {}) {
      super(code);
      this.code = code;
      this.details = details;
    }
  }

  /**
   * The downloads. A part that fails is reported and can be asked for again; the others are not touched. Once there are data
   * of a reader's own, nothing more travels.
   * @type {import("./types.js").CreateDownloads}
   */
  function createDownloads(training, sources, runner, report) {
    /** Bytes of each part, unpacked, that the core has and may keep. @type {Map<DataPart, number>} */
    const kept = new Map();
    /** @type {Set<DataPart>} */
    const busy = new Set();
    /** @type {Set<DataPart>} */
    const complete = new Set();

    /** @param {DataPart} part */
    async function load(part) {
      const source = sources.find((candidate) => candidate.part === part);
      if (!source || busy.has(part) || complete.has(part) || training.is_own) return;
      busy.add(part);
      const progress = reporter(part, report);
      try {
        const loaded = await receive(source, progress);
        if (loaded === null) return;
        training.finish(part);
        complete.add(part);
        progress(loaded, loaded, true);
        runner.changed();
        runner.arrived();
      } catch (error) {
        const { code, details } = /** @type {import("../../../pkg/descent.js").CoreError} */ (error);
        if (typeof code !== "string") throw error;
        // A broken connection leaves good bytes behind, and training goes on with them. Bad bytes are forgotten.
        if (code !== "network" && code !== "http-status") {
          training.restart(part);
          kept.set(part, 0);
        }
        report({ type: "data-error", part, code, details });
        runner.changed();
      } finally {
        busy.delete(part);
      }
    }

    /**
     * Gives the core a file as it arrives.
     * @param {DataSource} source
     * @param {(loaded: number, total: number) => void} progress
     * @returns {Promise<number | null>} bytes that travelled; null: it was broken off, being of no use any more
     */
    async function receive(source, progress) {
      const { part } = source;
      const file = await open(source);
      const output = file.unpacked.getReader();
      // A part that is asked for again comes from its beginning: what the core has of it is skipped.
      let skip = kept.get(part) ?? 0;
      for (;;) {
        const { done, value } = await output.read().catch(() => {
          // The unpacker may dress a broken connection as an error of its own.
          throw file.broken() ?? new DataError("gzip");
        });
        if (done) return file.loaded();
        if (training.is_own) {
          output.cancel().catch(() => {});
          return null;
        }
        progress(file.loaded(), file.total);
        const fresh = value.subarray(Math.min(skip, value.length));
        skip -= value.length - fresh.length;
        if (fresh.length === 0) continue;
        try {
          training.push(part, fresh);
        } catch (error) {
          // What is still travelling is of no use.
          output.cancel().catch(() => {});
          throw error;
        }
        kept.set(part, (kept.get(part) ?? 0) + fresh.length);
        runner.arrived();
      }
    }

    return {
      load,
      /** @param {readonly (readonly DataPart[])[]} order */
      async loadAll(order) {
        for (const group of order) await Promise.all(group.map(load));
      },
    };
  }

  /**
   * A file on its way: unpacked if it is packed, with a count of what has travelled.
   * @param {DataSource} source
   */
  async function open(source) {
    const { body, length } = await request(source);
    const reader = body.getReader();
    let loaded = 0;
    /** @type {DataError | null} */
    let broken = null;

    /** @returns {Promise<Uint8Array<ArrayBuffer> | null>} null at the end */
    async function read() {
      try {
        const { done, value } = await reader.read();
        if (done) return null;
        loaded += value.length;
        return value;
      } catch {
        broken = new DataError("network");
        throw broken;
      }
    }

    // Some hosts unpack .gz files on the way: what arrives says itself what it is.
    let head = new Uint8Array(0);
    while (head.length < 2) {
      const piece = await read();
      if (!piece) break;
      head = joined(head, piece);
    }
    const gzip = head[0] === 0x1f && head[1] === 0x8b;
    /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */
    const travelled = new ReadableStream({
      start(controller) {
        if (head.length > 0) controller.enqueue(head);
      },
      async pull(controller) {
        const piece = await read();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return {
      unpacked: gzip ? travelled.pipeThrough(new DecompressionStream("gzip")) : travelled,
      total: gzip ? (length ?? source.compressed) : source.size,
      loaded: () => loaded,
      broken: () => broken,
    };
  }

  /**
   * @param {DataSource} source
   * @returns {Promise<{ body: ReadableStream<Uint8Array<ArrayBuffer>>, length: number | null }>}
   */
  async function request({ url, bytes }) {
    if (bytes) {
      const { body } = new Response(bytes);
      if (!body) throw new DataError("network");
      return { body, length: bytes.length };
    }
    let response;
    try {
      response = await fetch(url ?? "");
    } catch {
      throw new DataError("network");
    }
    if (!response.ok || !response.body) throw new DataError("http-status", { status: response.status });
    // The length is that of the file only when nothing was packed around it for the journey.
    const length = response.headers.has("content-encoding")
      ? 0
      : Number(response.headers.get("content-length"));
    return { body: response.body, length: length > 0 ? length : null };
  }

  /**
   * @param {DataPart} part
   * @param {(report: import("./types.js").ProgressReport) => void} report
   */
  function reporter(part, report) {
    let last = Number.NEGATIVE_INFINITY;
    return (/** @type {number} */ loaded, /** @type {number} */ expected, done = false) => {
      const now = performance.now();
      if (!done && now - last < PROGRESS_INTERVAL) return;
      last = now;
      report({ type: "progress", part, loaded, total: Math.max(loaded, expected), done });
    };
  }

  /**
   * @param {Uint8Array} a
   * @param {Uint8Array} b
   */
  function joined(a, b) {
    const both = new Uint8Array(a.length + b.length);
    both.set(a);
    both.set(b, a.length);
    return both;
  }

  Object.assign(self, { createDownloads });
})();
