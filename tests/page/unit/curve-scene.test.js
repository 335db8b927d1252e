import assert from "node:assert/strict";
import test from "node:test";
import { noticeValues, WHAT_TO_NOTICE } from "../../../www/chapters/curve/notices.js";
import { createReading } from "../../../www/chapters/curve/reading.js";
import { knownRange, Scene, viewOf } from "../../../www/chapters/curve/scene.js";
import { SCHEMA } from "../../../www/chapters/curve/schema.js";
import { CurveSession } from "../../../www/chapters/curve/session.js";
import { statusOf } from "../../../www/chapters/curve/status.js";
import { nextTrail } from "../../../www/chapters/curve/trail.js";
import { linearScale } from "../../../www/chart/scale.js";
import { squareOf } from "../../../www/chart/squares.js";
import { accepts, initialValues } from "../../../www/frame/address.js";
import { createCore } from "./curve-core.js";
import { TEXTS } from "./texts.js";

const INITIAL = initialValues(SCHEMA);

/** @param {object} [values] */
function begin(values = {}) {
  const session = new CurveSession(createCore(), { ...INITIAL, ...values });
  const scene = new Scene();
  const show = () => scene.show(session, session.standing().t);
  return { session, scene, show };
}

test("the axes show what is scaled, some x beyond, and all that the sigmoid reaches", () => {
  const [x0, x1, l0, l1] = viewOf([50, 50, 900, 100, 0.1]);
  assert.ok(x0 < 0 && x1 > 100 && Math.abs(x0 + x1 - 100) < 1e-9);
  assert.deepEqual([l0, l1], [890, 990]);
});

test("known is what lies between the measurements that are learned from", () => {
  assert.deepEqual(knownRange([5, 0, 1, 0, 9, 0], [0, 0, 1]), [1, 5]);
  assert.equal(knownRange([5, 0], [1]), null);
  assert.equal(knownRange([], []), null);
});

test("earlier curves stay, each from so many times as many steps, and none from later", () => {
  const ys = new Float64Array(1);
  /** @type {readonly import("../../../www/chapters/curve/trail.js").Shown[]} */
  let trail = [];
  for (let t = 10; t <= 1000; t += 10) trail = nextTrail(trail, { t: t - 10, ys }, t);
  const steps = trail.map((shown) => shown.t);
  assert.equal(steps.length, 6);
  steps.slice(1).forEach((t, i) => {
    assert.ok(t > steps[i] * 1.7, steps.join());
  });
  assert.equal(nextTrail(trail, { t: 1000, ys }, 1000), trail, "standing still changes nothing");
  const back = nextTrail(trail, { t: 1000, ys }, 200).map((shown) => shown.t);
  assert.deepEqual(
    back,
    steps.filter((t) => t < 200),
    "the curve of step 1000 is no earlier one",
  );
});

test("another network has no earlier curves; edited points keep them as long as the axes stay", () => {
  const { session, scene, show } = begin();
  assert.equal(show(), true);
  for (let i = 0; i < 5; i++) {
    session.advance(10);
    assert.equal(show(), false);
  }
  assert.ok(scene.earlier.length > 1);
  const count = scene.earlier.length;
  session.edit(Float64Array.of(1, 2, 3, 4));
  assert.equal(show(), false);
  assert.deepEqual([scene.points.length, scene.earlier.length], [4, count]);
  session.reset();
  show();
  assert.equal(scene.earlier.length, 0);
  session.advance(3);
  show();
  assert.equal(scene.earlier.length, 1);
  session.take(Float64Array.of(0, 0, 5, 100), "");
  assert.equal(show(), true);
  assert.equal(scene.earlier.length, 0);
});

