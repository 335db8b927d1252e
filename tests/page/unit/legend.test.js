// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { drawLegend, legendWidth, paler } from "../../../www/chart/legend.js";
import { COLOURS, createContext } from "./context.js";

const frame = { left: 40, top: 20, right: 340, bottom: 220 };
const look = { frame, colours: COLOURS };
const ENTRIES = [
  { text: "α = 30", colour: "#b84600" },
  { text: "α = 3 → 0.3, H = 100", colour: "#d38c63", dash: [7, 4] },
  { text: "784-30-10", colour: "#d38c63", open: true },
];

test("the names stand one under the other inside the frame, in the corner that they are given", () => {
  for (const atFoot of [false, true]) {
    const context = createContext();
    const ctx = /** @type {any} */ (context);
    drawLegend(ctx, ENTRIES, { ...look, atFoot });
    const boxes = context.textBoxes();
    assert.equal(boxes.length, 3);
    for (const [i, box] of boxes.entries()) {
      assert.ok(box.left >= frame.right - legendWidth(ctx, ENTRIES, look) && box.right <= frame.right);
      assert.ok(box.top >= frame.top && box.bottom <= frame.bottom);
      if (i > 0) assert.ok(box.top >= Number(boxes[i - 1]?.bottom));
    }
    const middle = (frame.top + frame.bottom) / 2;
    assert.ok(boxes.every(({ top }) => top > middle === atFoot));
    assert.equal(context.depth(), 0);
  }
});

test("without curves to name there is nothing", () => {
  const context = createContext();
  const ctx = /** @type {any} */ (context);
  drawLegend(ctx, [], look);
  assert.deepEqual(context.calls, []);
  assert.equal(legendWidth(ctx, [], look), 0);
});

test("what stands beside goes back towards the paper", () => {
  assert.equal(paler("#000000", "#ffffff"), "rgb(102 102 102)");
});
