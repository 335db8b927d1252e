// @ts-check
// Chapter 4's settings.

/** A point and its steps, as `pad/ink-text.js` writes them; and changes of α, as `rates.js` does. */
const STROKE = "[\\w-]{3}(?:[\\w-]{2}|\\*[\\w-]{3})*";
const INK = new RegExp(`^${STROKE}(?:\\.${STROKE})*$`);
const RATES = /^0-[\d.]+(?:_[1-9]\d*-[\d.]+)*$/;

/** @satisfies {import("../../frame/address.js").Schema} */
export const SCHEMA = {
  hidden: { kind: "integer", min: 1, max: 300, initial: 30 },
  rate: { kind: "number", min: 0.001, max: 100, initial: 3 },
  batch: { kind: "integer", min: 1, max: 1000, initial: 10 },
  seed: { kind: "integer", min: 0, max: 4294967295, initial: 1 },
  t: { kind: "integer", min: 0, max: 1e9, initial: 0 },
  rates: { kind: "text", maxLength: 400, initial: "", reads: (text) => RATES.test(text) },
  log: { kind: "flag", initial: true },
  slant: { kind: "flag", initial: false },
  ink: { kind: "text", maxLength: 2000, initial: "", reads: (text) => INK.test(text) },
};

/**
 * Another seed. Counting up, and not at random, so that what was seen can be told to others.
 * @param {number} seed
 */
export function nextSeed(seed) {
  return seed < SCHEMA.seed.max ? seed + 1 : 0;
}

/**
 * @typedef {{ hidden: number, rate: number, batch: number, seed: number, t: number, rates: string, log: boolean,
 *   slant: boolean, ink: string }} DigitsValues `rates`: the changes of α up to t, empty where it was `rate` all along;
 *   `ink`: the drawing
 */
