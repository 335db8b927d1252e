import assert from "node:assert/strict";
import test from "node:test";
import { Arrivals } from "../../../www/chapters/digits/arrivals.js";
import { stepOf, wayTo } from "../../../www/chapters/digits/place.js";
import { readRates } from "../../../www/chapters/digits/rates.js";
import { Session } from "../../../www/chapters/digits/session.js";
import { createTrainingClient } from "../../../www/chapters/digits/training/client.js";
import { mnistSources } from "../../../www/chapters/digits/training/sources.js";
import { createPatience, describe } from "../../../www/chapters/digits/words.js";
import { SETTINGS, startWorker } from "./worker-host.js";

/** Turns after which a test has waited for what never comes. */
const MOST_TURNS = 20_000;

/**
 * A session with the real client and the real worker, whose core only counts, and whose turns are the test's.
 * @param {{ t?: number, rates?: string, rate?: number, fetch?: (url: string) => Promise<Response> }} [options]
 */
function setUp({ t = 0, rates = "", rate = SETTINGS.rate, fetch } = {}) {
  /** @type {ReturnType<typeof startWorker>[]} */
  const hosts = [];
  let worker;
  let delivered = 0;
  let frame = null;
  const sources = mnistSources((file) => `https://example.org/${file}`);
  const client = createTrainingClient({
    module: new Uint8Array(0),
    glueUrl: "glue.js",
    data: sources,
    settings: { ...SETTINGS, rate },
    spawn: () => {
      const host = startWorker({ fetch });
      hosts.push(host);
      delivered = 0;
      worker = { postMessage: (message) => host.send(structuredClone(message)), terminate: () => {} };
      return worker;
    },
    frames: {
      request: (callback) => {
        frame = callback;
        return 1;
      },
      cancel: () => {
        frame = null;
      },
    },
  });
  const clock = { now: 0 };
  const session = new Session(client, { ...SETTINGS, rate, t, rates }, () => clock.now);
  const arrivals = new Arrivals(client, sources);
  const page = {
    client,
    session,
    arrivals,
    clock,
    host: () => hosts[hosts.length - 1],
    crash: (message) => worker.onerror({ message }),
    /** What the worker has said comes to the page. */
    deliver() {
      const { reports } = page.host();
      while (delivered < reports.length) worker.onmessage({ data: reports[delivered++] });
    },
    /** A frame of the screen. */
    frame: () => frame?.(),
    /** @param {() => unknown} wanted */
    async until(wanted) {
      for (let turn = 0; turn < MOST_TURNS; turn++) {
        page.deliver();
        if (wanted()) return;
        page.frame();
        page.host().run(1);
        await new Promise(setImmediate);
      }
      throw new Error(`${wanted} never came`);
    },
    /** The worker has obeyed, and is at rest. */
    async settled() {
      await page.until(
        () => session.state().snapshot?.turn === client.turn && session.state().doing === "still",
      );
      while (page.host().run() > 0) page.deliver();
      page.deliver();
    },
    loaded: () =>
      page.until(() => arrivals.state().done && session.state().snapshot?.status.waiting === false),
    /** @param {number} count */
    async steps(count) {
      for (let i = 0; i < count; i++) session.step();
      await page.settled();
    },
  };
  return page;
}

/** Where the session is, in short. */
const at = ({ session }) => {
  const { t, last, doing } = session.state();
  return [t, last, doing];
};

test("steps, back and to any step that was made", async () => {
  const page = setUp();
  assert.deepEqual(at(page), [0, 0, "still"]);
  await page.loaded();
  await page.steps(7);
  assert.deepEqual(at(page), [7, 7, "still"]);
  page.session.back();
  page.session.back();
  assert.deepEqual(at(page), [5, 7, "still"], "shown at once");
  await page.settled();
  assert.deepEqual(at(page), [5, 7, "still"]);
  page.session.go(100);
  assert.deepEqual(at(page), [7, 7, "still"], "as near as the run goes");
  await page.settled();
  page.session.go(0);
  await page.settled();
  page.session.back();
  await page.settled();
  assert.deepEqual(at(page), [0, 7, "still"]);
});

