// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createPointer } from "../../../www/frame/projector/pointer.js";
import { clickOf } from "../../../www/frame/projector/projector.js";

/** @param {{ count?: number, calm?: boolean }} [options] */
function setUp({ count = 3, calm = false } = {}) {
  /** @type {(number | null)[]} */
  const pointed = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  const pointer = createPointer({
    count: () => count,
    onPoint: (stage) => pointed.push(stage),
    calm: () => calm,
    later: (action) => waiting.push(action) - 1,
    cancel: (handle) => {
      if (typeof handle === "number") delete waiting[handle];
    },
  });
  function pass() {
    for (const action of waiting.splice(0)) action?.();
  }
  return { pointer, pointed, pass };
}

test("after a step one term after the other is pointed at, and the rule at last", () => {
  const { pointer, pointed, pass } = setUp();
  pointer.show({ t: 0, playing: false });
  assert.deepEqual(pointed, [null], "nothing has been computed yet");
  pointer.show({ t: 1, playing: false });
  for (let i = 0; i < 5; i++) pass();
  assert.deepEqual(pointed, [null, 0, 1, 2]);
});

test("another step begins anew, a step back points at nothing", () => {
  const { pointer, pointed, pass } = setUp();
  pointer.show({ t: 0, playing: false });
  pointer.show({ t: 1, playing: false });
  pass();
  pointer.show({ t: 2, playing: false });
  pass();
  pointer.show({ t: 1, playing: false });
  for (let i = 0; i < 5; i++) pass();
  assert.deepEqual(pointed, [null, 0, 1, 0, 1, null]);
});

test("while the run goes on by itself the rule is pointed at, once; after it too", () => {
  const { pointer, pointed } = setUp();
  pointer.show({ t: 0, playing: false });
  for (const t of [0, 1, 2, 3]) pointer.show({ t, playing: true });
  pointer.show({ t: 4, playing: false });
  assert.deepEqual(pointed, [null, 2, 2]);
});

test("who wants no motion sees the rule at once", () => {
  const { pointer, pointed, pass } = setUp({ calm: true });
  pointer.show({ t: 0, playing: false });
  pointer.show({ t: 1, playing: false });
  pass();
  assert.deepEqual(pointed, [null, 2]);
  pointer.destroy();
  assert.deepEqual(pointed, [null, 2, null]);
});

/** @param {string} selector what the target is, as `closest` is asked */
const target = (selector) =>
  /** @type {Element} */ ({
    closest: (/** @type {string} */ all) => (all.split(", ").includes(selector) ? {} : null),
  });

test("a presenter's clicker steps, but not while something is typed or a dialog is open", () => {
  const key = (/** @type {string} */ name, more = {}) => ({
    ...{ key: name, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false },
    ...more,
  });
  assert.equal(clickOf(key("PageDown"), null), "step");
  assert.equal(clickOf(key("PageUp"), target("main")), "back");
  assert.equal(clickOf(key("ArrowDown"), null), null);
  assert.equal(clickOf(key("toString"), null), null);
  for (const selector of ["input", "textarea", "select", "dialog[open]"])
    assert.equal(clickOf(key("PageDown"), target(selector)), null, selector);
  assert.equal(clickOf(key("PageDown", { ctrlKey: true }), null), null);
  assert.equal(clickOf(key("PageDown", { defaultPrevented: true }), null), null);
});
