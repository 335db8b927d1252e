// @ts-check
// The training itself: which command does what, and when a mini-batch is made.
//
// A classic script like worker.js, which loads it after its other scripts, and takes `createRunner` from here.
"use strict";

(() => {
  /** @typedef {import("./types.js").Command} Command */
  /** @typedef {{ t: number, turn: number }} Aim */

  /** Milliseconds of training between two looks at the messages: less than a frame, so that a pause is a pause. */
  const CHUNK = 12;
  /** Milliseconds without a command after which all test images are asked: who steps or scrubs on does not wait for it. */
  const REST = 250;

  const { createCourse, createQuestions, createRest, createSnapshots } =
    /** @type {import("./types.js").Scripts} */ (/** @type {unknown} */ (self));

  class Runner {
    #training;
    #snapshots;
    #questions;
    #rest;
    #run;
    /** Of the last command that was obeyed, of those that have one. */
    #turn = 0;
    #course;
    /** A step that was made, to be gone to when the messages that wait have been read. @type {Aim | null} */
    #aim = null;
    /** Single steps that were asked for before their data came. */
    #owed = 0;
    /** The last mini-batch found no data. */
    #starved = false;
    // A timer would wait at least 4 ms each time; a message to oneself lets other messages pass and returns at once.
    #channel = new MessageChannel();
    #scheduled = false;

    /**
     * @param {import("../../../pkg/descent.js").Training} training
     * @param {import("./types.js").Surroundings} surroundings
     */
    constructor(training, { run, report, guard }) {
      this.#training = training;
      this.#course = createCourse(training);
      this.#snapshots = createSnapshots(training, report);
      this.#questions = createQuestions(training, report);
      this.#rest = createRest(training, { guard, tell: () => this.#tell() });
      this.#run = run;
      this.#channel.port1.onmessage = () => {
        this.#scheduled = false;
        guard(() => this.#work());
      };
    }

    /** @param {Command} command */
    obey(command) {
      if (command.type !== "ask" && "turn" in command) this.#begin(command);
      switch (command.type) {
        case "reset":
          return this.#reset(command);
        case "play":
          return this.#play(Number.POSITIVE_INFINITY);
        case "epoch":
          return this.#play("epoch");
        case "reach":
          return this.#play(command.t, command.changes);
        case "pause":
          return this.#course.isUnderWay ? this.#halt() : this.#tell();
        case "step":
          return this.#step(command.count);
        case "back":
          return this.#goTo({ ...command, t: (this.#aim ?? this.#training).t - command.count });
        case "go":
          return this.#goTo(command);
        case "rate":
          this.#training.set_rate(command.rate);
          return this.#noteNews();
        case "pace":
          this.#course.setPace(command.batches);
          return this.#schedule();
        case "drawing":
          this.#snapshots.setDrawing(command.image);
          return this.#noteNews();
        case "want":
          this.#snapshots.setWant(command);
          return this.changed();
        case "frame":
          return this.#addFrame();
        case "ask":
          return this.#ask(command);
      }
    }

    /** More data have arrived: a training that waited for them goes on. */
    arrived() {
      this.#schedule();
      if (this.#owed > 0) this.#step(0);
    }

    /** What the page sees of a training that stands has changed; it may be that the test images have come. */
    changed() {
      this.#snapshots.addNews();
      if (this.#course.isUnderWay) return;
      this.#tell();
      this.#rest.begin(REST);
    }

    /** A command that says what to do from now on. @param {{ type: Command["type"], turn: number }} command */
    #begin({ type, turn }) {
      this.#rest.end();
      if (type !== "step") this.#owed = 0;
      // Another place replaces the one that waits, and is obeyed when it is reached.
      if (type === "go" || type === "back") return;
      if (type === "reset") this.#aim = null;
      this.#arrive();
      this.#turn = turn;
    }

    /** @param {import("./types.js").ResetCommand} command */
    #reset({ run, settings: { hidden, rate, batch, seed } }) {
      this.#run = run;
      this.#course.forget();
      this.#starved = false;
      this.#training.reset(hidden, rate, batch, seed);
      this.#tell();
    }

    /**
     * @param {number | "epoch"} until
     * @param {import("./types.js").Changes} [changes]
     */
    #play(until, changes) {
      this.#course.begin(until, changes);
      this.#schedule();
    }

    /** Of the network where the reader wants to be. @param {import("./types.js").AskCommand} command */
    #ask(command) {
      const { type, method, turn } = command;
      if (turn === undefined || !this.#questions.isChange(method)) {
        this.#settle();
        return this.#questions.answer(command);
      }
      this.#begin({ type, turn });
      this.#course.end();
      this.#questions.answer(command);
      if (method !== "teach") this.#course.forgetTime();
      this.#tell();
      this.#rest.begin(REST);
    }

    /** Makes single steps, as far as there are data; the others are made when theirs arrive. @param {number} count */
    #step(count) {
      this.#course.end();
      this.#owed += count;
      while (this.#owed > 0 && this.#training.step()) this.#owed--;
      this.#tell();
      this.#rest.begin(REST);
    }

    /** @param {Aim} aim */
    #goTo({ t, turn }) {
      this.#course.end();
      this.#aim = { t: Math.max(0, t), turn };
      this.#schedule();
    }

    /** Goes where the reader wants to be. @returns {boolean} whether that was anywhere else */
    #arrive() {
      if (this.#aim === null) return false;
      const { t, turn } = this.#aim;
      this.#aim = null;
      this.#turn = turn;
      this.#training.go(t);
      return true;
    }

    /** Goes where the reader wants to be, and tells it. */
    #settle() {
      if (!this.#arrive()) return;
      this.#tell();
      this.#rest.begin(REST);
    }

    #schedule() {
      if (this.#scheduled) return;
      this.#scheduled = true;
      this.#channel.port2.postMessage(null);
    }

    #work() {
      this.#settle();
      if (!this.#course.isUnderWay) return;
      const status = this.#training.status();
      const limit = this.#course.limit(status);
      const made = status.t < limit ? this.#train(limit, status.batch) : 0;
      if (this.#course.isReached(status.t + made)) return this.#halt();
      // Nothing made: the data are not there yet. Their arrival goes on with it.
      if (made > 0) this.#schedule();
      if (this.#snapshots.isDue) this.#tell(false);
    }

    /**
     * @param {number} limit t that is not passed
     * @param {number} batch
     * @returns {number} mini-batches made
     */
    #train(limit, batch) {
      const began = performance.now();
      const made = this.#training.train_for(CHUNK, limit);
      this.#course.addMade(made, batch, performance.now() - began);
      if (made > 0 || !this.#starved) this.#snapshots.addNews();
      this.#starved = made === 0;
      return made;
    }

    /** Pauses; shows that first, and then measures the accuracy, which takes longer and stays on the curve. */
    #halt() {
      this.#course.end();
      this.#tell();
      this.#rest.begin(0, true);
    }

    /** A training that stands tells it now, one that runs with its next snapshot. */
    #noteNews() {
      this.#snapshots.addNews();
      if (!this.#course.isUnderWay) this.#tell(false);
    }

    #addFrame() {
      this.#course.addFrame();
      this.#snapshots.addFrame();
      if (this.#snapshots.isDue) this.#tell(false);
      this.#schedule();
    }

    /** @param {boolean} [complete] with everything that is wanted, however lately it was sent */
    #tell(complete = true) {
      const state = { run: this.#run, turn: this.#turn, playing: this.#course.isUnderWay };
      const pace = { examplesPerSecond: this.#course.perSecond(), seconds: this.#course.seconds() };
      this.#snapshots.send({ ...state, ...pace }, complete);
    }
  }

  /** @type {import("./types.js").CreateRunner} */
  const createRunner = (training, surroundings) => new Runner(training, surroundings);
  Object.assign(self, { createRunner });
})();
