import assert from "node:assert/strict";
import test from "node:test";
import { linearScale, logScale, niceDomain, niceStep } from "../../../www/chart/scale.js";
import { tick as write } from "../../../www/i18n/numbers.js";
import { createRandom } from "./random.js";

const near = (a, b, tolerance = 1e-9) => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

test("a linear scale maps its ends to its ends and goes back", () => {
  const scale = linearScale([-2, 6], [50, 450]);
  assert.equal(scale.map(-2), 50);
  assert.equal(scale.map(6), 450);
  assert.equal(scale.map(2), 250);
  assert.equal(scale.invert(250), 2);
});

test("a vertical scale runs upwards", () => {
  const scale = linearScale([0, 1], [300, 20]);
  assert.equal(scale.map(0), 300);
  assert.equal(scale.map(1), 20);
  assert.ok(scale.map(0.6) < scale.map(0.5));
});

test("ticks are what one would write by hand", () => {
  assert.deepEqual(linearScale([0, 1], [0, 1]).ticks(5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(linearScale([0, 0.3], [0, 1]).ticks(3), [0, 0.1, 0.2, 0.3]);
  assert.deepEqual(linearScale([-3, 7], [0, 1]).ticks(5), [-2, 0, 2, 4, 6]);
  assert.deepEqual(linearScale([0, 60_000], [0, 1]).ticks(3), [0, 20_000, 40_000, 60_000]);
});

test("labels have as many figures as the ticks need, in the notation that is handed in", () => {
  const scale = linearScale([-0.5, 0.5], [0, 1]);
  assert.deepEqual(
    scale.ticks(4).map((tick) => scale.format(tick, write, 4)),
    ["−0.4", "−0.2", "0", "0.2", "0.4"],
  );
  const steps = linearScale([0, 40_000], [0, 1]);
  assert.deepEqual(
    steps.ticks(4).map((tick) => steps.format(tick, write, 4)),
    ["0", "10,000", "20,000", "30,000", "40,000"],
  );
});

test("a log scale has decades, with 2 and 5 when they are few", () => {
  assert.deepEqual(logScale([0.001, 1], [0, 1]).ticks(4), [0.001, 0.01, 0.1, 1]);
  assert.deepEqual(logScale([0.01, 1], [0, 1]).ticks(7), [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]);
  assert.deepEqual(logScale([1, 1e12], [0, 1]).ticks(5), [1, 1e3, 1e6, 1e9, 1e12]);
  assert.deepEqual(logScale([2, 9], [0, 1]).ticks(4), [2, 4, 6, 8]);
});

test("log labels are exact", () => {
  const scale = logScale([0.0001, 10], [0, 1]);
  assert.deepEqual(
    [0.0001, 0.001, 0.05, 0.2, 1, 10].map((tick) => scale.format(tick, write)),
    ["10⁻⁴", "0.001", "0.05", "0.2", "1", "10"],
  );
});

test("what is not positive lies below a log axis at a finite pixel", () => {
  const scale = logScale([0.001, 1], [300, 0]);
  for (const value of [0, -1, -Infinity]) {
    assert.ok(Number.isFinite(scale.map(value)));
    assert.ok(scale.map(value) > scale.map(0.001));
  }
  assert.ok(Number.isFinite(scale.map(Infinity)));
  assert.ok(Number.isNaN(scale.map(Number.NaN)));
});

const EXTREME = [
  0,
  -0,
  1,
  -1,
  5e-324,
  1e-300,
  1e300,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  0.1,
  Infinity,
  -Infinity,
  Number.NaN,
];

test("no domain is too strange for a sound scale", () => {
  for (const a of EXTREME) {
    for (const b of EXTREME) {
      for (const make of [linearScale, logScale]) {
        const scale = make([a, b], [0, 500]);
        const [low, high] = scale.domain;
        const what = `${make.name}([${a}, ${b}])`;
        assert.ok(Number.isFinite(low) && Number.isFinite(high) && low < high, what);
        assert.ok(near(scale.map(low), 0) && near(scale.map(high), 500), what);
        const ticks = scale.ticks(6);
        assert.ok(ticks.length <= 40, `${what}: ${ticks.length} ticks`);
        for (const tick of ticks) assert.ok(scale.format(tick, write).length > 0, what);
        assert.ok(Number.isFinite(scale.invert(250)), what);
      }
    }
  }
});

test("property: invert undoes map, order is kept, ticks are inside, ascending and enough", () => {
  const random = createRandom(7);
  for (let round = 0; round < 2000; round++) {
    const log = round % 2 === 1;
    const exponent = random.between(-12, 12);
    const size = 10 ** exponent;
    const low = log ? size : size * random.between(-1, 1);
    const high = log ? size * 10 ** random.between(0.05, 12) : low + size * 10 ** random.between(-6, 1);
    const range = random.next() < 0.5 ? [40, 640] : [300, 20];
    const scale = (log ? logScale : linearScale)([low, high], /** @type {[number, number]} */ (range));
    const value = log ? low * (high / low) ** random.next() : random.between(low, high);
    const what = `round ${round}: [${low}, ${high}]`;
    assert.ok(near(scale.map(scale.invert(scale.map(value))), scale.map(value), 1e-6), what);
    const [u, v] = [random.between(low, high), random.between(low, high)].sort((a, b) => a - b);
    assert.ok((scale.map(v) - scale.map(u)) * (range[1] - range[0]) >= -1e-9, what);
    const count = 2 + random.below(9);
    const ticks = scale.ticks(count);
    const slack = (high - low) * 1e-6;
    for (let i = 0; i < ticks.length; i++) {
      assert.ok(ticks[i] >= low - slack && ticks[i] <= high + slack, `${what}: tick ${ticks[i]}`);
      if (i > 0) assert.ok(ticks[i] > ticks[i - 1], what);
    }
    if (!log) {
      assert.ok(
        ticks.length >= count * 0.55 - 1 && ticks.length <= count * 2 + 1,
        `${what}: ${ticks.length} for ${count}`,
      );
      const labels = ticks.map((tick) => scale.format(tick, write, count));
      assert.equal(new Set(labels).size, labels.length, `${what}: ${labels}`);
    }
  }
});

test("property: a nice step is 1, 2 or 5 times a power of ten", () => {
  const random = createRandom(3);
  for (let round = 0; round < 500; round++) {
    const step = niceStep(10 ** random.between(-20, 20), 1 + random.below(12));
    const digit = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
    assert.ok(
      [1, 2, 5].some((wanted) => near(digit, wanted)),
      String(step),
    );
  }
});

test("nice domains hold what they were made for", () => {
  assert.deepEqual(niceDomain(0, 0.47, 5), [0, 0.5]);
  const [low, high] = niceDomain(-1.3, 7.2);
  assert.ok(low <= -1.3 && high >= 7.2);
});
