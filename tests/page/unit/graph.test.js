// @ts-check
// The lecture's graph: whole, in an order that can be computed, and right, in numbers and in vectors.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LETTERS } from "../../../www/chapters/neuron/schema.js";
import {
  AXES,
  BACKWARD,
  backOf,
  CHAIN,
  FORWARD,
  GIVEN,
  GRAPH,
  NAMES,
  nextOf,
  operandsOf,
  previousOf,
  STAGES,
  twinsOf,
} from "../../../www/lecture/graph.js";
import { createRandom } from "./random.js";

/** @typedef {import("../../../www/lecture/graph.js").Name} Name */

const PARAMETERS = NAMES.filter((name) => GRAPH[name].quantity === "a");

test("every name in the graph is a quantity of it, and nothing is computed before what it is computed from", () => {
  const known = new Set();
  for (const name of NAMES) {
    for (const operand of operandsOf(name)) assert.ok(known.has(operand), `${name} needs ${operand}`);
    known.add(name);
    const { by, stage, shape } = GRAPH[name];
    if (by) assert.ok(known.has(by), `${name} by ${by}`);
    for (const axis of shape) assert.ok(axis in AXES, `${name}: ${axis}`);
    assert.equal(
      stage === undefined,
      GIVEN.some((given) => given === name),
      `${name} is given or has a stage`,
    );
    if (stage) assert.equal(GRAPH[stage].stage, stage, `${name}: a stage bears the name of what it computes`);
  }
});

test("the walk computes everything, each from what came before it", () => {
  const known = new Set(/** @type {readonly Name[]} */ (GIVEN));
  for (const stage of STAGES) {
    // What belongs to a stage is computed in it, in the table's order.
    for (const name of NAMES.filter((one) => GRAPH[one].stage === stage)) {
      for (const operand of operandsOf(name))
        assert.ok(known.has(operand), `${stage}: ${name} of ${operand}`);
      known.add(name);
    }
  }
  assert.deepEqual([...known].sort(), [...NAMES].sort());
  assert.deepEqual([...FORWARD, ...BACKWARD], STAGES);
  assert.deepEqual(CHAIN, ["x", "p", "y", "q", "z", "error"]);
  for (const name of FORWARD)
    assert.ok(operandsOf(name).includes(previousOf(name)), `${previousOf(name)} → ${name}`);
});

test("the parameters are the lecture's four, and each has its derivative", () => {
  assert.deepEqual(PARAMETERS, LETTERS);
  assert.deepEqual(PARAMETERS.map(backOf), ["d_V", "d_v", "d_U", "d_u"]);
  assert.deepEqual(twinsOf("d_q"), ["d_u"]);
  assert.deepEqual(twinsOf("d_p"), ["d_v"]);
});

test("a derivative comes back from the node that its quantity goes to, and has its shape", () => {
  for (const name of NAMES) {
    const { by, symbol, shape, equals } = GRAPH[name];
    if (!by) continue;
    assert.equal(symbol, `∂ε/∂${GRAPH[by].symbol}`);
    assert.deepEqual(shape, GRAPH[by].shape);
    const next = nextOf(by);
    const from = next && backOf(next);
    if (next === "error") assert.equal(from, undefined, "∂ε/∂ε is not written");
    else assert.equal(operandsOf(name)[0], from, `${name} = ${equals?.join(" ")}`);
  }
});

/** σ and σ′ as the lecture writes them: the numbers here are small enough. */
const sigma = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));
const slope = (/** @type {number} */ x) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2;

/** @typedef {(...operands: any[]) => any} Operation */

/** One dimension: the three products are one. @type {Record<string, Operation>} */
const NUMBERS = {
  layer: (weight, input, bias) => weight * input + bias,
  "half square": (z, l) => (z - l) ** 2 / 2,
  difference: (z, l) => z - l,
  sigmoid: sigma,
  slope,
  same: (of) => of,
  "⊙": (a, b) => a * b,
  "⊗": (a, b) => a * b,
  ᵀ·: (a, b) => a * b,
};

/** Columns are arrays, matrices arrays of rows. @type {Record<string, Operation>} */
const VECTORS = {
  layer: (weight, input, bias) =>
    weight.map((/** @type {number[]} */ row, /** @type {number} */ i) => dot(row, input) + bias[i]),
  "half square": (z, l) => dot(VECTORS.difference?.(z, l), VECTORS.difference?.(z, l)) / 2,
  difference: (z, l) => z.map((/** @type {number} */ value, /** @type {number} */ i) => value - l[i]),
  sigmoid: (of) => of.map(sigma),
  slope: (of) => of.map(slope),
  same: (of) => of,
  "⊙": (a, b) => a.map((/** @type {number} */ value, /** @type {number} */ i) => value * b[i]),
  "⊗": (column, row) =>
    column.map((/** @type {number} */ value) => row.map((/** @type {number} */ other) => value * other)),
  ᵀ·: (column, matrix) =>
    matrix[0].map((/** @type {number} */ _, /** @type {number} */ i) =>
      dot(
        column,
        matrix.map((/** @type {number[]} */ row) => row[i]),
      ),
    ),
};

/** @param {number[]} a @param {number[]} b */
function dot(a, b) {
  return a.reduce((sum, value, i) => sum + value * Number(b[i]), 0);
}

/**
 * Every quantity, from what is given.
 * @param {Record<string, Operation>} operations
 * @param {Record<string, any>} given
 * @returns {Record<string, any>}
 */
