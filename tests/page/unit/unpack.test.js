// @ts-check
// The one file's text code: what `armour.rs` writes is read.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { runInThisContext } from "node:vm";

runInThisContext(readFileSync(new URL("../../../src/cli/single_file/unpack.js", import.meta.url), "utf8"));
/** @type {{ descentBytes: (text: string, length: number) => Uint8Array }} */
const { descentBytes } = /** @type {any} */ (globalThis);

/** The same in `src/cli/single_file/armour.rs`. */
const DESCENT = "n0`q>kx:)!";

test("the text that the program writes is read", () => {
  assert.deepEqual([...descentBytes("", 0)], []);
  assert.deepEqual([...descentBytes("!!", 1)], [0]);
  assert.deepEqual([...descentBytes('"~)!', 2)], [255, 255]);
  assert.equal(new TextDecoder().decode(descentBytes(DESCENT, 7)), "Descent");
});

test("every pair of characters has its place, and no others are needed", () => {
  const letters = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
    (letter) => !"<&\\".includes(letter),
  );
  assert.equal(letters.length, 91);
  for (let value = 0; value < 1 << 13; value += 7) {
    const text = `${letters[value % 91]}${letters[Math.floor(value / 91)]}!!`;
    const [low = 0, high = 0] = descentBytes(text, 2);
    assert.equal(low + 256 * high, value);
  }
});

test("a text that was cut off gives as many bytes as were promised, and does not hang", () => {
  assert.equal(descentBytes("!!", 5).length, 5);
});
