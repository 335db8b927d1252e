// @ts-check
// Bytes from the text that `armour.rs` makes of them: two characters of 91 for 13 bits. A classic script, in front of boot.js.

(() => {
  const OUT = "<&\\";
  const values = new Uint8Array(128);
  let letters = 0;
  for (let code = 33; code < 127; code++)
    if (!OUT.includes(String.fromCharCode(code))) values[code] = letters++;

  /**
   * @param {string} text
   * @param {number} length of the bytes
   * @returns {Uint8Array<ArrayBuffer>}
   */
  function descentBytes(text, length) {
    const bytes = new Uint8Array(length);
    let bits = 0;
    let held = 0;
    let at = 0;
    for (let i = 0; at < length; i += 2) {
      const first = values[text.charCodeAt(i) & 127] ?? 0;
      const second = values[text.charCodeAt(i + 1) & 127] ?? 0;
      bits |= (first + letters * second) << held;
      held += 13;
      for (; held >= 8; held -= 8) {
        bytes[at++] = bits;
        bits >>>= 8;
      }
    }
    return bytes;
  }
  Object.assign(globalThis, { descentBytes });
})();
