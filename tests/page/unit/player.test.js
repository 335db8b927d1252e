// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlayer } from "../../../www/frame/player.js";

function clock() {
  /** @type {Map<number, (now: number) => void>} */
  const waiting = new Map();
  let handle = 0;
  let now = 1000;
  return {
    /** @param {(now: number) => void} callback */
    requestFrame(callback) {
      handle += 1;
      waiting.set(handle, callback);
      return handle;
    },
    /** @param {number} cancelled */
    cancelFrame(cancelled) {
      waiting.delete(cancelled);
    },
    /** @param {number} count @param {number} [milliseconds] */
    frames(count, milliseconds = 20) {
      for (let i = 0; i < count; i++) {
        now += milliseconds;
        const due = [...waiting.values()];
        waiting.clear();
        for (const callback of due) callback(now);
      }
    },
    waiting,
  };
}

/** @param {Partial<import("../../../www/frame/player.js").Driver>} [overrides] */
function setUp(overrides = {}) {
  const time = clock();
  const player = createPlayer(time);
  /** @type {string[]} */
  const calls = [];
  let steps = 0;
  const release = player.attach({
    step: () => calls.push("step"),
    back: () => calls.push("back"),
    reset: () => calls.push("reset"),
    start: () => calls.push("start"),
    stop: () => calls.push("stop"),
    advance(count) {
      steps += count;
      return true;
    },
    speeds: [
      { id: "ten", text: "", perSecond: 10 },
      { id: "full", text: "" },
    ],
    ...overrides,
  });
  return { time, player, calls, release, steps: () => steps };
}

test("playing makes the stated steps a second, the first at once", () => {
  const { time, player, steps } = setUp();
  player.play();
  time.frames(1);
  assert.equal(steps(), 1);
  time.frames(50);
  assert.equal(steps(), 11);
  player.pause();
  time.frames(50);
  assert.equal(steps(), 11);
  assert.equal(time.waiting.size, 0);
});

test("a frame that came late is not caught up with", () => {
  const { time, player, steps } = setUp();
  player.play();
  time.frames(1);
  time.frames(1, 10_000);
  assert.ok(steps() <= 3, String(steps()));
});

test("a driver that runs by itself is started and stopped, also when the speed changes on the way", () => {
  const { time, player, calls, steps } = setUp({ speed: "full" });
  player.play();
  assert.deepEqual(calls, ["start"]);
  player.setSpeed("ten");
  assert.deepEqual(calls, ["start", "stop"]);
  time.frames(1);
  assert.equal(steps(), 1);
  player.setSpeed("full");
  assert.deepEqual(calls, ["start", "stop", "start"]);
  time.frames(20);
  assert.equal(steps(), 1);
  player.toggle();
  assert.deepEqual(calls, ["start", "stop", "start", "stop"]);
  assert.equal(player.state().playing, false);
});

test("step, back and reset pause first; back and step need something to do", () => {
  const { player, calls } = setUp({ speed: "full" });
  player.play();
  player.step();
  assert.deepEqual(calls, ["start", "stop", "step"]);
  player.back();
  assert.deepEqual(calls.slice(3), []);
  player.report({ canBack: true, canStep: false, t: 3 });
  player.back();
  player.step();
  player.play();
  player.reset();
  assert.deepEqual(calls.slice(3), ["back", "start", "stop", "reset"]);
});

test("playing ends when the driver cannot go on", () => {
  const { time, player } = setUp({ advance: () => false });
  player.play();
  time.frames(1);
  assert.equal(player.state().playing, false);
  assert.equal(time.waiting.size, 0);
});

test("a chapter that is left is paused and hears nothing more", () => {
  const { time, player, calls, release, steps } = setUp();
  player.play();
  release();
  assert.equal(player.state().playing, false);
  assert.equal(player.state().attached, false);
  time.frames(10);
  player.step();
  player.play();
  assert.equal(steps(), 0);
  assert.deepEqual(calls, []);
});

test("listeners hear each change once", () => {
  const { player } = setUp();
  /** @type {(number | null)[]} */
  const heard = [];
  const stop = player.subscribe((state) => heard.push(state.t));
  player.report({ t: 1 });
  player.report({ t: 1 });
  player.report({ t: 2 });
  stop();
  player.report({ t: 3 });
  assert.deepEqual(heard, [null, 1, 2]);
});

