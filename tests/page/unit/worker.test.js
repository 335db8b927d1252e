import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { CountingTraining, startWorker } from "./worker-host.js";

/** Ends a test that waits for what never comes; no machine is that slow. */
const LIMIT = { timeout: 120_000 };

/**
 * @param {string} name
 * @param {(worker: ReturnType<typeof startWorker>) => Promise<void>} body
 * @param {Parameters<typeof startWorker>[0]} [options]
 */
function workerTest(name, body, options) {
  test(name, LIMIT, () => body(startWorker(options)));
}

const done = (part) => (report) => report.type === "progress" && report.part === part && report.done;
const loaded = async (worker) => {
  worker.init();
  await worker.until(done("test-images"));
  await worker.until((report) => report.type === "snapshot" && !report.status.waiting);
};
const standing = (worker, turn) =>
  worker.until((report) => report.type === "snapshot" && report.turn === turn && !report.playing);

workerTest("loads the glue, tells that it is ready, and reads all four files", async (worker) => {
  await loaded(worker);
  assert.deepEqual(worker.imported, [
    "downloads.js",
    "course.js",
    "snapshots.js",
    "questions.js",
    "rest.js",
    "runner.js",
    "glue.js",
  ]);
  assert.equal(worker.reports[0].type, "ready");
  assert.equal(worker.training().finished.size, 4);
  const order = worker.training().log;
  assert.ok(order.indexOf("train-images") < order.indexOf("test-labels"), "training data first");
});

workerTest(
  "unpacks what is packed, whatever the host did, and counts the bytes that travelled",
  async (worker) => {
    await loaded(worker);
    for (const part of ["train-labels", "train-images"]) {
      assert.deepEqual(worker.training().data[part], [...new Uint8Array(5000).fill(7)], part);
    }
    const packed = worker.reports.find(done("train-images"));
    assert.ok(packed.loaded < 200 && packed.total === packed.loaded, JSON.stringify(packed));
    assert.equal(worker.reports.find(done("train-labels")).loaded, 5000);
  },
  {
    fetch: async (url) => {
      const bytes = new Uint8Array(5000).fill(7);
      return new Response(url.includes("images") ? gzipSync(bytes) : bytes);
    },
  },
);

workerTest("one step is one mini-batch, and back takes it back", async (worker) => {
  await loaded(worker);
  worker.send({ type: "step", turn: 1, count: 1 });
  assert.equal((await standing(worker, 1)).status.t, 1);
  worker.send({ type: "step", turn: 2, count: 5 });
  assert.equal((await standing(worker, 2)).status.t, 6);
  worker.send({ type: "back", turn: 3, count: 2 });
  assert.equal((await standing(worker, 3)).status.t, 4);
  worker.send({ type: "back", turn: 4, count: 100 });
  assert.equal((await standing(worker, 4)).status.t, 0);
});

workerTest(
  "plays until paused; after the pause nothing moves, and the accuracy is measured once",
  async (worker) => {
    await loaded(worker);
    worker.send({ type: "play", turn: 1 });
    worker.run(4);
    worker.send({ type: "pause", turn: 2 });
    const stopped = await standing(worker, 2);
    assert.equal(stopped.status.t, 12);
    await worker.until(
      (report) => report.type === "snapshot" && report.turn === 2 && report.accuracies.length === 2,
    );
    worker.run();
    assert.equal(worker.training().t, stopped.status.t);
    assert.equal(worker.training().evaluations, 1);
    worker.send({ type: "pause", turn: 3 });
    await standing(worker, 3);
    worker.run();
    assert.equal(worker.training().evaluations, 1, "paused twice, measured once");
  },
);

