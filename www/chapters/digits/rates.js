// @ts-check
// The changes of α that a run was made with, as a short text for the address: "0-3_600-0.3" is 3 from the first step on, and
// 0.3 from step 600 on.

import { accepts } from "../../frame/address.js";
import { SCHEMA } from "./schema.js";

/** From which step on which α: the first from 0 on, in their order. @typedef {(readonly [step: number, rate: number])[]} Changes */

/**
 * @param {Changes} changes
 * @returns {string | null} null: there are too many for an address
 */
export function writeRates(changes) {
  const text = changes.map((change) => change.join("-")).join("_");
  return accepts(SCHEMA.rates, text) ? text : null;
}

/**
 * @param {string} text
 * @returns {Changes | null} null: it says nothing
 */
export function readRates(text) {
  const changes = text.split("_").map((part) => {
    const [step = "", rate = "", ...more] = part.split("-");
    const written = step !== "" && rate !== "" && more.length === 0;
    return /** @type {const} */ ([written ? Number(step) : Number.NaN, Number(rate)]);
  });
  const sound = changes.every(
    ([step, rate], i) =>
      accepts(SCHEMA.t, step) &&
      accepts(SCHEMA.rate, rate) &&
      (i === 0 ? step === 0 : step > Number(changes[i - 1]?.[0])),
  );
  return sound ? changes : null;
}

/**
 * Numbers of the core two by two, such as step and α.
 * @param {ArrayLike<number>} flat
 * @returns {[number, number][]}
 */
export function pairsIn(flat) {
  return Array.from({ length: flat.length / 2 }, (_, i) => [Number(flat[2 * i]), Number(flat[2 * i + 1])]);
}

/** What a snapshot says of α. @type {(pairs: Float64Array) => Changes} pairs: step and α */
export const changesIn = pairsIn;

/** Those that the first t steps were made with. @param {Changes} changes @param {number} t */
export const changesBefore = (changes, t) => changes.filter(([step]) => step < t);
