import assert from "node:assert/strict";
import test from "node:test";
import { OWN, SCHEMA } from "../../../www/chapters/curve/schema.js";
import { CurveSession } from "../../../www/chapters/curve/session.js";
import { accepts, formatAddress, initialValues, parseAddress } from "../../../www/frame/address.js";
import { createCore } from "./curve-core.js";

const INITIAL = initialValues(SCHEMA);

/** @param {object} [values] */
function begin(values = {}) {
  const core = createCore();
  return { core, session: new CurveSession(core, { ...INITIAL, ...values }) };
}

/** Everything that a reader sees of a run. @param {CurveSession} session */
function seen(session) {
  const { t, error, testError, deviation, count } = session.standing();
  const { run } = session;
  return {
    ...{ t, error, testError, deviation, count },
    parameters: [...run.parameters()],
    measurements: [...run.measurements()],
    held: [...run.held_out()],
    frame: [...run.frame()],
  };
}

/** Goes all the way to the step that a link names. @param {CurveSession} session */
function arrive(session) {
  let frames = 0;
  if (session.standing().goal !== null) while (session.advance(1)) frames += 1;
  return frames;
}

/** Another window that opens the address which the first one shows. @param {CurveSession} session */
function openLink(session) {
  const values = { ...INITIAL, ...session.values() };
  for (const [name, value] of Object.entries(values))
    assert.ok(accepts(SCHEMA[name], value), `${name}: ${value}`);
  const hash = formatAddress({ chapter: "curve", values });
  const read = parseAddress(hash, { curve: SCHEMA }, "curve").values;
  const other = new CurveSession(createCore(), read);
  arrive(other);
  return other;
}

test("a run stands at its beginning and makes the steps that it is asked for", () => {
  const { session } = begin();
  assert.deepEqual(
    [session.standing().t, session.standing().last, session.standing().canBack],
    [0, 0, false],
  );
  assert.equal(session.advance(5), true);
  const standing = session.standing();
  assert.deepEqual([standing.t, standing.last, standing.canBack, standing.stuck], [5, 5, true, ""]);
  session.advance(Number.POSITIVE_INFINITY);
  assert.equal(session.standing().t, 17, "as many as the frame has time for");
});

test("what was made is gone along, and seen again as it was", () => {
  const { session } = begin();
  session.advance(10);
  const there = seen(session);
  session.back();
  assert.deepEqual([session.standing().t, session.standing().last], [9, 10]);
  session.go(3);
  assert.deepEqual([session.standing().t, session.standing().last], [3, 10]);
  session.go(10);
  assert.deepEqual(seen(session), there);
  session.go(3);
  session.advance(4);
  assert.deepEqual([session.standing().t, session.standing().last], [7, 10], "steps that were made stay");
  session.step();
  session.step();
  session.step();
  assert.deepEqual(seen(session), there);
  session.reset();
  assert.deepEqual([session.standing().t, session.standing().last], [0, 0]);
});

test("another α is a mark on the way and no new past; a step with it cuts off what lay ahead", () => {
  const { session } = begin();
  const { network } = session;
  session.advance(10);
  session.go(4);
  session.set({ ...INITIAL, ...session.values(), rate: 7 });
  assert.deepEqual([session.standing().t, session.standing().last], [4, 10], "nothing yet");
  session.advance(2);
  assert.deepEqual([session.standing().t, session.standing().last], [6, 6]);
  assert.deepEqual([...session.run.marks()], [4]);
  session.go(1);
  assert.equal(session.standing().t, 1, "back past the change");
  assert.equal(session.network, network);
});

test("other measurements or another H begin another network; what concerns the view does not", () => {
  for (const changes of [
    { hidden: 3 },
    { seed: 2 },
    { noise: 0.1 },
    { share: 0.3 },
    { source: "day-length" },
  ]) {
    const { core, session } = begin();
    const { network, version } = session;
    session.advance(6);
    session.set({ ...INITIAL, ...session.values(), ...changes });
    assert.equal(session.standing().t, 0, JSON.stringify(changes));
    assert.ok(session.network > network);
    assert.equal(session.version > version, !("hidden" in changes));
    assert.equal(core.alive(), 1, "the run before is freed");
  }
  const { session } = begin();
  session.advance(6);
  session.set({ ...INITIAL, ...session.values(), units: true, log: false, pace: 0 });
  assert.equal(session.standing().t, 6);
});

