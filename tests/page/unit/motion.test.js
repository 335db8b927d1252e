// @ts-check
// A step that is seen: how far it has come, and between which two states.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { betweenSteps, createMotion, mixed } from "../../../www/chart/motion.js";

/** @type {any} */
const host = globalThis;
/** @type {Map<number, () => void>} */
let waiting = new Map();
let clock = 0;
let calm = false;
const { performance: realPerformance } = host;

beforeEach(() => {
  waiting = new Map();
  clock = 1000;
  calm = false;
  let count = 0;
  host.requestAnimationFrame = (/** @type {() => void} */ call) => {
    waiting.set(++count, call);
    return count;
  };
  host.cancelAnimationFrame = (/** @type {number} */ handle) => waiting.delete(handle);
  host.matchMedia = () => ({ matches: calm });
  Object.defineProperty(host, "performance", { value: { now: () => clock }, configurable: true });
});

afterEach(() => {
  for (const name of ["requestAnimationFrame", "cancelAnimationFrame", "matchMedia"]) delete host[name];
  Object.defineProperty(host, "performance", { value: realPerformance, configurable: true });
});

/** @param {number} milliseconds */
function pass(milliseconds) {
  clock += milliseconds;
  const due = [...waiting.values()];
  waiting.clear();
  for (const call of due) call();
}

test("a step goes from 0 to 1 in 200 milliseconds and then rests", () => {
  let redraws = 0;
  const motion = createMotion({ redraw: () => redraws++ });
  assert.equal(motion.now(), null);
  motion.begin(false);
  assert.deepEqual(motion.now(), { share: 0, back: false });
  pass(100);
  assert.deepEqual(motion.now(), { share: 0.5, back: false });
  let before = 0.5;
  for (let i = 0; i < 4; i++) {
    pass(20);
    const { share } = motion.now() ?? { share: 0 };
    assert.ok(share > before && share < 1, `${share}`);
    before = share;
  }
  pass(20);
  assert.equal(motion.now(), null);
  assert.equal(waiting.size, 0, "no frame is asked for at rest, even where nobody draws");
  assert.equal(redraws, 6, "the last one draws the rest");
});

test("a step back goes the other way, and a stop ends it at once", () => {
  const motion = createMotion({ redraw() {} });
  motion.begin(true);
  assert.deepEqual(motion.now(), { share: 1, back: true });
  pass(100);
  assert.deepEqual(motion.now(), { share: 0.5, back: true });
  motion.stop();
  assert.equal(motion.now(), null);
});

test("who wants no motion sees none, and still the redrawing", () => {
  calm = true;
  let redraws = 0;
  const motion = createMotion({ redraw: () => redraws++ });
  motion.begin(false);
  assert.equal(motion.now(), null);
  pass(16);
  assert.equal(redraws, 1);
  assert.equal(waiting.size, 0);
});

test("states are a step apart in the direction of the motion, or there is none", () => {
  const [four, five, six] = [4, 5, 6].map((t) => ({ t }));
  const forward = { share: 0.25, back: false };
  const back = { share: 0.75, back: true };
  assert.deepEqual(betweenSteps(forward, four, five), { earlier: four, later: five, share: 0.25 });
  assert.deepEqual(betweenSteps(back, five, four), { earlier: four, later: five, share: 0.75 });
  assert.equal(betweenSteps(forward, four, six), null);
  assert.equal(betweenSteps(forward, five, four), null);
  assert.equal(betweenSteps(back, four, five), null);
  assert.equal(betweenSteps(forward, null, five), null);
  assert.equal(betweenSteps(null, four, five), null);
  assert.equal(mixed(-2, 4, 0.5), 1);
});