workerTest("sends at most one snapshot for a frame of the page", async (worker) => {
  await loaded(worker);
  const before = worker.reports.length;
  worker.send({ type: "play", turn: 1 });
  worker.run(5);
  assert.equal(worker.reports.length, before, "no frame, no snapshot");
  assert.equal(worker.training().t, 15, "training went on");
  for (let i = 0; i < 3; i++) {
    worker.send({ type: "frame" });
    worker.run(2);
  }
  const sent = worker.reports.slice(before).filter((report) => report.type === "snapshot");
  assert.equal(sent.length, 3);
  assert.ok(sent[0].status.t < sent[1].status.t && sent[1].status.t < sent[2].status.t);
  // Three mini-batches of 10 in each chunk of 12 ms.
  assert.equal(sent[2].examplesPerSecond, 2500);
});

workerTest("an epoch ends exactly at its end and pauses there", async (worker) => {
  await loaded(worker);
  worker.send({ type: "step", turn: 1, count: 4 });
  worker.send({ type: "epoch", turn: 2 });
  assert.equal((await standing(worker, 2)).status.t, 10);
  worker.send({ type: "epoch", turn: 3 });
  assert.equal((await standing(worker, 3)).status.t, 20);
});

workerTest("the pace limits the mini-batches of a frame, also below one", async (worker) => {
  await loaded(worker);
  worker.send({ type: "pace", batches: 5 });
  worker.send({ type: "play", turn: 1 });
  worker.run();
  assert.equal(worker.training().t, 0, "no frame yet");
  for (let i = 1; i <= 4; i++) {
    worker.send({ type: "frame" });
    worker.run();
    assert.equal(worker.training().t, 5 * i);
  }
  worker.send({ type: "pace", batches: 0.25 });
  for (let i = 0; i < 8; i++) {
    worker.send({ type: "frame" });
    worker.run();
  }
  assert.equal(worker.training().t, 22);
});

/** A training of so many steps, paused. */
const trained = async (worker, steps) => {
  await loaded(worker);
  worker.send({ type: "step", turn: 1, count: steps });
  await standing(worker, 1);
};

workerTest("goes to any step that was made; what was measured beyond it stays", async (worker) => {
  await trained(worker, 20);
  worker.send({ type: "go", turn: 2, t: 7 });
  const { status, repeatable } = await standing(worker, 2);
  assert.deepEqual([status.t, status.last, repeatable], [7, 20, true]);
  worker.send({ type: "go", turn: 3, t: 100 });
  assert.equal((await standing(worker, 3)).status.t, 20, "as near as the run goes");
  worker.send({ type: "go", turn: 4, t: 12 });
  worker.send({ type: "step", turn: 5, count: 1 });
  assert.equal((await standing(worker, 5)).status.t, 13, "a step begins where the reader wanted to be");
});

workerTest("of the places that wait only the newest is gone to", async (worker) => {
  await trained(worker, 20);
  for (let i = 0; i < 9; i++) worker.send({ type: "go", turn: 2 + i, t: 15 - i });
  // What is told meanwhile does not pretend to have got there.
  worker.send({ type: "drawing", image: new Uint8Array(784) });
  const between = worker.snapshots()[worker.snapshots().length - 1];
  assert.deepEqual([between.status.t, between.turn], [20, 1]);
  assert.equal((await standing(worker, 10)).status.t, 7);
  assert.deepEqual(worker.training().jumps, [7]);
  for (let i = 0; i < 4; i++) worker.send({ type: "back", turn: 11 + i, count: 1 });
  assert.equal((await standing(worker, 14)).status.t, 3);
  assert.deepEqual(worker.training().jumps, [7, 3], "steps back are a place too");
});

workerTest("a question on the way to a step is answered there, and what is there is told", async (worker) => {
  await trained(worker, 20);
  worker.send({ type: "go", turn: 2, t: 7 });
  worker.send({ type: "ask", id: 1, method: "model", args: [] });
  const kinds = worker.reports.slice(-2).map(({ type, value, status }) => [type, value?.[0] ?? status.t]);
  assert.deepEqual(kinds, [
    ["snapshot", 7],
    ["answer", 7],
  ]);
  assert.equal((await standing(worker, 2)).status.t, 7);
  worker.run();
  assert.equal(worker.training().evaluated, 7, "and it is measured when the reader rests");
  worker.send({ type: "ask", id: 2, method: "model", args: [] });
  assert.equal(worker.reports.at(-1).type, "answer");
  assert.deepEqual(worker.training().jumps, [7]);
});

