// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createRate } from "../../../www/chapters/digits/rate.js";

test("the rate is that of the last second", () => {
  const rate = createRate();
  assert.equal(rate.note(0, 0), null);
  assert.equal(rate.note(100, 10), null);
  for (let time = 200; time <= 1000; time += 100) rate.note(time, time / 10);
  assert.equal(rate.note(1100, 110), 100);
  let last = null;
  for (let time = 1200; time <= 2200; time += 100) last = rate.note(time, 110 + (time - 1100));
  assert.equal(last, 1000);
});

test("a new network or a pause begins anew", () => {
  const rate = createRate();
  rate.note(0, 5000);
  assert.equal(rate.note(500, 10), null);
  assert.equal(rate.note(1000, 20), 20);
  rate.clear();
  assert.equal(rate.note(5000, 30), null);
});
