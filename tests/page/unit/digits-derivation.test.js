// Chapter 4's derivation without a browser: every line has its shapes and its product, numbers are found where the core has put
// them, and sums show their largest terms.

import assert from "node:assert/strict";
import { test } from "node:test";
import { orderOf } from "../../../www/chapters/digits/inside/derivation/batch-images.js";
import { parameterOf } from "../../../www/chapters/digits/inside/derivation/card.js";
import {
  elementAt,
  expressionOf,
  extentOf,
} from "../../../www/chapters/digits/inside/derivation/expression.js";
import { nameOf } from "../../../www/chapters/digits/inside/derivation/naming.js";
import {
  isSum,
  loudestPixel,
  numberAt,
  numbersIn,
  paramsOf,
  pickOf,
  sizeOf,
  termsOf,
} from "../../../www/chapters/digits/inside/derivation/numbers.js";
import { createPickLine } from "../../../www/chapters/digits/inside/derivation/pick-line.js";
import { sizeText } from "../../../www/chapters/digits/inside/derivation/shape.js";
import { createShares, placeOf } from "../../../www/chapters/digits/inside/derivation/shares.js";
import { fullOf } from "../../../www/chapters/digits/inside/derivation/sheets.js";
import { written } from "../../../www/chapters/digits/inside/derivation/writing.js";
import { LINES } from "../../../www/chapters/digits/inside/lines.js";
import { GRAPH, NAMES } from "../../../www/lecture/graph.js";
import { installElements } from "./elements.js";
import { TEXTS } from "./texts.js";

/** A network of 4 pixels, 3 hidden units and 2 outputs at one example: every number is another one. */
const LOOK = {
  trace: {
    x: Float64Array.of(0, 0.5, 1, 0.25),
    p: Float64Array.of(1.5, 2.5, -1.75),
    y: Float64Array.of(0.8, 0.9, 0.15),
    q: Float64Array.of(-1, 2),
    z: Float64Array.of(0.3, 0.9),
    l: Float64Array.of(0, 1),
    error: 0.05,
    squares: Float64Array.of(0.09, 0.01),
    d_z: Float64Array.of(0.3, -0.1),
    dz_dq: Float64Array.of(0.21, 0.09),
    d_q: Float64Array.of(0.063, -0.009),
    d_y: Float64Array.of(0.01, 0.02, 0.03),
    dy_dp: Float64Array.of(0.16, 0.09, 0.1275),
    d_p: Float64Array.of(0.0016, 0.0018, 0.003825),
    v: Float64Array.of(0.1, 0.2, 0.3),
    u: Float64Array.of(-2, -3),
    V: Float32Array.of(11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34),
    U: Float32Array.of(41, 42, 43, 51, 52, 53),
    d_V: null,
    d_U: null,
  },
  choice: { unit: 2, output: 1, rival: 0 },
  unit: {
    weights: Float64Array.of(1, -4, -1, 8),
    bias: 0.3,
    product: Float64Array.of(0, -2, -1, 0.95),
    sum: -2.05,
    derivative: Float64Array.of(0, 0.001, 0.002, 0.0005),
    outgoing: Float64Array.of(7, 8),
    returning: Float64Array.of(0.441, -0.072),
  },
  output: {
    weights: Float64Array.of(5, 6, 8),
    bias: -3,
    product: Float64Array.of(4, -0.2, 1.2),
    sum: 5,
    derivative: Float64Array.of(-0.0072, -0.0081, -0.00135),
  },
};

test("every line has a name for its product, a sentence, and shapes that the graph knows", () => {
  for (const name of LINES) {
    for (const texts of [TEXTS.ru, TEXTS.en]) {
      assert.ok(texts[`digits.derivation.product.${GRAPH[name].equals[0]}`], name);
      assert.ok(texts[`digits.derivation.why.${name}`], name);
    }
    const shapes = expressionOf(name).filter((token) => typeof token !== "string");
    assert.equal(shapes[0].name, name);
    for (const shape of shapes) {
      const { width, height } = extentOf(shape);
      assert.ok(width > 0 && width <= 1 && height > 0 && height <= 1, name);
    }
  }
  for (const name of NAMES) {
    for (const texts of [TEXTS.ru, TEXTS.en]) assert.ok(texts[`digits.card.${name}`], name);
  }
});

