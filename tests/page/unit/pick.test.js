import assert from "node:assert/strict";
import test from "node:test";
import { listenForPick, pickedValue } from "../../../www/chart/pick.js";
import { createCanvas } from "./browser-host.js";

/** A canvas at (100, 50) whose point stands at (60, 40). */
function setUp() {
  const canvas = createCanvas();
  const picked = [];
  let done = 0;
  const stop = listenForPick(canvas, {
    holds: (x, y) => x >= 0 && x <= 200 && y >= 0 && y <= 100,
    grabs: (x, y) => Math.hypot(x - 60, y - 40) <= 24,
    onPick: (x, _, touch) => picked.push(touch ? `${x} by touch` : x),
    onDone: () => done++,
  });
  const fire = (type, more) => {
    const event = new Event(type, { cancelable: true });
    Object.assign(event, more);
    canvas.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const pointer = (pointerType) => (type, x, y) =>
    fire(type, {
      clientX: 100 + x,
      clientY: 50 + y,
      pointerId: 1,
      pointerType,
      isPrimary: true,
      button: 0,
      buttons: 1,
    });
  return {
    picked,
    done: () => done,
    stop,
    mouse: pointer("mouse"),
    finger: pointer("touch"),
    refuses: (...points) =>
      fire("touchstart", { touches: points.map(([x, y]) => ({ clientX: 100 + x, clientY: 50 + y })) }),
  };
}

test("a mouse picks where it presses and wherever it drags, outside the plot too", () => {
  const { mouse, picked, done } = setUp();
  mouse("pointerdown", 20, 90);
  mouse("pointermove", 30, 95);
  mouse("pointermove", 260, 150);
  mouse("pointerup", 260, 150);
  mouse("pointermove", 10, 10);
  assert.deepEqual(picked, [20, 30, 260]);
  assert.equal(done(), 1);
  mouse("pointerdown", -5, 10);
  mouse("pointerup", -5, 10);
  assert.equal(picked.length, 3, "beside the plot there is nothing to pick");
});

test("a finger taps or drags sideways; up and down it moves the page", () => {
  const { finger, refuses, picked, done } = setUp();
  assert.equal(refuses([150, 80]), false);
  finger("pointerdown", 150, 80);
  finger("pointermove", 152, 90);
  finger("pointercancel", 152, 90);
  assert.deepEqual(picked, []);
  assert.equal(done(), 0);
  finger("pointerdown", 150, 80);
  finger("pointerup", 151, 82);
  assert.deepEqual(picked, ["151 by touch"]);
  finger("pointerdown", 150, 80);
  finger("pointermove", 140, 80);
  finger("pointermove", 130, 95);
  finger("pointerup", 130, 95);
  assert.deepEqual(picked.slice(1), ["140 by touch", "130 by touch"]);
  assert.equal(done(), 2);
});

test("a finger on the point holds it in every direction, and the page stays", () => {
  const { finger, refuses, picked, stop } = setUp();
  assert.equal(refuses([70, 50]), true);
  assert.equal(refuses([70, 50], [150, 50]), false, "two fingers zoom");
  finger("pointerdown", 70, 50);
  finger("pointermove", 71, 70);
  finger("pointerup", 71, 70);
  assert.deepEqual(picked, ["70 by touch", "71 by touch"]);
  stop();
  assert.equal(refuses([70, 50]), false);
});

test("what is picked lies in the window and can be said", () => {
  assert.equal(pickedValue(1.23456, [-6, 6]), 1.23);
  assert.equal(pickedValue(-0.30000000000000004, [-6, 6]), -0.3);
  assert.equal(pickedValue(9, [-6, 6]), 6);
  assert.equal(pickedValue(-612.3, [-1000, 1000]), -612);
});
