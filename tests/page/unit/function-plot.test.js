import assert from "node:assert/strict";
import test from "node:test";
import { errorRange, marginsOf, placeOf, stepsShown } from "../../../www/chapters/descent/function-place.js";
import { drawFunctionPlot } from "../../../www/chapters/descent/function-plot.js";
import { drawArrow } from "../../../www/chart/arrow.js";
import { plotFrame } from "../../../www/chart/axes.js";
import { tick } from "../../../www/i18n/numbers.js";
import { COLOURS, createContext } from "./context.js";

/** The parabola ½(a − 1)² over −3 … 5, and a run on it. */
function picture({ alpha = 0.5, start = -2, steps = 4, width = 700, height = 500, ...rest } = {}) {
  const window = [-3, 5];
  const samples = Float64Array.from({ length: 101 }, (_, i) => (window[0] + (8 * i) / 100 - 1) ** 2 / 2);
  const points = [];
  let a = start;
  for (let t = 0; t <= steps; t++) {
    points.push(a, (a - 1) ** 2 / 2, a - 1, -alpha * (a - 1));
    a -= alpha * (a - 1);
  }
  const trail = Float64Array.from(points);
  const run = {
    trail,
    last: steps,
    now: [trail[4 * steps], trail[4 * steps + 1]],
    row: steps,
    mark: "dot",
    dash: [],
    name: "α",
    active: true,
  };
  const what = { window, samples, runs: [run], goal: 1, stepText: "step", steps: stepsShown(steps) };
  const place = placeOf(plotFrame(width, height, marginsOf(width)), what);
  return { ...what, ...place, colours: COLOURS, write: tick, ...rest };
}

test("both plots share the a axis, and time runs downward", () => {
  for (const [width, height] of [
    [340, 320],
    [700, 500],
    [1000, 900],
  ]) {
    const { curve, trail, x, t, y } = picture({ width, height });
    assert.equal(curve.left, trail.left);
    assert.equal(curve.right, trail.right);
    assert.ok(curve.bottom < trail.top && trail.bottom <= height);
    assert.ok(t.map(1) > t.map(0));
    assert.equal(x.map(-3), curve.left);
    // The curve keeps clear of the arrow on the axis.
    assert.ok(curve.bottom - y.map(0) > 36, `${curve.bottom - y.map(0)}`);
  }
});

test("the arrow on the axis ends where the next point of a over t stands", () => {
  const now = picture({ steps: 2 });
  const next = picture({ steps: 3 });
  const ctx = createContext();
  const { x, curve } = now;
  drawFunctionPlot(ctx, now);
  const tip = ctx.calls.find(
    (call, i) =>
      call.name === "moveTo" &&
      call.fillStyle === COLOURS.derivative &&
      ctx.calls[i + 1]?.name === "lineTo" &&
      ctx.calls[i + 2]?.name === "lineTo" &&
      ctx.calls[i + 3]?.name === "closePath",
  );
  assert.ok(tip, "no arrow head");
  assert.ok(Math.abs(tip.args[0] - x.map(next.runs[0].now[0])) < 1e-9);
  assert.equal(tip.args[1], curve.bottom);
  assert.equal(ctx.depth(), 0);
});

test("a run that has left is told at the edge, and nothing is drawn at no number", () => {
  const ctx = createContext();
  const shown = picture({ alpha: 3, steps: 40, stepText: "a = −5" });
  const { curve } = shown;
  drawFunctionPlot(ctx, shown);
  assert.ok(ctx.texts().includes("a = −5"));
  for (const { name, args } of ctx.calls) {
    if (name === "fillText" || name === "setLineDash") continue;
    for (const number of args) assert.ok(Number.isFinite(number), `${name}(${args})`);
  }
  const edges = ctx.named("moveTo").filter(({ args }) => args[0] === curve.left || args[0] === curve.right);
  assert.ok(edges.length >= 2);
});

test("the range of ε shows the valley although a wall is beside it", () => {
  const wall = Float64Array.from({ length: 200 }, (_, i) => (i < 4 ? 1e6 : (i - 100) ** 2 / 1e4));
  const [low, high] = errorRange(wall, 0.5, 300);
  assert.ok(low < 0 && high < 10, `${low} … ${high}`);
  const [, plain] = errorRange([0, 1, 2, 3, 4], 2, 300);
  assert.ok(plain > 4 && plain < 5);
  const [, needed] = errorRange([0, 1, 2], 9, 300);
  assert.ok(needed > 9);
  assert.deepEqual(errorRange([Number.NaN, Number.NaN], 1, 300), [0, 1]);
  assert.ok(errorRange([2, 2, 2], 2, 300)[0] < 2);
});

test("the t axis grows by doubling", () => {
  assert.deepEqual([0, 7, 8, 15, 16, 100, 10_000].map(stepsShown), [8, 8, 16, 16, 32, 128, 16_384]);
});

test("an arrow is never longer than its step and a step of nothing has none", () => {
  const ctx = createContext();
  drawArrow(ctx, [10, 10], [13, 10], { colour: "red" });
  const xs = ctx.calls
    .filter(({ name }) => name === "moveTo" || name === "lineTo")
    .map(({ args }) => args[0]);
  assert.ok(xs.every((x) => x >= 10 && x <= 13));
  const none = createContext();
  drawArrow(none, [10, 10], [10, 10], { colour: "red" });
  drawArrow(none, [10, 10], [Number.NaN, 10], { colour: "red" });
  assert.equal(none.calls.length, 0);
});
