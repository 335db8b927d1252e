// @ts-check
// The network in training as a file that the reader keeps.

import { element } from "../../controls/dom.js";

/** Milliseconds after which the browser has certainly begun to take the bytes. */
const TAKEN = 10_000;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name
 */
export function saveFile(bytes, name) {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN);
}
