// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { heirOf } from "../../../www/frame/access.js";

test("the focus of a button that is gone goes to the next, else to the last before it, as near as can be", () => {
  const can = (/** @type {string} */ name) => !name.endsWith("!");
  const around = { before: ["reset"], after: ["play", "step"] };
  assert.equal(heirOf([around], can), "play");
  assert.equal(heirOf([{ before: ["reset"], after: ["play!", "step!"] }], can), "reset");
  const none = { before: ["reset!"], after: [] };
  assert.equal(heirOf([none, { before: ["a", "b"], after: [] }], can), "b");
  assert.equal(heirOf([none], can), undefined);
});