workerTest("to go somewhere pauses", async (worker) => {
  await loaded(worker);
  worker.send({ type: "play", turn: 1 });
  worker.run(4);
  worker.send({ type: "go", turn: 2, t: 5 });
  assert.equal((await standing(worker, 2)).status.t, 5);
  worker.run();
  assert.equal(worker.training().t, 5);
});

workerTest("reaches a step as fast as it goes, whatever the pace, and can be paused", async (worker) => {
  await loaded(worker);
  worker.send({ type: "pace", batches: 1 });
  worker.send({ type: "reach", turn: 1, t: 25, changes: [] });
  worker.run(2);
  worker.send({ type: "frame" });
  const way = worker.snapshots()[worker.snapshots().length - 1];
  assert.deepEqual([way.playing, way.status.t], [true, 6]);
  worker.send({ type: "pause", turn: 2 });
  assert.equal((await standing(worker, 2)).status.t, 6);
  worker.send({ type: "reach", turn: 3, t: 25, changes: [] });
  assert.equal((await standing(worker, 3)).status.t, 25);
  worker.send({ type: "reach", turn: 4, t: 25, changes: [] });
  assert.equal((await standing(worker, 4)).status.t, 25, "there already");
});

workerTest(
  "makes a way once more with its changes of α, and keeps the last when it is left",
  async (worker) => {
    await loaded(worker);
    const changes = [
      [0, 3],
      [4, 1],
      [5, 0.5],
      [9, 2],
    ];
    worker.send({ type: "reach", turn: 1, t: 9, changes });
    const there = await standing(worker, 1);
    assert.deepEqual([there.status.t, there.status.rate], [9, 2]);
    assert.deepEqual([...there.changes], [0, 3, 4, 1, 5, 0.5]);
    worker.send({ type: "reset", turn: 2, run: 1, settings: { hidden: 2, rate: 2, batch: 10, seed: 1 } });
    worker.send({ type: "reach", turn: 3, t: 9, changes });
    while (worker.training().t === 0) worker.run(1);
    worker.send({ type: "pause", turn: 4 });
    const left = await standing(worker, 4);
    assert.deepEqual([left.status.t, left.status.rate, [...left.changes]], [3, 2, [0, 3]]);
  },
);

workerTest("a changed α is a mark, and the run can no longer be told by its settings", async (worker) => {
  await trained(worker, 5);
  worker.send({ type: "rate", rate: 1 });
  const told = worker.snapshots()[worker.snapshots().length - 1];
  assert.deepEqual([told.status.rate, told.repeatable, [...told.marks]], [1, false, []]);
  worker.send({ type: "step", turn: 2, count: 2 });
  const changed = await standing(worker, 2);
  assert.deepEqual([changed.repeatable, [...changed.marks]], [false, [5]]);
  worker.send({ type: "go", turn: 3, t: 0 });
  const start = await standing(worker, 3);
  assert.deepEqual([start.repeatable, [...start.marks]], [true, [5]]);
});

workerTest(
  "at rest the accuracy is of this moment; only what was played to stays on the curve",
  async (worker) => {
    await trained(worker, 5);
    await worker.until((report) => report.type === "snapshot" && report.turn === 1 && report.status.accuracy);
    assert.deepEqual([worker.training().evaluations, worker.training().points], [1, []]);
    worker.send({ type: "go", turn: 2, t: 3 });
    worker.run(1);
    worker.send({ type: "go", turn: 3, t: 2 });
    worker.run();
    assert.equal(worker.training().evaluations, 2, "not where the reader has only passed");
    assert.equal(worker.training().evaluated, 2);
    worker.send({ type: "go", turn: 4, t: 0 });
    worker.run();
    assert.equal(worker.training().evaluated, 2, "a network that knows nothing is not asked");
    worker.send({ type: "reach", turn: 5, t: 4, changes: [] });
    worker.run();
    assert.deepEqual(worker.training().points, [4, 0.9]);
  },
);

