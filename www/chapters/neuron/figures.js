// @ts-check
// How chapter 3 writes its numbers: four figures after the sign, fewer for large ones, powers of ten for tiny ones.

import { formatNumber } from "../../chart/scale.js";
import { number } from "../../i18n/index.js";
import { decimalSign } from "../../lecture/decimal.js";

/**
 * A computed number. What is exactly 0 is written so: on this chapter's first page it means that nothing moves.
 * @param {number} value
 * @param {number} [significant] figures before a power of ten
 */
export function figures(value, significant = 3) {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 5e-4 || size >= 1e5) return formatNumber(value, 7, decimalSign(), significant);
  return formatNumber(value, size < 10 ? 4 : size < 100 ? 3 : size < 1000 ? 2 : 1, decimalSign());
}

/**
 * A number that was typed: no more figures than it has.
 * @param {number} value
 */
export function plain(value) {
  return number(value, { maximumSignificantDigits: 6, useGrouping: false });
}

/**
 * In brackets when it would put two signs side by side.
 * @param {string} text
 */
export function bracketed(text) {
  return text.startsWith("−") ? `(${text})` : text;
}
