import assert from "node:assert/strict";
import test from "node:test";
import { Comparison, contains, runOf } from "../../../www/chapters/digits/compare/comparison.js";
import { dashOf, nameOf } from "../../../www/chapters/digits/compare/looks.js";
import { NIELSEN } from "../../../www/chapters/digits/compare/nielsen.js";
import { Emitter } from "../../../www/chapters/digits/training/events.js";
import { setLanguage } from "../../../www/i18n/index.js";
import "./texts.js";

const SETTINGS = { hidden: 30, rate: 3, batch: 10, seed: 1 };

/** A session that comes to a goal when the test says so. */
class FakeSession extends Emitter {
  calls = [];
  settings = SETTINGS;
  doing = "still";
  goal = 0;
  snapshot = null;
  latest = "";
  state = () => ({
    settings: this.settings,
    doing: this.doing,
    goal: this.goal,
    snapshot: this.snapshot,
    latest: this.latest,
  });
  /** @param {number} t @param {number[]} [changes] */
  standAt(t, changes = [0, this.settings.rate]) {
    const { hidden, batch, seed, rate } = this.settings;
    this.doing = "still";
    this.snapshot = {
      status: { t, last: t, hidden, batch, seed, rate, steps_per_epoch: 100 },
      changes: Float64Array.from(t > 0 ? changes : []),
      curve: Float64Array.of(t, 0.1, 0.2, 0.3),
      accuracies: Float64Array.of(t, 0.9),
      early: Float64Array.of(0, 0.1),
    };
    // As the session does it: a reset is seen before the worker has told of it.
    if (t === 0) this.emit("state", null);
    this.emit("snapshot", this.snapshot);
    if (t > 0) this.emit("state", null);
  }
  reset(changes) {
    this.calls.push(["reset", changes]);
    this.settings = { ...this.settings, ...changes };
    this.latest = "reset";
    this.standAt(0);
  }
  reach(t) {
    this.calls.push(["reach", t]);
    this.doing = "reach";
    this.goal = t;
    this.emit("state", null);
  }
  pause() {
    this.doing = "still";
    this.emit("state", null);
  }
  open(place) {
    this.calls.push(["open", place]);
  }
}

function setUp() {
  const session = new FakeSession();
  return { session, comparison: new Comparison(session) };
}

const rates = ({ kept }) => kept.map(({ rate }) => rate);

test("the run that a reset has ended stays beside the next one until that covers it", () => {
  const { session, comparison } = setUp();
  const names = () => comparison.others().map((run) => nameOf(run, comparison.others()));
  session.standAt(30);
  session.reset({});
  assert.deepEqual(names(), [], "so short a run is nothing to compare with");
  session.standAt(80);
  session.standAt(90);
  assert.deepEqual(names(), [], "steps after a reset are none");
  session.reset({});
  assert.deepEqual(names(), ["before the reset: α = 3"]);
  assert.deepEqual(comparison.kept, [], "nobody kept it");
  session.standAt(60);
  assert.equal(comparison.others().length, 1);
  session.standAt(90);
  assert.deepEqual(names(), [], "the same once more");
  session.reset({ rate: 1 });
  session.standAt(200);
  assert.deepEqual(names(), ["before the reset: α = 3"]);
  session.reset({ rate: 0.5 });
  assert.deepEqual(names(), ["before the reset: α = 1"], "only the last one");
  comparison.again(comparison.others()[0].id);
  assert.deepEqual(session.calls.at(-1), [
    "open",
    { hidden: 30, batch: 10, seed: 1, rate: 1, t: 200, rates: "" },
  ]);
  comparison.remove(comparison.others()[0].id);
  assert.deepEqual(names(), []);
});

test("a run that is kept is not there twice, and is gone when it is removed", () => {
  const { session, comparison } = setUp();
  session.standAt(80);
  comparison.keep();
  session.reset({ rate: 1 });
  assert.deepEqual(
    comparison.others().map(({ isLast }) => isLast ?? false),
    [false],
  );
  comparison.remove(comparison.others()[0].id);
  assert.deepEqual(comparison.others(), []);
  for (const rate of [2, 4, 8, 16]) {
    session.reset({ rate });
    session.standAt(70);
    comparison.keep();
  }
  session.reset({ rate: 5 });
  session.standAt(70);
  session.reset({ rate: 6 });
  assert.equal(comparison.others().length, 4, "more cannot be told apart");
  const looks = comparison.others().map(({ look }) => look);
  assert.equal(new Set(looks).size, 4);
});