test("shapes fit their products: a matrix is as wide as the column is high, a tensor product as high and wide as its factors", () => {
  const of = (name) =>
    expressionOf(name)
      .filter((token) => typeof token !== "string")
      .map(extentOf);
  const [p, V, x, v] = of("p");
  assert.equal(V.width, x.height);
  assert.equal(V.height, p.height);
  assert.equal(v.height, p.height);
  const [d_V, d_p, lying] = of("d_V");
  assert.equal(d_V.height, d_p.height);
  assert.equal(d_V.width, lying.width);
  const [d_y, turned, d_q] = of("d_y");
  assert.equal(turned.height, d_y.height);
  assert.equal(turned.width, d_q.height);
});

test("numbers are found where the core has put them", () => {
  assert.equal(numberAt(LOOK, { name: "z", k: 1 }), 0.9);
  assert.equal(numberAt(LOOK, { name: "error" }), 0.05);
  assert.equal(numberAt(LOOK, { name: "d_u", k: 0 }), 0.063, "another name of ∂ε/∂q");
  assert.equal(numberAt(LOOK, { name: "d_v", i: 1 }), 0.0018, "another name of ∂ε/∂p");
  assert.equal(numberAt(LOOK, { name: "V", i: 2, j: 3 }), 8, "the chosen unit's, in full precision");
  assert.equal(numberAt(LOOK, { name: "V", i: 1, j: 2 }), 23, "of another unit, from the matrix");
  assert.equal(numberAt(LOOK, { name: "U", k: 1, i: 0 }), 5);
  assert.equal(numberAt(LOOK, { name: "U", k: 0, i: 2 }), 7);
  assert.equal(numberAt(LOOK, { name: "U", k: 0, i: 1 }), 42);
  assert.equal(numberAt(LOOK, { name: "d_V", i: 2, j: 1 }), 0.001);
  assert.equal(numberAt(LOOK, { name: "d_V", i: 0, j: 1 }), null, "not asked for");
  assert.equal(numberAt(LOOK, { name: "d_U", k: 1, i: 2 }), -0.00135);
  assert.equal(numberAt(LOOK, { name: "p", i: 9 }), null, "of a larger network");
  assert.equal(
    numberAt({ ...LOOK, trace: { ...LOOK.trace, d_z: null } }, { name: "d_z", k: 0 }),
    null,
    "no label",
  );
  assert.deepEqual([...numbersIn(LOOK.trace, "error")], [0.05]);
});

test("sizes are the network's, and a column that lies is a row", () => {
  assert.deepEqual(sizeOf(LOOK.trace, "V"), { rows: 3, columns: 4 });
  assert.deepEqual(sizeOf(LOOK.trace, "u"), { rows: 2, columns: 1 });
  assert.deepEqual(sizeOf(LOOK.trace, "error"), { rows: 1, columns: 1 });
  const size = (name, turned) => sizeText(LOOK, { name, turned }).replaceAll("\u00a0", " ");
  assert.equal(size("V", false), "3 × 4");
  assert.equal(size("U", true), "3 × 2");
  assert.equal(size("x", true), "4");
  assert.equal(size("error", false), "");
  assert.deepEqual(elementAt({ rows: 3, columns: 4 }, false, { x: 0.99, y: 0 }), { row: 0, column: 3 });
  assert.deepEqual(elementAt({ rows: 3, columns: 4 }, true, { x: 0.99, y: 0 }), { row: 2, column: 0 });
  assert.deepEqual(elementAt({ rows: 3, columns: 1 }, false, { x: -5, y: 1 }), { row: 2, column: 0 });
});

