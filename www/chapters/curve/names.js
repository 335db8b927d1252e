// @ts-check
// What the axes of chapter 1 are called: a table's letters and units, or what a file says.

import { t } from "../../i18n/index.js";
import { OWN, readNames, TABLES } from "./schema.js";

/** A longer name would not fit into a formula. */
const MOST_LETTERS = 12;

/**
 * @typedef {{ x: string, l: string, xLetter: string, lLetter: string, unit: string, isUnit: boolean }} Names `unit`: what
 *   the values are told in, their name where there is no unit
 */

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
      isUnit: true,
    };
  }
  const [x, l] = readNames(names) ?? ["", ""];
  const unit = unitOf(l);
  return {
    x: x || "X",
    l: l || "Y",
    xLetter: letterOf(x) || "X",
    lLetter: letterOf(l) || "Y",
    // Without one the values are told in what they are called by.
    unit: unit || l || "Y",
    isUnit: unit !== "",
  };
}

/** A name and its unit: "T, °C", "T (°C)", "T [°C]", "T / °C". */
const WITH_UNIT = /^(.*?)\s*(?:,\s*([^,]+)|\(([^()]+)\)|\[([^[\]]+)\]|\s\/\s*(.+))$/;

/** What a file calls a quantity, as far as it fits into a formula. @param {string} name "T, °C" */
function letterOf(name) {
  const letter = (WITH_UNIT.exec(name)?.[1] ?? name).trim();
  return letter.length <= MOST_LETTERS ? letter : "";
}

/** @param {string} name "T, °C" */
function unitOf(name) {
  const [, , ...units] = WITH_UNIT.exec(name) ?? [];
  return units.find((unit) => unit !== undefined)?.trim() ?? "";
}