test("a run is kept as it is, once, and goes on being what it was", () => {
  const { session, comparison } = setUp();
  assert.ok(!comparison.canKeep);
  comparison.keep();
  assert.deepEqual(comparison.kept, []);
  session.standAt(50);
  comparison.keep();
  comparison.keep();
  assert.equal(comparison.kept.length, 1);
  assert.deepEqual(comparison.others(), [], "the present run covers it");
  session.standAt(80);
  assert.equal(comparison.kept[0].last, 50);
  assert.ok(comparison.canKeep);
  comparison.keep();
  assert.deepEqual(
    comparison.kept.map(({ last }) => last),
    [80],
    "a run that goes on takes the place of its part",
  );
  session.reset({ rate: 1 });
  session.standAt(20);
  assert.deepEqual(
    comparison.others().map(({ rate }) => rate),
    [3],
  );
});

test("the same run with another α from some step on is another one", () => {
  const { session, comparison } = setUp();
  session.standAt(50);
  comparison.keep();
  session.standAt(60, [0, 3, 40, 1]);
  assert.equal(comparison.others().length, 1);
  comparison.keep();
  assert.deepEqual(rates(comparison), [3, 1]);
  const [first, second] = comparison.kept;
  assert.ok(!contains(second, first) && !contains(first, second));
  comparison.again(second.id);
  assert.deepEqual(session.calls.at(-1), [
    "open",
    { hidden: 30, batch: 10, seed: 1, rate: 1, t: 60, rates: "0-3_40-1" },
  ]);
  comparison.remove(first.id);
  assert.deepEqual(rates(comparison), [1]);
});

test("three α from one start, one after another; the run before is kept beside", () => {
  const { session, comparison } = setUp();
  session.settings = { ...SETTINGS, rate: 5 };
  session.standAt(70);
  let told = 0;
  comparison.on("change", () => told++);
  comparison.compare([0.3, 3, 30], 100);
  for (const rate of [0.3, 3, 30]) {
    assert.deepEqual(session.calls.splice(0), [
      ["reset", { rate }],
      ["reach", 100],
    ]);
    assert.equal(comparison.plan.rates[comparison.plan.at], rate);
    session.emit("state", null);
    session.standAt(100);
  }
  assert.equal(comparison.plan, null);
  assert.deepEqual(rates(comparison), [5, 0.3, 3, 30]);
  assert.equal(new Set(comparison.kept.map(({ look }) => dashOf(look).join())).size, 4);
  assert.ok(told >= 4);
  // Once more: the same runs are the same curves.
  comparison.compare([0.3, 3, 30], 100);
  for (let i = 0; i < 3; i++) session.standAt(100);
  assert.deepEqual(rates(comparison), [5, 0.3, 3, 30]);
});

test("what the reader does ends a comparison", () => {
  for (const act of [
    ({ comparison }) => comparison.stop(),
    ({ session }) => session.pause(),
    ({ session }) => session.reset({ hidden: 12 }),
    ({ session }) => session.standAt(7),
  ]) {
    const { session, comparison } = setUp();
    session.standAt(0);
    comparison.compare([1, 2], 50);
    act({ session, comparison });
    assert.equal(comparison.plan, null);
    const calls = session.calls.length;
    session.standAt(50);
    assert.equal(session.calls.length, calls, "nothing goes on");
  }
});

test("at most four are kept, the newest", () => {
  const { session, comparison } = setUp();
  for (let rate = 1; rate <= 6; rate++) {
    session.reset({ rate });
    session.standAt(10);
    comparison.keep();
  }
  assert.deepEqual(rates(comparison), [3, 4, 5, 6]);
  assert.equal(new Set(comparison.kept.map(({ look }) => look)).size, 4);
});

test("a run is called by its α, and by what else it differs in", () => {
  setLanguage("en");
  const run = (changes, network = {}) => ({
    network: { hidden: 30, batch: 10, seed: 1, ...network },
    changes,
    rate: changes.at(-1)[1],
  });
  const plainRun = run([[0, 0.3]]);
  assert.equal(nameOf(plainRun, [plainRun]), "α = 0.3");
  const changed = run([
    [0, 3],
    [9, 0.3],
  ]);
  assert.equal(nameOf(changed, [plainRun]), "α = 3 → 0.3");
  const often = run([
    [0, 3],
    [9, 0.3],
    [10, 1],
  ]);
  assert.equal(nameOf(often, []), "α = 3 → … → 1");
  const wide = run([[0, 3]], { hidden: 100, seed: 7 });
  assert.equal(nameOf(wide, [plainRun]), "α = 3, H = 100, seed 7");
});

test("where changes of α do not tell a run its α is as it is set", () => {
  const { session } = setUp();
  session.standAt(9, []);
  assert.equal(runOf(session.snapshot).rate, 3);
});

test("the six printed results of Nielsen's book", () => {
  assert.deepEqual(NIELSEN.epochs, [1, 2, 3, 28, 29, 30]);
  assert.deepEqual(NIELSEN.accuracies, [0.9129, 0.9295, 0.9348, 0.9528, 0.9542, 0.9534]);
});