function evaluate(operations, given) {
  const values = { ...given };
  for (const name of NAMES) {
    const [operation, ...operands] = GRAPH[name].equals ?? [];
    if (operation) values[name] = operations[operation]?.(...operands.map((operand) => values[operand]));
  }
  return values;
}

/** @param {number} found @param {number} expected @param {string} what */
function near(found, expected, what) {
  assert.ok(
    Math.abs(found - expected) <= 1e-12 * Math.max(1, Math.abs(expected)),
    `${what}: ${found}, ${expected}`,
  );
}

/** The derivative is the slope of ε, measured. @param {number} found @param {(shift: number) => number} error @param {string} what */
function isSlope(found, error, what) {
  const h = 1e-5;
  const measured = (error(h) - error(-h)) / (2 * h);
  assert.ok(
    Math.abs(found - measured) < 1e-8 * Math.max(1, Math.abs(found)),
    `${what}: ${found}, ${measured}`,
  );
}

test("in numbers the graph gives what back propagation written by hand gives, and the slopes of ε", () => {
  const random = createRandom(11);
  for (let round = 0; round < 100; round++) {
    const given = Object.fromEntries(GIVEN.map((name) => [name, random.between(-3, 3)]));
    const of = evaluate(NUMBERS, given);

    const { x, V, v, U, u, l } = /** @type {Record<string, number>} */ (given);
    const p = Number(V) * Number(x) + Number(v);
    const y = sigma(p);
    const q = Number(U) * y + Number(u);
    const z = sigma(q);
    const byU = (z - Number(l)) * z * (1 - z);
    const byV = byU * Number(U) * y * (1 - y);
    const byHand = { p, y, q, z, error: 0.5 * (z - Number(l)) ** 2, d_z: z - Number(l), dz_dq: z * (1 - z) };
    Object.assign(byHand, { d_q: byU, d_u: byU, d_U: byU * y, d_y: byU * Number(U), dy_dp: y * (1 - y) });
    Object.assign(byHand, { d_p: byV, d_v: byV, d_V: byV * Number(x) });
    for (const [name, value] of Object.entries(byHand)) near(of[name], value, name);

    for (const name of PARAMETERS) {
      const error = (/** @type {number} */ h) =>
        evaluate(NUMBERS, { ...given, [name]: given[name] + h }).error;
      isSlope(of[`d_${name}`], error, `∂ε/∂${name}`);
    }
  }
});

/** @param {Record<string, number>} sizes @param {readonly string[]} shape @param {() => number} number @returns {any} */
function filled(sizes, [axis, ...rest], number) {
  return axis === undefined
    ? number()
    : Array.from({ length: sizes[axis] ?? 0 }, () => filled(sizes, rest, number));
}

/** The places of a value of some shape. @param {Record<string, number>} sizes @param {readonly string[]} shape @returns {Record<string, number>[]} */
function places(sizes, [axis, ...rest]) {
  if (axis === undefined) return [{}];
  const inner = places(sizes, rest);
  return Array.from({ length: sizes[axis] ?? 0 }, (_, i) =>
    inner.map((place) => ({ [axis]: i, ...place })),
  ).flat();
}

/** @param {any} value @param {readonly string[]} shape @param {Record<string, number>} place */
function at(value, shape, place) {
  return shape.reduce((inner, axis) => inner[place[axis] ?? 0], value);
}

/** @param {ReturnType<typeof createRandom>} random */
function vectors(random) {
  const sizes = { input: 1 + random.below(4), hidden: 1 + random.below(4), output: 1 + random.below(4) };
  const given = Object.fromEntries(
    GIVEN.map((name) => [name, filled(sizes, GRAPH[name].shape, () => random.between(-2, 2))]),
  );
  return { sizes, given, of: evaluate(VECTORS, given) };
}

test("in vectors the named products give the slopes of ε", () => {
  const random = createRandom(12);
  for (let round = 0; round < 30; round++) {
    const { sizes, given, of } = vectors(random);
    for (const name of PARAMETERS) {
      const { shape } = GRAPH[name];
      for (const place of places(sizes, shape)) {
        const error = (/** @type {number} */ h) => {
          const shifted = structuredClone(given);
          const holder = at(shifted[name], shape.slice(0, -1), place);
          holder[place[/** @type {string} */ (shape.at(-1))] ?? 0] += h;
          return evaluate(VECTORS, shifted).error;
        };
        isSlope(at(of[`d_${name}`], shape, place), error, `∂ε/∂${name} ${JSON.stringify(place)}`);
      }
    }
  }
});

test("the form with indices is the same: a sum over the axes that the result has not", () => {
  const random = createRandom(13);
  for (let round = 0; round < 30; round++) {
    const { sizes, of } = vectors(random);
    for (const name of NAMES) {
      const { equals, shape } = GRAPH[name];
      if (!equals) continue;
      const operands = operandsOf(name);
      // The bias of a layer stands outside the sum.
      const bias = equals[0] === "layer" ? operands.pop() : undefined;
      const term = equals[0] === "layer" ? NUMBERS["⊗"] : NUMBERS[equals[0]];
      const axes = new Set(operands.flatMap((operand) => GRAPH[operand].shape));
      const summed = [...axes].filter((axis) => !shape.includes(axis));
      for (const place of places(sizes, shape)) {
        let sum = bias ? at(of[bias], GRAPH[bias].shape, place) : 0;
        for (const inner of places(sizes, summed)) {
          sum += term?.(
            ...operands.map((operand) => at(of[operand], GRAPH[operand].shape, { ...place, ...inner })),
          );
        }
        near(at(of[name], shape, place), sum, `${name} ${JSON.stringify(place)}`);
      }
    }
  }
});
