// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { namesOf } from "../../../www/chapters/curve/names.js";
import {
  decimalsFor,
  readNames,
  readNumbers,
  rounded,
  SCHEMA,
  writeNames,
  writeNumbers,
  writePoints,
} from "../../../www/chapters/curve/schema.js";
import { accepts, formatAddress, initialValues, parseAddress } from "../../../www/frame/address.js";

test("points go through an address and come back as they were", () => {
  const points = Float64Array.from([0, 999.83952, -1e-7, 3.25e12, 0.1 + 0.2, -0]);
  const address = {
    chapter: "curve",
    values: { ...initialValues(SCHEMA), source: "own", points: writeNumbers(points) },
  };
  const read = parseAddress(formatAddress(address), { curve: SCHEMA }, "curve");
  assert.deepEqual(read.values, address.values);
  assert.deepEqual(
    [...readNumbers(String(read.values.points))].map(Number),
    [...points].map((n) => n + 0),
  );
});

test("a damaged set is none at all", () => {
  for (const bad of ["1,2,x", "1,,2", "1,2,", "NaN,1", "1,Infinity", " "])
    assert.equal(readNumbers(bad).length, 0, bad);
  assert.equal(readNumbers("").length, 0);
});

test("too many points are not written, and what is written is accepted", () => {
  assert.equal(writePoints(new Float64Array(20_000).fill(0.123)), null);
  const some = writePoints(new Float64Array(400).fill(0.123));
  assert.ok(some !== null && accepts(SCHEMA.points, some));
  assert.ok(accepts(SCHEMA.names, writeNames(["x".repeat(500), "y\tz".repeat(200)])));
});

test("a file's names", () => {
  assert.deepEqual(readNames(writeNames(["T, °C", "ρ"])), ["T, °C", "ρ"]);
  assert.deepEqual(readNames(writeNames(["a\tb", ""])), ["a b", ""]);
  assert.equal(readNames(writeNames(null)), null);
  assert.equal(readNames("a\tb\tc"), null);
});

test("a hand points at thousandths", () => {
  assert.equal(decimalsFor(41.6), 2);
  assert.equal(decimalsFor(1000), 0);
  assert.equal(decimalsFor(1e-4), 7);
  assert.equal(decimalsFor(0), 3);
  assert.equal(decimalsFor(Number.NaN), 3);
  assert.equal(rounded(983.0412, 41.6), 983.04);
});

test("a file's own names give the letters of the formulas and the unit of the values", () => {
  const named = (header) => {
    const { xLetter, lLetter, unit } = namesOf({
      ...initialValues(SCHEMA),
      source: "own",
      names: writeNames(header),
    });
    return [xLetter, lLetter, unit];
  };
  assert.deepEqual(named(["T, °C", "ρ, kg/m³"]), ["T", "ρ", "kg/m³"]);
  assert.deepEqual(named(["Temperature, °C", "Height, m"]), ["Temperature", "Height", "m"]);
  assert.deepEqual(named(["t (s)", "U [mV]"]), ["t", "U", "mV"]);
  assert.deepEqual(named(["t / s", "v / m/s"]), ["t", "v", "m/s"]);
  assert.deepEqual(named(["время", "напряжение"]), ["время", "напряжение", "напряжение"]);
  assert.deepEqual(named(["x", "a quantity without a unit"]), ["x", "Y", "a quantity without a unit"]);
  assert.deepEqual(named(["T", ""]), ["T", "Y", "Y"]);
  assert.deepEqual(named(null), ["X", "Y", "Y"]);
});