test("readers count units and pixels from 1 and outputs by their digit", () => {
  assert.equal(nameOf({ name: "d_V", i: 6, j: 404 }), "∂ε/∂V₇,₄₀₅");
  assert.equal(nameOf({ name: "z", k: 0 }), "z₀");
  assert.equal(nameOf({ name: "dy_dp", i: 11 }), "σ′(p₁₂)");
  assert.equal(nameOf({ name: "error" }), "ε");
  assert.deepEqual(paramsOf({ i: 6, j: 404 }), { i: 7, j: 405, k: 0, row: 15, column: 13 });
  assert.deepEqual(pickOf("d_U", { i: 4, j: 400, k: 3 }), { name: "d_U", k: 3, i: 4 });
});

test("a sum shows its largest terms with their factors, and the others together", () => {
  const found = termsOf(LOOK, { name: "p", i: 2 });
  assert.deepEqual(
    found.terms.map(({ value }) => value),
    [-2, -1, 0.95],
  );
  assert.deepEqual(found.terms[0].factors, [
    { name: "V", i: 2, j: 1 },
    { name: "x", j: 1 },
  ]);
  assert.equal(found.zeros, 1);
  assert.equal(found.rest.count, 0);
  assert.deepEqual(termsOf(LOOK, { name: "d_y", i: 2 }).terms[0].factors, [
    { name: "d_q", k: 0 },
    { name: "U", k: 0, i: 2 },
  ]);
  assert.equal(termsOf(LOOK, { name: "p", i: 0 }), null, "not looked at");
  const many = {
    ...LOOK,
    output: { ...LOOK.output, product: Float64Array.from({ length: 30 }, (_, i) => i) },
  };
  const { terms, rest } = termsOf(many, { name: "q", k: 1 });
  assert.deepEqual(
    terms.map(({ value }) => value),
    [29, 28, 27, 26, 25],
  );
  assert.deepEqual(rest, { count: 24, value: 300 });
  assert.deepEqual(["p", "y", "q", "error", "d_y", "d_q", "d_V"].filter(isSum), ["p", "q", "error", "d_y"]);
  assert.equal(loudestPixel(LOOK), 1);
});

test("a number's line has its numbers as buttons", (context) => {
  installElements(context);
  const followed = [];
  const line = createPickLine({ onFactor: (pick) => followed.push(pick) });
  line.show(LOOK, { name: "d_V", i: 2, j: 1 });
  assert.equal(line.element.text, "[∂ε]/[∂V_{3,2}]=[∂ε]/[∂p_{3}]·x_{2}=0.0038·0.5000=0.0010");
  const [first, second] = line.element.all("button");
  assert.equal(first.attributes["aria-label"], "∂ε/∂p₃ = 0.0038: where from");
  first.click();
  second.click();
  assert.deepEqual(followed, [
    { name: "d_p", i: 2 },
    { name: "x", j: 1 },
  ]);
  line.show(LOOK, { name: "d_u", k: 1 });
  assert.equal(line.element.text, "[∂ε]/[∂u_{1}]=[∂ε]/[∂q_{1}]=−0.0090");
  line.show(LOOK, { name: "p", i: 2 });
  assert.equal(line.element.text, "p_{3}=∑_{j}V_{3,j}x_{j}+v_{3}=−2.0500+0.3000=−1.7500");
  line.show(LOOK, { name: "d_y", i: 2 });
  assert.equal(line.element.text, "[∂ε]/[∂y_{3}]=∑_{k}[∂ε]/[∂q_{k}]·U_{k,3}=0.0300");
  line.show(LOOK, { name: "z", k: 0 });
  assert.equal(line.element.text, "z_{0}=σ(q_{0})=σ(−1.0000)=0.3000");
});

test("a parameter and the derivative by it belong to the same step", () => {
  assert.deepEqual(parameterOf({ name: "d_V", i: 1, j: 2 }), { name: "V", i: 1, j: 2 });
  assert.deepEqual(parameterOf({ name: "u", k: 3 }), { name: "u", k: 3 });
  assert.equal(parameterOf({ name: "d_q", k: 3 }), null);
  assert.equal(parameterOf({ name: "x", j: 3 }), null);
});

