// @ts-check
// The points of chapter 4's accuracy curve.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accuracyBelow,
  epochsShown,
  isFirstEpoch,
  nearestOf,
  only,
  pointsOf,
} from "../../../www/chapters/digits/accuracy-points.js";

const FIRST = { pairs: [], early: [0, 0.1, 50, 0.6], stepsPerEpoch: 100 };

test("samples and whole measurements are one curve, in the order of the steps", () => {
  const points = pointsOf({
    pairs: [60, 0.7, 100, 0.92],
    early: [0, 0.1, 50, 0.6, 60, 0.5],
    stepsPerEpoch: 100,
  });
  assert.deepEqual(points, {
    epochs: [0, 0.5, 0.6, 1],
    accuracies: [0.1, 0.6, 0.7, 0.92],
    sampled: [true, true, false, false],
  });
  assert.deepEqual(only(points), { epochs: [0.6, 1], accuracies: [0.7, 0.92] });
  assert.deepEqual(only(points, true), { epochs: [0, 0.5], accuracies: [0.1, 0.6] });
});

test("within the first epoch the axes show all of it", () => {
  const first = pointsOf(FIRST);
  assert.equal(isFirstEpoch([first]), true);
  assert.deepEqual([epochsShown([first]), accuracyBelow([first])], [1, 0]);
  // A pause within it measures all, which changes nothing of that.
  const paused = pointsOf({ ...FIRST, pairs: [60, 0.7] });
  assert.deepEqual([epochsShown([paused]), accuracyBelow([paused])], [1, 0]);
});

test("after it they show where whole epochs differ, and the way up comes from below", () => {
  const second = pointsOf({ ...FIRST, pairs: [3, 0.2, 100, 0.93] });
  assert.equal(isFirstEpoch([second]), false);
  assert.deepEqual([epochsShown([second]), accuracyBelow([second])], [4, 0.9]);
  assert.deepEqual(
    [epochsShown([pointsOf(FIRST), second]), accuracyBelow([pointsOf(FIRST), second])],
    [4, 0.9],
  );
  const blind = pointsOf({ ...FIRST, pairs: [100, 0.098, 1000, 0.1] });
  assert.deepEqual([epochsShown([blind]), accuracyBelow([blind])], [10, 0]);
  const poor = pointsOf({ ...FIRST, pairs: [100, 0.7] });
  assert.equal(accuracyBelow([poor]), 0.5);
});

test("before the first measurement they show what was published", () => {
  const none = pointsOf({ pairs: [], early: [], stepsPerEpoch: 0 });
  assert.equal(isFirstEpoch([none]), false);
  assert.deepEqual([epochsShown([none]), accuracyBelow([none])], [30, 0.9]);
  assert.equal(nearestOf(none.epochs, 1), null);
  assert.equal(nearestOf([0, 0.5, 1], 0.7), 1);
});
