import assert from "node:assert/strict";
import test from "node:test";
import { drawBars, formatOutput } from "../../../www/chapters/digits/bars.js";
import {
  confusionHit,
  confusionLayout,
  drawConfusion,
} from "../../../www/chapters/digits/below/confusion-drawing.js";
import { gridLayout } from "../../../www/chapters/digits/below/grid-layout.js";
import { drawImage, edges } from "../../../www/chapters/digits/image.js";
import { fineness, fullColour, putShade, shadeTable } from "../../../www/chapters/digits/weight-grid.js";
import { drawAxes, plotFrame } from "../../../www/chart/axes.js";
import { luminance, mix, parseColour } from "../../../www/chart/colours.js";
import { labelBox } from "../../../www/chart/reading.js";
import { linearScale, logScale } from "../../../www/chart/scale.js";
import { tick as write } from "../../../www/i18n/numbers.js";
import { COLOURS, createContext } from "./context.js";
import { createRandom } from "./random.js";

test("no two labels of the axes touch, at any size and zoom, and none is smaller than 12 pixels", () => {
  const random = createRandom(31);
  for (let round = 0; round < 400; round++) {
    const width = random.between(240, 1200);
    const height = random.between(160, 600);
    const frame = plotFrame(width, height);
    const end = 10 ** random.between(-2, 6.5);
    const least = 10 ** random.between(-5, -1);
    const x = linearScale([round % 3 === 0 ? -end : 0, end], [frame.left, frame.right]);
    const y =
      round % 2 === 0
        ? linearScale([0, 10 ** random.between(-3, 3)], [frame.bottom, frame.top])
        : logScale([least, 1], [frame.bottom, frame.top]);
    const ctx = createContext();
    drawAxes(ctx, {
      frame,
      x,
      y,
      xLabel: round % 5 === 0 ? "t, сутки" : "t",
      yLabel: "ε",
      colours: COLOURS,
      write,
    });
    const boxes = ctx.textBoxes();
    assert.ok(boxes.length >= 4, `${width} × ${height}: ${ctx.texts()}`);
    boxes.forEach((a, i) => {
      assert.ok(a.size >= 12);
      for (const b of boxes.slice(i + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        assert.ok(apart, `${width} × ${height}, [${x.domain}]: "${a.text}" and "${b.text}" touch`);
      }
    });
    assert.equal(ctx.depth(), 0);
  }
});

test("an axis of steps has whole numbers only", () => {
  const frame = plotFrame(600, 300);
  const ctx = createContext();
  drawAxes(ctx, {
    frame,
    x: linearScale([0, 2], [frame.left, frame.right]),
    y: linearScale([0, 1], [frame.bottom, frame.top]),
    colours: COLOURS,
    write,
    xIntegers: true,
  });
  const below = ctx.textBoxes().filter((box) => box.top > frame.bottom);
  assert.deepEqual(
    below.map((box) => box.text),
    ["0", "1", "2"],
  );
});

test("outputs are written without a percent sign and never rounded up to 1", () => {
  assert.equal(formatOutput(0.9999), "0.99");
  assert.equal(formatOutput(0.994), "0.99");
  assert.equal(formatOutput(1), "1.00");
  assert.equal(formatOutput(0.057), "0.06");
  assert.equal(formatOutput(0.005), "0.01");
  assert.equal(formatOutput(0.00042), "4·10⁻⁴");
  assert.equal(formatOutput(0.00042, 0), "10⁻³");
  assert.equal(formatOutput(0.00012, 0), "10⁻⁴");
  assert.equal(formatOutput(0), "0.00");
  assert.equal(formatOutput(-0.2), "0.00");
  assert.equal(formatOutput(Number.NaN), "—");
});

const BARS = { width: 360, height: 140, winner: null, colours: COLOURS };

test("bars: the winner is in bold; lengths are in proportion", () => {
  const z = [0.1, 0.2, 0.05, 0.8, 0, 0.4, 0.01, 0.3, 0.02, 0.6];
  const ctx = createContext();
  drawBars(ctx, [z, null], { ...BARS, winner: 3 });
  const bold = ctx.named("fillText").filter((call) => call.font.startsWith("700"));
  assert.deepEqual(bold.map((call) => call.args[0]).sort(), ["0.80", "3"]);
  const filled = [];
  let box = null;
  for (const call of ctx.calls) {
    if (call.name === "roundRect") box = call.args;
    if (call.name === "fill" && call.fillStyle === COLOURS.activation) filled.push(box[3]);
  }
  const track = ctx.named("roundRect")[0].args[3];
  const expected = z.filter((value) => value > 0).map((value) => value * track);
  assert.equal(filled.length, expected.length);
  for (const [i, length] of filled.entries()) assert.ok(Math.abs(length - expected[i]) < 1e-9);
});

test("bars without an answer show ten digits and no number", () => {
  const ctx = createContext();
  drawBars(ctx, [null, null], BARS);
  assert.deepEqual(ctx.texts(), [..."0123456789"]);
});

test("the second network's numbers are written where the first has no answer", () => {
  const ctx = createContext();
  const z = [0.1, 0.2, 0.7, 0, 0, 0, 0, 0, 0, 0];
  drawBars(ctx, [null, z], { ...BARS, winner: 2 });
  const bold = ctx.named("fillText").filter((call) => call.font.startsWith("700"));
  assert.deepEqual(
    bold.map((call) => call.args[0]),
    ["2", "0.70"],
  );
});

test("a second network's bars are open", () => {
  const ctx = createContext();
  drawBars(ctx, [new Array(10).fill(0.5), new Array(10).fill(0.25)], BARS);
  assert.equal(ctx.named("stroke").length, 10);
});

test("an image's pixels meet without gap or overlap on the device's pixels", () => {
  for (const [side, ratio] of [
    [270, 1],
    [101, 1.25],
    [56, 2],
    [299.5, 3],
    [20, 1],
  ]) {
    const edge = edges(side, ratio);
    assert.equal(edge.length, 29);
    assert.equal(edge[0], 0);
    assert.ok(edge[28] <= side);
    for (let i = 0; i <= 28; i++) {
      assert.ok(Math.abs(edge[i] * ratio - Math.round(edge[i] * ratio)) < 1e-9);
      if (i > 0) assert.ok(edge[i] >= edge[i - 1]);
    }
  }
});

test("an image shows nothing as paper and 255 as ink", () => {
  const bytes = new Uint8Array(784);
  bytes[28 * 3 + 5] = 255;
  const ctx = createContext();
  drawImage(ctx, bytes, { left: 0, top: 0, side: 280, ratio: 1, colours: COLOURS });
  const rects = ctx.named("fillRect");
  assert.equal(rects.length, 2);
  assert.deepEqual(rects[0].args, [0, 0, 280, 280]);
  assert.deepEqual(rects[1].args, [50, 30, 10, 10]);
  assert.deepEqual(parseColour(rects[1].fillStyle.replaceAll(" ", ",")), parseColour(COLOURS.ink));
});

test("property: a grid fits its width, has room for all, and no square is too small to be seen", () => {
  const random = createRandom(41);
  for (let round = 0; round < 500; round++) {
    const count = 1 + random.below(400);
    const width = random.between(160, 1400);
    const layout = gridLayout(count, width);
    const { columns, rows, side, gap, strip, height } = layout;
    const what = `${count} in ${width}: ${JSON.stringify(layout)}`;
    assert.ok(columns * rows >= count && columns * (rows - 1) < count, what);
    assert.ok(columns * side + gap * (columns - 1) <= width + 1e-9, what);
    assert.equal(height, rows * (side + strip) + gap * (rows - 1), what);
    assert.ok(strip === 0 || side >= 30, what);
    assert.ok(side >= 20, what);
  }
});

test("thirty pictures fill their rows", () => {
  const { columns, rows } = gridLayout(30, 412);
  assert.equal(columns * rows, 30);
});

test("the shades go from negative through paper to positive, each end darker than the middle", () => {
  const bytes = new Uint8Array(shadeTable(COLOURS).buffer);
  const shade = (i) => [...bytes.subarray(4 * i, 4 * i + 4)];
  assert.deepEqual(shade(0), [...parseColour(COLOURS.negative), 255]);
  assert.deepEqual(shade(127), [255, 255, 255, 255]);
  assert.deepEqual(shade(254), [...parseColour(COLOURS.a), 255]);
  for (let i = 1; i < 127; i++) {
    const darker = luminance([shade(i - 1)[0], shade(i - 1)[1], shade(i - 1)[2]]);
    assert.ok(darker <= luminance([shade(i)[0], shade(i)[1], shade(i)[2]]) + 1e-9);
  }
});

test("the weight of full colour follows the root mean square and is never zero", () => {
  assert.equal(fullColour(Float32Array.from([1, -1, 1, -1])), 3);
  assert.equal(fullColour(new Float32Array(8)), 1);
  assert.equal(fullColour(Float32Array.from([Number.NaN, 1])), 1);
});

test("confusion: the hit names label and answer; mistakes are coloured, what is right is not", () => {
  const layout = confusionLayout(420, 420);
  const middle = (k) => (k + 0.5) * layout.cell;
  assert.deepEqual(confusionHit(layout, layout.left + middle(7), layout.top + middle(2)), {
    label: 2,
    answer: 7,
  });
  assert.equal(confusionHit(layout, layout.left - 1, layout.top + 1), null);
  assert.equal(confusionHit(layout, layout.left + 10 * layout.cell + 1, layout.top + 1), null);
  const counts = new Uint32Array(100);
  for (let k = 0; k < 10; k++) counts[11 * k] = 980;
  counts[10 * 2 + 7] = 12;
  const ctx = createContext();
  drawConfusion(ctx, counts, { layout, colours: COLOURS });
  const mistakes = ctx.named("fillRect").filter((call) => call.fillStyle === COLOURS.error);
  assert.equal(mistakes.length, 1);
  assert.deepEqual(mistakes[0].args.slice(0, 2), [
    layout.left + 7 * layout.cell,
    layout.top + 2 * layout.cell,
  ]);
  assert.ok(ctx.texts().includes("12"));
  assert.equal(ctx.texts().filter((text) => text === "980").length, 10);
});

test("property: the label of a read-out is inside the frame and not over its point", () => {
  const random = createRandom(43);
  const frame = { left: 50, top: 30, right: 400, bottom: 300 };
  for (let round = 0; round < 500; round++) {
    const x = random.between(frame.left, frame.right);
    const y = random.between(frame.top, frame.bottom);
    const [width, height] = [random.between(40, 160), random.between(24, 60)];
    const box = labelBox({ x, y, width, height, frame });
    assert.ok(box.left >= frame.left && box.left + width <= frame.right + 1e-9);
    assert.ok(box.top >= frame.top && box.top + height <= frame.bottom + 1e-9);
    const over = x > box.left && x < box.left + width && y > box.top && y < box.top + height;
    assert.ok(!over, `${x}, ${y} in ${JSON.stringify(box)}`);
  }
});

test("colours are read in the style sheet's notations", () => {
  assert.deepEqual(parseColour("#0072b2"), [0, 114, 178]);
  assert.deepEqual(parseColour("#fff"), [255, 255, 255]);
  assert.deepEqual(parseColour("rgb(1, 2, 3)"), [1, 2, 3]);
  assert.deepEqual(parseColour("rgb(1 2 3)"), [1, 2, 3]);
  assert.throws(() => parseColour("var(--x)"));
  assert.deepEqual(mix([0, 0, 0], [255, 100, 10], 0.5), [128, 50, 5]);
  assert.equal(luminance([255, 255, 255]), 1);
});

test("the sign of a weight is seen without its colour: what is negative is checked", () => {
  const table = shadeTable(COLOURS);
  const middle = (table.length - 1) / 2;
  const pixels = (/** @type {number} */ value) => {
    const out = new Uint32Array(4);
    putShade(out, 0, 2, value, table);
    return [...out];
  };
  for (const shade of [20, 90, 127]) {
    const [one, ...others] = pixels(shade);
    assert.deepEqual(others, [one, one, one]);
    const [full, paler, alike, last] = pixels(-shade);
    assert.equal(full, table[middle - shade]);
    assert.notEqual(paler, full);
    assert.deepEqual([alike, last], [paler, full]);
  }
  const tiny = new Uint32Array(4);
  putShade(tiny, 1, 0, -90, table);
  assert.deepEqual([...tiny], [0, table[middle - 90], 0, 0], "where a weight has one pixel only");
  assert.deepEqual([fineness(55, 1), fineness(56, 1), fineness(28, 2)], [1, 2, 2]);
});