test("while the worker is on its way to a place, what it tells of others does not move the reader", async () => {
  const page = setUp();
  await page.loaded();
  await page.steps(9);
  const seen = [];
  page.session.on("snapshot", (snapshot) => seen.push([snapshot.status.t, page.session.state().t]));
  for (const t of [8, 6, 4, 2]) page.session.go(t);
  page.session.setDrawing(new Uint8Array(784));
  page.deliver();
  assert.deepEqual(seen, [[9, 2]]);
  await page.settled();
  assert.deepEqual(seen[1], [2, 2]);
  assert.deepEqual(page.host().training().jumps, [2]);
});

test("a link opens what its sender saw", async () => {
  const sender = setUp();
  await sender.loaded();
  await sender.steps(8);
  sender.session.go(6);
  await sender.settled();
  const place = sender.session.place();
  assert.deepEqual(place, { ...SETTINGS, t: 6, rates: "" });

  const receiver = setUp({ t: place.t });
  assert.equal(receiver.session.state().doing, "reach", "on the way before the data have come");
  assert.deepEqual(receiver.session.place(), place, "a link copied on the way leads there as well");
  assert.deepEqual(describe(receiver.session.state()), { key: "digits.status.starting" });
  await receiver.until(() => receiver.session.state().snapshot);
  assert.deepEqual(describe(receiver.session.state()), { key: "digits.status.going", params: { t: 6 } });
  await receiver.settled();
  await receiver.loaded();
  await receiver.settled();
  assert.deepEqual(receiver.session.place(), place);
  for (const name of ["t", "error", "accuracy", "batch", "rate"])
    assert.equal(
      receiver.session.state().snapshot.status[name],
      sender.session.state().snapshot.status[name],
      name,
    );
});

test("what the reader does ends the way to a step", async () => {
  for (const act of [
    (session) => session.pause(),
    (session) => session.step(),
    (session) => session.go(0),
    (session) => session.setRate(0.5),
    (session) => session.reset(),
  ]) {
    const page = setUp({ t: 1_000_000 });
    await page.loaded();
    act(page.session);
    assert.equal(page.session.state().doing, "still");
    await page.settled();
    assert.ok(page.session.place().t < 1_000_000, String(page.session.place().t));
  }
});

test("changes of α are in the address, and a link makes them again", async () => {
  const page = setUp();
  await page.loaded();
  await page.steps(5);
  page.session.setRate(1);
  page.deliver();
  assert.deepEqual(
    page.session.place(),
    { ...SETTINGS, rate: 1, t: 5, rates: "0-3" },
    "set, but not used yet",
  );
  page.session.setRate(3);
  page.deliver();
  assert.deepEqual(page.session.place(), { ...SETTINGS, t: 5, rates: "" });
  page.session.setRate(1);
  await page.steps(2);
  assert.deepEqual([...page.session.state().snapshot.marks], [5]);
  page.session.setRate(0.25);
  await page.steps(4);
  const sent = page.session.place();
  assert.deepEqual(sent, { ...SETTINGS, rate: 0.25, t: 11, rates: "0-3_5-1_7-0.25" });
  page.session.go(7);
  await page.settled();
  assert.deepEqual(page.session.place(), { ...SETTINGS, rate: 0.25, t: 7, rates: "0-3_5-1" });

  const receiver = setUp(sent);
  assert.deepEqual(receiver.session.place(), sent, "a link copied on the way leads there as well");
  await receiver.loaded();
  await receiver.settled();
  assert.deepEqual(receiver.session.place(), sent);
  const { rates, rate } = receiver.host().training();
  assert.deepEqual([rates, rate], [[3, 3, 3, 3, 3, 1, 1, 0.25, 0.25, 0.25, 0.25], 0.25]);

  // Within the same run no step is made again; another way is begun anew.
  receiver.session.open({ ...sent, rate: 1, t: 6, rates: "0-3_5-1" });
  await receiver.settled();
  assert.deepEqual(at(receiver), [6, 11, "still"]);
  receiver.session.open({ ...sent, t: 8, rates: "0-3_6-1" });
  await receiver.settled();
  assert.deepEqual(at(receiver), [8, 8, "still"]);
  assert.deepEqual(receiver.host().training().rates, [3, 3, 3, 3, 3, 3, 1, 1]);
});

test("whoever ends the way to a step goes on with the α that is set", async () => {
  const page = setUp({ t: 1_000_000, rates: "0-3_900000-1", rate: 0.5 });
  await page.loaded();
  page.session.pause();
  await page.settled();
  const { t } = page.session.state();
  assert.ok(t < 900_000);
  assert.equal(page.host().training().rate, 0.5);
  assert.deepEqual(page.session.place(), { ...SETTINGS, rate: 0.5, t, rates: t > 0 ? "0-3" : "" });
});

