// "Until z < 0.1": what is typed, and a run that is played to the first step at which it is so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { holds, readCondition } from "../../../www/controls/until.js";
import { createPlayer } from "../../../www/frame/player.js";
import { setNumberLanguage } from "../../../www/i18n/numbers.js";

const LETTERS = { z: "z", ε: "error", V: "V" };

test("a letter, a sign and a number are a condition, in the manner of either language", () => {
  const read = (text) => readCondition(text, LETTERS);
  assert.deepEqual(read("z < 0.1"), { name: "z", sign: "<", value: 0.1 });
  assert.deepEqual(read("z<0,1"), { name: "z", sign: "<", value: 0.1 });
  assert.deepEqual(read(" V>=−2"), { name: "V", sign: "≥", value: -2 });
  // No keyboard has ε, and a Russian one has another e.
  for (const letter of ["ε", "e", "е", "eps"]) {
    assert.deepEqual(read(`${letter} ≤ 10^-3`), { name: "error", sign: "≤", value: 1e-3 });
  }
  for (const none of [
    "",
    "120",
    "z",
    "z <",
    "< 0.1",
    "v < 1",
    "z = 1",
    "z < z",
    "toString < 1",
    "__proto__ < 1",
  ]) {
    assert.equal(read(none), null, none);
  }
});

test("no condition holds for what is not known", () => {
  const at = (sign, z) => holds({ name: "z", sign, value: 1 }, { z });
  assert.deepEqual(
    ["<", "≤", ">", "≥"].map((sign) => [0, 1, 2].map((z) => at(sign, z))),
    [
      [true, false, false],
      [true, true, false],
      [false, false, true],
      [false, true, true],
    ],
  );
  assert.equal(at("<", null), false);
  assert.equal(at("<", Number.NaN), false);
  assert.equal(holds({ name: "z", sign: "<", value: 1 }, null), false);
});

/** A player whose frames are made by hand, and a driver that counts. */
function setUp(speed = { id: "fast", text: "", perFrame: 40 }, end = Number.POSITIVE_INFINITY) {
  const waiting = [];
  const player = createPlayer({ requestFrame: (callback) => waiting.push(callback), cancelFrame() {} });
  const run = { t: 0, calls: [] };
  player.attach({
    step() {},
    back() {},
    go() {},
    reset() {},
    speeds: [speed],
    advance(steps) {
      run.t += steps;
      run.calls.push(steps);
      return run.t < end;
    },
  });
  let now = 0;
  const frames = (count) => {
    for (let i = 0; i < count; i++) {
      now += 20;
      for (const callback of waiting.splice(0)) callback(now);
    }
  };
  return { player, run, frames };
}

test("it stops at the first step at which it is so, however many a frame has", () => {
  const { player, run, frames } = setUp();
  player.playUntil(() => run.t >= 57);
  assert.equal(player.state().playing, true);
  frames(200);
  assert.deepEqual([run.t, player.state().playing], [57, false]);
  // It is forgotten: playing goes on as ever.
  player.play();
  frames(3);
  assert.equal(run.calls.at(-1), 40);
  assert.equal(player.state().playing, true);
});

test("where it is so already nothing is played, and a pause gives it up", () => {
  const { player, run, frames } = setUp();
  player.playUntil(() => true);
  assert.equal(player.state().playing, false);
  player.playUntil(() => run.t >= 3);
  player.pause();
  player.play();
  frames(2);
  assert.equal(run.calls.at(-1), 40);
});

test("a run that comes to its end before stops there", () => {
  const { player, run, frames } = setUp(undefined, 9);
  player.playUntil(() => false);
  frames(50);
  assert.deepEqual([run.t, player.state().playing], [9, false]);
});

test("a driver that runs by itself is not looked at step by step", () => {
  const { player } = setUp({ id: "own", text: "" });
  player.playUntil(() => false);
  assert.equal(player.state().playing, false);
});

setNumberLanguage("en");
