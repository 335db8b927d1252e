import assert from "node:assert/strict";
import test from "node:test";
import { fingerprintOf } from "../../../www/chapters/digits/fingerprint.js";

test("a fingerprint is the check sum that ends the file", () => {
  assert.equal(fingerprintOf(Uint8Array.of(1, 2, 3, 0xfb, 0x4b, 0x0e, 0xd2)), "fb4b0ed2");
});
