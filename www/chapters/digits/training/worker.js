// @ts-check
// The training worker: the data, the network and the loop that trains it, away from the page's thread.
//
// A classic script, since that is what every browser starts from a file too. It imports nothing: what it needs to know
// comes with the first message. The shapes of all messages are in protocol.js.
"use strict";

(() => {
  /**
   * @typedef {Object} WorkerScope the part of a worker's globals that is used here
   * @property {(url: string) => void} importScripts
   * @property {(message: import("./types.js").Report, transfer?: Transferable[]) => void} postMessage
   * @property {(type: string, listener: (event: any) => void) => void} addEventListener
   * @property {import("./types.js").CreateDownloads} [createDownloads] of downloads.js
   *
   * @typedef {import("./types.js").Command} Command
   * @typedef {import("./types.js").DataPart} DataPart
   */
  const scope = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));

  /** Milliseconds of training between two looks at the messages: less than a frame, so that a pause is a pause. */
  const CHUNK = 12;
  /** Milliseconds between two copies of V, which are large. */
  const ROWS_INTERVAL = 100;
  /** Milliseconds of training over which the speed is measured. */
  const SPEED_WINDOW = 1000;

  /** @param {unknown} error @returns {error is import("../../../types/core.js").CoreError} */
  function hasCode(error) {
    return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
  }

  /**
   * Before the data begin to arrive there is no network yet, and the core gives empty arrays.
   * @template {ArrayLike<number>} T
   * @param {T} array
   * @returns {T | null}
   */
  function filled(array) {
    return array.length > 0 ? array : null;
  }

  /** Examples a second of the time spent in training, over the last second of it. */
  function createSpeed() {
    /** @type {{ examples: number, time: number }[]} */
    const chunks = [];
    let examples = 0;
    let time = 0;
    return {
      /**
       * @param {number} count
       * @param {number} duration
       */
      add(count, duration) {
        examples += count;
        time += duration;
        const last = chunks[chunks.length - 1];
        // Slow motion makes chunks of one mini-batch: they are joined, so that their number stays small.
        if (last && last.time < CHUNK) {
          last.examples += count;
          last.time += duration;
        } else chunks.push({ examples: count, time: duration });
        while (chunks.length > 1 && time - chunks[0].time >= SPEED_WINDOW) {
          examples -= chunks[0].examples;
          time -= chunks[0].time;
          chunks.shift();
        }
      },
      perSecond: () => (time > 0 ? (examples / time) * 1000 : null),
    };
  }

  /**
   * The training itself: which command does what, and what the page is told.
   * @param {import("../../../types/core.js").Training} training
   * @param {number} firstRun
   */
  function createRunner(training, firstRun) {
    let run = firstRun;
    let turn = 0;
    let playing = false;
    /**
     * Training stops by itself at this step, or at the end of the epoch, whose length is known once data arrive.
     * @type {number | "epoch"}
     */
    let goal = Number.POSITIVE_INFINITY;
    /** @type {number | null} */
    let pace = null;
    /** Mini-batches that the frames so far allow, when the pace is limited. */
    let credit = 0;
    /** @type {Uint8Array<ArrayBuffer> | null} */
    let drawing = null;
    /** @type {import("./types.js").Want} */
    let want = { rows: false, confusion: false };
    /** The page has a frame free for a snapshot. */
    let frameFree = false;
    /** Something has happened since the last snapshot. */
    let news = false;
    let rowsStep = -1;
    let rowsTime = Number.NEGATIVE_INFINITY;
    /** The last mini-batch found no data. */
    let starved = false;
    /** Single steps that were asked for before their data came. */
    let owed = 0;
    let speed = createSpeed();

    // A timer would wait at least 4 ms each time; a message to oneself lets other messages pass and returns at once.
    const channel = new MessageChannel();
    let scheduled = false;
    channel.port1.onmessage = () => {
      scheduled = false;
      guard(work);
    };

    function schedule() {
      if (scheduled) return;
      scheduled = true;
      channel.port2.postMessage(null);
    }

    function work() {
      if (!playing) return;
      const { step, batch, steps_per_epoch: epoch } = training.status();
      if (goal === "epoch" && epoch > 0) goal = (Math.floor(step / epoch) + 1) * epoch;
      const stop = goal === "epoch" ? step : goal;
      const limit = pace === null ? stop : Math.min(stop, step + Math.floor(credit));
      if (step < limit) {
        const began = performance.now();
        const made = training.train_for(CHUNK, limit);
        if (made > 0) speed.add(made * batch, performance.now() - began);
        if (pace !== null) credit -= made;
        if (made > 0 || !starved) news = true;
        starved = made === 0;
        if (step + made >= stop) {
          halt();
          return;
        }
        // Nothing made: the data are not there yet. Their arrival goes on with it.
        if (made > 0) schedule();
      }
      if (frameFree) snapshot(false);
    }

    /** Pauses; shows that first, and then measures the accuracy, which takes longer. */
    function halt() {
      playing = false;
      goal = Number.POSITIVE_INFINITY;
      snapshot(true);
      setTimeout(() => guard(evaluateHere), 0);
    }

    function evaluateHere() {
      if (playing) return;
      const { step } = training.status();
      const recorded = training.accuracies();
      if (step === 0 || recorded[recorded.length - 2] === step) return;
      if (training.evaluate() !== undefined) snapshot(true);
    }

    /**
     * @param {boolean} complete with everything that is wanted, however lately it was sent
     */
    function snapshot(complete) {
      const status = training.status();
      const now = performance.now();
      const changed = status.step !== rowsStep;
      const rowsDue = want.rows && (complete || (changed && now - rowsTime >= ROWS_INTERVAL));
      const rows = rowsDue ? filled(training.rows()) : null;
      if (rows) {
        rowsStep = status.step;
        rowsTime = now;
      }
      const curve = training.curve();
      const accuracies = training.accuracies();
      const z = drawing ? filled(training.classify(drawing)) : null;
      const confusion = want.confusion ? filled(training.confusion()) : null;
      const transfer = [curve.buffer, accuracies.buffer];
      for (const array of [z, rows, confusion]) if (array) transfer.push(array.buffer);
      frameFree = false;
      news = false;
      scope.postMessage(
        {
          type: "snapshot",
          run,
          turn,
          playing,
          status,
          examplesPerSecond: speed.perSecond(),
          curve,
          accuracies,
          z,
          rows,
          confusion,
        },
        transfer,
      );
    }

    /** Makes single steps, as far as there are data; the others are made when theirs arrive. */
    function makeSteps() {
      while (owed > 0 && training.step()) owed--;
      snapshot(true);
    }

    /** @param {number | "epoch"} until */
    function play(until) {
      playing = true;
      goal = until;
      credit = 0;
      schedule();
    }

    /** @param {Command} command */
    function obey(command) {
      if ("turn" in command) {
        turn = command.turn;
        if (command.type !== "step") owed = 0;
      }
      switch (command.type) {
        case "reset": {
          const { hidden, rate, batch, seed } = command.settings;
          run = command.run;
          playing = false;
          speed = createSpeed();
          starved = false;
          owed = 0;
          training.reset(hidden, rate, batch, seed);
          snapshot(true);
          break;
        }
        case "play":
          play(Number.POSITIVE_INFINITY);
          break;
        case "epoch":
          play("epoch");
          break;
        case "pause":
          if (playing) halt();
          else snapshot(true);
          break;
        case "step":
          playing = false;
          owed += command.count;
          makeSteps();
          break;
        case "back":
          playing = false;
          for (let i = 0; i < command.count && training.back(); i++);
          snapshot(true);
          break;
        case "rate":
          training.set_rate(command.rate);
          break;
        case "pace":
          pace = command.batches;
          credit = 0;
          if (playing) schedule();
          break;
        case "drawing":
          drawing = null;
          // An image that the core refuses must not stay, or every snapshot would fail on it.
          if (command.image) training.classify(command.image);
          drawing = command.image;
          news = true;
          if (!playing) snapshot(false);
          break;
        case "want":
          want = { rows: command.rows, confusion: command.confusion };
          rowsStep = -1;
          rowsTime = Number.NEGATIVE_INFINITY;
          news = true;
          if (!playing) snapshot(true);
          break;
        case "model": {
          const bytes = training.model();
          scope.postMessage({ type: "model", id: command.id, bytes }, [bytes.buffer]);
          break;
        }
        case "frame":
          frameFree = true;
          if (pace !== null) credit = Math.min(credit + pace, Math.max(1, 2 * pace));
          if (news) snapshot(false);
          if (playing) schedule();
          break;
      }
    }

    return {
      obey,
      /** More data have arrived: a training that waited for them goes on. */
      arrived() {
        if (playing) schedule();
        if (owed > 0) makeSteps();
      },
      /** What the page sees of a training that stands has changed. */
      tell() {
        news = true;
        if (!playing) snapshot(true);
      },
    };
  }

  let crashed = false;

  /** @param {unknown} error */
  function crash(error) {
    if (crashed) return;
    crashed = true;
    scope.postMessage({
      type: "crash",
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    });
  }

  /** Runs what must not fail: if it does, the network's state is not to be trusted. @param {() => void} action */
  function guard(action) {
    if (crashed) return;
    try {
      action();
    } catch (error) {
      crash(error);
    }
  }

  /** @param {import("./types.js").InitCommand} init */
  async function start({ wasm, glueUrl, downloadsUrl, data, order, settings, run }) {
    const { hidden, rate, batch, seed } = settings;
    // The one-file page has both scripts in front of this one.
    if (!scope.createDownloads) scope.importScripts(downloadsUrl);
    // @ts-ignore: declared by the glue, with `let`, so that it is no property of the global object
    if (typeof wasm_bindgen === "undefined") scope.importScripts(glueUrl);
    // @ts-ignore: as above
    const declared = wasm_bindgen;
    const glue =
      /** @type {import("../../../types/core.js").Api & ((options: object) => Promise<unknown>)} */ (
        declared
      );
    await glue({ module_or_path: wasm });
    const training = new glue.Training(hidden, rate, batch, seed);
    const runner = createRunner(training, run);
    if (!scope.createDownloads) throw new Error("the downloads' script has not come");
    const downloads = scope.createDownloads(training, data, runner, (report) => scope.postMessage(report));
    scope.postMessage({ type: "ready" });
    runner.tell();

    /** @param {Command} command */
    const obey = (command) =>
      guard(() => {
        if (command.type === "retry") {
          downloads.load(command.part).catch(crash);
          return;
        }
        try {
          runner.obey(command);
        } catch (error) {
          if (!hasCode(error)) throw error;
          const { code, details } = error;
          scope.postMessage({ type: "refused", command: command.type, code, details });
        }
      });
    for (const command of early) obey(command);
    early.length = 0;
    receiver = obey;
    downloads.loadAll(order).catch(crash);
  }

  /** Commands that came while the core was starting. @type {Command[]} */
  const early = [];
  /** @type {(command: Command) => void} */
  let receiver = (command) => early.push(command);

  scope.addEventListener("message", ({ data }) => {
    if (data.type === "init") start(data).catch(crash);
    else receiver(data);
  });
  scope.addEventListener("messageerror", () => crash(new Error("a message could not be read")));
})();
