import assert from "node:assert/strict";
import test from "node:test";
import { cornerOf, gridLayout, placeAt } from "../../../www/chapters/digits/below/grid-layout.js";
import { descending, RowsOrder } from "../../../www/chapters/digits/below/rows-order.js";
import { Browse, PAGE } from "../../../www/chapters/digits/mistakes/session.js";
import { createRandom } from "./random.js";

/** A training that answers what the test says, when the test says. */
function createTraining() {
  const listeners = new Set();
  const status = { t: 0, arrived: 60_000, total: 60_000, test_arrived: 10_000, test_total: 10_000 };
  const state = { doing: "still", snapshot: null };
  const asked = [];
  return {
    asked,
    state: () => state,
    on(_event, listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listeners,
    ask(method, ...args) {
      return new Promise((resolve, reject) => asked.push({ method, args, resolve, reject }));
    },
    /** The worker tells where it stands. */
    tell(
      changes = {},
      { run = 0, playing = false, measured = true, doing = playing ? "play" : "still" } = {},
    ) {
      Object.assign(status, changes);
      state.doing = doing;
      state.snapshot = { run, playing, measured, status: { ...status } };
      for (const listener of listeners) listener(state.snapshot);
    },
    /** Answers the last question with images `from`, … of `total`. */
    async answer({ total, t = status.t, label = 4, answer = 9 }) {
      const { method, args, resolve } = asked.at(-1);
      const from = args.at(-2);
      const count = Math.max(0, Math.min(args.at(-1), total - from));
      const found = {
        total,
        indices: Uint32Array.from({ length: count }, (_, i) => 10 * (from + i)),
        labels: new Uint8Array(count).fill(label),
        images: Uint8Array.from({ length: 784 * count }, (_, i) => Math.floor(i / 784) % 256),
      };
      if (method === "mistakes") {
        found.t = t;
        found.answers = new Uint8Array(count).fill(answer);
        found.z = Float32Array.from({ length: 10 * count }, (_, i) => (i % 10 === answer ? 0.5 : 0.1));
      }
      resolve(found);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

function setUp() {
  const training = createTraining();
  training.tell({ t: 600 });
  const browse = new Browse(training);
  return { training, browse };
}

test("a cell of the confusion matrix asks for its images, and shows them a page at a time", async () => {
  const { training, browse } = setUp();
  browse.open({ label: 4, answer: 9 });
  assert.deepEqual(training.asked.at(-1).method, "mistakes");
  assert.deepEqual(training.asked.at(-1).args.slice(0, 3), [4, 9, 0]);
  assert.equal(browse.state().total, null);
  await training.answer({ total: 90 });
  const first = browse.state();
  assert.equal(first.total, 90);
  assert.equal(first.items.length, PAGE);
  assert.equal(first.t, 600);
  assert.deepEqual(
    { ...first.items[1], image: first.items[1].image[0] },
    { index: 10, label: 4, answer: 9, z: 0.5, image: 1 },
  );
  browse.turn(1);
  browse.turn(1);
  assert.equal(training.asked.length, 1, "the pages that came along need no question");
  assert.equal(browse.state().items.length, 10);
  assert.equal(browse.state().items[0].index, 800);
  browse.turn(1);
  assert.equal(browse.state().from, 80, "the end is where it stays");
});

test("pages far on are asked for when they are reached", async () => {
  const { training, browse } = setUp();
  browse.open({ view: "train" });
  await training.answer({ total: 60_000 });
  for (let page = 0; page < 10; page++) browse.turn(1);
  assert.equal(training.asked.length, 2);
  assert.deepEqual(training.asked.at(-1), { ...training.asked.at(-1), method: "browse" });
  assert.deepEqual(training.asked.at(-1).args.slice(0, 3), ["train", undefined, 400]);
  await training.answer({ total: 60_000 });
  assert.equal(browse.state().items[0].index, 4000);
  browse.turn(-1);
  assert.equal(training.asked.at(-1).args[2], 0);
});

test("while the training goes on the list is old; when it rests it is made anew, on the same page", async () => {
  const { training, browse } = setUp();
  browse.open();
  await training.answer({ total: 600 });
  browse.turn(1);
  training.tell({ t: 700 }, { playing: true, measured: false });
  assert.ok(browse.state().isOld);
  assert.equal(browse.state().t, 600);
  assert.equal(training.asked.length, 1, "nothing is asked in motion");
  browse.refresh();
  await training.answer({ total: 590, t: 701 });
  assert.equal(browse.state().t, 701);
  training.tell({ t: 800 }, { measured: false });
  assert.equal(training.asked.length, 2, "who steps or scrubs on does not wait for it");
  training.tell({ t: 800 });
  assert.equal(training.asked.length, 3);
  await training.answer({ total: 30 });
  const { isOld, from, items } = browse.state();
  assert.equal(isOld, false);
  assert.equal(from, 0, "there are not as many pages any more");
  assert.equal(items.length, 30);
});

test("an answer that is not wanted any more is not shown", async () => {
  const { training, browse } = setUp();
  browse.open({ label: 4, answer: 9 });
  const late = training.asked[0];
  browse.setLabel(7);
  await training.answer({ total: 5, label: 7 });
  late.resolve({ total: 99, t: 1, indices: [], labels: [], answers: [], z: [], images: new Uint8Array(0) });
  await new Promise(setImmediate);
  assert.equal(browse.state().total, 5);
  assert.equal(browse.state().items[0].label, 7);
});

test("what the core refuses is told and can be asked again", async () => {
  const { training, browse } = setUp();
  browse.open();
  training.asked[0].reject(Object.assign(new Error("x"), { code: "unknown-part" }));
  await new Promise(setImmediate);
  assert.equal(browse.state().failure.code, "unknown-part");
  browse.refresh();
  await training.answer({ total: 1 });
  assert.equal(browse.state().failure, null);
});

test("images that have not arrived are asked for when they have", async () => {
  const { training, browse } = setUp();
  training.tell({ test_arrived: 0 });
  browse.open({ view: "test", label: 3 });
  await training.answer({ total: 0 });
  assert.ok(browse.state().waits);
  training.tell({ test_arrived: 5000 });
  assert.equal(training.asked.length, 1);
  training.tell({ test_arrived: 10_000 });
  assert.deepEqual(training.asked.at(-1).args.slice(0, 2), ["test", 3]);
  await training.answer({ total: 1010 });
  assert.equal(browse.state().waits, false);
});

test("a section that is closed asks nothing, and hears nothing after its end", async () => {
  const { training, browse } = setUp();
  browse.open();
  await training.answer({ total: 9 });
  browse.close();
  training.tell({ t: 900 });
  assert.equal(training.asked.length, 1);
  browse.destroy();
  assert.equal(training.listeners.size, 0);
});

test("the order of the rows: largest first, equal ones as they were", () => {
  assert.deepEqual([...descending(Float32Array.of(1, -2, 3, 1))], [2, 0, 3, 1]);
});

test("the rows change places when the training stands; their weights follow it", async () => {
  const given = [];
  let weights = Float32Array.of(1, 2, 3);
  const order = new RowsOrder(async (digit) => {
    given.push(digit);
    return weights;
  });
  const told = async (t, playing) => {
    order.note({ run: 0, playing, status: { t } });
    await new Promise(setImmediate);
  };
  await told(1, false);
  assert.deepEqual(given, [], "by number nothing is asked");
  order.choose(3);
  await new Promise(setImmediate);
  assert.deepEqual([...order.state().order], [2, 1, 0]);
  weights = Float32Array.of(9, 2, 3);
  await told(2, true);
  assert.equal(order.state().weights[0], 9);
  assert.deepEqual([...order.state().order], [2, 1, 0], "in motion they stay where they are");
  await told(2, false);
  assert.deepEqual([...order.state().order], [0, 2, 1]);
  const before = given.length;
  await told(2, false);
  assert.equal(given.length, before, "what is known is not asked again");
  weights = Float32Array.of(1, 2);
  await told(3, true);
  assert.deepEqual([...order.state().order], [1, 0], "another H is another order at once");
  order.choose(null);
  assert.equal(order.state().order, null);
});

test("property: what is pointed at is what stands there", () => {
  const random = createRandom(47);
  for (let round = 0; round < 300; round++) {
    const count = 1 + random.below(300);
    const layout = gridLayout(count, random.between(200, 1300));
    const place = random.below(count);
    const { x, y } = cornerOf(layout, place);
    assert.equal(placeAt(layout, count, x + 1, y + 1), place);
    assert.equal(placeAt(layout, count, x + layout.side - 1, y + layout.side + layout.strip - 1), place);
  }
});