test("the curve is read anywhere, a measurement where the pointer means it, nothing while points are edited", () => {
  const { session, scene, show } = begin({ share: 0.5, where: "end" });
  let enabled = true;
  const reading = createReading(scene, { enabled: () => enabled, names: () => ({ xLetter: "T" }) });
  const frame = { left: 0, right: 500, top: 0, bottom: 100 };
  const place = () => ({
    frame,
    x: linearScale([scene.view[0], scene.view[1]], [0, 500]),
    y: linearScale([scene.view[2], scene.view[3]], [100, 0]),
  });
  const at = (/** @type {number} */ px) => {
    const key = reading.nearest(px, 50, /** @type {any} */ (place()));
    return key === null ? null : reading.at(key, /** @type {any} */ (place()))?.lines;
  };
  assert.equal(at(100), null, "nothing is there yet");
  show();
  session.advance(1);
  const between = at(300);
  assert.equal(between?.length, 2);
  assert.match(between?.[0] ?? "", /^T = /);
  const measured = at(place().x.map(0) + 2);
  assert.equal(measured?.length, 3);
  assert.match(measured?.[2] ?? "", /^measured 1\.00/);
  assert.match(at(place().x.map(2))?.[2] ?? "", /^in the test 6\.00/);
  assert.match(at(5)?.[1] ?? "", /^extrapolation/);
  assert.equal(reading.nearest(100, 150, /** @type {any} */ (place())), null);
  assert.equal(reading.neighbour?.(null, 1), 0);
  assert.equal(reading.neighbour?.(1000, 1), 1000);
  enabled = false;
  assert.equal(at(300), null);
  assert.equal(reading.neighbour?.(null, 1), null);
});

test("what to notice keeps to the settings that there are", () => {
  const own = { ...INITIAL, axes: "day-length", points: "1,2", frame: "0,1,0,1", log: false, t: 77, rate: 9 };
  for (const { id, text, action } of WHAT_TO_NOTICE.items) {
    const values = noticeValues(id, /** @type {any} */ (own));
    for (const [name, value] of Object.entries(values))
      assert.ok(accepts(SCHEMA[name], value), `${id}: ${name}`);
    assert.deepEqual([values.t, values.points, values.log], [0, "1,2", false]);
    assert.notEqual(values.rate, 9);
    for (const key of [text, action]) assert.ok(TEXTS.en[key] && TEXTS.ru[key], key);
  }
});

test("how it goes is one sentence, and there is one for each case", () => {
  const still = { playing: false, failed: false };
  const standing = /** @type {import("../../../www/chapters/curve/fitting.js").Standing} */ ({
    ...{ t: 0, last: 0, canBack: false, error: 0.1, testError: null, deviation: 1, testDeviation: null },
    ...{ count: 3, edited: false, canUndo: false, stuck: "", goal: null },
  });
  /** @type {[object | null, object, string][]} */
  const cases = [
    [null, still, "starting"],
    [null, { ...still, failed: true }, "stopped"],
    [{}, still, "fresh"],
    [{ t: 5 }, still, "paused"],
    [{ t: 5, edited: true }, still, "edited"],
    [{ t: 5 }, { ...still, playing: true }, "playing"],
    [{ goal: 9 }, { ...still, playing: true }, "going"],
    [{ error: null, stuck: "empty" }, still, "empty"],
    [{ stuck: "too-large" }, still, "too-large"],
  ];
  for (const [changes, how, expected] of cases) {
    const { key } = statusOf(changes && { ...standing, ...changes }, /** @type {any} */ (how));
    assert.equal(key, `curve.status.${expected}`);
    assert.ok(TEXTS.en[key] && TEXTS.ru[key]);
  }
});

test("a square has the area ½(z − l)², begins at the label, and lies within the frame", () => {
  for (const [label, answer] of [
    [100, 40],
    [40, 100],
    [70, 70],
  ]) {
    const { left, top, side } = squareOf(50, label, answer, 400);
    assert.ok(Math.abs(side * side - 0.5 * (answer - label) ** 2) < 1e-9);
    assert.equal(left, 50);
    // Towards the answer, and never beyond it.
    assert.ok(top >= Math.min(label, answer) - 1e-9 && top + side <= Math.max(label, answer) + 1e-9);
  }
  const { left, side } = squareOf(390, 100, 40, 400);
  assert.ok(left + side <= 400 && left < 390);
});
