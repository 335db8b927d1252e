// @ts-check
// Asks for the next mini-batch and what its images contribute to one parameter: one question at a time, and while training
// goes on not too often. No DOM.

import { isSamePick } from "./naming.js";

/**
 * @typedef {import("../session.js").Inside} Inside
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {{ batch: import("../session.js").MiniBatch, shares: import("../../../../pkg/descent.js").Shares | null, of: Pick }} Answer
 */

/** Milliseconds for which an answer is seen: images that change with each frame would flicker. */
const SEEN = 500;

/** Row and column of a parameter in its matrix. @param {Pick} pick @returns {readonly [number, number]} */
export function placeOf({ name, i = 0, j = 0, k = 0 }) {
  switch (name) {
    case "V":
      return [i, j];
    case "U":
      return [k, i];
    default:
      return [name === "v" ? i : k, 0];
  }
}

/**
 * @param {{ inside: { look: unknown, ask: Inside["ask"] }, onAnswer: (answer: Answer) => void, now?: () => number,
 *   later?: (action: () => void, milliseconds: number) => any, cancel?: (handle: any) => void }} options the last three for tests
 */
export function createShares({
  inside,
  onAnswer,
  now = () => performance.now(),
  later = setTimeout,
  cancel = clearTimeout,
}) {
  /** @type {Pick | null} */
  let wanted = null;
  let asking = false;
  /** @type {Answer | null} */
  let last = null;
  /** The look that the last answer goes with, and when it came. */
  let answered = { look: /** @type {unknown} */ (null), at: Number.NEGATIVE_INFINITY };
  /** @type {unknown} */
  let waiting;

  function ask() {
    cancel(waiting);
    if (asking || !wanted || !inside.look) return;
    if (last && isSamePick(last.of, wanted)) {
      if (answered.look === inside.look) return;
      const rest = answered.at + SEEN - now();
      if (rest > 0) {
        waiting = later(ask, rest);
        return;
      }
    }
    put(wanted);
  }

  /** @param {Pick} of */
  async function put(of) {
    asking = true;
    const { look } = inside;
    try {
      const [batch, shares] = await Promise.all([
        inside.ask("batch"),
        inside.ask("shares", of.name, ...placeOf(of)),
      ]);
      last = { batch, shares, of };
      if (isSamePick(of, wanted)) onAnswer(last);
    } catch {
      // The run has been begun anew meanwhile, or has crashed, which is told elsewhere.
      last = null;
    }
    answered = { look, at: now() };
    asking = false;
    if (last) ask();
  }

  return {
    /** @param {Pick | null} parameter null: nobody looks any more */
    want(parameter) {
      wanted = parameter;
      ask();
    },
    /** The last answer, where it is about what is wanted. */
    answer: () => (last && isSamePick(last.of, wanted) ? last : null),
    end() {
      wanted = null;
      cancel(waiting);
    },
  };
}
