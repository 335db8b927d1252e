// A small seeded generator for property tests: a failure can be repeated.

/** @param {number} seed */
export function createRandom(seed) {
  let state = seed >>> 0;
  // The linear congruential generator of Numerical Recipes: full period, good enough to choose test cases.
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 8; i++) next();
  return {
    next,
    /** @param {number} low @param {number} high */
    between: (low, high) => low + (high - low) * next(),
    /** @param {number} bound */
    below: (bound) => Math.floor(next() * bound),
  };
}
