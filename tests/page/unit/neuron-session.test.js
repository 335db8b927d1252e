// @ts-check
// Chapter 3's run without the page, with a core that counts instead of learning: what is asked for, and what a link holds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCHEMA } from "../../../www/chapters/neuron/schema.js";
import { createSession } from "../../../www/chapters/neuron/session.js";
import { initialValues } from "../../../www/frame/address.js";

/** A step adds α to each parameter; a run is repeatable until α or the pairs change on the way. */
class Run {
  /** @param {number[]} start */
  constructor(...start) {
    this.restart(.../** @type {[number, number, number, number]} */ (start.slice(0, 4)));
    this.rate = Number(start[4]);
    this.pairs = [1, 0];
    this.freed = false;
  }
  /** @param {number[]} start */
  restart(...start) {
    this.made = [start];
    this.t = 0;
    this.repeatable = true;
  }
  get last() {
    return this.made.length - 1;
  }
  /** @param {number} rate */
  set_rate(rate) {
    if (rate !== this.rate && this.t > 0) this.repeatable = false;
    this.rate = rate;
  }
  /** @param {Float64Array} pairs */
  set_pairs(pairs) {
    if (this.t > 0) this.repeatable = false;
    this.pairs = [...pairs];
  }
  step() {
    if (this.t === this.last) this.made.push((this.made[this.t] ?? []).map((value) => value + this.rate));
    this.t += 1;
    return true;
  }
  back() {
    const able = this.t > 0;
    this.t -= Number(able);
    return able;
  }
  /** @param {number} t */
  go(t) {
    this.t = Math.min(this.last, Math.max(0, t));
    return this.t;
  }
  is_repeatable() {
    return this.repeatable;
  }
  /** @param {number} shown */
  state(shown) {
    const answers = [];
    for (let i = 0; i < this.pairs.length; i += 2) answers.push({ x: this.pairs[i], l: this.pairs[i + 1] });
    return {
      t: this.t,
      last: this.last,
      rate: this.rate,
      start: this.made[0],
      network: this.made[this.t],
      answers,
      shown: answers[shown],
      outlook: this.t >= 4 ? "still" : "descending",
    };
  }
  free() {
    this.freed = true;
  }
}

const PRESETS = [
  { id: "learns", network: [1, 1, 4, -2], pairs: [1, 0], rate: 0.15 },
  { id: "two", network: [0, 0, 0, 1], pairs: [1, 0, -1, 1], rate: 2 },
];

/** @param {Record<string, unknown>} [changes] */
function open(changes = {}) {
  const api = /** @type {any} */ ({ ScalarRun: Run, scalar_presets: () => PRESETS });
  return createSession(api, /** @type {any} */ ({ ...initialValues(SCHEMA), ...changes }));
}

test("a link opens what its sender saw", () => {
  const sender = open({ pairs: "1:0;-1:1", rate: 0.5 });
  sender.advance(3);
  sender.show(1);
  const values = sender.values();
  assert.equal(values.t, 3);
  const reader = open(values);
  assert.deepEqual(reader.values(), values);
  assert.deepEqual(reader.state(), sender.state());
});

test("after a change on the way the link holds the numbers here as a new start", () => {
  const sender = open({ rate: 0.5 });
  sender.advance(2);
  sender.setRate(1);
  sender.step();
  const values = sender.values();
  assert.deepEqual([values.t, values.V], [0, 3]);
  const { network } = open(values).state();
  assert.deepEqual(network, sender.state().network);
});

test("the way through the steps: back and forth, and to any that was made", () => {
  const session = open();
  session.advance(3);
  assert.deepEqual([session.t, session.last], [3, 3]);
  assert.equal(session.back(), true);
  assert.deepEqual([session.t, session.last], [2, 3]);
  assert.equal(session.go(0), 0);
  assert.equal(session.back(), false);
  assert.equal(session.go(99), 3);
  session.reset();
  assert.deepEqual([session.t, session.last], [0, 0]);
});

test("going on ends where every step is the same picture", () => {
  const session = open();
  assert.equal(session.advance(3), true);
  assert.equal(session.advance(1), false, "no derivative is left");
});

test("a parameter makes a new start, x and l those of the pair that is shown", () => {
  const session = open({ pairs: "1:0;-1:1" });
  session.advance(2);
  session.setNumber("U", 7);
  assert.deepEqual(session.state().network.slice(2, 3), [7]);
  assert.deepEqual([session.t, session.last], [0, 0], "from which the run begins");
  session.show(1);
  session.setNumber("x", 5);
  session.setNumber("l", 0.25);
  assert.equal(session.values().pairs, "1:0;5:0.25");
});

test("a preset is named as long as the run is what it says", () => {
  const session = open();
  assert.equal(session.preset(), "learns");
  assert.equal(session.open("two"), true);
  assert.equal(session.preset(), "two");
  assert.equal(session.open("nothing"), false);
  session.step();
  assert.equal(session.preset(), "two", "its start is still that");
  session.setRate(3);
  assert.equal(session.preset(), "");
});

test("a damaged link is the pair that the chapter begins with", () => {
  const session = open({ pairs: "1:0;nonsense", pair: 7 });
  assert.equal(session.values().pairs, SCHEMA.pairs.initial);
  assert.equal(session.shown, 0);
});
