// @ts-check
// The only writer of numbers: thousands, the decimal sign, minus, powers of ten and per cent, the same on axes, in
// read-outs, lists, formulas and texts. It writes by itself, and not by the browser's Intl, whose signs and spaces are
// the browser's version's.
//
//   number     1,234.5          as many decimals as it needs
//   fixed      1,234.50         always as many
//   percent    97.5%
//   figures    0.8210, 12.346   what was computed, while it changes
//   power      2.31·10⁻⁴
//   plain      1234.5           as it was typed, and may be typed again
//   tick       10,000           on an axis, as exactly as the axis needs
//
// What is not a finite number is "—" everywhere, and no minus stands before nothing.

/** @typedef {{ decimal: string, group: string, percent: string }} Signs */

/** @type {Record<import("./language.js").Language, Signs>} */
const SIGNS = {
  ru: { decimal: ",", group: "\u00a0", percent: "\u00a0%" },
  en: { decimal: ".", group: ",", percent: "%" },
};
const MINUS = "\u2212";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** What stands where there is no number. */
export const NONE = "—";

/** From here on a number that keeps its figures is written with a power of ten: the others would be zeros. */
const LONG = 1e15;
/** From here on digits are no longer all known, and a row of them is not read. */
const HUGE = 1e21;
/** Below this a number that keeps its figures is written with a power of ten. */
const MINUTE = 1e-6;

let signs = SIGNS.en;

/**
 * The language that numbers are written in from now on; `language.js` says it when it applies one.
 * @param {import("./language.js").Language} language
 */
export function setNumberLanguage(language) {
  signs = SIGNS[language];
}

/**
 * As many decimals as the number needs, at most `decimals`; or as many figures, at most `significant`.
 * @param {number} value
 * @param {{ decimals?: number, significant?: number }} [options]
 * @returns {string}
 */
export function number(value, { decimals = 6, significant } = {}) {
  if (significant === undefined) return written(value, (size) => trimmed(rounded(size, decimals)));
  const size = Math.abs(value);
  if (size !== 0 && (size < MINUTE || size >= LONG)) return power(value, significant);
  return written(value, () => trimmed(inFigures(size, significant)));
}

/**
 * Always as many decimals, so that the number keeps its width while it changes.
 * @param {number} value
 * @param {number} decimals
 * @param {{ grouped?: boolean }} [options] `grouped` false: in a formula, where a comma between thousands would be read as
 *   a decimal one
 * @returns {string}
 */
export function fixed(value, decimals, { grouped = true } = {}) {
  return written(value, (size) => rounded(size, decimals), grouped);
}

/**
 * A share 0..1 as per cent.
 * @param {number} share
 * @param {number} decimals
 * @returns {string}
 */
export function percent(share, decimals) {
  return Number.isFinite(share) ? fixed(shifted(share, 2), decimals) + signs.percent : NONE;
}

/**
 * What was computed, in figures that keep their number while it changes: 0.8210, 12.346, 1,234.6; with a power of ten
 * where zeros would hide them. What is exactly 0 is "0": it says that nothing moves.
 * @param {number} value
 * @param {{ decimals?: number, tiny?: number, significant?: number, even?: boolean }} [options] `decimals` below 10, one fewer
 *   for each digit more before the decimal sign; `tiny`: less has a power of ten, with `significant` figures, all of them
 *   written if `even`
 * @returns {string}
 */
export function figures(value, { decimals = 4, tiny = 5e-4, significant = 3, even = false } = {}) {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (!Number.isFinite(value)) return NONE;
  // Rounding may bring a digit more: 999.999 is 1,000.0.
  const digits = exponentOf(size, decimals + 1);
  if (size < tiny || digits > decimals) return power(value, significant, { even });
  return fixed(value, decimals - Math.max(0, digits));
}

/**
 * With a power of ten: 2.31·10⁻⁴, 10⁻⁹.
 * @param {number} value
 * @param {number} [significant] figures at most
 * @param {{ even?: boolean }} [options] `even`: always as many figures, zeros too
 * @returns {string}
 */
