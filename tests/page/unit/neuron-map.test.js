// The next step on chapter 3's map: an arrow in its direction, so many times longer that it is seen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawStep, timesOf } from "../../../www/chapters/neuron/map-drawing.js";
import { linearScale } from "../../../www/chart/scale.js";
import { COLOURS, createContext } from "./context.js";

/** Ten pixels a unit, and y goes up. */
const PLACE = {
  frame: { left: 0, top: 0, right: 200, bottom: 200 },
  x: linearScale([0, 20], [0, 200]),
  y: linearScale([0, 20], [200, 0]),
  colours: COLOURS,
};

test("a step is magnified until it is seen, by a number that can be said", () => {
  assert.deepEqual([400, 28, 27, 14, 5, 0.3, 0.0028].map(timesOf), [1, 1, 2, 2, 10, 100, 10_000]);
  assert.deepEqual([0, 0.0027, Number.NaN].map(timesOf), [null, null, null]);
});

test("the arrow goes the step's way, and says by how much it is larger", () => {
  const ctx = createContext();
  drawStep(ctx, [10, 10], [0.3, -0.4], PLACE);
  // Five pixels become fifty, downwards to the right; a tip is where a head begins.
  const tips = ctx.named("moveTo").map(({ args }) => args);
  assert.ok(
    tips.some(([x, y]) => Math.abs(x - 130) < 1e-9 && Math.abs(y - 140) < 1e-9),
    String(tips),
  );
  assert.deepEqual(ctx.texts(), ["× 10"]);
});

test("a step that is long enough is as it is, and one that is nothing is not drawn", () => {
  for (const [step, texts, lines] of /** @type {const} */ ([
    [[3, 0], [], 4],
    [[0, 0], [], 0],
  ])) {
    const ctx = createContext();
    drawStep(ctx, [10, 10], step, PLACE);
    assert.deepEqual([ctx.texts(), ctx.named("moveTo").length], [texts, lines]);
  }
});
