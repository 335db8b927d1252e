import assert from "node:assert/strict";
import test from "node:test";
import { drawFit, fitMargins, placeFit } from "../../../www/chapters/curve/fit.js";
import { drawKnown } from "../../../www/chapters/curve/known.js";
import { byReach, drawParts, partsRange, unitAt } from "../../../www/chapters/curve/parts.js";
import { plotFrame } from "../../../www/chart/axes.js";
import { tick } from "../../../www/i18n/numbers.js";
import { COLOURS, createContext } from "./context.js";
import { createRandom } from "./random.js";

const xs = Float64Array.from({ length: 50 }, (_, i) => i);

/**
 * As a chart places the picture.
 * @param {{ width: number, height: number, view: [number, number, number, number],
 *   parts?: import("../../../www/chapters/curve/fit.js").Parts }} options
 */
function place({ width, height, view, parts }) {
  const shown = parts !== undefined;
  const margins = fitMargins(createContext(), { width, height, view, parts: shown, colours: COLOURS });
  const frame = plotFrame(width, height, margins);
  const placed = placeFit({ frame, width, height, view, parts: parts ?? null });
  return { main: { frame, x: placed.x, y: placed.y }, parts: placed.parts };
}

test("the two pictures share their x, stand apart, and leave room for the widest number", () => {
  const random = createRandom(5);
  for (let round = 0; round < 100; round++) {
    const width = random.between(280, 1200);
    const height = random.between(260, 700);
    const size = 10 ** random.between(-3, 6);
    const parts = { contributions: [-1, 1], sum: [0, 0] };
    const both = place({ width, height, view: [0, 1, -size, size], parts });
    assert.ok(both.parts);
    assert.equal(both.main.frame.left, both.parts.frame.left);
    assert.equal(both.main.frame.right, both.parts.frame.right);
    assert.deepEqual(both.main.x.domain, both.parts.x.domain);
    assert.ok(both.parts.frame.top >= both.main.frame.bottom + 40);
    assert.ok(both.parts.frame.bottom <= height);
    assert.equal(place({ width, height, view: [0, 1, 0, size] }).parts, null);
  }
});

test("the curve is solid among the measurements and dashed outside", () => {
  const ctx = createContext();
  const { main } = place({ width: 500, height: 300, view: [0, 49, 0, 10] });
  drawKnown(
    ctx,
    xs,
    xs.map(() => 5),
    [10, 30],
    { ...main, colour: COLOURS.activation },
  );
  const dashes = ctx.named("setLineDash").map(({ args: [dash] }) => dash.length);
  assert.deepEqual(dashes, [2, 0, 2]);
  const clips = ctx
    .named("rect")
    .filter((_, i) => i % 2 === 0)
    .map(({ args: [left, , width] }) => [left, left + width]);
  assert.deepEqual(
    clips.map(([, right]) => right),
    [main.x.map(10), main.x.map(30), main.frame.right],
  );
  const none = createContext();
  drawKnown(none, xs, xs, null, { ...main, colour: COLOURS.activation });
  assert.deepEqual(
    none.named("setLineDash").map(({ args: [dash] }) => dash.length),
    [2],
    "nothing measured: all dashed",
  );
});

test("every measurement is a square, open when held back; outside is named where there is room", () => {
  const ctx = createContext();
  const { main } = place({ width: 800, height: 300, view: [0, 49, 0, 10] });
  const data = {
    xs,
    curve: xs.map(() => 5),
    earlier: [xs.map(() => 4)],
    points: [10, 2, 20, 4, 30, 6],
    held: [0, 1, 0],
    answers: [5, 5, 5],
    turns: Float64Array.of(1, 5),
    view: [0, 3, 0, 10],
    known: [10, 30],
  };
  drawFit(ctx, data, {
    ...main,
    chosen: 1,
    xName: "T, °C",
    xLetter: "T",
    yName: "ρ",
    outside: "extrapolation",
    colours: COLOURS,
    write: tick,
  });
  assert.equal(ctx.texts().filter((text) => text === "extrapolation").length, 2);
  const squares = ctx.named("rect").filter(({ args: [, , width] }) => width < 10);
  assert.deepEqual(
    squares.map(({ args: [left, , width] }) => Math.round(main.x.invert(left + width / 2))),
    [20, 10, 30],
  );
  // ε of the two that are learned from: half the area of the square on the segment from label to curve.
  const unit = Math.abs(main.y.map(1) - main.y.map(0));
  assert.deepEqual(
    ctx.named("fillRect").flatMap(({ args: [, , side, high] }) => (side === high ? [Math.round(side)] : [])),
    [3, 1].map((segment) => Math.round((segment * unit) / Math.SQRT2)),
  );
  // Where the curve turns, and the chosen point.
  const rings = ctx.named("arc").map(({ args: [at] }) => at);
  assert.deepEqual(rings, [main.x.map(1), main.x.map(20)]);
  assert.ok(ctx.texts().includes("T = 1.000"), String(ctx.texts()));
  assert.equal(ctx.depth(), 0);
});

test("each hidden unit is a line of its own, and the range holds them all", () => {
  const contributions = Float64Array.from([...xs.map(() => 3), ...xs.map(() => -2)]);
  const sum = xs.map(() => 1);
  const range = partsRange(contributions, sum);
  assert.ok(range[0] < -2 && range[1] > 3);
  assert.ok(partsRange([], [])[0] < partsRange([], [])[1]);
  const ctx = createContext();
  const { parts } = place({ width: 600, height: 400, view: [0, 49, 0, 10], parts: { contributions, sum } });
  assert.ok(parts);
  assert.deepEqual(parts.y.domain, range);
  drawParts(ctx, { xs, known: [0, 49] }, { ...parts, name: "units", colours: COLOURS, write: tick });
  const blue = ctx.named("stroke").filter(({ strokeStyle }) => strokeStyle === COLOURS.a);
  assert.equal(blue.length, 2);
});

test("two units that bend the curve most are named, or the one that is pointed at", () => {
  // Unit i goes from 0 to i, but the second, which goes down by 9, and the third, which is far from 0 and straight.
  const ends = [0, -9, 0, 3, 4].map((end, i) => (i === 2 ? 20 : end));
  const contributions = Float64Array.from(
    ends.flatMap((end, unit) => [...xs].map((_, i) => (unit === 2 ? end : (end * i) / (xs.length - 1)))),
  );
  const sum = xs.map(() => 1);
  assert.deepEqual(byReach(contributions, xs.length), [1, 4, 3, 0, 2]);
  const { parts } = place({ width: 600, height: 400, view: [0, 49, 0, 10], parts: { contributions, sum } });
  const draw = (pointed) => {
    const ctx = createContext();
    drawParts(
      ctx,
      { xs, known: [0, 49] },
      { ...parts, name: "units", pointed, colours: COLOURS, write: tick },
    );
    return ctx.texts().filter((text) => text.includes("·"));
  };
  assert.deepEqual(draw(null), ["U₂·y₂", "U₅·y₅"]);
  assert.deepEqual(draw(3), ["U₄·y₄"]);
  const { x, y, frame } = parts;
  assert.equal(unitAt(parts, xs, x.map(49), y.map(-9)), 1);
  assert.equal(unitAt(parts, xs, x.map(20), y.map(20) + 3), 2);
  assert.equal(unitAt(parts, xs, x.map(20), y.map(12)), null, "nothing is near");
  assert.equal(unitAt(parts, xs, frame.left - 5, y.map(20)), null);
});
