// @ts-check
// The text of a file: Unicode as programs write it, or Windows-1251, in which the Russian Excel saves CSV. Other kinds of
// file are told by their first bytes.

/** A larger file is not opened: it is no table of measurements. */
export const MOST_BYTES = 8e6;
/** So many bytes tell how a text is written. */
const LOOKED_AT = 4096;

/** @type {readonly { begins: readonly number[], code: string }[]} */
const OTHERS = [
  // A workbook: a zip archive, or what older programs wrote.
  { begins: [0x50, 0x4b, 3, 4], code: "file-workbook" },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], code: "file-workbook" },
  { begins: [0x25, 0x50, 0x44, 0x46], code: "file-not-text" },
  { begins: [0x89, 0x50, 0x4e, 0x47], code: "file-not-text" },
  { begins: [0xff, 0xd8, 0xff], code: "file-not-text" },
  { begins: [0x1f, 0x8b], code: "file-not-text" },
];

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {{ text: string, encoding: string }} `encoding` as people call it
 * @throws an error with the code of what the file is instead of a text
 */
export function decode(bytes) {
  const other = OTHERS.find(({ begins }) => begins.every((byte, i) => bytes[i] === byte));
  if (other) throw failure(other.code);
  const utf16 = wideOf(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    // Every byte is a letter of it: what is not Unicode is read so.
    return { text: new TextDecoder("windows-1251").decode(bytes), encoding: "Windows-1251" };
  }
}

/**
 * Whether each character has two bytes, and which comes first: as a mark says, or by the zeros beside digits.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function wideOf(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const zeros = [0, 0];
  bytes.subarray(0, LOOKED_AT).forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] += 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even === odd) {
    if (even > 0) throw failure("file-not-text");
    return null;
  }
  return odd > even ? "utf-16le" : "utf-16be";
}

/**
 * @param {string} code
 * @param {Record<string, number>} [details]
 */
export function failure(code, details = {}) {
  return Object.assign(new Error(code), { code, details });
}
