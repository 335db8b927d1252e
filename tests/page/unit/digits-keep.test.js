import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { ClassNames } from "../../../www/chapters/digits/class-names.js";
import { Keeper } from "../../../www/chapters/digits/keep/keeper.js";
import { namesFor, OwnFiles, placesOf, readNames, unpack } from "../../../www/chapters/digits/keep/own.js";

const PLACE = { hidden: 30, rate: 3, batch: 10, seed: 1, t: 0, rates: "" };

/** A training, and a shelf, as the test wants them. */
function setUp({ shelf = new Map(), place = PLACE, on = true, open, isOwn = false } = {}) {
  const listeners = new Set();
  const changes = [];
  const written = [];
  const clock = { now: 0 };
  const wish = { on };
  const state = { snapshot: null, doing: "still" };
  const session = {
    place: () => place,
    state: () => state,
    on(_, listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: async () => Uint8Array.of(state.snapshot.status.t % 256),
    restart: () => changes.push(["restart"]),
    async change(method, bytes) {
      changes.push([method, ...bytes]);
      if (bytes[0] === 66) throw Object.assign(new Error("x"), { code: "saved-damaged" });
    },
  };
  const keeper = new Keeper({
    session,
    open:
      open ??
      (async () => ({
        read: async (name) => shelf.get(name),
        write: async (name, thing) => void shelf.set(name, structuredClone(thing)),
        clear: async () => shelf.clear(),
      })),
    wish: {
      isOn: () => wish.on,
      set: (next) => {
        wish.on = next;
      },
    },
    drawings: {
      read: () => ({ own: [[[0, 0]]], picture: null, collected: [] }),
      write: (...given) => written.push(given),
    },
    isOwn: () => isOwn,
    now: () => clock.now,
  });
  return {
    keeper,
    state,
    shelf,
    changes,
    written,
    wish,
    clock,
    listeners,
    /** The worker tells where it stands; what follows has time to happen. */
    async tell(t, { playing = false, measured = !playing, accuracy = 0.9 } = {}) {
      state.doing = playing ? "play" : "still";
      state.snapshot = { run: 0, playing, measured, status: { t, hidden: 30, accuracy } };
      for (const listener of listeners) listener(state.snapshot);
      await new Promise(setImmediate);
    },
  };
}

const RUN = { bytes: Uint8Array.of(7), place: PLACE, t: 600, hidden: 30, accuracy: 0.9 };

test("after a crash a new worker goes on from the last copy, once", async () => {
  const { keeper, changes, tell } = setUp();
  await keeper.begin();
  assert.equal(await keeper.recover(), null, "there is no copy yet");
  await tell(10);
  await tell(12, { playing: true });
  assert.equal(await keeper.recover(), 10);
  assert.deepEqual(changes, [["restart"], ["restore", 10]]);
  assert.equal(await keeper.recover(), null, "what brought it down may lie in the copy");
});

test("after a crash no copy of another run is taken, nor one that is refused", async () => {
  const page = setUp();
  await page.keeper.begin();
  await page.tell(10);
  page.state.snapshot = { ...page.state.snapshot, run: 1 };
  assert.equal(await page.keeper.recover(), null);
  assert.deepEqual(page.changes, []);
  const other = setUp();
  await other.keeper.begin();
  await other.tell(66);
  assert.equal(await other.keeper.recover(), null, "it was damaged");
  await other.tell(67);
  other.wish.on = false;
  await other.keeper.forget();
  assert.equal(await other.keeper.recover(), null, "it is to be forgotten");
});

test("a training that rests is kept, one that goes on from time to time", async () => {
  const { keeper, shelf, tell, clock } = setUp();
  await keeper.begin();
  assert.equal(keeper.state().mode, "on");
  await tell(0);
  assert.equal(shelf.has("run"), false, "a network that has learned nothing is not kept");
  await tell(10, { measured: false });
  assert.equal(shelf.has("run"), false, "who steps on does not wait for it");
  await tell(10);
  assert.deepEqual(shelf.get("run"), {
    bytes: Uint8Array.of(10),
    place: PLACE,
    t: 10,
    hidden: 30,
    accuracy: 0.9,
  });
  await tell(20, { playing: true });
  assert.equal(shelf.get("run").t, 10);
  clock.now = 10_000;
  await tell(30, { playing: true });
  assert.equal(shelf.get("run").t, 30);
  assert.equal(keeper.state().kept.t, 30);
});

test("the run that the address names goes on; another one is offered, and taken when the reader wants it", async () => {
  const same = setUp({ shelf: new Map([["run", RUN]]) });
  await same.keeper.begin();
  assert.deepEqual(same.changes, [["restore", 7]]);
  assert.ok(same.keeper.state().restored);

  const other = setUp({ shelf: new Map([["run", RUN]]), place: { ...PLACE, seed: 2 } });
  await other.keeper.begin();
  assert.deepEqual(other.changes, []);
  assert.equal(other.keeper.state().offer.t, 600);
  await other.keeper.restore();
  assert.deepEqual(other.changes, [["restore", 7]]);
  assert.equal(other.keeper.state().offer, null);
});

test("a kept run that cannot be read stands in nobody's way", async () => {
  const { keeper, tell, shelf } = setUp({ shelf: new Map([["run", { ...RUN, bytes: Uint8Array.of(66) }]]) });
  await keeper.begin();
  const { mode, restored, failure } = keeper.state();
  assert.deepEqual([mode, restored, failure.code], ["on", false, "saved-damaged"]);
  await tell(5);
  assert.equal(shelf.get("run").t, 5);
});

test("what is forgotten is gone, and nothing is kept until the reader wants it again", async () => {
  const { keeper, shelf, tell, wish } = setUp({ shelf: new Map([["run", RUN]]) });
  await keeper.begin();
  await keeper.forget();
  assert.equal(shelf.size, 0);
  assert.equal(wish.on, false);
  await tell(50);
  await keeper.save();
  assert.equal(shelf.size, 0);
  await keeper.keepAgain();
  assert.equal(shelf.get("run").t, 50);

  const off = setUp({ on: false, open: () => assert.fail("nobody asked for it") });
  await off.keeper.begin();
  assert.equal(off.keeper.state().mode, "off");
});

test("where storage is forbidden, or has no room, it is said, and the training goes on", async () => {
  const forbidden = setUp({ open: () => Promise.reject(new DOMException("no", "SecurityError")) });
  await forbidden.keeper.begin();
  assert.equal(forbidden.keeper.state().mode, "forbidden");
  await forbidden.tell(5);

  const full = setUp({
    open: async () => ({
      read: async () => undefined,
      write: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
      clear: async () => {},
    }),
  });
  await full.keeper.begin();
  await full.tell(5);
  assert.equal(full.keeper.state().mode, "forbidden");
});

test("drawings come back; a run with a reader's own data is not kept", async () => {
  const drawings = { place: PLACE, own: [], collected: [1] };
  const { keeper, written, shelf, tell } = setUp({ shelf: new Map([["drawings", drawings]]), isOwn: true });
  await keeper.begin();
  assert.deepEqual(written, [[drawings, true]]);
  await tell(5);
  assert.equal(shelf.has("run"), false);
  assert.deepEqual(shelf.get("drawings").own, [[[0, 0]]]);
});

/** An IDX file of `count` things. @param {3 | 1} dimensions */
const idx = (dimensions, count, extra = 0) => {
  const bytes = new Uint8Array(16 + extra);
  bytes.set([0, 0, 8, dimensions, 0, 0, 0, count]);
  return bytes;
};

test("files are told apart by what they hold, by their names, and by their size", () => {
  const names = (contents, part) => {
    const { places, strange } = placesOf(contents, part);
    return [Object.fromEntries([...places].map(([place, { name }]) => [place, name])), strange];
  };
  const file = (name, bytes) => ({ name, bytes });
  assert.deepEqual(
    names([
      file("t10k-labels", idx(1, 9)),
      file("train-images", idx(3, 9)),
      file("t10k-images", idx(3, 9, 500)),
      file("train-labels", idx(1, 9)),
      file("readme.txt", new Uint8Array(40)),
    ]),
    [
      {
        "train-images": "train-images",
        "test-images": "t10k-images",
        "train-labels": "train-labels",
        "test-labels": "t10k-labels",
      },
      ["readme.txt"],
    ],
  );
  assert.deepEqual(names([file("a", idx(3, 2)), file("b", idx(3, 9, 70))]), [
    { "train-images": "b", "test-images": "a" },
    [],
  ]);
  const ints = idx(1, 2);
  ints[2] = 0x0c;
  assert.deepEqual(names([file("train-labels.idx1-ubyte", ints)]), [
    { "train-labels": "train-labels.idx1-ubyte" },
    [],
  ]);
  const floats = idx(3, 2);
  floats[2] = 0x0d;
  assert.deepEqual(names([file("a", floats)]), [{}, ["a"]]);
  assert.deepEqual(names([file("a", idx(1, 2))], "test-labels"), [{ "test-labels": "a" }, []]);
  assert.deepEqual(names([file("a", idx(1, 2))], "test-images"), [{ "train-labels": "a" }, []]);
});

test("gzip is unpacked, and one that is damaged is refused", async () => {
  const bytes = idx(3, 4);
  assert.deepEqual(await unpack(bytes), bytes);
  const packed = new Uint8Array(gzipSync(bytes));
  assert.deepEqual(await unpack(packed), bytes);
  await assert.rejects(unpack(packed.slice(0, 12)), { code: "own-gzip" });
  // Whatever the name says: packed twice, padded with zeros; and a length that ends in zeros as every length does.
  assert.deepEqual(await unpack(new Uint8Array(gzipSync(packed))), bytes);
  for (const zeros of [1, 3, 512]) {
    assert.deepEqual(await unpack(Uint8Array.of(...packed, ...new Uint8Array(zeros))), bytes, `${zeros}`);
  }
  await assert.rejects(unpack(Uint8Array.of(...packed, 1, 2)), { code: "own-gzip" });
  const page = new TextEncoder().encode("\n<!DOCTYPE html><html><title>404</title>");
  await assert.rejects(unpack(page), { code: "own-html" });
  await assert.rejects(unpack(new Uint8Array(gzipSync(page))), { code: "own-html" });
});

test("one's own data: the classes get their names, and MNIST comes back", async () => {
  const names = new ClassNames();
  const asked = [];
  let restarted = 0;
  const session = {
    async change(method, ...args) {
      asked.push([method, ...args.map((arg) => (typeof arg === "boolean" ? arg : arg.length))]);
      if (args[4]) throw Object.assign(new Error("x"), { code: "too-few-classes", details: { found: 1 } });
      return { classes: Uint8Array.of(0, 1, 5) };
    },
    restart: () => restarted++,
  };
  const files = new OwnFiles(session, names);
  await files.add([
    { name: "train-images", bytes: idx(3, 4) },
    { name: "train-labels", bytes: idx(1, 4) },
  ]);
  assert.ok(files.state().isComplete);
  await files.use({ turned: true, names: [] });
  assert.equal(files.state().failure.code, "too-few-classes");
  assert.equal(names.isOwn, false, "what is refused changes nothing");
  await files.use({ turned: false, names: readNames(" coat, bag ;") });
  assert.deepEqual(asked.at(-1), ["set_data", 16, 16, 0, 0, false]);
  assert.deepEqual(
    [0, 1, 2].map((digit) => names.of(digit)),
    ["0 (coat)", "1 (bag)", "2 (5)"],
  );
  files.leave();
  assert.equal(names.of(0), "0");
  assert.equal(restarted, 1);
  await files.add([{ name: "test-images", bytes: idx(3, 4) }]);
  assert.equal(files.state().isComplete, false, "images to test on need their labels");
  assert.deepEqual(namesFor([0, 1], []), ["", ""]);
});
