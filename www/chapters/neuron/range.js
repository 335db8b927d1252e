// @ts-check
// How far a slice and a map look: around everything that the run has visited, and never so near that σ seems flat.

import { niceDomain } from "../../chart/scale.js";

/** A parameter is looked at from −6 to 6 at least: there σ goes from one plateau to the other. */
const HOME = 6;

/**
 * The same range for a whole run, so that the curve moves and not the axis.
 * @param {number} least the run's least value
 * @param {number} greatest the run's greatest value
 * @returns {[number, number]}
 */
export function rangeOf(least, greatest) {
  const inside = least >= -HOME * 0.9 && greatest <= HOME * 0.9;
  if (inside) return [-HOME, HOME];
  const margin = Math.max(2, 0.15 * (greatest - least));
  return niceDomain(Math.min(-HOME, least - margin), Math.max(HOME, greatest + margin), 8);
}