test("why no step was made is said until something changes", () => {
  const { session } = begin({ source: OWN, points: "" });
  assert.equal(session.standing().error, null);
  assert.equal(session.advance(1), false);
  assert.equal(session.standing().stuck, "empty");
  session.edit(Float64Array.of(1, 2, 3, 4));
  assert.equal(session.standing().stuck, "");
  assert.equal(session.advance(1), true);

  session.set({ ...INITIAL, ...session.values(), rate: 1e12 });
  assert.equal(session.advance(1), false);
  assert.equal(session.standing().stuck, "too-large");
  session.set({ ...INITIAL, ...session.values(), rate: 1 });
  assert.equal(session.standing().stuck, "");
});

test("the hand's points become the reader's own, and the network learns on", () => {
  const { session } = begin({ noise: 0.1 });
  const { network, version } = session;
  session.advance(3);
  const before = session.run.measurements();
  session.edit(Float64Array.of(...before, 3, 5));
  const { source, axes, noise, points } = session.values();
  assert.deepEqual([source, axes, noise], [OWN, "water-density", 0]);
  assert.equal(points, [...before, 3, 5].join());
  assert.ok(session.version > version);
  assert.equal(session.network, network);
  assert.deepEqual([session.standing().t, session.standing().edited], [3, true]);
  session.advance(1);
  assert.equal(session.standing().edited, false);
  assert.deepEqual([...session.run.marks()], [3]);
  // The points of now stay in force on the way back.
  session.go(2);
  assert.equal(session.run.measurements().length, 8);
});

test("each edit is taken back by itself, a drag as one, and the first gives the table back", () => {
  const { session } = begin({ source: "day-length", noise: 0.2 });
  const table = [...session.run.measurements()];
  const settings = session.values();
  session.edit(Float64Array.of(...table, 4, 4));
  const one = session.values();
  for (let i = 0; i < 5; i++) session.edit(Float64Array.of(...table, 4, 5 + i), i === 0);
  assert.ok(session.standing().canUndo);
  session.undo();
  assert.deepEqual(session.values(), one);
  session.undo();
  assert.deepEqual(session.values(), settings);
  assert.deepEqual([...session.run.measurements()], table);
  assert.equal(session.standing().canUndo, false);
  session.undo();
  assert.deepEqual(session.values(), settings, "nothing is left to take back");
});

test("edits cannot be taken back past another run", () => {
  const { session } = begin();
  session.edit(Float64Array.of(1, 2));
  session.set({ ...INITIAL, ...session.values(), seed: 5 });
  assert.equal(session.standing().canUndo, false);
});

test("of very many edits the last two hundred can be taken back", () => {
  const { session } = begin();
  for (let i = 0; i < 250; i++) session.edit(Float64Array.of(1, i));
  let count = 0;
  for (; session.standing().canUndo; count++) session.undo();
  assert.equal(count, 200);
  assert.deepEqual([...session.run.measurements()], [1, 49]);
});

test("a link opens what its sender saw: any settings, any step", () => {
  const table = { source: "day-length", hidden: 5, noise: 0.1, share: 0.25, seed: 9, rate: 3 };
  for (const values of [{}, table, { source: OWN, points: "1,2,3,4", frame: "0,5,0,9" }]) {
    const { session } = begin(values);
    session.advance(12);
    session.advance(12);
    session.go(17);
    assert.deepEqual(seen(openLink(session)), seen(session));
    assert.deepEqual(openLink(session).values(), session.values());
  }
});

test("a link opens points that were put by hand, and a table that was pasted", () => {
  const { session } = begin({ source: "day-length", share: 0.25, noise: 0.1 });
  session.edit(Float64Array.of(...session.run.measurements(), 4, 7));
  session.advance(3);
  assert.equal(session.values().t, 3);
  assert.deepEqual(seen(openLink(session)), seen(session));

  session.take(Float64Array.of(1, 5, 2, 6.5), "a\tb");
  assert.equal(session.standing().t, 0);
  session.advance(4);
  assert.deepEqual(seen(openLink(session)), seen(session));
  assert.equal(openLink(session).values().names, "a\tb");
});

test("where the settings of now do not lead here, the link leads to the beginning", () => {
  const { session } = begin();
  session.advance(5);
  session.set({ ...INITIAL, ...session.values(), rate: 7 });
  assert.equal(session.values().t, 0);
  session.set({ ...INITIAL, ...session.values(), rate: 2 });
  assert.equal(session.values().t, 5, "no step was made with the other α");
  session.edit(Float64Array.of(1, 1));
  assert.equal(session.values().t, 0);
  session.undo();
  assert.equal(session.values().t, 5);
  session.edit(Float64Array.of(1, 1));
  session.advance(1);
  session.undo();
  assert.equal(session.values().t, 0, "a step was made with other points");
  session.go(5);
  assert.equal(session.values().t, 5, "and before it none was");
});

