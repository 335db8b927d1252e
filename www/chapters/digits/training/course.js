// @ts-check
// How far the training is to go, how quickly, and with which α on a way that is made once more: the goal, the pace at which
// the reader watches, and the speed that came of it.
//
// A classic script like worker.js, which loads it; runner.js takes `createCourse` from here.
"use strict";

(() => {
  /** Milliseconds of training over which the speed is measured. */
  const SPEED_WINDOW = 1000;
  /** Shorter pieces of training are counted as one: slow motion makes pieces of one mini-batch. Milliseconds. */
  const SPEED_PIECE = 12;

  /** Examples a second of the time spent in training, over the last second of it. */
  function createSpeed() {
    /** @type {{ examples: number, time: number }[]} */
    const pieces = [];
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
        const last = pieces[pieces.length - 1];
        if (last && last.time < SPEED_PIECE) {
          last.examples += count;
          last.time += duration;
        } else pieces.push({ examples: count, time: duration });
        while (pieces.length > 1 && time - pieces[0].time >= SPEED_WINDOW) {
          examples -= pieces[0].examples;
          time -= pieces[0].time;
          pieces.shift();
        }
      },
      perSecond: () => (time > 0 ? (examples / time) * 1000 : null),
    };
  }

  /** @type {import("./types.js").CreateCourse} */
  function createCourse(training) {
    /**
     * Training stops by itself at this step, or at the end of the epoch, whose length is known once data arrive. Null:
     * it stands.
     * @type {number | "epoch" | null}
     */
    let goal = null;
    /** On the way to a step that was asked for: the pace is for watching, and does not hold. */
    let hurried = false;
    /** Mini-batches a frame. @type {number | null} */
    let pace = null;
    /** Mini-batches that the frames so far allow, when the pace is limited. */
    let credit = 0;
    let speed = createSpeed();
    /** Milliseconds spent in training since the run began; null: it did not begin here. @type {number | null} */
    let spent = 0;
    /** Changes of α that are still to come. @type {import("./types.js").Changes} */
    let coming = [];

    /** Sets α as it is to be from step t on. @param {number} t */
    function takeRate(t) {
      const due = coming.filter(([step]) => step <= t);
      coming = coming.slice(due.length);
      const rate = due[due.length - 1]?.[1];
      if (rate !== undefined) training.set_rate(rate);
    }

    return {
      get isUnderWay() {
        return goal !== null;
      },
      begin(until, changes) {
        takeRate(Number.POSITIVE_INFINITY);
        goal = until;
        hurried = changes !== undefined;
        coming = changes ?? [];
        credit = 0;
      },
      end() {
        takeRate(Number.POSITIVE_INFINITY);
        goal = null;
      },
      forget() {
        coming = [];
        goal = null;
        speed = createSpeed();
        spent = 0;
      },
      forgetTime() {
        spent = null;
      },
      setPace(batches) {
        pace = batches;
        credit = 0;
      },
      addFrame() {
        if (pace !== null) credit = Math.min(credit + pace, Math.max(1, 2 * pace));
      },
      addMade(batches, examples, milliseconds) {
        if (pace !== null) credit -= batches;
        if (batches > 0) speed.add(batches * examples, milliseconds);
        if (spent !== null) spent += milliseconds;
      },
      limit({ t, epoch_end: end }) {
        if (goal === "epoch" && end > 0) goal = end;
        if (goal === null || goal === "epoch") return t;
        takeRate(t);
        if (hurried) return Math.min(goal, coming[0]?.[0] ?? goal);
        return pace === null ? goal : Math.min(goal, t + Math.floor(credit));
      },
      isReached: (t) => typeof goal === "number" && t >= goal,
      perSecond: () => speed.perSecond(),
      seconds: () => (spent === null ? null : spent / 1000),
    };
  }

  Object.assign(self, { createCourse });
})();
