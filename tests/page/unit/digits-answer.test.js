// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOfDoubt } from "../../../www/chapters/digits/answer.js";

test("two digits that are alike are both named, the likelier first; what is like no digit is not", () => {
  const either = { digit: null, doubt: /** @type {const} */ ("either"), first: 9, second: 4 };
  assert.deepEqual(wordsOfDoubt(either), { key: "digits.answer.either", params: { first: 9, second: 4 } });
  assert.deepEqual(wordsOfDoubt({ ...either, doubt: "nothing" }), { key: "digits.answer.unsure" });
  // Classes of a reader's own; one of the two has no name.
  const names = ["", "", "", "", "", "", "", "", "", "boot"];
  assert.deepEqual(wordsOfDoubt(either, names).params, { first: "boot", second: 4 });
  assert.deepEqual(wordsOfDoubt({ ...either, doubt: "nothing" }, names), {
    key: "digits.answer.unsure.class",
  });
});
