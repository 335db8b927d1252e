// @ts-check
// "Until z < 0.1": a condition that is typed where a step can be named, and whether it holds.

import { parseNumber } from "../i18n/typed.js";

/**
 * @typedef {Readonly<Record<string, string>>} Letters of the lecture, and under which names a chapter's readings have them
 * @typedef {{ name: string, sign: "<" | ">" | "≤" | "≥", value: number }} Condition
 */

const FORM = /^\s*(\S+?)\s*(<=|>=|[<>≤≥])\s*(.+)$/u;
/** What is typed for a letter that no keyboard has; the Russian one has an e of its own. */
const LIKE = new Map(["e", "E", "\u0435", "eps"].map((typed) => [typed, "ε"]));
/** @type {Readonly<Record<string, Condition["sign"]>>} */
const SIGNS = { "<": "<", ">": ">", "≤": "≤", "≥": "≥", "<=": "≤", ">=": "≥" };

/**
 * @param {string} text
 * @param {Letters} letters
 * @returns {Condition | null} null: it is none
 */
export function readCondition(text, letters) {
  const [, typed = "", sign = "", number = ""] = FORM.exec(text) ?? [];
  const letter = LIKE.get(typed) ?? typed;
  const name = Object.hasOwn(letters, letter) ? letters[letter] : undefined;
  const value = parseNumber(number);
  const known = SIGNS[sign];
  return name && known && value !== null ? { name, sign: known, value } : null;
}

/**
 * @param {Condition} condition
 * @param {Readonly<Record<string, number | string | null>> | null | undefined} readings
 */
export function holds({ name, sign, value }, readings) {
  const read = readings?.[name];
  if (typeof read !== "number") return false;
  switch (sign) {
    case "<":
      return read < value;
    case ">":
      return read > value;
    case "≤":
      return read <= value;
    case "≥":
      return read >= value;
  }
}
