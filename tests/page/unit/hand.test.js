// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { afterKey, atRest, CELLS, createSamples } from "../../../www/chapters/digits/pad/hand/pen.js";

/**
 * @param {readonly string[]} keys
 * @param {readonly import("../../../www/chapters/digits/pad/strokes.js").Stroke[]} [strokes]
 */
function after(keys, strokes = []) {
  let now = { pen: atRest(), strokes };
  for (const key of keys) now = afterKey(now.pen, now.strokes, key) ?? now;
  return now;
}

test("arrows move the pen, and draw while it is down", () => {
  const half = CELLS / 2;
  assert.deepEqual(after(["ArrowLeft", "ArrowUp"]), {
    pen: { column: half - 1, row: half - 1, down: false },
    strokes: [],
  });
  const { pen, strokes } = after([" ", "ArrowRight", "ArrowDown", " ", "ArrowDown", "Enter"]);
  assert.deepEqual(pen, { column: half + 1, row: half + 2, down: true });
  assert.deepEqual(strokes, [
    [
      [0.5, 0.5],
      [(half + 1) / CELLS, 0.5],
      [(half + 1) / CELLS, (half + 1) / CELLS],
    ],
    [[(half + 1) / CELLS, (half + 2) / CELLS]],
  ]);
});

test("the pen stays on the pad, and lines that were there stay", () => {
  const before = [[/** @type {const} */ ([0.1, 0.2])]];
  const { pen, strokes } = after([" ", ...Array(40).fill("ArrowLeft")], before);
  assert.equal(pen.column, 0);
  assert.deepEqual(strokes[0], before[0]);
  assert.equal(strokes[1]?.length, 1 + CELLS / 2);
  assert.deepEqual(before, [[[0.1, 0.2]]]);
  assert.equal(afterKey(pen, strokes, "a"), null);
});

test("samples come in one hand after another, then from the first again", () => {
  const sampleOf = createSamples();
  const first = sampleOf(7);
  assert.notDeepEqual(sampleOf(7), first);
  assert.deepEqual(sampleOf(7), first);
});