test("a small mini-batch keeps its order, of a large one those come first that contribute most", () => {
  assert.deepEqual(
    orderOf(Float64Array.from({ length: 10 }, (_, n) => n)).first,
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  );
  const { first, rest } = orderOf(Float64Array.from({ length: 100 }, (_, n) => (n % 2 ? -n : n)));
  assert.deepEqual(first, [99, 98, 97, 96, 95, 94, 93, 92, 91, 90]);
  assert.equal(rest.length, 90);
});

test("signed columns have their full colour at their largest number, shares at 1", () => {
  assert.equal(fullOf("p", Float64Array.of(1, -3)), 3);
  assert.equal(fullOf("p", Float64Array.of(0, 0)), 1);
  assert.equal(fullOf("y", Float64Array.of(0.2)), 1);
  assert.equal(fullOf("dz_dq", Float64Array.of(0.2)), 0.25);
});

/** A worker that answers when it is told to. */
function createAsked() {
  const waiting = [];
  return {
    asked: [],
    ask(method, ...args) {
      this.asked.push([method, ...args]);
      return new Promise((resolve, reject) => waiting.push({ method, resolve, reject }));
    },
    async answer(value) {
      for (const { resolve } of waiting.splice(0)) resolve(value);
      await new Promise(setImmediate);
    },
    async refuse() {
      for (const { reject } of waiting.splice(0)) reject(new Error("no"));
      await new Promise(setImmediate);
    },
  };
}

test("a mini-batch is asked for once a look, one question at a time, and not with every frame", async () => {
  const inside = Object.assign(createAsked(), { look: {} });
  const answers = [];
  let time = 1000;
  let timer = null;
  const shares = createShares({
    inside,
    onAnswer: ({ of }) => answers.push(of),
    now: () => time,
    later: (action, milliseconds) => {
      timer = { action, milliseconds };
      return timer;
    },
    cancel: () => {
      timer = null;
    },
  });
  const first = { name: "V", i: 2, j: 5 };
  shares.want(first);
  shares.want(first);
  assert.deepEqual(inside.asked, [["batch"], ["shares", "V", 2, 5]]);
  await inside.answer({});
  assert.deepEqual(answers, [first]);
  assert.deepEqual(shares.answer()?.of, first);
  shares.want({ ...first });
  assert.equal(inside.asked.length, 2, "the same look");

  // A frame later the training has gone on.
  inside.look = {};
  time += 16;
  shares.want(first);
  assert.equal(inside.asked.length, 2);
  assert.equal(timer.milliseconds, 484);
  time += 484;
  timer.action();
  assert.equal(inside.asked.length, 4);

  // Another parameter does not wait; the answer about the former one is not shown.
  const second = { name: "u", k: 7 };
  shares.want(second);
  await inside.answer({});
  assert.equal(answers.length, 1);
  assert.equal(shares.answer(), null);
  assert.deepEqual(inside.asked.slice(4), [["batch"], ["shares", "u", 7, 0]]);
  await inside.refuse();
  assert.equal(answers.length, 1);
  shares.want(second);
  await inside.answer({});
  assert.deepEqual(answers, [first, second]);
  shares.end();
  assert.deepEqual(
    [placeOf({ name: "U", k: 3, i: 9 }), placeOf({ name: "v", i: 4 })],
    [
      [3, 9],
      [4, 0],
    ],
  );
});

test("what is missing to 1 is seen, since it is what comes back", () => {
  assert.equal(written("z", 0.99), "0.9900");
  assert.equal(written("z", 0.99999957), "0.99999957");
  assert.equal(written("y", 0.99985), "0.99985");
  assert.equal(written("z", 1 - 1e-12), "1.0000");
  assert.equal(written("x", 0.99999), "1.0000");
  assert.equal(written("sum", 2), "2.0000");
});
