// @ts-check
// Where a slice of ε has its minimum.

import assert from "node:assert/strict";
import { test } from "node:test";
import { leastOf } from "../../../www/chapters/neuron/slice-least.js";

/** @param {(a: number) => number} error */
const sliceOf =
  (error) => (/** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ count) =>
    Float64Array.from({ length: count }, (_, i) => error(low + ((high - low) * i) / (count - 1)));

const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));

test("a minimum is found with its place", () => {
  // ½(σ(a) − ¼)²: 0 where σ(a) = ¼, at −ln 3.
  const least = leastOf(sliceOf((a) => (sigmoid(a) - 0.25) ** 2 / 2));
  assert.equal(least.kind, "least");
  if (least.kind !== "least") return;
  assert.ok(Math.abs(least.at + Math.log(3)) < 0.003, String(least.at));
  assert.ok(least.error < 1e-7, String(least.error));
});

test("where σ only levels off there is none, and ε falls to one side", () => {
  assert.deepEqual(leastOf(sliceOf((a) => sigmoid(a) ** 2 / 2)), { kind: "none", limit: 0, side: -1 });
  const up = leastOf(sliceOf((a) => (sigmoid(0.3 * a) - 1) ** 2 / 2 + 0.125));
  assert.deepEqual(up, { kind: "none", limit: 0.125, side: 1 });
});

test("what does not depend on the number is flat", () => {
  assert.deepEqual(leastOf(sliceOf(() => 0.3)), { kind: "flat" });
});
