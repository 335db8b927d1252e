// @ts-check
// What the page is told of the training: snapshots, with the answer for its drawing, as often as it has a frame for one.
//
// A classic script like worker.js, which loads it; runner.js takes `createSnapshots` from here.
"use strict";

(() => {
  /** Milliseconds between two copies of V, which are large. */
  const ROWS_INTERVAL = 100;

  /**
   * Before the data begin to arrive there is no network yet, and the core gives empty arrays.
   * @template {ArrayLike<number>} T
   * @param {T} array
   * @returns {T | null}
   */
  function filled(array) {
    return array.length > 0 ? array : null;
  }

  /** @type {import("./types.js").CreateSnapshots} */
  function createSnapshots(training, report) {
    /** @type {Uint8Array<ArrayBuffer> | null} */
    let drawing = null;
    /** @type {import("./types.js").Want} */
    let want = { rows: false, confusion: false };
    /** Of the last rows that were sent. */
    let sent = { t: -1, time: Number.NEGATIVE_INFINITY };
    /** The page has a frame free for a snapshot. */
    let frameFree = false;
    /** Something has happened since the last one. */
    let news = false;

    /**
     * @param {number} t
     * @param {boolean} complete
     */
    function takeRows(t, complete) {
      const now = performance.now();
      const due = complete || (t !== sent.t && now - sent.time >= ROWS_INTERVAL);
      const rows = want.rows && due ? filled(training.rows()) : null;
      if (rows) sent = { t, time: now };
      return rows;
    }

    return {
      setDrawing(image) {
        drawing = null;
        // An image that the core refuses must not stay, or every snapshot would fail on it.
        if (image) training.classify(image);
        drawing = image;
      },
      setWant({ rows, confusion }) {
        want = { rows, confusion };
        sent = { t: -1, time: Number.NEGATIVE_INFINITY };
      },
      addFrame() {
        frameFree = true;
      },
      addNews() {
        news = true;
      },
      get isDue() {
        return frameFree && news;
      },
      send(state, complete) {
        frameFree = false;
        news = false;
        const status = training.status();
        const curve = training.curve();
        const accuracies = training.accuracies();
        const early = training.early();
        const marks = training.marks();
        const changes = training.changes();
        const rows = takeRows(status.t, complete);
        const z = drawing ? filled(training.classify(drawing)) : null;
        // A network that has learned nothing has made no mistakes yet.
        const confusion = want.confusion && status.t > 0 ? filled(training.confusion()) : null;
        const transfer = [curve.buffer, accuracies.buffer, early.buffer, marks.buffer, changes.buffer];
        for (const array of [z, rows, confusion]) if (array) transfer.push(array.buffer);
        const known = {
          repeatable: training.is_repeatable(),
          silent: training.is_silent(),
          measured: status.t === 0 || training.evaluated === status.t,
        };
        report(
          {
            type: "snapshot",
            ...state,
            status,
            ...known,
            curve,
            accuracies,
            early,
            marks,
            changes,
            z,
            rows,
            confusion,
          },
          transfer,
        );
      },
    };
  }

  Object.assign(self, { createSnapshots });
})();