workerTest("a reset begins a new run, paused; its snapshots say so", async (worker) => {
  await loaded(worker);
  worker.send({ type: "play", turn: 1 });
  worker.run(3);
  worker.send({ type: "reset", turn: 2, run: 7, settings: { hidden: 3, rate: 1, batch: 5, seed: 2 } });
  const fresh = await worker.until((report) => report.type === "snapshot" && report.run === 7);
  assert.equal(fresh.status.t, 0);
  assert.equal(fresh.status.rate, 1);
  assert.equal(fresh.playing, false);
  assert.equal(fresh.examplesPerSecond, null);
  worker.run();
  assert.equal(worker.training().t, 0);
});

workerTest(
  "the drawing is classified at once when paused and with every snapshot when not",
  async (worker) => {
    await loaded(worker);
    worker.send({ type: "drawing", image: new Uint8Array(784) });
    assert.deepEqual([...(await worker.until((report) => report.z)).z], new Array(10).fill(0));
    worker.send({ type: "step", turn: 1, count: 3 });
    assert.deepEqual([...(await standing(worker, 1)).z], new Array(10).fill(3));
    worker.send({ type: "drawing", image: null });
    worker.send({ type: "step", turn: 2, count: 1 });
    assert.equal((await standing(worker, 2)).z, null);
  },
);

workerTest("an image that the core refuses is reported and does not stay", async (worker) => {
  await loaded(worker);
  worker.send({ type: "drawing", image: new Uint8Array(3) });
  const refused = await worker.until((report) => report.type === "refused");
  assert.deepEqual(
    { command: refused.command, code: refused.code, details: refused.details },
    { command: "drawing", code: "image-size", details: { length: 3 } },
  );
  worker.send({ type: "step", turn: 1, count: 1 });
  assert.equal((await standing(worker, 1)).z, null);
});

workerTest("a bad α is refused and the old one stays", async (worker) => {
  await loaded(worker);
  worker.send({ type: "rate", rate: -1 });
  assert.equal((await worker.until((report) => report.type === "refused")).code, "learning-rate");
  worker.send({ type: "rate", rate: 0.5 });
  worker.send({ type: "step", turn: 1, count: 1 });
  assert.equal((await standing(worker, 1)).status.rate, 0.5);
});

workerTest("rows and confusion come only when wanted, rows at most ten times a second", async (worker) => {
  await loaded(worker);
  assert.ok(worker.snapshots().every((snapshot) => snapshot.rows === null && snapshot.confusion === null));
  worker.send({ type: "want", rows: true, confusion: true });
  assert.equal((await worker.until((report) => report.rows)).rows.length, 2 * 784);
  const before = worker.snapshots().length;
  const began = worker.now();
  worker.send({ type: "play", turn: 1 });
  for (let i = 0; i < 60; i++) {
    worker.send({ type: "frame" });
    worker.run(1);
  }
  const sent = worker.snapshots().slice(before);
  const withRows = sent.filter((snapshot) => snapshot.rows !== null).length;
  assert.equal(worker.now() - began, 720, "sixty chunks");
  assert.equal(sent.length, 60);
  // Every ninth chunk: after 108 ms, the first time that 100 ms have gone by.
  assert.equal(withRows, 6);
  worker.send({ type: "pause", turn: 2 });
  await worker.until((report) => report.confusion);
});

workerTest("commands that come before the core is ready are obeyed in their order", async (worker) => {
  worker.init();
  worker.send({ type: "pace", batches: 1 });
  worker.send({ type: "ask", id: 5, method: "model", args: [] });
  const model = await worker.until((report) => report.type === "answer");
  assert.equal(model.id, 5);
  assert.deepEqual([...model.value], [0]);
});

