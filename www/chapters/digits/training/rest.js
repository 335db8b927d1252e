// @ts-check
// When all test images are asked about a network that stands: after the reader has rested, since it takes longer than a step.
//
// A classic script like worker.js, which loads it; runner.js takes `createRest` from here.

(() => {
  /** @type {import("./types.js").CreateRest} */
  function createRest(training, { guard, tell }) {
    /** Counts what is to do, so that a measurement that was put off can tell that the reader has gone on. */
    let count = 0;
    /** What is measured here stays on the curve, also where the test images come only later. */
    let remembered = false;
    return {
      end() {
        count += 1;
        remembered = false;
      },
      begin(milliseconds, remember = false) {
        count += 1;
        const mine = count;
        if (remember) remembered = true;
        if (training.t === 0) return;
        const measure = () => {
          if (mine !== count || training.evaluated === training.t) return;
          if ((remembered ? training.evaluate() : training.examine()) !== undefined) tell();
        };
        setTimeout(() => guard(measure), milliseconds);
      },
    };
  }

  Object.assign(self, { createRest });
})();
