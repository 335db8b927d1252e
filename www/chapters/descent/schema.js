// @ts-check
// Chapter 2's settings, as they stand in the address.

/** The functions of one number, in the order in which they are offered. The core knows what they are. */
export const FUNCTIONS = /** @type {const} */ ([
  "parabola",
  "valley",
  "wells",
  "plateau",
  "ravine",
  "kink",
  "cosine",
  "sigmoid",
]);

/** The functions of two numbers. */
export const PLANES = /** @type {const} */ (["bowl", "ravine", "saddle", "rosenbrock"]);

/** The most steps of a run: the core remembers no more. */
export const MOST_STEPS = 10_000;

/** The most characters of a formula. */
export const LONGEST_FORMULA = 200;

/** The most runs in one picture. */
export const MOST_RUNS = 3;

export const RATE = Object.freeze({ min: 0.001, max: 100 });

/** @satisfies {import("../../frame/address.js").Schema} */
export const SCHEMA = {
  view: { kind: "choice", values: ["one", "two"], initial: "one" },
  f: { kind: "choice", values: [...FUNCTIONS, "own"], initial: "valley" },
  formula: { kind: "text", maxLength: LONGEST_FORMULA, initial: "" },
  window: { kind: "text", maxLength: 60, initial: "", reads: (text) => readWindow(text) !== null },
  a: { kind: "number", min: -1e6, max: 1e6, initial: 4.4 },
  rate: { kind: "number", ...RATE, initial: 1 },
  others: { kind: "text", maxLength: 60, initial: "", reads: isRates },
  run: { kind: "integer", min: 0, max: MOST_RUNS - 1, initial: 0 },
  g: { kind: "choice", values: [...PLANES, "own"], initial: "ravine" },
  formula2: { kind: "text", maxLength: LONGEST_FORMULA, initial: "" },
  a2: { kind: "number", min: -1e6, max: 1e6, initial: -2.6 },
  b2: { kind: "number", min: -1e6, max: 1e6, initial: 1 },
  rate2: { kind: "number", ...RATE, initial: 0.09 },
  t: { kind: "integer", min: 0, max: MOST_STEPS, initial: 0 },
};

/**
 * @typedef {{
 *   view: "one" | "two", f: string, formula: string, window: string, a: number, rate: number, others: string,
 *   run: number, g: string, formula2: string, a2: number, b2: number, rate2: number, t: number,
 * }} DescentValues `rate` is α of the run that is looked at, `run` its place among the runs, `others` α of the rest
 */

/**
 * The window of a text such as "-4 4", or null when it is none.
 * @param {string} text
 * @returns {[number, number] | null}
 */
export function readWindow(text) {
  const parts = text.trim().split(/\s+/).map(Number);
  const [low, high] = parts;
  if (parts.length !== 2 || low === undefined || high === undefined) return null;
  if (!(low < high) || !(Math.abs(low) <= 1e6) || !(Math.abs(high) <= 1e6)) return null;
  return [low, high];
}

/** The α of the other runs. @param {string} text */
function isRates(text) {
  const rates = text.trim().split(/\s+/).map(Number);
  const isSome = rates.length > 0 && rates.length < MOST_RUNS;
  return isSome && rates.every((rate) => rate >= RATE.min && rate <= RATE.max);
}
