// @ts-check
// What the axes of chapter 1 are called: a table's letters and units, or what a file says.

import { t } from "../../i18n/index.js";
import { OWN, readNames, TABLES } from "./schema.js";

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
  const [x, l] = readNames(names) ?? ["X", "Y"];
  return { x: x || "X", l: l || "Y", xLetter: "X", lLetter: "Y", unit: "Y" };
}
