import assert from "node:assert/strict";
import test from "node:test";
import { BIN, binOfStep, binsByColumn, drawBinnedCurve, middleOfBin } from "../../../www/chart/bins.js";
import { drawPoints, drawPolyline } from "../../../www/chart/curve.js";
import { linearScale, logScale } from "../../../www/chart/scale.js";
import { COLOURS, createContext } from "./context.js";
import { createRandom } from "./random.js";

const frame = { left: 40, top: 10, right: 240, bottom: 110 };

/** Bins of single steps. @param {number[]} values */
const singles = (values) => Float64Array.from(values.flatMap((value, i) => [i + 1, value, value, value]));

test("joining bins keeps the extremes and the mean of all steps", () => {
  const random = createRandom(11);
  for (let round = 0; round < 100; round++) {
    const count = 1 + random.below(3000);
    const bins = new Float64Array(4 * count);
    let end = 0;
    let sum = 0;
    let least = Infinity;
    let greatest = -Infinity;
    for (let i = 0; i < count; i++) {
      const steps = 1 + random.below(9);
      end += steps;
      const mean = random.between(0, 1);
      bins.set([end, mean * 0.5, mean, mean * 2], 4 * i);
      sum += steps * mean;
      least = Math.min(least, mean * 0.5);
      greatest = Math.max(greatest, mean * 2);
    }
    const x = linearScale([0, end], [40, 240]);
    const columns = binsByColumn(bins, x);
    assert.ok(columns.length / 4 <= 102, "as many vertices as columns");
    let mins = Infinity;
    let maxes = -Infinity;
    let before = -1;
    for (let i = 0; i < columns.length; i += 4) {
      assert.ok(columns[i] > before, "steps ascend");
      before = columns[i];
      mins = Math.min(mins, columns[i + 1]);
      maxes = Math.max(maxes, columns[i + 3]);
      assert.ok(columns[i + 1] <= columns[i + 2] && columns[i + 2] <= columns[i + 3]);
    }
    assert.equal(mins, least);
    assert.equal(maxes, greatest);
    // All in one column: the mean is that of the steps, not of the bins.
    const one = binsByColumn(bins, linearScale([0, end * 1000], [40, 40.5]));
    assert.equal(one.length, 4);
    assert.ok(Math.abs(one[2] - sum / end) < 1e-9);
    assert.equal(one[0], (1 + end) / 2);
  }
});

test("no bins draw nothing; one step is a dot", () => {
  const look = {
    frame,
    x: linearScale([0, 10], [40, 240]),
    y: linearScale([0, 1], [110, 10]),
    colour: COLOURS.error,
  };
  const empty = createContext();
  drawBinnedCurve(empty, new Float64Array(0), look);
  assert.equal(empty.calls.length, 0);
  const one = createContext();
  drawBinnedCurve(one, singles([0.5]), look);
  assert.equal(one.named("arc").length, 1);
  assert.equal(one.depth(), 0);
});

test("a curve is clipped to its frame and its vertices are finite on a log axis, even at zero", () => {
  const ctx = createContext();
  drawBinnedCurve(ctx, singles([0.5, 0, 0.1, 1e-200, 0.2]), {
    frame,
    x: linearScale([0, 5], [40, 240]),
    y: logScale([0.01, 1], [110, 10]),
    colour: COLOURS.error,
  });
  assert.deepEqual(ctx.named("rect")[0].args, [40, 10, 200, 100]);
  assert.equal(ctx.named("clip").length, 1);
  for (const { args } of ctx.named("lineTo")) {
    assert.ok(
      args.every((value) => Number.isFinite(value) && Math.abs(value) <= 1e5),
      String(args),
    );
  }
});

test("a polyline breaks at what is not a number and goes on", () => {
  const ctx = createContext();
  drawPolyline(ctx, [0, 1, 2, 3, 4], [0, 1, Number.NaN, 1, 0], {
    frame,
    x: linearScale([0, 4], [40, 240]),
    y: linearScale([0, 1], [110, 10]),
    colour: COLOURS.a,
  });
  assert.equal(ctx.named("moveTo").length, 2);
  assert.equal(ctx.named("lineTo").length, 2);
});

test("points outside the frame are left out", () => {
  const ctx = createContext();
  drawPoints(ctx, [-1, 0, 2, 9], [0, 0.5, 2, 0], {
    frame,
    x: linearScale([0, 4], [40, 240]),
    y: linearScale([0, 1], [110, 10]),
    colour: COLOURS.a,
    paper: COLOURS.paper,
  });
  assert.equal(ctx.named("arc").length, 1);
  assert.deepEqual(ctx.named("arc")[0].args.slice(0, 2), [40, 60]);
});

test("a run of a million steps is drawn in as many vertices as the screen has room for", () => {
  const ctx = createContext();
  // As the core leaves it: bins of 512 steps.
  const bins = Float64Array.from({ length: 1954 * BIN }, (_, i) =>
    i % BIN === 0 ? (i / BIN + 1) * 512 : 0.2 + 0.1 * (i % BIN),
  );
  const last = bins[bins.length - BIN];
  drawBinnedCurve(ctx, bins, {
    frame,
    x: linearScale([0, last], [frame.left, frame.right]),
    y: linearScale([0, 1], [frame.bottom, frame.top]),
    colour: COLOURS.error,
  });
  assert.ok(last >= 1_000_000);
  // Mean, and the band's two sides: one each in two pixels.
  assert.ok(ctx.named("lineTo").length <= 3 * ((frame.right - frame.left) / 2 + 1));
});

test("the bin of a step is the one that ends at it or next after it, and its middle counts steps from 1", () => {
  const bins = Float64Array.from([4, 8, 20].flatMap((end) => [end, 0, 0.5, 1]));
  assert.deepEqual(
    [-5, 1, 4, 4.5, 8, 9, 20, 99].map((step) => binOfStep(bins, step)),
    [0, 0, 0, 1, 1, 2, 2, 2],
  );
  assert.deepEqual(
    [0, 1, 2].map((index) => middleOfBin(bins, index)),
    [2.5, 6.5, 14.5],
  );
  assert.equal(binOfStep(new Float64Array(0), 3), null);
});
