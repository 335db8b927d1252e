// @ts-check
// Chapter 1's settings, and its points as the address writes them.

/** The built-in tables, with the letters that physics gives their axes. T is a temperature: t counts steps. */
export const TABLES = /** @type {const} */ ([
  { id: "water-density", x: "T", l: "ρ" },
  { id: "water-maximum", x: "T", l: "ρ" },
  { id: "vapour-pressure", x: "T", l: "p" },
  { id: "thermistor", x: "T", l: "R" },
  { id: "air-pressure", x: "h", l: "p" },
  { id: "water-viscosity", x: "T", l: "μ" },
  { id: "day-length", x: "n", l: "D" },
  { id: "black-body", x: "λ", l: "B" },
]);

/** The name of the reader's own points among the sources. */
export const OWN = "own";

/** Steps a frame that can be chosen; 0: as many as fit. */
export const PACES = /** @type {const} */ ([1, 10, 50, 200, 0]);

/** Addresses longer than this are cut by some programs that pass them on. */
const LONGEST_POINTS = 8000;

const ids = TABLES.map(({ id }) => id);

/** @satisfies {import("../../frame/address.js").Schema} */
export const SCHEMA = {
  source: { kind: "choice", values: [...ids, OWN], initial: "water-density" },
  hidden: { kind: "integer", min: 1, max: 64, initial: 16 },
  rate: { kind: "number", min: 0.01, max: 100, initial: 2 },
  noise: { kind: "number", min: 0, max: 0.3, initial: 0 },
  share: { kind: "number", min: 0, max: 0.8, initial: 0 },
  where: { kind: "choice", values: ["random", "end"], initial: "random" },
  seed: { kind: "integer", min: 0, max: 4294967295, initial: 1 },
  // As many as are ever made: a link that could not hold a long run would open another one.
  t: { kind: "integer", min: 0, max: Number.MAX_SAFE_INTEGER, initial: 0 },
  pace: { kind: "choice", values: PACES, initial: 10 },
  units: { kind: "flag", initial: false },
  log: { kind: "flag", initial: true },
  // The reader's own points; `axes` is the table whose letters and units they have, `names` what a file calls them.
  axes: { kind: "choice", values: ["", ...ids], initial: "" },
  names: { kind: "text", maxLength: 120, initial: "", reads: (text) => readNames(text) !== null },
  frame: { kind: "text", maxLength: 120, initial: "0,10,0,10", reads: isFrame },
  points: { kind: "text", maxLength: LONGEST_POINTS, initial: "", reads: isPoints },
};

/**
 * @typedef {{
 *   source: string, hidden: number, rate: number, noise: number, share: number, where: "random" | "end", seed: number,
 *   t: number, pace: number, units: boolean, log: boolean, axes: string, names: string, frame: string, points: string,
 * }} CurveValues
 */

/** The settings that decide which measurements there are. */
export const DATA = /** @type {const} */ (["source", "noise", "share", "where", "seed"]);

/** Those that do so where the points are the reader's own. */
export const POINTS = /** @type {const} */ (["frame", "points"]);

/** The settings that an edit changes. */
export const EDITED = /** @type {const} */ (["source", "axes", "names", "frame", "points", "noise"]);

/** All that a run follows from. */
export const RUN = /** @type {const} */ ([...DATA, ...POINTS, "axes", "names", "hidden", "rate"]);

/**
 * Some of the settings.
 * @template {keyof CurveValues} Name
 * @param {CurveValues} values
 * @param {readonly Name[]} names
 * @returns {Pick<CurveValues, Name>}
 */
export function choose(values, names) {
  const chosen = names.map((name) => [name, values[name]]);
  return /** @type {Pick<CurveValues, Name>} */ (Object.fromEntries(chosen));
}

/**
 * Numbers as the address writes them.
 * @param {ArrayLike<number>} numbers
 */
export function writeNumbers(numbers) {
  return Array.prototype.join.call(numbers, ",");
}

/**
 * The numbers of an address; none at all when one of them is not a number, since half a set would be another set.
 * @param {string} text
 * @returns {Float64Array<ArrayBuffer>}
 */
export function readNumbers(text) {
  if (text === "") return new Float64Array(0);
  const numbers = Float64Array.from(text.split(","), (part) =>
    part.trim() === "" ? Number.NaN : Number(part),
  );
  return numbers.every(Number.isFinite) ? numbers : new Float64Array(0);
}

/** As large as the core takes a number of a measurement. */
const MOST_SIZE = 1e100;

/** @param {string} text */
function isPoints(text) {
  const numbers = readNumbers(text);
  const isPairs = numbers.length > 0 && numbers.length % 2 === 0;
  return isPairs && numbers.every((number) => Math.abs(number) <= MOST_SIZE);
}

/** From and to, of x and of l. @param {string} text */
function isFrame(text) {
  const numbers = readNumbers(text);
  return (
    numbers.length === 4 &&
    Number(numbers[0]) < Number(numbers[1]) &&
    Number(numbers[2]) < Number(numbers[3]) &&
    numbers.every((number) => Math.abs(number) <= MOST_SIZE)
  );
}

/**
 * Points for the address, or null when they do not fit into one.
 * @param {ArrayLike<number>} points x₀, l₀, x₁, l₁, …
 */
export function writePoints(points) {
  const text = writeNumbers(points);
  return text.length <= LONGEST_POINTS ? text : null;
}

/**
 * The two names of a file's columns in one setting, each cut to what an axis can hold.
 * @param {readonly [string, string] | null} names
 */
export function writeNames(names) {
  return names ? names.map((name) => name.replaceAll("\t", " ").slice(0, 40)).join("\t") : "";
}

/**
 * @param {string} text
 * @returns {[string, string] | null}
 */
export function readNames(text) {
  const [x = "", l = "", ...more] = text.split("\t");
  return (x || l) && more.length === 0 ? [x, l] : null;
}

/**
 * A value of the plot, rounded to what a hand can point at: a thousandth of the range.
 * @param {number} value
 * @param {number} range
 */
export function rounded(value, range) {
  return Number(value.toFixed(decimalsFor(range)));
}

/**
 * Figures after the decimal sign that tell a thousandth of the range.
 * @param {number} range
 */
export function decimalsFor(range) {
  if (!(range > 0) || !Number.isFinite(range)) return 3;
  return Math.min(12, Math.max(0, Math.ceil(-Math.log10(range / 1000) - 1e-9)));
}
