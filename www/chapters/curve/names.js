// @ts-check
// What the axes of chapter 1 are called: a table's letters and units, or what a file says.

import { t } from "../../i18n/index.js";
import { OWN, readNames, TABLES } from "./schema.js";

/** A longer name would not fit into a formula. */
const MOST_LETTERS = 3;

/** @typedef {{ x: string, l: string, xLetter: string, lLetter: string, unit: string }} Names */

/**
 * The names with their units, in the reader's language, and the letters and the unit of the values alone.
 * @param {import("./schema.js").CurveValues} values
 * @returns {Names}
 */
export function namesOf({ source, axes, names }) {
  const table = TABLES.find(({ id }) => id === (source === OWN ? axes : source));
  if (table) {
    const unit = t(`curve.table.${table.id}.l`);
    return {
      x: `${table.x}, ${t(`curve.table.${table.id}.x`)}`,
      l: `${table.l}, ${unit}`,
      xLetter: table.x,
      lLetter: table.l,
      unit,
    };
  }
  const [x, l] = readNames(names) ?? ["", ""];
  const lLetter = letterOf(l) || "Y";
  return {
    x: x || "X",
    l: l || "Y",
    xLetter: letterOf(x) || "X",
    lLetter,
    // Without one the values are told in what they are called by.
    unit: unitOf(l) || lLetter,
  };
}

/** What a file calls a quantity, where that is a letter and no word. @param {string} name "T, °C" */
function letterOf(name) {
  const [letter = ""] = name.split(",");
  return letter.trim().length <= MOST_LETTERS ? letter.trim() : "";
}

/** @param {string} name "T, °C" */
function unitOf(name) {
  const at = name.lastIndexOf(",");
  return at < 0 ? "" : name.slice(at + 1).trim();
}
