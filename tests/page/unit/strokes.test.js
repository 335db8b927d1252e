import assert from "node:assert/strict";
import test from "node:test";
import { createStrokes, toArrays, traceSmooth } from "../../../www/chapters/digits/pad/strokes.js";
import { createRandom } from "./random.js";

test("a stroke begins, grows and ends", () => {
  const model = createStrokes();
  assert.ok(model.isEmpty);
  assert.ok(model.begin(0.1, 0.2));
  assert.ok(model.extend(0.3, 0.4));
  model.end();
  assert.ok(!model.extend(0.5, 0.5), "an ended stroke does not grow");
  assert.deepEqual(model.list, [
    [
      [0.1, 0.2],
      [0.3, 0.4],
    ],
  ]);
});

test("points that repeat the one before are jitter", () => {
  const model = createStrokes();
  model.begin(0.5, 0.5);
  assert.ok(!model.extend(0.5, 0.5));
  assert.ok(!model.extend(0.5005, 0.5));
  assert.ok(model.extend(0.51, 0.5));
  assert.equal(model.list[0].length, 2);
});

test("undo takes the last stroke, the open one too; clear takes all", () => {
  const model = createStrokes();
  assert.ok(!model.undo());
  assert.ok(!model.clear());
  model.begin(0.1, 0.1);
  model.end();
  model.begin(0.2, 0.2);
  assert.ok(model.undo());
  assert.ok(!model.extend(0.9, 0.9), "what was taken away does not grow");
  assert.deepEqual(model.list, [[[0.1, 0.1]]]);
  assert.ok(model.clear());
  assert.ok(model.isEmpty);
});

test("what was cleared comes back by undoing, under what was drawn since", () => {
  const model = createStrokes();
  model.set([[[0.1, 0.1]], [[0.2, 0.2]]]);
  assert.ok(model.clear());
  assert.ok(!model.clear(), "an empty pad does not forget it");
  assert.ok(model.canUndo);
  model.begin(0.5, 0.5);
  assert.ok(model.undo());
  assert.ok(model.undo());
  assert.deepEqual(model.list, [[[0.1, 0.1]], [[0.2, 0.2]]]);
  assert.ok(model.undo() && model.undo() && !model.undo());
  assert.ok(!model.canUndo);
});

test("what is no number is refused", () => {
  const model = createStrokes();
  assert.ok(!model.begin(Number.NaN, 0.5));
  assert.ok(model.isEmpty);
  model.begin(0.5, 0.5);
  assert.ok(!model.extend(Infinity, 0.5));
  assert.deepEqual(model.list, [[[0.5, 0.5]]]);
});

test("a line that leaves the pad ends at its edge, and begins anew where it comes back", () => {
  const model = createStrokes();
  model.begin(0.5, 0.5);
  // Straight down through the lower edge, along it beside the pad, and in again at the left.
  assert.ok(model.extend(0.5, 1.5));
  assert.ok(!model.extend(0.25, 1.25), "nothing is drawn beside the pad");
  assert.ok(!model.extend(-0.5, 0.25));
  assert.ok(model.extend(0.5, 0.75));
  assert.deepEqual(model.list, [
    [
      [0.5, 0.5],
      [0.5, 1],
    ],
    [
      [0, 0.5],
      [0.5, 0.75],
    ],
  ]);
  // Through a corner: the edge that is met last on the way in.
  model.begin(0.5, 0.5);
  model.extend(1.5, 1.25);
  assert.deepEqual(model.list[2].at(-1), [1, 0.875]);
  // The 7 that leaves at the bottom: its stem ends there.
  model.clear();
  const seven = [
    [0.22, 0.1],
    [0.75, 0.1],
    [0.48, 1.02],
    [0.2, 1.15],
    [-0.07, 1.25],
  ];
  model.begin(...seven[0]);
  for (const point of seven.slice(1)) model.extend(...point);
  model.end();
  assert.equal(model.list.length, 1);
  assert.equal(model.list[0].length, 3);
  assert.equal(model.list[0][2][1], 1);
});

test("strokes from elsewhere are checked", () => {
  const model = createStrokes();
  model.set([
    [
      [0.1, 0.1],
      [Number.NaN, 0],
    ],
    [],
    [[2, 0.5]],
  ]);
  assert.deepEqual(model.list, [[[0.1, 0.1]], [[1, 0.5]]]);
});

test("property: whatever is done, the arrays agree with the strokes", () => {
  const random = createRandom(17);
  for (let round = 0; round < 200; round++) {
    const model = createStrokes();
    for (let i = 0; i < 60; i++) {
      const action = random.below(12);
      const x = random.between(-0.3, 1.3);
      const y = random.next() < 0.02 ? Number.NaN : random.between(-0.3, 1.3);
      if (action < 2) model.begin(x, y);
      else if (action < 9) model.extend(x, y);
      else if (action === 9) model.end();
      else if (action === 10) model.undo();
      else if (random.next() < 0.2) model.clear();
    }
    const { points, lengths } = toArrays(model.list);
    assert.equal(lengths.length, model.list.length);
    assert.equal(points.length, 2 * lengths.reduce((sum, length) => sum + length, 0));
    assert.deepEqual([...points], model.list.flat(2));
    assert.ok(points.every((value) => value >= 0 && value <= 1));
    assert.ok(lengths.every((length) => length > 0));
  }
});

test("no strokes give empty arrays", () => {
  const { points, lengths } = toArrays([]);
  assert.equal(points.length, 0);
  assert.equal(lengths.length, 0);
});

test("the smooth line passes through both ends, has no corner between, and stays in the points' bounds", () => {
  const random = createRandom(23);
  for (let round = 0; round < 100; round++) {
    const stroke = Array.from(
      { length: 2 + random.below(20) },
      () => /** @type {const} */ ([random.next(), random.next()]),
    );
    /** @type {[string, number[]][]} */
    const calls = [];
    const path = {
      moveTo: (...args) => calls.push(["move", args]),
      lineTo: (...args) => calls.push(["line", args]),
      quadraticCurveTo: (...args) => calls.push(["curve", args]),
    };
    traceSmooth(path, stroke, 100, 10, 20);
    const at = ([x, y]) => [10 + 100 * x, 20 + 100 * y];
    assert.deepEqual(calls[0], ["move", at(stroke[0])]);
    assert.deepEqual(calls[calls.length - 1], ["line", at(stroke[stroke.length - 1])]);
    assert.equal(calls.length, stroke.length);
    for (let i = 1; i < calls.length - 2; i++) {
      // A parabola leaves along control → end; the next begins along start → control: one direction, so no corner.
      const [cx, cy, x, y] = calls[i][1];
      const [nextX, nextY] = calls[i + 1][1];
      assert.ok(Math.abs((x - cx) * (nextY - y) - (y - cy) * (nextX - x)) < 1e-6);
      assert.ok(x >= 10 && x <= 110 && y >= 20 && y <= 120);
    }
  }
});
