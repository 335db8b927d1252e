import assert from "node:assert/strict";
import test from "node:test";
import { heights } from "../../../www/chapters/descent/plane-map.js";
import { FUNCTIONS, PLANES, readWindow, SCHEMA } from "../../../www/chapters/descent/schema.js";
import { readRates, roundRate } from "../../../www/chapters/descent/settings.js";
import { aheadWords, boundWords, statusWords } from "../../../www/chapters/descent/words.js";
import { formatAddress, parseAddress } from "../../../www/frame/address.js";
import { TEXTS } from "./texts.js";

test("what an address says comes back from it", () => {
  const schemas = { descent: SCHEMA };
  const hash = "#descent?f=own&formula=(a-1)%5E2*(a%2B2)&a=0.5&rate=0.1&others=0.2+0.4&window=-2+3&t=7";
  const { values } = parseAddress(hash, schemas, "descent");
  assert.equal(values.formula, "(a-1)^2*(a+2)");
  assert.equal(values.t, 7);
  assert.deepEqual(
    parseAddress(formatAddress({ chapter: "descent", values }), schemas, "descent").values,
    values,
  );
});

test("rates and windows of an address: what is none is dropped", () => {
  assert.deepEqual(readRates("0.2 2.05"), [0.2, 2.05]);
  assert.deepEqual(readRates("0.2 x -1 1e9 NaN 3 4"), [0.2, 3]);
  assert.deepEqual(readRates(""), []);
  assert.deepEqual(readWindow("-4 4.5"), [-4, 4.5]);
  for (const bad of ["", "1", "2 1", "1 1", "a b", "1 2 3", "-1e9 0", "NaN 1"])
    assert.equal(readWindow(bad), null, bad);
});

test("a suggested α can be said and stands on the slider", () => {
  assert.equal(roundRate(0.12345), 0.12);
  assert.equal(roundRate(1e9), 100);
  assert.equal(roundRate(1e-9), 0.001);
});

test("a map's heights lie between 0 and 1 where ε has values, and keep their order", () => {
  const values = Float64Array.from({ length: 101 }, (_, i) => (i - 50) ** 4);
  values[7] = Number.NaN;
  const made = heights(values);
  assert.equal(made[50], 0);
  assert.ok(made.every(Number.isFinite));
  assert.ok(made[60] < made[70] && made[70] < made[80]);
  // A root spreads the bottom: without it half of the map would be flat.
  assert.ok(made[75] > 0.3);
  assert.ok(heights(new Float64Array(9)).every((height) => height === 0));
});

const GOAL = { a: 1, error: 0, shape: "round", curvature: 1, bound: 2 };
const STATUS = {
  t: 3,
  done: false,
  last: 3,
  can_step: true,
  steps: null,
  reached: null,
  goal: GOAL,
  side: 0,
  bound: null,
  above: false,
  ahead: "reaches",
};

test("every status and every bound has its words in both languages", () => {
  const names =
    "start descending overshooting rising oscillating diverging diverged escaped undefined stalled slow converged full";
  for (const name of names.split(" ")) {
    for (const goal of [GOAL, null, { ...GOAL, shape: "kink", bound: null }]) {
      for (const plane of [false, true]) {
        for (const rate of [1, 3]) {
          const known = { goal, steps: 2, reached: 1, bound: plane ? 2 : null, above: rate > 2 };
          const status = { ...STATUS, status: name, ...known };
          for (const { key } of [statusWords(status, rate, plane), boundWords(status, rate, plane)]) {
            assert.ok(key in TEXTS.ru && key in TEXTS.en, key);
          }
        }
      }
    }
  }
});

test("the bound is named as the reason only where α is above it", () => {
  const diverging = { ...STATUS, status: "diverging" };
  assert.equal(statusWords({ ...diverging, above: true }, 2.5, false).key, "descent.status.diverging.bound");
  assert.equal(statusWords(diverging, 1.5, false).key, "descent.status.diverging");
  assert.equal(boundWords(STATUS, 1.5, false).key, "descent.bound.below");
  assert.equal(boundWords({ ...STATUS, above: true }, 2, false).key, "descent.bound.above");
});

test("what lies ahead has its words in both languages, for each kind of minimum", () => {
  const goals = ["round", "flat", "sharp", "kink"].map((shape) => ({ ...GOAL, shape }));
  for (const ahead of ["reaches", "diverges", "leaves", "breaks", "jumps", "on"]) {
    for (const goal of [...goals, null]) {
      for (const above of [true, false, null]) {
        for (const [plane, bound] of [
          [false, null],
          [true, 2],
          [true, null],
        ]) {
          const status = { ...STATUS, ahead, goal, above, bound };
          for (const words of [aheadWords(status, 0, plane), boundWords(status, 1, plane)])
            assert.ok(words === null || (words.key in TEXTS.ru && words.key in TEXTS.en), words?.key);
        }
      }
    }
  }
});

test("that α is below the bound is never said without where the run goes", () => {
  for (const ahead of ["diverges", "leaves", "breaks", "jumps", "on"]) {
    assert.equal(aheadWords({ ...STATUS, ahead }, 0, false)?.key, `descent.ahead.${ahead}`);
    const plane = { ...STATUS, ahead, goal: null, bound: 2, above: false };
    assert.equal(aheadWords(plane, 0, true)?.key, `descent.ahead.plane.${ahead}`);
  }
  // Where α is above it, this is the reason, and no start changes that.
  assert.equal(aheadWords({ ...STATUS, ahead: "diverges", above: true }, 0, false), null);
  assert.equal(aheadWords({ ...STATUS, above: true }, 0, false)?.key, "descent.ahead.reaches.luck");
});

test("every function has a name and a sentence in both languages", () => {
  for (const texts of Object.values(TEXTS)) {
    for (const id of [...FUNCTIONS, "own"])
      assert.ok(texts[`descent.f.${id}`] && texts[`descent.f.${id}.about`], id);
    for (const id of [...PLANES, "own"])
      assert.ok(texts[`descent.g.${id}`] && texts[`descent.g.${id}.about`], id);
  }
});
