import assert from "node:assert/strict";
import test from "node:test";
import { flowHit, flowLayout, outputBox, unitBox } from "../../../www/chapters/digits/inside/flow-layout.js";
import { isKnown, isLit, shownAt } from "../../../www/chapters/digits/inside/flow-scene.js";
import { createPace } from "../../../www/chapters/digits/pace.js";

const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];

test("whatever is drawn is found where it is drawn, in a wide and a narrow flow, for few units and many", () => {
  for (const width of [340, 800, 1100]) {
    for (const hidden of [1, 3, 30, 100, 700]) {
      const layout = flowLayout({ width, height: 460, hidden });
      for (let i = 0; i < hidden; i++) {
        for (const name of ["p", "y"]) {
          assert.deepEqual(flowHit(layout, hidden, ...middle(unitBox(layout, name, i))), { unit: i });
        }
      }
      for (let k = 0; k < 10; k++) {
        for (const name of ["q", "z", "l"]) {
          assert.deepEqual(flowHit(layout, hidden, ...middle(outputBox(layout, name, k))), { output: k });
        }
      }
      const { left, top } = layout.image;
      assert.deepEqual(flowHit(layout, hidden, left + 0.1, top + 0.1), { pixel: 0 });
      assert.equal(flowHit(layout, hidden, width / 3, 2), null);
      const last = outputBox(layout, "l", 9);
      assert.ok(last.left + last.width <= width + 1e-9);
    }
  }
});

test("on the way back a derivative takes its place once the derivation has come to it", () => {
  assert.equal(shownAt("q", { line: null, way: "forward" }), "q");
  assert.equal(shownAt("q", { line: null, way: "back" }), "d_q");
  assert.equal(shownAt("q", { line: "d_z", way: "back" }), "q");
  assert.equal(shownAt("q", { line: "d_q", way: "back" }), "d_q");
  assert.equal(shownAt("y", { line: "d_U", way: "back" }), "y");
  assert.equal(shownAt("y", { line: "d_y", way: "back" }), "d_y");
  assert.equal(shownAt("l", { line: null, way: "back" }), "l");
});

test("a line is about its operands and its result, and nothing after it is known yet", () => {
  const moment = { line: /** @type {const} */ ("q"), way: /** @type {const} */ ("forward") };
  const lit = ["x", "V", "p", "y", "U", "q", "z", "l", "error"].filter((place) => isLit(place, moment));
  assert.deepEqual(lit, ["y", "U", "q"]);
  assert.ok(isKnown("y", moment) && isKnown("q", moment) && isKnown("x", moment));
  assert.ok(!isKnown("z", moment) && !isKnown("d_z", moment));
  assert.ok(isLit("x", { line: null, way: "forward" }));
});

test("what runs is looked at five times a second, what stands at once", () => {
  const clock = { time: 0, due: null };
  let looks = 0;
  const pace = createPace(
    () => {
      looks += 1;
    },
    {
      now: () => clock.time,
      after: (act, wait) => {
        clock.due = { act, at: clock.time + wait };
        return 1;
      },
      cancel: () => {
        clock.due = null;
      },
    },
  );
  for (let t = 0; t < 1000; t += 16) {
    clock.time = t;
    if (clock.due && clock.due.at <= t) {
      const { act } = clock.due;
      clock.due = null;
      act();
    }
    pace.tell(true);
  }
  assert.ok(looks >= 4 && looks <= 6, `${looks}`);
  const before = looks;
  pace.tell(false);
  assert.equal(looks, before + 1);
  assert.equal(clock.due, null);
});
