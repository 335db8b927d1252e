import assert from "node:assert/strict";
import test from "node:test";
import { createBasin, partsOf } from "../../../www/chapters/descent/basin.js";

test("the starts that come to one minimum are the parts between those that do not", () => {
  const window = /** @type {const} */ ([0, 4]);
  assert.deepEqual(partsOf([0, 0, 1, 0, -1], 0, window), [
    [0, 1.5],
    [2.5, 3.5],
  ]);
  assert.deepEqual(partsOf([0, 0, 1, 0, -1], 1, window), [[1.5, 2.5]]);
  assert.deepEqual(partsOf([1, 1, 1, 1, 1], 1, window), [[0, 4]]);
  assert.deepEqual(partsOf([-1, -1], 0, window), []);
});

test("basins are asked for only where there are several minima to be told apart, and once", () => {
  let asked = 0;
  const seen = (/** @type {number[]} */ minima, ahead = "reaches") => ({
    window: /** @type {const} */ ([-2, 2]),
    formula: minima.join(),
    current: {
      rate: 0.1,
      trail: Float64Array.of(1),
      status: { ahead, goal: { a: 1 } },
      run: {
        minima: () => Float64Array.from(minima.flatMap((a) => [a, 0])),
        basins: (/** @type {number} */ count) => {
          asked += 1;
          return new Int32Array(count).fill(minima.indexOf(1));
        },
      },
    },
  });
  const basinOf = createBasin();
  assert.deepEqual(basinOf(seen([1])), []);
  assert.deepEqual(basinOf(seen([1, 7])), [], "the other is out of sight");
  assert.deepEqual(basinOf(seen([-1, 1], "diverges")), []);
  assert.equal(asked, 0);
  assert.deepEqual(basinOf(seen([-1, 1])), [[-2, 2]]);
  basinOf(seen([-1, 1]));
  assert.equal(asked, 1);
});
