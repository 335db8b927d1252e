// @ts-check
// Examples a second as the reader lives through them, when training is held back so that it can be watched.

/** Milliseconds over which the rate is taken. */
const WINDOW = 1000;

export function createRate() {
  /** @type {{ time: number, examples: number }[]} */
  let seen = [];
  return {
    /**
     * @param {number} time milliseconds
     * @param {number} examples trained on since the network began
     * @returns {number | null} null while there is too little to tell
     */
    note(time, examples) {
      const last = seen.at(-1);
      // A new network, or steps taken back.
      if (last && examples < last.examples) seen = [];
      seen.push({ time, examples });
      while (seen.length > 2 && time - Number(seen[1]?.time) >= WINDOW) seen.shift();
      const first = seen[0];
      const passed = first ? time - first.time : 0;
      return first && passed >= WINDOW / 4 ? ((examples - first.examples) / passed) * 1000 : null;
    },
    clear() {
      seen = [];
    },
  };
}
