// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { positionOf, valueAt } from "../../../www/controls/slider.js";

const RATE = { min: 0.001, max: 100, logarithmic: true };
const HIDDEN = { min: 1, max: 300, integer: true };

test("a slider's ends are its range", () => {
  for (const range of [RATE, HIDDEN, { min: -4, max: 4 }]) {
    assert.equal(valueAt(0, range), range.min);
    assert.equal(valueAt(240, range), range.max);
    assert.equal(positionOf(range.min, range), 0);
    assert.equal(positionOf(range.max, range), 240);
  }
});

test("values are round enough to say and stand where they came from", () => {
  for (let position = 0; position <= 240; position++) {
    const value = valueAt(position, RATE);
    assert.ok(String(value).replace(/[0.]/g, "").length <= 2, String(value));
    assert.ok(Math.abs(positionOf(value, RATE) - position) <= 1, `${position} → ${value}`);
    assert.ok(Number.isInteger(valueAt(position, HIDDEN)));
  }
});
