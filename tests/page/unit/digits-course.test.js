import assert from "node:assert/strict";
import test from "node:test";
import { Pulse } from "../../../www/chapters/digits/course/pulse.js";

/** A clock and a worker of the test's own. */
function setUp() {
  const clock = { now: 0, timer: null };
  const asked = [];
  const pulse = new Pulse(
    (method) => {
      const question = { method, time: clock.now };
      asked.push(question);
      return new Promise((resolve, reject) => Object.assign(question, { resolve, reject }));
    },
    {
      now: () => clock.now,
      later(action, milliseconds) {
        clock.timer = { action, at: clock.now + milliseconds };
        return clock.timer;
      },
      cancel(timer) {
        if (clock.timer === timer) clock.timer = null;
      },
    },
  );
  const pass = (milliseconds) => {
    clock.now += milliseconds;
    const { timer } = clock;
    if (timer && timer.at <= clock.now) {
      clock.timer = null;
      timer.action();
    }
  };
  const answer = async (value = { t: 1 }) => {
    const open = asked.filter((question) => !question.done);
    for (const question of open) {
      question.done = true;
      question.resolve(question.method === "pulse" ? value : Float64Array.of(1, 2, 3));
    }
    await new Promise(setImmediate);
  };
  return { pulse, asked, pass, answer, clock };
}

test("at most four questions a second, however often something changes", async () => {
  const { pulse, asked, pass, answer } = setUp();
  for (let i = 0; i < 300; i++) {
    pulse.want();
    await answer();
    pass(16);
  }
  const seconds = (300 * 16) / 1000;
  assert.ok(asked.length <= 4 * seconds + 2, `${asked.length} in ${seconds} s`);
  assert.ok(asked.length >= 3.5 * seconds, `${asked.length} in ${seconds} s`);
});

test("a slow answer is waited for; the last change is asked about in the end", async () => {
  const { pulse, asked, pass, answer } = setUp();
  let told = 0;
  pulse.on("change", () => told++);
  pulse.want();
  assert.deepEqual(
    asked.map(({ method }) => method),
    ["pulse", "pulses"],
  );
  for (let i = 0; i < 10; i++) {
    pass(1000);
    pulse.want();
  }
  assert.equal(asked.length, 2);
  await answer({ t: 5 });
  assert.equal(asked.length, 4, "once more, for what came while it was asked");
  await answer({ t: 9 });
  assert.equal(pulse.now.t, 9);
  assert.deepEqual([...pulse.series], [1, 2, 3]);
  assert.equal(told, 2);
  pass(5000);
  assert.equal(asked.length, 4, "and then it rests");
});

test("what the worker refuses is left as it was; the end asks nothing", async () => {
  const { pulse, asked, pass, clock } = setUp();
  pulse.want();
  for (const { reject } of asked) reject(new Error("the training has crashed"));
  await new Promise(setImmediate);
  assert.equal(pulse.now, null);
  pulse.want();
  assert.notEqual(clock.timer, null);
  pulse.end();
  pass(5000);
  pulse.want();
  assert.equal(asked.length, 2);
});

test("what was to be asked is not, once nobody looks; whoever looks again is told that it is missing", async () => {
  const { pulse, asked, pass, answer } = setUp();
  pulse.want();
  await answer();
  assert.equal(pulse.rest(), false, "nothing was left");
  pulse.want();
  assert.equal(pulse.rest(), true, "the one that waited for its time");
  pass(5000);
  assert.equal(asked.length, 2);
  pulse.want();
  pulse.want();
  assert.equal(pulse.rest(), true, "the one that waited for an answer");
  await answer();
  assert.equal(asked.length, 4);
  assert.equal(pulse.rest(), false);
});
