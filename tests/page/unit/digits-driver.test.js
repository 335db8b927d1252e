import assert from "node:assert/strict";
import test from "node:test";
import { attachPlayer, comeBack, keepAddress } from "../../../www/chapters/digits/driver.js";
import { Emitter } from "../../../www/chapters/digits/training/events.js";
import { createPlayer } from "../../../www/frame/player.js";

const PLACE = { hidden: 30, rate: 3, batch: 10, seed: 1, t: 0, rates: "" };

/** A session of which the test says how it stands, and a frame that remembers. */
function setUp(values = PLACE) {
  const calls = [];
  const now = { doing: "still", snapshot: {}, stopped: false, t: 0, last: 0 };
  class FakeSession extends Emitter {
    state = () => now;
    place = () => ({ ...PLACE, t: now.t });
    say(event, changes = {}) {
      Object.assign(now, changes);
      this.emit(event, null);
    }
  }
  const session = new FakeSession();
  for (const name of ["step", "back", "go", "reset", "setPace", "open"])
    session[name] = (...args) => calls.push([name, ...args]);
  session.play = () => session.say("state", { doing: "play" });
  session.pause = () => {
    calls.push(["pause"]);
    session.say("state", { doing: "still" });
  };
  const stops = [];
  const player = createPlayer({ requestFrame: () => 1, cancelFrame: () => {} });
  const saved = [];
  const frame = {
    player,
    attach: (driver) => stops.push(player.attach(driver)),
    onEnd: (stop) => stops.push(stop),
    values: () => ({ ...values, log: false, slant: false }),
    save: (changes) => saved.push(changes.t),
    kept: {},
  };
  const leave = () => {
    for (const stop of stops.splice(0).reverse()) stop();
  };
  return { session, player, frame, calls, now, saved, leave };
}

test("the player's buttons are the training's", () => {
  const { session, player, frame, calls } = setUp();
  attachPlayer(frame, session, () => false);
  assert.deepEqual(calls, [["setPace", null]]);
  calls.length = 0;
  player.play();
  assert.ok(player.state().playing);
  player.pause();
  assert.deepEqual(calls, [["pause"]], "once");
  session.say("snapshot", { t: 5, last: 9 });
  const { t, last, canBack } = player.state();
  assert.deepEqual([t, last, canBack], [5, 9, true]);
  player.step();
  player.back();
  player.go(7);
  player.setSpeed("fast");
  assert.deepEqual(calls.slice(1), [["step"], ["back"], ["go", 7], ["setPace", 10]]);
});

test("a training that begins or ends by itself shows it; one that crashed can do nothing", () => {
  const { session, player, frame, calls } = setUp();
  attachPlayer(frame, session, () => false);
  session.say("state", { doing: "reach" });
  assert.ok(player.state().playing);
  session.say("state", { doing: "still" });
  assert.ok(!player.state().playing);
  session.say("state", { stopped: true, t: 5, last: 9 });
  const { canStep, canBack } = player.state();
  assert.deepEqual([canStep, canBack], [false, false]);
  assert.deepEqual(calls, [["setPace", null]], "the session was told nothing that it had said itself");
});

test("a page that nobody sees is paused, but for the way to a step, which ends by itself", () => {
  const { session, player, frame, calls } = setUp();
  attachPlayer(frame, session, () => true);
  calls.length = 0;
  session.say("state", { doing: "reach" });
  player.pause();
  assert.deepEqual(calls, []);
  session.say("snapshot", { t: 9 });
  assert.ok(player.state().playing, "and it shows");
  session.say("state", { doing: "play" });
  player.pause();
  assert.deepEqual(calls, [["pause"]]);
});

test("the address follows a training that stands, and now and then one that runs", () => {
  const { session, frame, saved, leave } = setUp();
  let time = 0;
  keepAddress(frame, session, () => time);
  assert.deepEqual(saved, [0]);
  session.say("snapshot", { t: 3 });
  session.say("state", { doing: "play" });
  for (let t = 4; t < 40; t++) session.say("snapshot", { t });
  assert.deepEqual(saved, [0, 3, 3], "not in each frame");
  time = 1000;
  session.say("snapshot", { t: 40 });
  session.say("snapshot", { t: 41 });
  assert.equal(saved.at(-1), 40);
  session.say("state", { doing: "still" });
  assert.equal(saved.at(-1), 41);
  leave();
  session.say("snapshot", { t: 50 });
  assert.equal(saved.at(-1), 41);
});

test("who comes back finds the training as it was left; a link is obeyed", () => {
  const values = { ...PLACE, t: 20 };
  const { session, frame, calls, now, leave } = setUp(values);
  comeBack(frame, session);
  assert.deepEqual(calls.splice(0), [["open", values]]);
  leave();
  // It was paused a little further than the address knows.
  now.t = 23;
  comeBack(frame, session);
  assert.deepEqual(calls, []);
  values.t = 7;
  comeBack(frame, session);
  assert.deepEqual(calls, [["open", values]]);
});
