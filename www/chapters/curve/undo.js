// @ts-check
// What was before each edit, so that it can be taken back.

/** More edits than anybody takes back. */
const MOST = 200;

/**
 * @template T
 * @typedef {{ push: (before: T) => void, pop: () => T | undefined, clear: () => void, readonly size: number }} Undo
 */

/**
 * @template T
 * @returns {Undo<T>}
 */
export function createUndo() {
  /** @type {T[]} */
  let past = [];
  return {
    push(before) {
      past = [...past, before].slice(-MOST);
    },
    pop: () => past.pop(),
    clear() {
      past = [];
    },
    get size() {
      return past.length;
    },
  };
}
