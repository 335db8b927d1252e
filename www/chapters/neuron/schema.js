// @ts-check
// What chapter 3 is set to, small enough to be there before the chapter itself is loaded.

/** @typedef {"V" | "v" | "U" | "u"} Letter */

/** The four parameters in the lecture's order. @type {readonly Letter[]} */
export const LETTERS = ["V", "v", "U", "u"];

/** The pairs of parameters that a map can be drawn over: the first goes to the right, the second up. */
export const MAPS = /** @type {const} */ (["Vv", "VU", "Vu", "vU", "vu", "Uu"]);

/** As far as the core takes a parameter and an x. */
const FARTHEST = 1000;
/** As many steps as the core keeps. */
export const MOST_STEPS = 100_000;
/** As many pairs as the table has room for. */
export const MOST_PAIRS = 12;

/** @param {number} initial */
const parameter = (initial) =>
  /** @type {const} */ ({ kind: "number", min: -FARTHEST, max: FARTHEST, initial });

/** The initial values are those of the preset "learns" of the core. @satisfies {import("../../frame/address.js").Schema} */
export const SCHEMA = {
  V: parameter(1),
  v: parameter(1),
  U: parameter(4),
  u: parameter(-2),
  rate: { kind: "number", min: 0.001, max: 1000, initial: 0.15 },
  pairs: { kind: "text", maxLength: 600, initial: "1:0", reads: (text) => parsePairs(text) !== null },
  pair: { kind: "integer", min: 0, max: MOST_PAIRS - 1, initial: 0 },
  t: { kind: "integer", min: 0, max: MOST_STEPS, initial: 0 },
  slice: { kind: "choice", values: LETTERS, initial: "u" },
  map: { kind: "choice", values: MAPS, initial: "VU" },
  log: { kind: "flag", initial: false },
};

export const X_RANGE = { min: -FARTHEST, max: FARTHEST };
export const L_RANGE = { min: 0, max: 1 };

/**
 * @typedef {{
 *   V: number, v: number, U: number, u: number, rate: number, pairs: string, pair: number, t: number,
 *   slice: Letter, map: typeof MAPS[number], log: boolean,
 * }} NeuronValues
 */

/**
 * Pairs from the text of an address, "1:0;-1:1", as x₀, l₀, x₁, l₁, …
 * @param {string} text
 * @returns {number[] | null} null when they are none, or too many
 */
export function parsePairs(text) {
  const pairs = text.split(";").map((pair) => pair.split(":"));
  if (pairs.length > MOST_PAIRS) return null;
  const numbers = [];
  for (const pair of pairs) {
    if (pair.length !== 2 || pair.some((part) => part.trim() === "")) return null;
    const [x, l] = pair.map(Number);
    if (!(x >= X_RANGE.min && x <= X_RANGE.max && l >= L_RANGE.min && l <= L_RANGE.max)) return null;
    numbers.push(x, l);
  }
  return numbers;
}

/** @param {readonly number[]} numbers */
export function formatPairs(numbers) {
  const pairs = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) pairs.push(`${numbers[i]}:${numbers[i + 1]}`);
  return pairs.join(";");
}