test("where no address tells the run it names the beginning", () => {
  const status = { t: 5, last: 5 };
  const none = { t: 0, rates: "" };
  assert.deepEqual(stepOf(null, 3), none);
  assert.deepEqual(stepOf({ status, changes: new Float64Array(0) }, 3), none, "it came from elsewhere");
  const dragged = Float64Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? i : 0.1 + i));
  assert.deepEqual(
    stepOf({ status: { t: 500, last: 500 }, changes: dragged }, 3),
    none,
    "too long to be sent",
  );
});

test("what an address says of α is read, or not at all", () => {
  assert.deepEqual(readRates("0-3"), [[0, 3]]);
  assert.deepEqual(readRates("0-3_600-0.3"), [
    [0, 3],
    [600, 0.3],
  ]);
  for (const text of [
    "",
    "3",
    "0-",
    "0-3_",
    "5-3",
    "0-3_0-1",
    "0-3_9-1_8-2",
    "0-0",
    "0-1000",
    "0-3-4",
    "0-x",
    "0-NaN",
  ])
    assert.equal(readRates(text), null, text);
});

test("the way to the step of an address", () => {
  const run = (t, last, changes = [0, 3], repeatable = true) => ({
    status: { t, last },
    changes: Float64Array.from(changes),
    repeatable,
  });
  const place = (t, rate = 3, rates = "") => ({ t, rate, rates });
  assert.equal(wayTo(place(0), run(9, 9, [], false)), "go");
  assert.equal(wayTo(place(5), null), "reach");
  assert.equal(wayTo(place(5), run(9, 9)), "go");
  assert.equal(wayTo(place(8), run(5, 9)), "go");
  assert.equal(wayTo(place(12), run(5, 9)), "reach");
  assert.equal(wayTo(place(5, 1), run(9, 9)), "anew");
  assert.equal(wayTo(place(5), run(9, 9, [0, 3, 3, 1])), "anew");
  assert.equal(wayTo(place(5, 1, "0-3_3-1"), run(9, 9, [0, 3, 3, 1])), "go");
  assert.equal(wayTo(place(5, 7, "0-3_3-1"), run(2, 2)), "reach");
  // Made with another α from 7 on: until there the run is that of the address.
  assert.equal(wayTo(place(7), run(5, 9, [0, 3, 7, 1])), "go");
  assert.equal(wayTo(place(8), run(5, 9, [0, 3, 7, 1])), "reach");
  // A network that was opened from a file.
  assert.equal(wayTo(place(5), run(0, 0, [], false)), "anew");
});

test("an address that names another network begins it; the same place changes nothing", async () => {
  const page = setUp();
  await page.loaded();
  await page.steps(6);
  page.session.open({ ...SETTINGS, t: 6, rates: "" });
  assert.equal(page.client.turn, 6, "nothing was asked of the worker");
  page.session.open({ ...SETTINGS, t: 4, rates: "" });
  await page.settled();
  assert.deepEqual(at(page), [4, 6, "still"]);
  page.session.open({ ...SETTINGS, hidden: 3, t: 8, rates: "" });
  assert.deepEqual(at(page), [0, 0, "reach"]);
  await page.settled();
  assert.deepEqual(at(page), [8, 8, "still"]);
  assert.equal(page.host().training().hidden, 3);
  page.session.open({ ...SETTINGS, hidden: 3, rate: 1, t: 0, rates: "" });
  await page.settled();
  assert.deepEqual(at(page), [0, 8, "still"], "the beginning is the same with another α");
  assert.equal(page.host().training().rate, 1);
  page.session.open({ ...SETTINGS, hidden: 3, rate: 2, t: 3, rates: "" });
  await page.settled();
  assert.deepEqual(at(page), [3, 3, "still"]);
});

test("a new network is there at once, and the old one's snapshots are not shown", async () => {
  const page = setUp();
  await page.loaded();
  await page.steps(4);
  page.session.play();
  page.host().run(3);
  page.session.reset({ seed: 2 });
  assert.deepEqual(at(page), [0, 0, "still"]);
  assert.deepEqual(page.session.place(), { ...SETTINGS, seed: 2, t: 0, rates: "" });
  assert.equal(describe(page.session.state()).key, "digits.status.reset");
  await page.settled();
  assert.deepEqual(at(page), [0, 0, "still"]);
});

