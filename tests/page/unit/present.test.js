import assert from "node:assert/strict";
import test from "node:test";
import { drawMarks, drawPresent, partsAround } from "../../../www/chart/present.js";
import { COLOURS, createContext } from "./context.js";

const frame = { left: 40, top: 10, right: 240, bottom: 110 };
const place = { frame, colours: COLOURS };

test("a run that stands at its end has one part, and no line", () => {
  assert.deepEqual(partsAround(place, COLOURS.error, null), [{ frame, colour: COLOURS.error }]);
  const ctx = createContext();
  drawPresent(ctx, place, null);
  assert.equal(ctx.named("stroke").length, 0);
});

test("what lies beyond the present is paler, and both parts meet there", () => {
  const [beyond, before] = partsAround(place, COLOURS.error, 100);
  assert.deepEqual([beyond.frame.left, beyond.frame.right], [100, 240]);
  assert.deepEqual([before.frame.left, before.frame.right], [40, 100]);
  assert.equal(before.colour, COLOURS.error);
  assert.notEqual(beyond.colour, COLOURS.error);
  const [nothing] = partsAround(place, COLOURS.error, 900);
  assert.deepEqual([nothing.frame.left, nothing.frame.right], [240, 240], "never outside the frame");
});

test("marks are ticks on the axis; those of one drag are one", () => {
  const ctx = createContext();
  drawMarks(ctx, place, [50, 51, 52, 53.5, 100, 500]);
  assert.deepEqual(
    ctx.named("moveTo").map(({ args }) => args),
    [
      [50, 110],
      [53.5, 110],
      [100, 110],
    ],
  );
});
