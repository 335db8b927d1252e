// @ts-check
// What drawings need to know of the reader's language.

import { fixed } from "../i18n/index.js";

/** The decimal sign that the reader's language writes. */
export function decimalSign() {
  return fixed(0.5, 1).charAt(1);
}
