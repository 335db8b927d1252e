import assert from "node:assert/strict";
import test from "node:test";
import { createTaker, listenForPictures } from "../../../www/chapters/digits/incoming.js";

/** A place to drop, and a page to paste into. */
function setUp(context) {
  const target = new EventTarget();
  const lit = [];
  target.classList = { toggle: (_name, on) => lit.push(on) };
  const before = [globalThis.document, globalThis.Element, globalThis.Node];
  globalThis.document = new EventTarget();
  globalThis.Element = class {};
  globalThis.Node = class {};
  context.after(() => {
    [globalThis.document, globalThis.Element, globalThis.Node] = before;
  });
  const taken = [];
  const stop = listenForPictures(target, (file) => taken.push(file));
  /** @returns {boolean} whether the browser's own way was prevented */
  function send(place, type, more) {
    const event = Object.assign(new Event(type, { cancelable: true }), more);
    place.dispatchEvent(event);
    return event.defaultPrevented;
  }
  return { target, lit, taken, stop, send };
}

test("a file is taken where it is dropped, whatever it is: the page must not go away to it", (context) => {
  const { target, lit, taken, send } = setUp(context);
  const dataTransfer = { types: ["Files"], files: ["photo"], dropEffect: "" };
  assert.ok(send(target, "dragover", { dataTransfer }));
  assert.equal(dataTransfer.dropEffect, "copy");
  assert.ok(send(target, "drop", { dataTransfer }));
  assert.deepEqual(taken, ["photo"]);
  assert.deepEqual(lit, [true, false]);
});

test("dragged text is left alone", (context) => {
  const { target, taken, send } = setUp(context);
  const dataTransfer = { types: ["text/plain"], files: [] };
  assert.ok(!send(target, "dragover", { dataTransfer }));
  assert.ok(!send(target, "drop", { dataTransfer }));
  assert.deepEqual(taken, []);
});

test("a pasted picture is taken, pasted text is not, and nothing after the chapter was left", (context) => {
  const { taken, stop, send } = setUp(context);
  const picture = { type: "image/png" };
  assert.ok(!send(document, "paste", { clipboardData: { files: [] } }));
  assert.ok(!send(document, "paste", { clipboardData: { files: [{ type: "text/csv" }] } }));
  assert.ok(send(document, "paste", { clipboardData: { files: [picture] } }));
  stop();
  assert.ok(!send(document, "paste", { clipboardData: { files: [picture] } }));
  assert.deepEqual(taken, [picture]);
});

test("what cannot be read is told, and what stands on the pad stays", async (context) => {
  const before = globalThis.createImageBitmap;
  globalThis.createImageBitmap = () => Promise.reject(new Error("not an image"));
  context.after(() => {
    globalThis.createImageBitmap = before;
  });
  const told = [];
  const notice = { element: "notice", hide() {}, showError: (error) => told.push(error) };
  const scrolled = [];
  const frame = { alive: () => true, notice, scrollTo: (place) => scrolled.push(place) };
  await createTaker(frame, { setPicture: () => assert.fail() })(new Blob(["no picture"]));
  assert.equal(told.length, 1);
  assert.deepEqual(scrolled, ["notice"]);
});
