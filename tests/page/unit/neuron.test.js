// @ts-check
// Chapter 3 without a browser: where the chain stands, the address, the figures, the light, the lines of equal error.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createLight } from "../../../www/chapters/neuron/light.js";
import { waysBack } from "../../../www/chapters/neuron/network-back.js";
import { circles, edges, given } from "../../../www/chapters/neuron/network-forward.js";
import { FIELD_WIDTH, layoutOf } from "../../../www/chapters/neuron/network-layout.js";
import { createNumbers } from "../../../www/chapters/neuron/network-numbers.js";
import { rangeOf } from "../../../www/chapters/neuron/range.js";
import { formatPairs, MOST_PAIRS, parsePairs, SCHEMA } from "../../../www/chapters/neuron/schema.js";
import { levelLines } from "../../../www/chart/level-map.js";
import { accepts } from "../../../www/frame/address.js";
import { BACKWARD, FORWARD, GIVEN, GRAPH, NAMES } from "../../../www/lecture/graph.js";
import { installElements } from "./elements.js";
import { createRandom } from "./random.js";
import "./texts.js";

test("at any width nothing of the chain lies over anything else or outside", () => {
  for (let width = 320; width <= 1000; width += 7) {
    for (const field of [28, 44]) {
      const { nodes, fields, radius, height, folded } = layoutOf(width, field);
      const wide = folded ? FIELD_WIDTH.folded : FIELD_WIDTH.row;
      const places = Object.values(nodes);
      for (const [i, a] of places.entries()) {
        assert.ok(a.x - radius >= 0 && a.x + radius <= width, `${width}`);
        assert.ok(a.y - radius >= 0 && a.y + radius <= height, `${width}`);
        for (const b of places.slice(i + 1)) {
          assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > 2 * radius + 20, `${width}: room for an arrow`);
        }
      }
      const boxes = Object.values(fields);
      for (const [i, a] of boxes.entries()) {
        assert.ok(a.x - wide / 2 >= 0 && a.x + wide / 2 <= width, `${width}`);
        for (const b of boxes.slice(i + 1)) {
          const apart = Math.abs(a.x - b.x) >= wide || Math.abs(a.y - b.y) >= field;
          assert.ok(apart, `${width}: fields overlap by ${wide - Math.abs(a.x - b.x)}`);
        }
      }
      assert.equal(folded, new Set(places.map(({ y }) => y)).size === 2);
    }
  }
});

test("the picture has a place for every number of a pass, at any width", (context) => {
  installElements(context);
  const names = NAMES.filter((name) => GRAPH[name].quantity !== "a" && name !== "l");
  for (const width of [360, 700]) {
    const layout = layoutOf(width, 28);
    const numbers = createNumbers();
    const parts = [
      ...edges(layout),
      ...GIVEN.flatMap((name) => given(name, layout, numbers)),
      ...circles(layout, numbers),
      ...waysBack(layout, numbers),
    ];
    numbers.write({
      texts: Object.fromEntries(names.map((name) => [name, `<${name}>`])),
      open: { dy_dp: 1, dz_dq: 0.5 },
    });
    const text = parts.map((part) => part.textContent).join(" ");
    for (const name of names) assert.ok(text.includes(`<${name}>`), `${width}: ${name}`);
    for (const word of ["z − l", "· U", "· y", "· x"]) assert.ok(text.includes(word), `${width}: ${word}`);
    // Each stage of the walk lights the way by which it comes.
    const lit = parts.map((part) => part.attributes["data-lit"]);
    for (const stage of FORWARD) assert.ok(lit.includes(`edge-${stage}`), stage);
    for (const stage of BACKWARD) assert.ok(lit.includes(`back-${GRAPH[stage].by}`), stage);
  }
});

test("pairs go into an address and come back as the same numbers", () => {
  const random = createRandom(7);
  for (let round = 0; round < 200; round++) {
    const count = 1 + (round % MOST_PAIRS);
    const numbers = Array.from({ length: 2 * count }, (_, i) =>
      i % 2 === 0 ? random.between(-1000, 1000) : random.between(0, 1),
    );
    const text = formatPairs(numbers);
    assert.deepEqual(parsePairs(text), numbers);
    assert.ok(accepts(SCHEMA.pairs, text), `${text.length} letters`);
  }
  assert.deepEqual(parsePairs(SCHEMA.pairs.initial), [1, 0]);
});

test("what are no pairs is refused as a whole", () => {
  for (const text of [
    "",
    "1",
    "1:",
    ":0",
    "1:0;",
    "1:0:2",
    "a:0",
    "1:2",
    "1:-0.1",
    "2000:0",
    "NaN:0",
    "1:0,2:1",
  ]) {
    assert.equal(parsePairs(text), null, text);
  }
  assert.equal(
    parsePairs(
      Array(MOST_PAIRS + 1)
        .fill("1:0")
        .join(";"),
    ),
    null,
  );
});