test("a network that has fallen silent says so, whatever it is doing", async () => {
  const page = setUp();
  await page.loaded();
  await page.steps(2);
  const { snapshot, ...state } = page.session.state();
  const silent = { ...snapshot, silent: true, status: { ...snapshot.status, rate: 100 } };
  for (const doing of ["still", "play", "epoch"]) {
    const words = describe({ ...state, doing, snapshot: silent });
    assert.deepEqual(words, { key: "digits.status.silent", params: { rate: 100 } });
  }
  const heard = { ...snapshot, silent: false };
  assert.equal(describe({ ...state, snapshot: heard }).key, "digits.status.paused");
});

test("an epoch ends by itself and says so; playing on is another thing", async () => {
  const page = setUp();
  await page.loaded();
  page.session.epoch();
  assert.equal(page.session.state().doing, "epoch");
  await page.settled();
  assert.deepEqual(at(page), [10, 10, "still"]);
  assert.equal(page.session.state().latest, "epoch");
  page.session.play();
  assert.equal(page.session.state().latest, "");
  page.session.pause();
  await page.settled();
});

test("the speed is the worker's at full pace and the reader's when held back", async () => {
  const page = setUp();
  await page.loaded();
  page.session.play();
  page.frame();
  page.host().run(2);
  page.deliver();
  assert.equal(page.session.state().examplesPerSecond, 2500);
  page.session.setPace(1);
  for (let i = 0; i < 40; i++) {
    page.clock.now += 16;
    page.frame();
    page.host().run();
    page.deliver();
  }
  assert.equal(Math.round(page.session.state().examplesPerSecond), 625, "a mini-batch of 10 each 16 ms");
});

test("a crash ends what was going on; a restart begins anew", async () => {
  const page = setUp();
  await page.loaded();
  await page.steps(3);
  const crashes = [];
  page.session.on("crash", ({ message }) => crashes.push(message));
  page.session.play();
  page.crash("out of memory");
  assert.deepEqual(crashes, ["out of memory"]);
  assert.equal(page.session.state().doing, "still");
  assert.equal(describe(page.session.state()).key, "digits.status.stopped");
  page.session.go(1);
  assert.equal(page.session.state().t, 3, "nobody is there to go");
  page.session.restart();
  assert.equal(describe(page.session.state()).key, "digits.status.starting");
  await page.loaded();
  assert.deepEqual(at(page), [0, 0, "still"]);
  await page.steps(2);
  assert.deepEqual(at(page), [2, 2, "still"]);
});

test("what is wrong with the data is known until it has come", async () => {
  let broken = true;
  const page = setUp({
    fetch: async (url) => {
      if (broken && url.includes("t10k-images")) return new Response("gone", { status: 404 });
      return new Response(new Uint8Array(16));
    },
  });
  await page.until(() => page.arrivals.state().failure);
  const { part, code } = page.arrivals.state().failure;
  assert.deepEqual([part, code], ["test-images", "http-status"]);
  broken = false;
  page.arrivals.retry();
  assert.equal(page.arrivals.state().failure, null);
  await page.until(() => page.arrivals.state().done);
});

test("waiting is told only when it lasts", () => {
  const said = [];
  let waiting = null;
  const patience = createPatience(({ key }) => said.push(key), {
    later: (action) => {
      waiting = action;
      return 1;
    },
    cancel: () => {
      waiting = null;
    },
  });
  patience.tell({ key: "digits.status.playing-part" });
  patience.tell({ key: "digits.status.waiting" });
  assert.deepEqual(said, ["digits.status.playing-part"]);
  patience.tell({ key: "digits.status.playing-part" });
  assert.equal(waiting, null);
  patience.tell({ key: "digits.status.waiting" });
  waiting();
  assert.deepEqual(said.slice(2), ["digits.status.waiting"]);
});

test("what is measured of the network is told apart from what is of another moment", async () => {
  const page = setUp();
  await page.loaded();
  assert.ok(page.session.state().snapshot.measured, "there is nothing to measure at the start");
  page.session.step();
  await page.until(() => page.session.state().t === 1);
  assert.ok(!page.session.state().snapshot.measured);
  await page.settled();
  assert.ok(page.session.state().snapshot.measured);
});
