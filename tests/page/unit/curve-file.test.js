// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../../www/chapters/curve/encoding.js";
import { createRandom } from "./random.js";

const TEXT = "время, с;напряжение, мВ\r\n0;−4,1\r\n1;3,6\r\n";

/** @param {string} text @param {boolean} little */
function wide(text, little) {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
  return bytes;
}

/** Letters of Windows-1251, of which only these are needed. @param {string} text */
function narrow(text) {
  return Uint8Array.from(text, (c) => {
    const code = c.charCodeAt(0);
    if (code >= 0x410 && code < 0x450) return code - 0x410 + 0xc0;
    return { "°": 0xb0, "–": 0x96, "\u00a0": 0xa0, ё: 0xb8, "№": 0xb9 }[c] ?? code;
  });
}

test("a text is read in the encoding that it has", () => {
  const utf8 = new TextEncoder().encode(TEXT);
  const marked = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8);
  assert.deepEqual(decode(utf8), { text: TEXT, encoding: "UTF-8" });
  assert.deepEqual(decode(marked), { text: TEXT, encoding: "UTF-8" });
  for (const little of [true, false]) {
    assert.deepEqual(decode(wide(`\ufeff${TEXT}`, little)), { text: TEXT, encoding: "UTF-16" });
    assert.deepEqual(decode(wide(TEXT, little)), { text: TEXT, encoding: "UTF-16" });
  }
  const russian = "темп-ра, °C;№ счётчика\r\n–4,1;1\u00a0000";
  assert.deepEqual(decode(narrow(russian)), { text: russian, encoding: "Windows-1251" });
  assert.deepEqual(decode(new Uint8Array(0)), { text: "", encoding: "UTF-8" });
});

test("what is no text is told by what it is", () => {
  const code = (/** @type {number[]} */ ...bytes) => {
    try {
      return decode(Uint8Array.from(bytes)).encoding;
    } catch (error) {
      return /** @type {{ code: string }} */ (error).code;
    }
  };
  assert.equal(code(0x50, 0x4b, 3, 4, 20, 0, 6, 0), "file-workbook");
  assert.equal(code(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "file-workbook");
  assert.equal(code(0x25, 0x50, 0x44, 0x46, 0x2d), "file-not-text");
  assert.equal(code(1, 0, 0, 5), "file-not-text");
});

test("whatever the bytes are, there is a text or a code", () => {
  const random = createRandom(7);
  for (let round = 0; round < 300; round++) {
    const bytes = Uint8Array.from({ length: random.below(60) }, () => random.below(256));
    try {
      assert.equal(typeof decode(bytes).text, "string");
    } catch (error) {
      assert.match(String(/** @type {{ code?: string }} */ (error).code), /^file-/, `${bytes}`);
    }
  }
});