test("play before the data are there waits for them and then goes on by itself", LIMIT, async () => {
  let release = () => {};
  const gate = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  const worker = startWorker({
    fetch: async (url) => {
      if (url.includes("train-images")) await gate;
      return new Response(new Uint8Array(16));
    },
  });
  worker.init();
  worker.send({ type: "epoch", turn: 1 });
  worker.send({ type: "frame" });
  const waiting = await worker.until((report) => report.type === "snapshot" && report.playing);
  assert.ok(waiting.status.waiting);
  worker.run();
  assert.equal(worker.training().t, 0);
  release();
  assert.equal((await standing(worker, 1)).status.t, 10);
});

/** Sends some bytes, then breaks. @param {number[]} bytes */
const broken = (bytes) =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(Uint8Array.from(bytes));
      },
      pull(controller) {
        controller.error(new TypeError("connection lost"));
      },
    }),
  );

const SIXTEEN = Array.from({ length: 16 }, (_, i) => i);

/**
 * A host whose first answers for train-images are as given, and good after that.
 * @param {(() => Response | Promise<Response>)[]} answers
 */
function faultyHost(answers) {
  const left = [...answers];
  const asked = [];
  return {
    asked,
    fetch: async (url) => {
      asked.push(url);
      const answer = url.includes("train-images") ? left.shift() : undefined;
      return answer ? answer() : new Response(Uint8Array.from(SIXTEEN));
    },
  };
}

const FAILURES = [
  ["a host that cannot be reached", () => Promise.reject(new TypeError("failed")), "network", {}],
  [
    "an address that leads nowhere",
    () => new Response("gone", { status: 404 }),
    "http-status",
    { status: 404 },
  ],
  ["a connection that breaks", () => broken([0, 1, 2, 3]), "network", {}],
  [
    "a file that is no IDX file",
    () => new Response(Uint8Array.from([66, 66, 66])),
    "idx-magic",
    { found: 66 },
  ],
  ["a file that is too short", () => new Response(Uint8Array.from([0, 1])), "idx-truncated", {}],
  ["an empty file", () => new Response(new Uint8Array(0)), "idx-truncated", {}],
  [
    "a packed file that is cut",
    () => new Response(gzipSync(new Uint8Array(9999)).subarray(0, 20)),
    "gzip",
    {},
  ],
  [
    "a packed file that is damaged",
    () => new Response(Uint8Array.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7])),
    "gzip",
    {},
  ],
];

for (const [name, answer, code, details] of FAILURES) {
  test(`${name}: reported with its code, the other parts arrive, and a retry heals it`, LIMIT, async () => {
    const host = faultyHost([answer]);
    const worker = startWorker({ fetch: host.fetch });
    worker.init();
    const report = await worker.until((report) => report.type === "data-error");
    assert.deepEqual({ ...report }, { type: "data-error", part: "train-images", code, details });
    await worker.until(done("test-images"));
    assert.equal(worker.training().finished.size, 3);
    const asked = host.asked.length;
    worker.send({ type: "retry", part: "train-images" });
    await worker.until(done("train-images"));
    assert.equal(host.asked.length, asked + 1, "only that part is asked for again");
    assert.deepEqual(worker.training().data["train-images"], SIXTEEN, "each byte once");
    assert.equal(worker.training().finished.size, 4);
  });
}

test("what arrived before the connection broke is kept, and training goes on with it", LIMIT, async () => {
  const host = faultyHost([() => broken(SIXTEEN.slice(0, 10))]);
  const worker = startWorker({ fetch: host.fetch });
  worker.init();
  await worker.until((report) => report.type === "data-error");
  await worker.until(done("test-images"));
  worker.send({ type: "step", turn: 1, count: 2 });
  assert.equal((await standing(worker, 1)).status.t, 2);
  worker.send({ type: "retry", part: "train-images" });
  await worker.until(done("train-images"));
  assert.deepEqual(worker.training().data["train-images"], SIXTEEN);
});