test("a run towards a goal starts in its own way and ends by itself, without being stopped", () => {
  const { player, calls } = setUp({ speed: "full" });
  player.playTowards(() => calls.push("epoch"));
  assert.equal(player.state().playing, true);
  player.ended();
  assert.equal(player.state().playing, false);
  assert.deepEqual(calls, ["epoch"]);
});

test("a driver hears its speed at the beginning and at each change, and is not restarted when it runs by itself", () => {
  /** @type {string[]} */
  const speeds = [];
  const { player, calls } = setUp({
    speeds: [
      { id: "fast", text: "" },
      { id: "slow", text: "" },
    ],
    onSpeed: (id) => speeds.push(id),
  });
  player.play();
  player.setSpeed("slow");
  player.setSpeed("slow");
  player.setSpeed("unknown");
  assert.deepEqual(speeds, ["fast", "slow"]);
  assert.deepEqual(calls, ["start"]);
});

test("steps a frame are counted by frames, whatever the screen's rate", () => {
  const speeds = [
    { id: "ten", text: "", perFrame: 10 },
    { id: "all", text: "", perFrame: Number.POSITIVE_INFINITY },
    { id: "slow", text: "", perSecond: 10 },
  ];
  const { time, player, steps, calls } = setUp({ speeds });
  player.play();
  time.frames(7, 4);
  assert.equal(steps(), 70);
  time.frames(1, 5000);
  assert.equal(steps(), 80);
  player.setSpeed("all");
  time.frames(1);
  assert.equal(steps(), Number.POSITIVE_INFINITY);
  player.pause();
  assert.equal(time.waiting.size, 0);
  assert.deepEqual(calls, [], "the driver runs by itself at none of them");
});

test("a run that begins slowly makes each of its first steps visible, and is soon as fast as it was asked to be", () => {
  const speeds = [
    { id: "ten", text: "", perFrame: 10 },
    { id: "all", text: "", perFrame: Number.POSITIVE_INFINITY },
  ];
  let isFirst = true;
  const beginsSlowly = () => {
    const is = isFirst;
    isFirst = false;
    return is;
  };
  for (const speed of ["ten", "all"]) {
    isFirst = true;
    const { time, player, steps } = setUp({ speeds, speed, beginsSlowly });
    player.play();
    /** Steps in each of so many frames of 20 ms. */
    const made = Array.from({ length: 300 }, () => {
      const before = steps();
      time.frames(1);
      return steps() === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : steps() - before;
    });
    const places = made.flatMap((count, frame) => (count > 0 ? [frame] : []));
    assert.equal(places[0], 0, "the first step comes with the press");
    // Each third of a second one, at first; never two at once as long as they can be told apart.
    for (let step = 1; step < 5; step++) assert.ok(Math.abs(places[step] - places[step - 1] - 15) <= 1);
    assert.ok(made.slice(0, 100).every((count) => count <= 1));
    for (let frame = 1; frame < 300; frame++)
      assert.ok(made[frame] >= made[frame - 1] - 1, `${speed}, frame ${frame}: never slower again`);
    assert.equal(made.at(-1), speed === "ten" ? 10 : Number.POSITIVE_INFINITY);
    // A pause is the end of it.
    player.pause();
    player.play();
    const before = steps();
    time.frames(1);
    if (speed === "ten") assert.equal(steps() - before, 10);
  }
});

test("going to a step pauses first, and what a chapter reports says whether there is a way back", () => {
  const { player, driver, calls } = setUpForGo();
  player.attach(driver);
  player.report({ t: 7, last: 9, canStep: true });
  assert.deepEqual([player.state().t, player.state().last, player.state().canBack], [7, 9, true]);
  player.play();
  player.go(3);
  assert.equal(player.state().playing, false);
  assert.deepEqual(calls, ["start", "stop", "go 3"]);
  player.report({ t: 0, last: 9 });
  assert.equal(player.state().canBack, false);
  player.report({ t: 4 });
  assert.equal(player.state().last, 4, "a chapter that knows no more is at its last step");
});

function setUpForGo() {
  /** @type {string[]} */
  const calls = [];
  const note = (/** @type {string} */ name) => () => calls.push(name);
  const driver = {
    step: note("step"),
    back: note("back"),
    reset: note("reset"),
    go: (/** @type {number} */ t) => calls.push(`go ${t}`),
    start: note("start"),
    stop: note("stop"),
    speeds: [{ id: "full", text: "x" }],
  };
  const player = createPlayer({ requestFrame: () => 1, cancelFrame() {} });
  return { player, driver, calls };
}