export function power(value, significant = 3, { even = false } = {}) {
  if (!Number.isFinite(value)) return NONE;
  if (value === 0) return "0";
  const count = Math.min(15, Math.max(1, significant));
  const [mantissa = "", exponent = ""] = Math.abs(value)
    .toExponential(count - 1)
    .split("e");
  const figures = even ? mantissa : trimmed(mantissa);
  const sign = value < 0 ? MINUS : "";
  if (Number(exponent) === 0) return sign + localized(figures);
  const ten = `10${superscript(Number(exponent))}`;
  return sign + (figures === "1" ? ten : `${localized(figures)}·${ten}`);
}

/**
 * A number that was typed, as it may be typed again: no more figures than it has, and no groups.
 * @param {number} value
 * @param {number} [significant] figures at most
 * @returns {string}
 */
export function plain(value, significant = 6) {
  const size = Math.abs(value);
  // A keyboard has no raised digits: 2e-30.
  if (Number.isFinite(value) && (size >= HUGE || (size !== 0 && size < 1 / HUGE))) {
    return (value < 0 ? MINUS : "") + localized(String(Number(size.toPrecision(significant))));
  }
  return written(value, () => trimmed(inFigures(size, significant)), false);
}

/**
 * A number on an axis. Zero is "0", as everywhere.
 * @param {number} value
 * @param {number} decimals that tell it from its neighbours
 * @param {number} [significant] figures that do, where plain ones would be too long
 * @returns {string}
 */
export function tick(value, decimals, significant = 3) {
  const long = Math.abs(value) >= 1e7 || decimals > 6;
  if (value === 0) return "0";
  return long ? power(value, significant) : fixed(value, decimals);
}

/**
 * In brackets when it would put two signs side by side.
 * @param {string} text a number, written
 */
export function bracketed(text) {
  return text.startsWith(MINUS) ? `(${text})` : text;
}

/** What begins the decimals in the reader's language. */
export function decimalSign() {
  return signs.decimal;
}

/**
 * Sign, groups and decimal sign around digits.
 * @param {number} value
 * @param {(size: number) => string} digits of the size, as JavaScript writes them
 * @param {boolean} [grouped]
 */
function written(value, digits, grouped = true) {
  if (!Number.isFinite(value)) return NONE;
  const size = Math.abs(value);
  if (size >= HUGE) return power(value, 6);
  const text = digits(size);
  return (value < 0 && /[1-9]/.test(text) ? MINUS : "") + localized(text, grouped);
}

/**
 * @param {string} digits
 * @param {boolean} [grouped]
 */
function localized(digits, grouped = false) {
  const [whole = "", fraction] = digits.split(".");
  const front = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, signs.group) : whole;
  return fraction === undefined ? front : front + signs.decimal + fraction;
}

/**
 * The value times a power of ten, of the value as it is written: 0.285 is 28.5 %, though 0.285 · 100 is a little less.
 * @param {number} value
 * @param {number} places
 */
function shifted(value, places) {
  const [mantissa, exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

/**
 * Rounds what is written, and not what is stored: 1.005 is stored as a little less.
 * @param {number} size
 * @param {number} decimals
 */
function rounded(size, decimals) {
  const whole = Math.round(shifted(size, decimals));
  return (whole < 1e15 ? shifted(whole, -decimals) : size).toFixed(decimals);
}

/**
 * @param {number} size
 * @param {number} significant
 */
function inFigures(size, significant) {
  const decimals = significant - 1 - exponentOf(size, significant);
  return shifted(Math.round(shifted(size, decimals)), -decimals).toFixed(Math.max(0, decimals));
}

/**
 * The power of ten of the first figure, after rounding.
 * @param {number} size
 * @param {number} significant
 */
function exponentOf(size, significant) {
  return Number.isFinite(size) ? Number(size.toExponential(significant - 1).split("e")[1]) : 0;
}

/** Without zeros at the end of the fraction. @param {string} digits */
function trimmed(digits) {
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

/** @param {number} exponent */
function superscript(exponent) {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return exponent < 0 ? `⁻${digits}` : digits;
}

/** A letter with its index below: "U₁₂". @param {string} letter @param {number} [index] none: the letter alone */
export const indexed = (letter, index) =>
  letter + Array.from(String(index ?? ""), (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
