// @ts-check
// How the lecture writes the quantities of its graph: as numbers, as vectors, or element by element.

import { AXES, GRAPH, operandsOf } from "./graph.js";
import {
  derivative,
  fraction,
  letter,
  matrix,
  node,
  row,
  sigmoid,
  sigmoidPrime,
  sub,
  sup,
  TIMES,
  vector,
} from "./math.js";

/**
 * @typedef {import("./graph.js").Name} Name
 * @typedef {import("./graph.js").Axis} Axis
 * @typedef {import("./math.js").Part} Part
 *
 * @typedef {Object} Manner nothing of it: a number a quantity, as in chapter 3
 * @property {boolean} [vectors] columns under arrows, matrices bold, as in chapter 4
 * @property {Partial<Record<Axis, string>>} [indices] one element: what counts it along each axis that has more than one,
 *   a letter or a number
 * @property {boolean} [examples] ε is a sum over examples, and the rule takes the mean
 *
 * @typedef {Object} Writing
 * @property {(name: Name, first: boolean) => Part} operand `first`: no sign stands before it
 * @property {readonly Part[]} beside between a weight and what it multiplies
 * @property {(terms: Part[], before?: Part) => Part[]} sum of terms over the axes that the result has not; `before`: what
 *   joins a single number to what stands before it
 * @property {(sign: "σ" | "σ′", argument: Part) => Part[]} [of] the sigmoid or its slope of something
 * @property {(parts: Part[]) => Part[]} [square] of what stands in brackets
 */

/** The axes over which a quantity is a sum, among those that are counted. @param {Name} name @param {Manner} manner */
export function sumsOf(name, { indices = {} }) {
  const { shape } = GRAPH[name];
  const axes = new Set(operandsOf(name).flatMap((operand) => GRAPH[operand].shape));
  return [...axes].filter((axis) => axis in indices && !shape.includes(axis));
}

/**
 * The symbol of a quantity.
 * @param {Name} name
 * @param {Manner} [manner]
 * @param {readonly Axis[]} [sums] axes that are counted by their own letter, whatever element is written
 * @returns {Element}
 */
export function symbolOf(name, manner = {}, sums = []) {
  const { by, equals, quantity } = GRAPH[name];
  if (by) return derivative(letterOf(by, manner, sums, ""));
  if (equals?.[0] === "slope") return sigmoidPrime(symbolOf(equals[1], manner, sums));
  return letterOf(name, manner, sums, quantity);
}

/**
 * @param {Name} name
 * @param {Manner} manner
 * @param {readonly Axis[]} sums
 * @param {import("./math.js").Quantity} quantity
 */
function letterOf(name, { vectors = false, indices = {} }, sums, quantity) {
  const { symbol, shape } = GRAPH[name];
  if (vectors && shape.length === 1) return vector(symbol, quantity);
  if (vectors && shape.length === 2) return matrix(symbol, quantity);
  const counted = shape.filter((axis) => axis in indices);
  if (counted.length === 0) return letter(symbol, quantity);
  const [first = "", second] = counted.map((axis) => indexOf(axis, sums.includes(axis) ? {} : indices));
  if (!second) return sub(letter(symbol, quantity), first);
  // Figures side by side would read as one number.
  const figures = counted.some((axis) => isFigure(indices[axis]));
  return sub(letter(symbol, quantity), row(first, ...(figures ? [","] : []), second));
}

/** @param {Axis} axis @param {Partial<Record<Axis, string>>} indices */
function indexOf(axis, indices) {
  const index = indices[axis] ?? AXES[axis].index;
  return isFigure(index) ? node("mn", "", index) : letter(index);
}

/** @param {string | undefined} index */
function isFigure(index = "") {
  return /^\d/.test(index);
}

/**
 * What a quantity equals, in symbols.
 * @param {Name} name
 * @param {Manner} [manner]
 */
export function equalsOf(name, manner = {}) {
  const sums = sumsOf(name, manner);
  return rightSide(name, manner, {
    operand: (operand) => symbolOf(operand, manner, sums),
    beside: [TIMES],
    sum: (terms) => [...sumSign(name, manner, sums), ...terms],
  });
}

