import assert from "node:assert/strict";
import test from "node:test";
import { createTrainingClient } from "../../../www/chapters/digits/training/client.js";
import { DATA_ORDER, DATA_PARTS, mnistSources } from "../../../www/chapters/digits/training/sources.js";
import { SETTINGS } from "./worker-host.js";

/** A client whose worker is an ear and a mouth, and whose frames come when the test says so. */
function setUp() {
  const workers = [];
  /** @type {Map<number, () => void>} */
  const pending = new Map();
  let handles = 0;
  const client = createTrainingClient({
    module: /** @type {any} */ ({ compiled: true }),
    glueUrl: "https://example.org/pkg/glue.js",
    data: mnistSources((file) => `https://example.org/data/${file}`),
    settings: SETTINGS,
    spawn: () => {
      const worker = {
        sent: [],
        terminated: false,
        postMessage: (message) => worker.sent.push(message),
        terminate: () => {
          worker.terminated = true;
        },
      };
      workers.push(worker);
      return /** @type {any} */ (worker);
    },
    frames: {
      request: (callback) => {
        pending.set(++handles, callback);
        return handles;
      },
      cancel: (handle) => pending.delete(handle),
    },
  });
  return {
    client,
    workers,
    get worker() {
      return workers[workers.length - 1];
    },
    get sent() {
      return workers[workers.length - 1].sent;
    },
    say: (data) => workers[workers.length - 1].onmessage({ data }),
    frame() {
      const callbacks = [...pending.values()];
      pending.clear();
      for (const callback of callbacks) callback();
      return callbacks.length;
    },
    types: () => workers[workers.length - 1].sent.map((message) => message.type),
  };
}

const snapshot = (more) => ({ type: "snapshot", run: 0, turn: 0, playing: false, status: {}, ...more });

test("the first message brings everything that the worker needs", () => {
  const { sent } = setUp();
  assert.equal(sent[0].type, "init");
  assert.deepEqual(sent[0].wasm, { compiled: true });
  assert.deepEqual(sent[0].settings, SETTINGS);
  assert.deepEqual(sent[0].order, DATA_ORDER);
  assert.deepEqual(
    sent[0].data.map((source) => source.url),
    [
      "https://example.org/data/train-labels-idx1-ubyte.gz",
      "https://example.org/data/train-images-idx3-ubyte.gz",
      "https://example.org/data/t10k-labels-idx1-ubyte.gz",
      "https://example.org/data/t10k-images-idx3-ubyte.gz",
    ],
  );
});

test("frames are told while training runs and no longer", () => {
  const page = setUp();
  assert.equal(page.frame(), 0);
  page.client.play();
  page.frame();
  page.frame();
  assert.equal(page.types().filter((type) => type === "frame").length, 2);
  page.say(snapshot({ turn: 0 }));
  assert.equal(page.frame(), 1, "a snapshot from before the play does not stop them");
  page.say(snapshot({ turn: 1, playing: true }));
  assert.equal(page.frame(), 1);
  page.client.pause();
  page.say(snapshot({ turn: 1, playing: false }));
  assert.equal(page.frame(), 1, "not yet paused");
  page.say(snapshot({ turn: 2, playing: false }));
  assert.equal(page.frame(), 0);
});

test("an epoch that ends by itself ends the frames", () => {
  const page = setUp();
  page.client.epoch();
  assert.equal(page.frame(), 1);
  page.say(snapshot({ turn: 1, playing: false }));
  assert.equal(page.frame(), 0);
});

test("the way to a step has frames; places that were made are commands of one turn each", () => {
  const page = setUp();
  page.client.reach(500);
  assert.equal(page.frame(), 1);
  page.say(snapshot({ turn: 1, playing: false }));
  assert.equal(page.frame(), 0);
  page.client.go(20);
  page.client.go(30);
  assert.deepEqual(page.sent.slice(-2), [
    { type: "go", turn: 2, t: 20 },
    { type: "go", turn: 3, t: 30 },
  ]);
  assert.equal(page.frame(), 0);
});

test("snapshots of an older run are dropped", () => {
  const page = setUp();
  const seen = [];
  page.client.on("snapshot", (report) => seen.push(report.run));
  page.say(snapshot({ run: 0 }));
  page.client.reset({ ...SETTINGS, hidden: 100 });
  page.say(snapshot({ run: 0 }));
  page.say(snapshot({ run: 1 }));
  assert.deepEqual(seen, [0, 1]);
  assert.deepEqual(page.sent[page.sent.length - 1], {
    type: "reset",
    turn: 1,
    run: 1,
    settings: { ...SETTINGS, hidden: 100 },
  });
});

test("a listener can be taken off", () => {
  const page = setUp();
  let count = 0;
  const off = page.client.on("ready", () => count++);
  page.say({ type: "ready" });
  off();
  page.say({ type: "ready" });
  assert.equal(count, 1);
});

test("an answer comes to the one who asked", async () => {
  const page = setUp();
  const first = page.client.ask("model");
  const second = page.client.ask("model");
  const [a, b] = page.sent.filter((message) => message.type === "ask");
  page.say({ type: "answer", id: b.id, value: Uint8Array.of(2) });
  page.say({ type: "answer", id: a.id, value: Uint8Array.of(1) });
  assert.deepEqual([...(await first)], [1]);
  assert.deepEqual([...(await second)], [2]);
});

test("a crash ends the worker, fails what waits for it, and is told once; a restart brings all back", async () => {
  const page = setUp();
  const crashes = [];
  page.client.on("crash", (report) => crashes.push(report.message));
  page.client.setRate(0.5);
  page.client.setDrawing(new Uint8Array(784).fill(9));
  page.client.setWant({ rows: true });
  page.client.setPace(2);
  page.client.play();
  const model = page.client.ask("model");
  page.worker.onerror({ message: "out of memory" });
  page.worker.onerror({ message: "again" });
  await assert.rejects(model, /out of memory/);
  assert.deepEqual(crashes, ["out of memory"]);
  assert.ok(page.worker.terminated && page.client.crashed);
  assert.equal(page.frame(), 0);
  const count = page.sent.length;
  page.client.play();
  assert.equal(page.sent.length, count, "nothing is sent to a dead worker");
  await assert.rejects(page.client.ask("model"));

  page.client.restart();
  assert.equal(page.workers.length, 2);
  assert.ok(!page.client.crashed);
  const [init, ...rest] = page.sent;
  assert.equal(init.settings.rate, 0.5);
  assert.deepEqual(
    rest.find((message) => message.type === "want"),
    { type: "want", rows: true, confusion: false },
  );
  assert.equal(rest.find((message) => message.type === "pace").batches, 2);
  assert.equal(rest.find((message) => message.type === "drawing").image[0], 9);
});

test("a drawing without ink is no drawing, and the caller keeps its array", () => {
  const page = setUp();
  const image = new Uint8Array(784).fill(1);
  page.client.setDrawing(image);
  const { image: copy } = page.sent[page.sent.length - 1];
  assert.notEqual(copy, image);
  assert.deepEqual(copy, image);
  page.client.setDrawing(new Uint8Array(0));
  assert.equal(page.sent[page.sent.length - 1].image, null);
});

test("every part of the data is asked for once", () => {
  assert.deepEqual([...DATA_PARTS].sort(), ["test-images", "test-labels", "train-images", "train-labels"]);
  assert.equal(new Set(DATA_PARTS).size, 4);
});
