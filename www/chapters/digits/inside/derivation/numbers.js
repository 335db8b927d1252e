// @ts-check
// Where the numbers of the derivation stand in what the core says of an example, and how an element is named. No DOM.

import { GRAPH, operandsOf } from "../../../../lecture/graph.js";
import { sumsOf } from "../../../../lecture/notation.js";
import { SIDE } from "../../image.js";

/**
 * @typedef {import("../../../../lecture/graph.js").Name} Name
 * @typedef {import("../../../../lecture/graph.js").Axis} Axis
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../looking.js").Look} Look
 * @typedef {import("../looking.js").Trace} Trace
 *
 * @typedef {{ factors: Pick[], value: number }} Term of a sum: what is multiplied in it
 * @typedef {{ terms: readonly Term[], rest: { count: number, value: number }, zeros: number }} Terms the largest, the
 *   others together, and how many are nothing
 */

/** What counts along an axis in a pick. @type {Readonly<Record<Axis, "i" | "j" | "k">>} */
export const COUNTS = { input: "j", hidden: "i", output: "k" };

/** Terms of a sum that are shown one by one. */
const SHOWN = 5;

/** Another name of the same numbers has no place of its own. @param {Name} name @returns {Name} */
function original(name) {
  return GRAPH[name].equals?.[0] === "same" ? (operandsOf(name)[0] ?? name) : name;
}

/**
 * All numbers of a quantity, row by row; null where they are not known.
 * @param {Trace} trace
 * @param {Name} name
 * @returns {ArrayLike<number> | null}
 */
export function numbersIn(trace, name) {
  const found = trace[/** @type {keyof Trace} */ (original(name))];
  return typeof found === "number" ? [found] : (found ?? null);
}

/** Rows and columns of a quantity in this network. @param {Trace} trace @param {Name} name */
export function sizeOf(trace, name) {
  const lengths = { input: trace.x.length, hidden: trace.p.length, output: trace.q.length };
  const [rows = 1, columns = 1] = GRAPH[name].shape.map((axis) => lengths[axis]);
  return { rows, columns };
}

/** The pick of that quantity at the chosen unit, pixel and output. @param {Name} name @param {Omit<Pick, "name">} at @returns {Pick} */
export function pickOf(name, at) {
  /** @type {Pick} */
  const pick = { name };
  for (const axis of GRAPH[name].shape) pick[COUNTS[axis]] = at[COUNTS[axis]] ?? 0;
  return pick;
}

/** How a reader counts: units and pixels from 1, outputs by their digit. @param {Omit<Pick, "name">} at @returns {Partial<Record<Axis, string>>} */
export function indicesOf({ i, j, k }) {
  return {
    ...(j === undefined ? {} : { input: String(j + 1) }),
    ...(i === undefined ? {} : { hidden: String(i + 1) }),
    ...(k === undefined ? {} : { output: String(k) }),
  };
}

/** What a text says of an element. @param {Omit<Pick, "name">} at */
export function paramsOf({ i = 0, j = 0, k = 0 }) {
  return { i: i + 1, j: j + 1, k, row: Math.floor(j / SIDE) + 1, column: (j % SIDE) + 1 };
}

/**
 * The number at a place; null where it is not known yet.
 * @param {Look} look
 * @param {Pick} pick
 * @returns {number | null}
 */
export function numberAt({ trace, choice, unit, output }, pick) {
  const { i = 0, j = 0, k = 0 } = pick;
  const name = original(pick.name);
  const { rows, columns } = sizeOf(trace, name);
  const [row = 0, column = 0] = GRAPH[name].shape.map((axis) => pick[COUNTS[axis]] ?? 0);
  if (row >= rows || column >= columns) return null;
  if (name === "V" && i === choice.unit) return unit.weights[j] ?? null;
  if (name === "d_V" && i === choice.unit) return unit.derivative?.[j] ?? null;
  if (name === "U" && k === choice.output) return output.weights[i] ?? null;
  if (name === "U" && i === choice.unit) return unit.outgoing[k] ?? null;
  if (name === "d_U" && k === choice.output) return output.derivative?.[i] ?? null;
  return numbersIn(trace, name)?.[row * columns + column] ?? null;
}

/**
 * The terms of a number that is a sum, as the core has multiplied them; null where it is none, or they are not known yet.
 * @param {Look} look
 * @param {Pick} pick
 * @returns {{ value: number, factors: Pick[] }[] | null}
 */
function allTerms({ trace, choice, unit, output }, { name, i, k }) {
  const list = (
    /** @type {ArrayLike<number> | null | undefined} */ values,
    /** @type {(n: number) => Pick[]} */ factors,
  ) => (values ? Array.from(values, (value, n) => ({ value, factors: factors(n) })) : null);
  if (name === "p" && i === choice.unit) {
    return list(unit.product, (j) => [
      { name: "V", i, j },
      { name: "x", j },
    ]);
  }
  if (name === "q" && k === choice.output) {
    return list(output.product, (n) => [
      { name: "U", k, i: n },
      { name: "y", i: n },
    ]);
  }
  if (name === "d_y" && i === choice.unit) {
    return list(unit.returning, (n) => [
      { name: "d_q", k: n },
      { name: "U", k: n, i },
    ]);
  }
  if (name === "error") return list(trace.squares, (n) => [{ name: "d_z", k: n }]);
  return null;
}

/** Whether a number is a sum over many. @param {Name} name */
export function isSum(name) {
  return sumsOf(name, { indices: { input: "j", hidden: "i", output: "k" } }).length > 0;
}

/** The largest terms of a sum. @param {Look} look @param {Pick} pick @returns {Terms | null} */
export function termsOf(look, pick) {
  const all = allTerms(look, pick);
  if (!all) return null;
  const some = all.filter(({ value }) => value !== 0);
  some.sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  // One alone is shown and not called the rest.
  const shown = some.length === SHOWN + 1 ? SHOWN + 1 : SHOWN;
  const others = some.slice(shown);
  return {
    terms: some.slice(0, shown),
    rest: { count: others.length, value: total(others) },
    zeros: all.length - some.length,
  };
}

/** The sum of all terms: one number in the line. @param {Look} look @param {Pick} pick */
export function sumAt(look, pick) {
  const { choice, unit, output } = look;
  if (pick.name === "p" && pick.i === choice.unit) return unit.sum;
  if (pick.name === "q" && pick.k === choice.output) return output.sum;
  if (pick.name === "d_y") return numberAt(look, pick) ?? Number.NaN;
  const all = allTerms(look, pick);
  return all ? total(all) : Number.NaN;
}

/** @param {readonly { value: number }[]} terms */
function total(terms) {
  return terms.reduce((sum, { value }) => sum + value, 0);
}

/** The pixel that has most to say in the chosen unit. @param {Look} look */
export function loudestPixel({ unit: { product } }) {
  let loudest = 0;
  for (let j = 1; j < product.length; j++) {
    if (Math.abs(product[j] ?? 0) > Math.abs(product[loudest] ?? 0)) loudest = j;
  }
  return loudest;
}
