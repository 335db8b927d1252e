// @ts-check
// Chapter 2's numbers as they are written: five figures where they matter, powers of ten where zeros would hide them.

import { formatNumber } from "../../chart/scale.js";
import { fixed, number } from "../../i18n/index.js";

/** The decimal sign of the reader's language. */
export function decimalSign() {
  return number(0.5).charAt(1);
}

/** @param {number} value */
export function figures(value) {
  if (!Number.isFinite(value)) return "—";
  const size = Math.abs(value);
  if (size === 0) return fixed(0, 4);
  if (size < 5e-5 || size >= 1e5) return formatNumber(value, 7, decimalSign(), 3);
  return fixed(value, Math.max(0, 4 - Math.max(0, Math.floor(Math.log10(size)))));
}

/** A number that a person has set, as it was set. @param {number} value */
export function plain(value) {
  return number(value, { maximumSignificantDigits: 6, maximumFractionDigits: 20 });
}
