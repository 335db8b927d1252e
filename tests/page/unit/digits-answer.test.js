// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { doubt } from "../../../www/chapters/digits/answer.js";

test("two digits that are alike are both named, the likelier first", () => {
  const z = [0, 0, 0, 0, 0.55, 0, 0, 0, 0, 0.6];
  assert.deepEqual(doubt(z), { key: "digits.answer.either", params: { first: 9, second: 4 } });
});

test("where all outputs but one are low no second digit is named", () => {
  assert.deepEqual(doubt([0.3, 0.1, 0, 0, 0, 0, 0, 0, 0, 0]), { key: "digits.answer.unsure" });
  assert.deepEqual(doubt(new Float32Array(10)), { key: "digits.answer.unsure" });
});
