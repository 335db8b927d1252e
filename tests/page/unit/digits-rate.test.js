// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createClock } from "../../../www/chapters/digits/clock.js";
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

/** @param {number[]} accuracies @param {number | null} seconds */
const seenAt = (accuracies, seconds) =>
  /** @type {Parameters<ReturnType<typeof createClock>["note"]>[0]} */ (
    /** @type {unknown} */ ({
      accuracies: Float64Array.from(accuracies),
      seconds,
      status: { steps_per_epoch: 6000 },
    })
  );

test("the clock is read when all test images say 95 per cent, and not again", () => {
  const clock = createClock();
  clock.note(seenAt([0, 0.1, 6000, 0.93], 0.4));
  assert.equal(clock.reached, null);
  clock.note(seenAt([0, 0.1, 6000, 0.93, 12_000, 0.953], 0.8));
  const reached = { step: 12_000, seconds: 0.8, epoch: 2 };
  assert.deepEqual(clock.reached, reached);
  clock.note(seenAt([0, 0.1, 6000, 0.93, 12_000, 0.953, 18_000, 0.96], 1.2));
  assert.deepEqual(clock.reached, reached);
  // Another way from step 6,000 on.
  clock.note(seenAt([0, 0.1, 6000, 0.93], 1.3));
  assert.equal(clock.reached, null);
  clock.note(seenAt([0, 0.1, 6000, 0.93, 6001, 0.95], 1.4));
  assert.deepEqual(clock.reached, { step: 6001, seconds: 1.4, epoch: 2 });
});

test("a run that began elsewhere has no time", () => {
  const clock = createClock();
  clock.note(seenAt([6000, 0.97], null));
  assert.equal(clock.reached, null);
});
