// Chapter 2's session without a page: settings become runs, runs go to and fro, a link says where they stand.

import assert from "node:assert/strict";
import test from "node:test";
import { SCENES } from "../../../www/chapters/descent/notices.js";
import { POINT } from "../../../www/chapters/descent/one-runs.js";
import { SCHEMA } from "../../../www/chapters/descent/schema.js";
import { Session } from "../../../www/chapters/descent/session.js";
import { accepts, formatAddress, initialValues, parseAddress } from "../../../www/frame/address.js";
import { createCore } from "./descent-core.js";

const BASE = { ...initialValues(SCHEMA), f: "parabola", a: -2, rate: 0.5 };

function open(values = {}) {
  const { api, alive } = createCore();
  const session = new Session(api);
  const wrong = session.load({ ...BASE, ...values });
  return { session, alive, wrong, api };
}

/** a of the run that is looked at, at each step up to the present one. */
const path = ({ one }) => Array.from(one.trail).filter((_, i) => i % POINT === 0);

test("a step follows the rule, back returns to the same bits, and the way ahead stays", () => {
  const { session } = open();
  assert.equal(session.back(), false, "there is nothing before the start");
  for (let t = 1; t <= 3; t++) assert.equal(session.step(), true);
  assert.deepEqual(path(session), [-2, -0.5, 0.25, 0.625]);
  assert.equal(session.back(), true);
  assert.deepEqual([session.t, session.last], [2, 3]);
  assert.deepEqual(path(session), [-2, -0.5, 0.25]);
  session.step();
  assert.deepEqual(path(session), [-2, -0.5, 0.25, 0.625]);
  session.go(0);
  assert.deepEqual([session.t, session.last], [0, 3]);
});

test("the scrub goes anywhere among the steps, and a link beyond them makes them", () => {
  const { session } = open({ t: 7 });
  assert.deepEqual([session.t, session.last], [7, 7]);
  assert.equal(session.go(3), 3);
  assert.deepEqual([session.t, session.last], [3, 7]);
  assert.equal(session.go(7), 7);
});

test("another α is another run from the same start at the same step, and what lies ahead stays reachable", () => {
  const { session } = open({ t: 6 });
  session.go(3);
  session.setRate(0.2);
  assert.deepEqual([session.t, session.last], [3, 6]);
  assert.ok(Math.abs(path(session)[3] - (1 - 3 * 0.8 ** 3)) < 1e-12);
  assert.equal(session.rate, 0.2);
});

test("a run that ends is told, and going on is of no use once it has converged", () => {
  const { session } = open({ rate: 3 });
  while (session.step());
  assert.equal(session.canStep, false);
  assert.equal(session.goesOn, false);
  const end = session.t;
  assert.equal(session.go(end + 100), end);
  session.back();
  assert.equal(session.canStep, true);

  const calm = open().session;
  assert.equal(calm.goesOn, true);
  calm.go(40);
  assert.equal(calm.canStep, true);
  assert.equal(calm.goesOn, false, "it has converged");
});

test("runs side by side: added with twice the α, chosen, removed, and each goes as far as it can", () => {
  const { session, alive } = open({ t: 3 });
  session.addRun();
  assert.deepEqual(session.setting.rates, [0.5, 1]);
  assert.deepEqual([session.setting.active, session.rate, session.t], [1, 1, 3]);
  session.addRun();
  assert.deepEqual(session.setting.rates, [0.5, 1, 2]);
  session.addRun();
  assert.equal(session.setting.rates.length, 3, "more are not seen apart");
  session.setRate(4);
  session.go(20);
  const [, , wild] = session.one.runs;
  assert.ok(wild.run.t < 20 && session.t === 20, "the one that diverges ends earlier");
  assert.equal(session.canStep, true);
  session.chooseRun(0);
  assert.equal(session.rate, 0.5);
  session.removeRun(1);
  assert.deepEqual(session.setting.rates, [0.5, 4]);
  assert.equal(session.setting.active, 0);
  session.chooseRun(1);
  session.removeRun(1);
  assert.deepEqual([session.setting.rates, session.setting.active], [[0.5], 0]);
  session.free();
  assert.equal(alive.size, 0);
});

test("when the last of the runs is gone the others still stand where they stood", () => {
  const { session } = open({ others: "0.2", t: 5 });
  session.go(2);
  session.removeRun(0);
  assert.deepEqual([session.rate, session.t, session.last], [0.2, 2, 5]);
  assert.ok(Math.abs(path(session)[2] - (1 - 3 * 0.8 ** 2)) < 1e-12);
});

test("another start begins anew; where ε has no value the present run stays", () => {
  const { session, alive } = open({ t: 4 });
  const held = alive.size;
  assert.equal(session.pickStart([3]), true);
  assert.deepEqual([session.t, session.last, path(session)], [0, 0, [3]]);
  session.go(2);
  const before = session.values();
  assert.equal(session.pickStart([-9]), false);
  assert.throws(() => session.typeStart([-9]), { code: "start" });
  assert.deepEqual(session.values(), before);
  assert.deepEqual([session.t, path(session)], [2, [3, 2, 1.5]]);
  assert.equal(alive.size, held, "nothing is left of what was replaced or refused");
});

