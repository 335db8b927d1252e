// @ts-check
// The only reader of numbers that are typed or pasted: in the manner of either language, as this page writes them, and as
// a fraction. What could be two numbers is none.

import { decimalSign } from "./numbers.js";

/** @typedef {{ value: number, problem?: undefined } | { problem: "none" } | { problem: "unclear", either: [number, number] }} Typed `either`: with thousands, with decimals */

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** @type {Readonly<Record<string, number>>} */
const FRACTIONS = {
  "½": 1 / 2,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅕": 1 / 5,
  "⅖": 2 / 5,
  "⅗": 3 / 5,
  "⅘": 4 / 5,
  "⅙": 1 / 6,
  "⅚": 5 / 6,
  "⅛": 1 / 8,
  "⅜": 3 / 8,
  "⅝": 5 / 8,
  "⅞": 7 / 8,
  "⅒": 1 / 10,
};
/** A power of ten: 2.5e-3, and 2,5·10⁻³ or 2.5*10^-3. */
const POWER = /^(?:(.*?)(?: ?[·*×⋅] ?))?10(?:\^ ?([+-]?\d+)|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))$/;
const NONE = /** @type {const} */ ({ problem: "none" });

/**
 * The number that was typed; null when it is none, could be two, or is larger than any.
 * @param {string} text
 * @returns {number | null}
 */
export function parseNumber(text) {
  const typed = readTyped(text);
  return typed.problem === undefined && Number.isFinite(typed.value) ? typed.value : null;
}

/**
 * The number that was typed, infinite if it is larger than any; or what is wrong with it.
 * @param {string} text
 * @returns {Typed}
 */
export function readTyped(text) {
  const plain = text
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .replace(/['’\s]+/g, " ")
    .replace(/[\u2010-\u2013\u2212\ufe63\uff0d]/g, "-")
    .trim();
  const [, sign = "", size = ""] = /^([+-]?) ?(.*)$/.exec(plain) ?? [];
  const read = unsigned(size);
  const times = sign === "-" ? -1 : 1;
  // No minus stands before nothing.
  if (read.problem === undefined) return { value: times * read.value || 0 };
  if (read.problem === "none") return read;
  const [thousands, decimals] = read.either;
  return { problem: "unclear", either: [times * thousands, times * decimals] };
}

/** @param {string} text @returns {Typed} */
function unsigned(text) {
  const last = FRACTIONS[text.slice(-1)];
  if (last !== undefined) {
    const whole = text.slice(0, -1).trim();
    return /^\d*$/.test(whole) ? { value: Number(whole) + last } : NONE;
  }
  const mixed = /^(\d+) ([1-9]\d?) ?[/⁄∕] ?(\d+)$/.exec(text);
  if (mixed && Number(mixed[2]) < Number(mixed[3]))
    return { value: Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]) };
  const [above = "", below, ...more] = text.split(/ ?[/⁄∕] ?/);
  if (below === undefined) return withPower(above);
  const [top, bottom] = [withPower(above), withPower(below)];
  if (top.problem !== undefined) return top;
  if (bottom.problem !== undefined) return bottom;
  return bottom.value === 0 || more.length > 0 ? NONE : { value: top.value / bottom.value };
}

/** @param {string} text @returns {Typed} */
function withPower(text) {
  const [, mantissa = "1", exponent, raised = ""] = POWER.exec(text) ?? [];
  if (exponent !== undefined || raised !== "") {
    const digits = Array.from(raised, (c) => (c === "⁻" ? "-" : c === "⁺" ? "+" : SUPERSCRIPTS.indexOf(c)));
    return decimal(mantissa, exponent ?? digits.join(""));
  }
  // The Cyrillic letter looks the same.
  const [, before = text, power = "0"] = /^(.*?)[eEеЕ]([+-]?\d+)$/.exec(text) ?? [];
  return decimal(before, power);
}

/**
 * Digits with a decimal sign, in groups or not.
 * @param {string} text
 * @param {string} power of ten
 * @returns {Typed}
 */
function decimal(text, power) {
  const marks = text.replace(/[^.,]/g, "");
  const mark = marks.slice(-1);
  // The decimal sign stands once, behind what groups digits.
  const isDecimal = mark !== "" && marks.indexOf(mark) === marks.length - 1;
  const at = isDecimal ? text.lastIndexOf(mark) : text.length;
  const [whole, decimals] = [text.slice(0, at), text.slice(at + 1)];
  if (!/^\d*$/.test(decimals) || whole.length + decimals.length === 0) return NONE;
  if (!/^(\d*|[1-9]\d{0,2}([ .,])\d{3}(\2\d{3})*)$/.test(whole)) return NONE;
  const digits = whole.replace(/\D/g, "");
  const value = Number(`${digits}.${decimals}e${power}`);
  // A comma before three digits: this page's language writes thousands so, another decimals.
  const isOpen = mark === "," && decimalSign() !== "," && power === "0";
  if (isOpen && /^[1-9]\d{0,2}$/.test(whole) && decimals.length === 3)
    return { problem: "unclear", either: [Number(digits + decimals), value] };
  return { value };
}
