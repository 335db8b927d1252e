// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { setLetters } from "../../../www/controls/letters.js";
import { commandOf } from "../../../www/frame/keys.js";

/** @param {Partial<KeyboardEvent>} event */
function press(event) {
  return {
    key: "",
    code: "",
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    defaultPrevented: false,
    ...event,
  };
}

/** An element as far as `closest` with a list of simple selectors goes. @param {...string} matches */
function within(...matches) {
  return /** @type {Element} */ (
    /** @type {unknown} */ ({
      closest: (/** @type {string} */ list) =>
        list.split(", ").some((part) => matches.includes(part)) ? {} : null,
    })
  );
}

test("keys mean commands, on a Russian keyboard too", () => {
  assert.equal(commandOf(press({ key: " ", code: "Space" }), null), "toggle");
  assert.equal(commandOf(press({ key: "ArrowRight" }), null), "step");
  assert.equal(commandOf(press({ key: "ArrowLeft" }), null), "back");
  assert.equal(commandOf(press({ key: "к", code: "KeyR" }), null), "reset");
  assert.equal(commandOf(press({ key: "?", code: "Digit7" }), null), "help");
  assert.equal(commandOf(press({ key: "a", code: "KeyA" }), null), null);
});

test("keys belong to a field or slider that has the focus, and space to a button", () => {
  for (const key of [" ", "ArrowRight", "r", "?"]) {
    assert.equal(commandOf(press({ key }), within("input")), null);
    assert.equal(commandOf(press({ key }), within("textarea")), null);
    assert.equal(commandOf(press({ key }), within("dialog[open]")), null);
  }
  assert.equal(commandOf(press({ key: " " }), within("button")), null);
  assert.equal(commandOf(press({ key: "ArrowRight" }), within("button")), "step");
});

test("shortcuts of the browser stay the browser's", () => {
  assert.equal(commandOf(press({ key: "r", code: "KeyR", ctrlKey: true }), null), null);
  assert.equal(commandOf(press({ key: "r", code: "KeyR", metaKey: true }), null), null);
  assert.equal(commandOf(press({ key: "ArrowLeft", altKey: true }), null), null);
  assert.equal(commandOf(press({ key: "ArrowLeft", defaultPrevented: true }), null), null);
});

test("single letters and signs can be switched off, space and arrows stay", () => {
  setLetters(false);
  for (const key of ["r", "к", "?", "p", "з"]) {
    assert.equal(commandOf(press({ key, code: "KeyR" }), null), null, key);
  }
  assert.equal(commandOf(press({ key: " ", code: "Space" }), null), "toggle");
  assert.equal(commandOf(press({ key: "ArrowRight" }), null), "step");
  setLetters(true);
  assert.equal(commandOf(press({ key: "r", code: "KeyR" }), null), "reset");
});