test("a window in which nothing can be begun is refused, and the present one stays", () => {
  const { session } = open({ t: 2 });
  session.setWindow([-10, 10]);
  assert.deepEqual([session.one.window, session.t, session.last], [[-10, 10], 2, 2]);
  assert.throws(() => session.setWindow([0, 1e-6]), { code: "start" });
  assert.deepEqual([session.one.window, session.t, session.values().window], [[-10, 10], 2, "-10 10"]);
});

test("functions bring their start and α; one's own begins with what is there", () => {
  const { session } = open({ t: 3, others: "0.2" });
  session.chooseFunction("wells");
  assert.deepEqual([session.t, session.setting.rates, path(session)], [0, [0.05], [1.5]]);
  session.go(4);
  session.chooseFunction("own");
  const { f, formula, window, t } = session.values();
  assert.deepEqual([f, formula, window, t], ["own", "steep", "-2 2", 4]);
});

test("a typed formula gets the start and the α that the core finds for it; a wrong one changes nothing", () => {
  const { session, alive } = open({ t: 3 });
  const [before, held] = [session.values(), alive.size];
  assert.throws(() => session.typeFormula("a^"), { code: "formula-name" });
  assert.deepEqual(session.values(), before);
  session.typeFormula("bowl");
  const { f, formula, rate, a, t } = session.values();
  assert.deepEqual([f, formula, rate, a, t], ["own", "bowl", 0.1, -1.5, 0]);
  assert.equal(alive.size, held);
});

test("two numbers descend by the same rule, and each view keeps what it was set to", () => {
  const { session, alive } = open({ t: 3 });
  session.chooseView("two");
  assert.deepEqual([session.two, session.t], [true, 0]);
  session.chooseFunction("bowl");
  session.step();
  assert.deepEqual(Array.from(session.plane.trail.slice(7, 9)), [-0.5, 1]);
  session.go(3);
  session.go(1);
  session.setRate(0.25);
  assert.deepEqual([session.rate, session.t, session.last], [0.25, 1, 3]);
  assert.throws(() => session.typeFormula("b^"), { code: "formula-name" });
  assert.equal(session.values().g, "bowl");
  assert.equal(session.pickStart([-9, 0]), false);
  assert.equal(session.pickStart([1, 2]), true);
  session.chooseFunction("own");
  assert.deepEqual([session.values().g, session.values().formula2], ["own", "bowl"]);
  session.chooseView("one");
  assert.deepEqual([session.t, session.rate, path(session)], [0, 0.5, [-2]]);
  session.free();
  assert.equal(alive.size, 0);
});

test("a link opens what its sender saw: the runs in their order, the one looked at, the step", () => {
  const { session, api } = open({ others: "0.2 2.05", t: 5 });
  session.chooseRun(1);
  session.setRate(0.3);
  session.go(2);
  const sent = session.values();
  for (const [name, value] of Object.entries(sent))
    assert.ok(accepts(SCHEMA[name], value), `${name} = ${value}`);
  const link = formatAddress({ chapter: "descent", values: sent });
  const { values } = parseAddress(link, { descent: SCHEMA }, "descent");
  const received = new Session(api);
  assert.equal(received.load(values), null);
  assert.deepEqual(received.values(), sent);
  assert.deepEqual(received.setting, session.setting);
  assert.deepEqual(path(received), path(session));
  assert.equal(received.t, 2);
});

test("a link of two numbers, too", () => {
  const { session, api } = open({ view: "two", g: "bowl", a2: -2, b2: 1, rate2: 0.5, t: 3 });
  const received = new Session(api);
  received.load(session.values());
  assert.deepEqual(received.values(), session.values());
  assert.deepEqual(received.plane.trail, session.plane.trail);
});

test("an older link, which names no run, opens with its α first", () => {
  const { session } = open({ rate: 1.7, others: "0.2 2.05" });
  assert.deepEqual([session.setting.rates, session.setting.active], [[1.7, 0.2, 2.05], 0]);
});

test("what a link cannot say becomes what the chapter begins with, and is told", () => {
  for (const values of [{ f: "own", formula: "a++" }, { a: -9 }, { view: "two", g: "own", formula2: "" }]) {
    const { session, wrong } = open(values);
    assert.ok(wrong instanceof Error);
    assert.deepEqual(session.values(), { ...initialValues(SCHEMA), view: values.view ?? "one" });
    assert.equal(session.step(), true);
  }
});

test("every scene can be set up", () => {
  const { session } = open();
  for (const { values } of SCENES) {
    const known = { ...values };
    // The core of this test knows two of the functions.
    if (known.f) known.f = "parabola";
    session.setUp(known);
    assert.equal(session.t, 0);
    assert.equal(session.step(), true);
  }
});

test("a link with a start at which the formula has no value begins where it has one", () => {
  const { session, wrong } = open({ f: "own", formula: "steep", a: -9, rate: 0.05 });
  assert.equal(/** @type {{ code?: string }} */ (wrong).code, "start", "and says so");
  assert.deepEqual(
    [session.setting.f, session.one.formula, session.setting.a, session.rate],
    ["own", "steep", -1, 0.05],
  );
});
