import assert from "node:assert/strict";
import test from "node:test";
import { linesOfRate, namesOf } from "../../../www/frame/changes.js";

test("a reading says with which α its step was made, once there was more than one", () => {
  const rates = Float64Array.of(0, 3, 100, 0.5, 250, 30);
  const at = (step) => linesOfRate(rates, step)[0];
  assert.deepEqual(
    [1, 100, 101, 250, 251, 9000].map(at),
    ["α = 3", "α = 3", "α = 0.5", "α = 0.5", "α = 30", "α = 30"],
    "the step from 100 to 101 is the first of the second",
  );
  assert.deepEqual(linesOfRate(rates, 0), [], "no step leads to the start");
  assert.deepEqual(linesOfRate(Float64Array.of(0, 3), 50), []);
  assert.deepEqual(linesOfRate([], 50), [], "with lessons nobody tells");
});

test("beside a tick stands α, or what else became another", () => {
  const rates = Float64Array.of(0, 3, 100, 0.5);
  const marks = Float64Array.of(40, 100, 170);
  assert.deepEqual(namesOf({ marks, rates, other: () => "points" }), [
    { step: 40, text: "points" },
    { step: 100, text: "α = 0.5" },
    { step: 170, text: "points" },
  ]);
  assert.deepEqual(namesOf({ marks, rates }), [{ step: 100, text: "α = 0.5" }]);
  assert.deepEqual(
    namesOf({ marks, rates: [], other: () => "points" }),
    [],
    "nobody can tell which of them is α",
  );
});