test("a slice looks at everything that the run has visited, and stands still while it is near", () => {
  assert.deepEqual(rangeOf(-1, 4), [-6, 6]);
  for (const [least, greatest] of /** @type {[number, number][]} */ ([
    [-9, 1],
    [0, 30],
    [-1000, -990],
    [5.5, 5.6],
    [-1e6, 1e6],
  ])) {
    const [low, high] = rangeOf(least, greatest);
    assert.ok(low < least && high > greatest && low <= -6 && high >= 6, `${low} ${high}`);
  }
});

/** A clock that runs when it is told to. */
function createClock() {
  /** @type {(() => void)[]} */
  let waiting = [];
  return {
    later(/** @type {() => void} */ action) {
      waiting.push(action);
      return action;
    },
    cancel(/** @type {() => void} */ action) {
      waiting = waiting.filter((other) => other !== action);
    },
    tick() {
      const due = waiting;
      waiting = [];
      for (const action of due) action();
      return due.length;
    },
  };
}

/** @param {boolean} calm */
function createLit(calm = false) {
  const clock = createClock();
  /** @type {(string | null)[]} */
  const lit = [];
  /** @type {boolean[]} */
  const walks = [];
  const light = createLight({
    stages: ["p", "y", "z"],
    onLit: (stage) => lit.push(stage),
    onWalk: (walking) => walks.push(walking),
    calm: () => calm,
    ...clock,
  });
  return { light, lit, walks, clock };
}

test("the light goes through all stages in order and out", () => {
  const { light, lit, walks, clock } = createLit();
  light.walk();
  while (clock.tick() > 0);
  assert.deepEqual(
    lit.filter((stage, i) => stage !== lit[i - 1]),
    [null, "p", "y", "z", null],
  );
  assert.deepEqual(walks, [true, false]);
});

test("a second walk stops the first; a step in between begins a wave of its own", () => {
  const { light, lit, walks, clock } = createLit();
  light.walk();
  clock.tick();
  light.walk();
  assert.equal(clock.tick(), 0);
  assert.equal(lit.at(-1), null);
  assert.deepEqual(walks, [true, false]);
  light.wave();
  light.wave();
  assert.equal(clock.tick(), 1, "only one wave is under way");
});

test("who wants no motion gets no wave, but may walk", () => {
  const { light, lit, clock } = createLit(true);
  light.wave();
  assert.equal(clock.tick(), 0);
  light.walk();
  assert.equal(lit.at(-1), "p");
});

test("what the pointer is on is lit, unless something is under way", () => {
  const { light, lit, clock } = createLit();
  light.point("z");
  assert.equal(lit.at(-1), "z");
  light.walk();
  assert.equal(lit.at(-1), "p");
  while (clock.tick() > 0);
  assert.equal(lit.at(-1), "z");
  light.point(null);
  assert.equal(lit.at(-1), null);
});

/** @param {(x: number, y: number) => number} f @param {number} side */
function gridOf(f, side) {
  const values = Float64Array.from({ length: side * side }, (_, i) => f(i % side, Math.floor(i / side)));
  return {
    values,
    columns: side,
    rows: side,
    x: /** @type {const} */ ([0, 1]),
    y: /** @type {const} */ ([0, 1]),
  };
}

test("lines of equal value lie where the value is that", () => {
  const plane = levelLines(
    gridOf((x, y) => x + 2 * y, 9),
    7.5,
  );
  assert.ok(plane.length > 0);
  for (let i = 0; i < plane.length; i += 2) {
    assert.ok(Math.abs(Number(plane[i]) + 2 * Number(plane[i + 1]) - 7.5) < 1e-12);
  }
  const circle = levelLines(
    gridOf((x, y) => Math.hypot(x - 20, y - 20), 41),
    12,
  );
  let length = 0;
  for (let i = 0; i < circle.length; i += 4) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = circle.slice(i, i + 4);
    assert.ok(Math.abs(Math.hypot(x0 - 20, y0 - 20) - 12) < 0.05);
    length += Math.hypot(x1 - x0, y1 - y0);
  }
  assert.ok(Math.abs(length - 2 * Math.PI * 12) < 0.2, `the circle is closed: ${length}`);
});

test("a saddle is cut into two lines that do not cross, and a flat map into none", () => {
  for (const level of [-0.1, 0.1]) {
    const lines = levelLines(
      gridOf((x, y) => (x - 0.5) * (y - 0.5), 2),
      level,
    );
    assert.equal(lines.length, 8);
    const [ax = 0, ay = 0, bx = 0, by = 0] = lines;
    // Each line keeps to one side of the middle.
    assert.ok((ax - 0.5) * (bx - 0.5) >= 0 || (ay - 0.5) * (by - 0.5) >= 0);
    assert.ok((ax + bx) / 2 !== 0.5);
  }
  assert.deepEqual(
    levelLines(
      gridOf(() => 1, 5),
      1,
    ),
    [],
  );
});
