// @ts-check
// A file that the reader keeps.

import { element } from "./dom.js";

/** Milliseconds after which the browser has certainly begun to take the bytes. */
const TAKEN = 10_000;

/**
 * @param {BlobPart} content
 * @param {string} name
 * @param {string} [type] of its content
 */
export function saveFile(content, name, type = "") {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN);
}
