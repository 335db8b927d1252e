// @ts-check
// A table as CSV (RFC 4180): a row of names, then numbers in full, short columns filled up with empty fields. Spreadsheets
// take a list's separator and the decimal sign from the language they are set to, so there are two ways of writing.

/** @typedef {import("../../../chart/table.js").Table} Table */
/** @typedef {{ separator: "," | ";", decimal: "." | "," }} Way */

/** By language of the page. @type {Record<"ru" | "en", Way>} */
export const WAYS = { ru: { separator: ";", decimal: "," }, en: { separator: ",", decimal: "." } };

/** Without it spreadsheets take UTF-8 for something older, and letters of the lecture become others. */
const BYTE_ORDER_MARK = "\ufeff";
const LINE = "\r\n";
/** Decimals that tell every number of 32 bits from its neighbours. */
const SINGLE = [6, 7, 8, 9];

/**
 * @param {Table} table
 * @param {Way} way
 */
export function csvOf(table, way) {
  const rows = Math.max(0, ...table.map(({ values }) => values.length));
  const lines = [table.map(({ name }) => textField(name, way))];
  for (let row = 0; row < rows; row++) {
    lines.push(table.map(({ values }) => field(values[row], values instanceof Float32Array, way)));
  }
  return BYTE_ORDER_MARK + lines.map((fields) => fields.join(way.separator) + LINE).join("");
}

/**
 * @param {number | string | null | undefined} value
 * @param {boolean} isSingle
 * @param {Way} way
 */
function field(value, isSingle, way) {
  if (typeof value === "string") return textField(value, way);
  if (typeof value !== "number" || !Number.isFinite(value)) return "";
  return (isSingle ? single(value) : String(value)).replace(".", way.decimal);
}

/** The shortest decimal that is this number of 32 bits. @param {number} value */
function single(value) {
  const short = SINGLE.map((digits) => Number(value.toPrecision(digits))).find(
    (candidate) => Math.fround(candidate) === value,
  );
  return String(short ?? value);
}

/**
 * A name may come from a reader's file, or from a link: none may be taken for a formula.
 * @param {string} text
 * @param {Way} way
 */
function textField(text, { separator }) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const quoted = /["\r\n]|^\s|\s$/.test(safe) || safe.includes(separator) || safe.includes(",");
  return quoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}