test("points that are too many for an address: the link has none, and no step", () => {
  const { session } = begin();
  const many = Float64Array.from({ length: 8000 }, (_, i) => i / 7);
  session.take(many, "");
  session.advance(3);
  assert.ok(session.isLarge);
  assert.deepEqual([session.values().points, session.values().t], ["", 0]);
  assert.equal(session.run.measurements().length, 8000);
  // Other settings of the same points.
  session.set({ ...INITIAL, ...session.values(), seed: 2 });
  assert.equal(session.run.measurements().length, 8000);
  session.edit(Float64Array.of(1, 2));
  assert.equal(session.isLarge, false);
  session.undo();
  assert.equal(session.isLarge, true);
});

test("what no run can be made of changes nothing", () => {
  const { core, session } = begin();
  session.advance(4);
  const before = { ...seen(session), values: session.values() };
  for (const bad of [{ source: "gone" }, { source: OWN, points: "1,2", frame: "5,5,0,1" }]) {
    assert.throws(() => session.set({ ...INITIAL, ...session.values(), ...bad }));
    assert.throws(() => session.load({ ...INITIAL, ...session.values(), ...bad }));
    assert.deepEqual({ ...seen(session), values: session.values() }, before);
  }
  assert.equal(core.alive(), 1);
});

test("an address that says what is there changes nothing, another step of it only goes there", () => {
  const { session } = begin();
  const { network } = session;
  session.advance(12);
  const { rate } = INITIAL;
  session.load({ ...INITIAL, ...session.values(), units: true });
  assert.deepEqual([session.standing().t, session.network], [12, network]);
  session.load({ ...INITIAL, t: 5 });
  assert.deepEqual([session.standing().t, session.standing().last, session.network], [5, 12, network]);
  session.load({ ...INITIAL, t: 15 });
  assert.deepEqual([session.standing().t, session.standing().goal], [12, 15]);
  arrive(session);
  assert.deepEqual([session.standing().t, session.network], [15, network]);
  session.load({ ...INITIAL, rate: 7, t: 6 });
  assert.deepEqual([session.standing().t, session.standing().goal], [0, 6]);
  assert.ok(session.network > network, "another α from the beginning is another run");
  arrive(session);
  assert.deepEqual(seen(session), seen(openLink(session)));
  assert.notEqual(session.values().rate, rate);
});

test("a way that was made with other settings is not taken for the link's", () => {
  const { session } = begin();
  session.advance(4);
  session.set({ ...INITIAL, ...session.values(), rate: 7 });
  session.advance(6);
  session.go(2);
  session.set({ ...INITIAL, ...session.values(), rate: 2 });
  session.load({ ...INITIAL, t: 8 });
  arrive(session);
  const { session: straight } = begin({ t: 8 });
  arrive(straight);
  assert.deepEqual(seen(session), seen(straight));
});

test("a long way is made frame by frame, however many steps a frame are asked for, and ends where it leads", () => {
  const { session } = begin({ t: 100 });
  assert.equal(session.standing().goal, 100);
  assert.equal(session.values().t, 100, "the address does not change on the way");
  session.advance(1);
  assert.equal(session.standing().t, 12);
  assert.ok(arrive(session) > 5);
  assert.deepEqual([session.standing().t, session.standing().goal], [100, null]);
  session.advance(1);
  assert.equal(session.standing().t, 101);
});

test("whatever the reader does on the way ends it", () => {
  const acts = {
    step: (/** @type {CurveSession} */ session) => session.step(),
    back: (/** @type {CurveSession} */ session) => session.back(),
    go: (/** @type {CurveSession} */ session) => session.go(3),
    reset: (/** @type {CurveSession} */ session) => session.reset(),
    rate: (/** @type {CurveSession} */ session) => session.set({ ...INITIAL, ...session.values(), rate: 3 }),
    edit: (/** @type {CurveSession} */ session) => session.edit(Float64Array.of(1, 2)),
    take: (/** @type {CurveSession} */ session) => session.take(Float64Array.of(1, 2, 3, 4), ""),
  };
  for (const [name, act] of Object.entries(acts)) {
    const { session } = begin({ t: 100 });
    session.advance(1);
    act(session);
    assert.equal(session.standing().goal, null, name);
    assert.ok(session.values().t < 100, name);
  }
});

test("a way that cannot be gone on ends where it ends", () => {
  const { session } = begin({ rate: 100, t: 100, source: OWN, points: "" });
  assert.equal(session.advance(1), false);
  assert.deepEqual([session.standing().goal, session.standing().stuck], [null, "empty"]);
});