/** @param {number} count */
async function turns(count) {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
}

test("once there are data of one's own nothing more of MNIST travels", LIMIT, async () => {
  const pieces = { sent: 0 };
  /** @type {() => void} */
  let cancel = () => {};
  const isBroken = new Promise((resolve) => {
    cancel = () => resolve(undefined);
  });
  /** Eight bytes whenever somebody reads, without an end. */
  const endless = () =>
    new Response(
      new ReadableStream({
        async pull(controller) {
          // Else nobody else would have a turn.
          await new Promise((resolve) => setImmediate(resolve));
          pieces.sent += 1;
          controller.enqueue(Uint8Array.from(SIXTEEN.slice(0, 8)));
        },
        cancel,
      }),
    );
  const host = faultyHost([endless]);
  const worker = startWorker({ fetch: host.fetch });
  worker.init();
  await worker.until(() => pieces.sent > 3);
  worker.training().is_own = true;
  await isBroken;
  // One may have been asked for before.
  await turns(2);
  const { sent } = pieces;
  const asked = host.asked.length;
  await turns(5);
  assert.deepEqual([pieces.sent, host.asked.length], [sent, asked], "neither a piece nor the next file");
  assert.ok(!worker.training().finished.has("train-images"));
  worker.send({ type: "retry", part: "test-images" });
  await turns(2);
  assert.equal(host.asked.length, asked);
});

test(
  "an epoch that ends before the test images have come is on the curve when they have",
  LIMIT,
  async () => {
    /** @type {(() => void)[]} */
    const open = [];
    const worker = startWorker({
      fetch: async (url) => {
        if (url.includes("test-images")) await new Promise((resolve) => open.push(() => resolve(undefined)));
        return new Response(Uint8Array.from(SIXTEEN));
      },
    });
    worker.init();
    await worker.until(done("test-labels"));
    worker.send({ type: "epoch", turn: 1 });
    const ended = await standing(worker, 1);
    worker.run();
    assert.deepEqual([ended.status.t, worker.training().points], [10, []], "nothing to measure with");
    open[0]?.();
    await worker.until((report) => report.type === "snapshot" && report.accuracies.length === 2);
    assert.deepEqual(worker.training().points, [10, 0.9]);
  },
);

test("a fault of the core is a crash, reported once, after which nothing is sent", LIMIT, async () => {
  class Faulty extends CountingTraining {
    train_for() {
      throw new WebAssembly.RuntimeError("unreachable");
    }
  }
  const worker = startWorker({ glue: Object.assign(async () => {}, { Training: Faulty }) });
  await loaded(worker);
  worker.send({ type: "play", turn: 1 });
  const crash = await worker.until((report) => report.type === "crash");
  assert.match(crash.message, /unreachable/);
  const count = worker.reports.length;
  worker.send({ type: "frame" });
  worker.send({ type: "step", turn: 2, count: 1 });
  worker.run();
  assert.equal(worker.reports.length, count);
});

test("a core that does not start is a crash, not silence", LIMIT, async () => {
  const glue = Object.assign(() => Promise.reject(new Error("no memory")), { Training: CountingTraining });
  const worker = startWorker({ glue });
  worker.init();
  assert.match((await worker.until((report) => report.type === "crash")).message, /no memory/);
});

test("data that the page carries are not fetched", LIMIT, async () => {
  const worker = startWorker({ fetch: () => Promise.reject(new Error("must not be asked")) });
  const bytes = new Uint8Array(gzipSync(Uint8Array.from(SIXTEEN)));
  const parts = ["train-labels", "train-images", "test-labels", "test-images"];
  worker.init({ data: parts.map((part) => ({ part, bytes, compressed: bytes.length, size: 16 })) });
  await worker.until(done("test-images"));
  assert.deepEqual(worker.training().data["test-images"], SIXTEEN);
});