/**
 * The same with the numbers of an example: `number` makes the place for one. A sum over an axis is one number.
 * @param {Name} name
 * @param {Manner} manner
 * @param {(name: Name | "sum", first: boolean) => Part} number
 */
export function numbersOf(name, manner, number) {
  return rightSide(name, manner, inNumbers(name, manner, number));
}

/**
 * The same in one row, without what only a formula can hold: for lines whose numbers are buttons. One element only: where a
 * square is not summed it stays a formula.
 * @param {Name} name
 * @param {Manner} manner
 * @param {(name: Name | "sum", first: boolean) => Element} number
 */
export function factorsOf(name, manner, number) {
  const writing = inNumbers(name, manner, number);
  const of = (/** @type {string} */ sign, /** @type {Part} */ argument) => [sign, "(", argument, ")"];
  const square = (/** @type {Part[]} */ parts) => ["(", ...parts, sup(")", 2)];
  return rightSide(name, manner, { ...writing, of, square });
}

/**
 * @param {Name} name
 * @param {Manner} manner
 * @param {(name: Name | "sum", first: boolean) => Part} number
 * @returns {Writing}
 */
function inNumbers(name, manner, number) {
  const one = sumsOf(name, manner).length === 0;
  return {
    operand: number,
    beside: ["·"],
    sum: (terms, before) => (one ? terms : before ? [before, number("sum", false)] : [number("sum", true)]),
  };
}

/**
 * @param {Name} name
 * @param {Manner} manner
 * @param {readonly Axis[]} sums
 * @returns {Part[]}
 */
function sumSign(name, { indices = {}, examples = false }, sums) {
  if (sums.length === 0) return examples && name === "error" ? ["∑"] : [];
  // Where only one thing is counted, there is no question what the sum runs over.
  if (Object.keys(indices).length === 1) return ["∑"];
  return [node("munder", "", node("mo", "", "∑"), row(...sums.map((axis) => indexOf(axis, {}))))];
}

/**
 * @param {Name} name
 * @param {Manner} manner
 * @param {Writing} writing
 * @returns {Part[]}
 */
function rightSide(name, { vectors = false }, { operand, beside, sum, of = applied, square = squared }) {
  const { equals } = GRAPH[name];
  if (!equals) return [];
  const [operation, one, other = one] = equals;
  switch (operation) {
    case "layer": {
      const [, weight, input, bias] = equals;
      return [...sum([operand(weight, true), ...beside, operand(input, false)]), "+", operand(bias, false)];
    }
    case "half square":
      return ["½", ...sum(square([operand(one, true), "−", operand(other, false)]), "·")];
    case "difference":
      return [operand(one, true), "−", operand(other, false)];
    case "sigmoid":
      return of("σ", operand(one, true));
    case "slope":
      return of("σ′", operand(one, true));
    case "same":
      return [operand(one, true)];
    case "ᵀ·":
      if (vectors) return [sup(operand(other, true), node("mi", "", "T")), operand(one, false)];
      return sum([operand(one, true), "·", operand(other, false)]);
    default:
      return [operand(one, true), vectors ? operation : "·", operand(other, false)];
  }
}

/** @param {"σ" | "σ′"} sign @param {Part} argument @returns {Part[]} */
function applied(sign, argument) {
  return [sign === "σ" ? sigmoid(argument) : sigmoidPrime(argument)];
}

/** The whole bracket to the power, not its end alone. @param {Part[]} parts @returns {Part[]} */
function squared(parts) {
  const base = node("mpadded", "", row("(", ...parts, ")"));
  // As high as its brackets: the arrows over vectors would lift the exponent off them.
  base.setAttribute("height", "0.75em");
  return [sup(base, 2)];
}

/** The rule: a ← a − α · ∂ε/∂a. @param {Manner} [manner] @returns {Part[]} */
export function ruleOf({ examples = false } = {}) {
  const a = () => letter("a", "a");
  const mean = examples ? [fraction(1, letter("N"))] : [];
  return [a(), "←", a(), "−", letter("α"), "·", ...mean, derivative(a())];
}
