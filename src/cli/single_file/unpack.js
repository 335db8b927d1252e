// @ts-check
// Bytes from the text that `armour.rs` makes of them: two characters of 91 for 13 bits. A classic script, in front of boot.js.

/**
 * @param {string} text
 * @param {number} length of the bytes
 * @returns {Uint8Array<ArrayBuffer>}
 */
function descentBytes(text, length) {
  const values = new Uint8Array(128);
  let letters = 0;
  for (let code = 33; code < 127; code++)
    if (!"<&\\".includes(String.fromCharCode(code))) values[code] = letters++;
  const bytes = new Uint8Array(length);
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; at < length; i += 2) {
    bits |= (values[text.charCodeAt(i) & 127] + letters * values[text.charCodeAt(i + 1) & 127]) << held;
    held += 13;
    for (; held >= 8; held -= 8) {
      bytes[at++] = bits;
      bits >>>= 8;
    }
  }
  return bytes;
}
