// From where on the map the same minimum is come to: tried in parts, known at once, and shown only where there is a choice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlaneBasin } from "../../../www/chapters/descent/plane-basin.js";
import { drawAreas } from "../../../www/chart/level-map.js";
import { linearScale } from "../../../www/chart/scale.js";
import { COLOURS, createContext } from "./context.js";

/** Frames made by hand, in which time stands still or is over at once. */
function setUp({ slow = true } = {}) {
  const frames = [];
  const told = { redraws: 0 };
  let time = 0;
  const basin = createPlaneBasin({
    redraw: () => {
      told.redraws += 1;
    },
    requestFrame: (callback) => frames.push(callback),
    cancelFrame: () => frames.splice(0),
    now() {
      time += slow ? 100 : 0;
      return time;
    },
  });
  const frame = () => {
    for (const callback of frames.splice(0)) callback();
  };
  return { basin, told, frame, frames };
}

/** Above the middle the same minimum, below it `below`. */
function createPlane({ below = 2, goal = /** @type {const} */ ([0, 1]), rate = 0.3 } = {}) {
  const asked = [];
  return {
    asked,
    formula: "f",
    setting: { rate, start: [1, 1] },
    destination: () => goal,
    basins(_, { columns, rows }, from, to) {
      asked.push([from, to]);
      return Uint8Array.from({ length: (to - from) * columns }, (__, i) =>
        from + Math.floor(i / columns) >= rows / 2 ? 1 : below,
      );
    },
  };
}

const [X, Y] = /** @type {const} */ ([
  [-2, 2],
  [-1, 1],
]);

test("a part of the rows in each frame; nothing is shown before all are known", () => {
  const { basin, told, frame, frames } = setUp();
  const plane = createPlane();
  assert.equal(basin.of(plane, X, Y), null);
  for (let i = 0; i < 35; i++) frame();
  assert.equal(basin.of(plane, X, Y), null);
  assert.equal(told.redraws, 0);
  while (frames.length > 0) frame();
  assert.equal(told.redraws, 1);
  const grid = basin.of(plane, X, Y);
  assert.deepEqual([grid.columns, grid.rows], [144, 72]);
  assert.deepEqual([...new Set(grid.values.subarray(0, 144 * 36))], [0]);
  assert.deepEqual([...new Set(grid.values.subarray(144 * 36))], [1]);
  // Every row once, and not again.
  assert.deepEqual(
    plane.asked.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)),
    Array.from({ length: 72 }, (_, row) => row),
  );
  assert.equal(frames.length, 0);
});

test("where nobody comes to another minimum, or the run to none, nothing is shown", () => {
  for (const plane of [createPlane({ below: 0 }), createPlane({ goal: null })]) {
    const { basin, told, frame } = setUp({ slow: false });
    basin.of(plane, X, Y);
    frame();
    assert.equal(basin.of(plane, X, Y), null);
    assert.equal(told.redraws, 0);
  }
});

test("another α begins anew, and what was on its way is given up", () => {
  const { basin, frame, frames } = setUp();
  const [one, other] = [createPlane(), createPlane({ rate: 0.2 })];
  basin.of(one, X, Y);
  frame();
  assert.equal(basin.of(other, X, Y), null);
  const before = one.asked.length;
  while (frames.length > 0) frame();
  assert.equal(one.asked.length, before);
  assert.ok(basin.of(other, X, Y));
});

test("what is tinted covers its cells, a row in one piece", () => {
  const ctx = createContext();
  const grid = { values: Float64Array.of(0, 1, 1, 0, 0, 1), columns: 3, rows: 2, x: [0, 2], y: [0, 1] };
  drawAreas(ctx, grid, {
    frame: { left: 0, top: 0, right: 20, bottom: 10 },
    x: linearScale([0, 2], [0, 20]),
    y: linearScale([0, 1], [10, 0]),
    colour: COLOURS.a,
    opacity: 0.2,
  });
  const cells = ctx.named("rect").map(({ args }) => args);
  assert.deepEqual(cells.slice(-2), [
    [5, 5, 20, 10],
    [15, -5, 10, 10],
  ]);
});
