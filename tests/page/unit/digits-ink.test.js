// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { keepInk } from "../../../www/chapters/digits/ink.js";
import { readInk, writeInk } from "../../../www/chapters/digits/pad/ink-text.js";
import { createStrokes, GRID } from "../../../www/chapters/digits/pad/strokes.js";
import { SCHEMA } from "../../../www/chapters/digits/schema.js";
import { createRandom } from "./random.js";

/** A hand's drawing: slow and fast, to the edges and beyond. @param {ReturnType<typeof createRandom>} random */
function scribble(random) {
  const model = createStrokes();
  for (let strokes = random.below(4); strokes >= 0; strokes--) {
    let [x, y] = [random.next(), random.next()];
    model.begin(x, y);
    const reach = random.next() < 0.3 ? 0.4 : 0.04;
    for (let i = random.below(60); i > 0; i--) {
      x += random.between(-reach, reach);
      y += random.between(-reach, reach);
      model.extend(x, y);
    }
  }
  return model.list;
}

test("property: a drawing comes through the address as it is, in letters that need no escape", () => {
  const random = createRandom(29);
  for (let round = 0; round < 300; round++) {
    const drawn = scribble(random);
    const text = writeInk(drawn);
    assert.deepEqual(readInk(text), drawn);
    assert.equal(new URLSearchParams({ ink: text }).toString(), `ink=${text}`);
  }
  assert.equal(writeInk([]), "");
  assert.deepEqual(readInk(""), []);
});

test("a step takes two letters, so that a digit fits", () => {
  const model = createStrokes();
  model.begin(0.5, 0.5);
  for (let i = 1; i <= 300; i++) model.extend(0.5 + 0.4 * Math.sin(i / 40), 0.5 + 0.4 * Math.sin(i / 60));
  const text = writeInk(model.list);
  assert.equal(text.length, 3 + 2 * (Number(model.list[0]?.length) - 1));
  assert.ok(text.length < SCHEMA.ink.maxLength);
});

test("what is no drawing is none: no text brings a point beside the pad", () => {
  const random = createRandom(31);
  for (const text of ["A", "AA", "AAA.", "AAAA", "AAA*AA", "___", "AAA!!", "AAAAA", "%", "дом"])
    assert.deepEqual(readInk(text), [], text);
  const some = "AZaz09-_*.";
  for (let round = 0; round < 2000; round++) {
    const text = Array.from({ length: random.below(30) }, () => some[random.below(some.length)]).join("");
    for (const [x, y] of readInk(text).flat())
      assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1 && Number.isInteger(Math.round(x * GRID)), text);
  }
});

/** A pad and an address. */
function setUp(ink = "") {
  const model = createStrokes();
  const values = { ink };
  /** @type {(() => void)[]} */
  const listeners = [];
  const drawing = {
    strokes: () => model.list,
    /** @param {Parameters<typeof model.set>[0]} strokes */
    setStrokes(strokes) {
      model.set(strokes);
      for (const listener of listeners) listener();
    },
    /** @param {() => void} listener */
    onChange(listener) {
      listeners.push(listener);
      return () => true;
    },
  };
  const frame = {
    values: () => values,
    save: (/** @type {any} */ changes) => Object.assign(values, changes),
    onEnd: () => {},
  };
  return { model, values, drawing, frame };
}

test("the address follows the pad, and the pad the address", () => {
  const { model, values, drawing, frame } = setUp();
  const { load } = keepInk(frame, drawing);
  drawing.setStrokes([[[0.5, 0.25]], [[0.1, 0.1]]]);
  assert.deepEqual(readInk(values.ink), model.list);
  values.ink = writeInk([[[0.75, 0.75]]]);
  load();
  assert.deepEqual(model.list, [[[0.75, 0.75]]]);
  values.ink = "";
  load();
  assert.deepEqual(model.list, []);
});

test("a link brings its drawing, but not into one that has been begun", () => {
  const ink = writeInk([[[0.5, 0.5]]]);
  const link = setUp(ink);
  keepInk(link.frame, link.drawing);
  assert.deepEqual(link.model.list, [[[0.5, 0.5]]]);
  assert.equal(link.values.ink, ink);
  const begun = setUp(ink);
  begun.model.begin(0.25, 0.25);
  keepInk(begun.frame, begun.drawing);
  assert.deepEqual(begun.model.list, [[[0.25, 0.25]]]);
});

test("what is too long for a link stays on the pad", () => {
  const { model, values, drawing, frame } = setUp();
  const { load } = keepInk(frame, drawing);
  const long = Array.from({ length: 600 }, (_, i) => /** @type {const} */ ([[(i % 40) / 40, i / 600]]));
  drawing.setStrokes(long);
  assert.equal(values.ink, "");
  load();
  assert.equal(model.list.length, 600);
});
