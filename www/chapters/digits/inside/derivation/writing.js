// @ts-check
// How a quantity's number is written. No DOM.

import { figures } from "../../../../i18n/numbers.js";

/** Nearer to 1 than this σ is written as 1. */
const NEAREST = 1e-9;
/** Four decimals would be written as 1. */
const NEAR = 5e-4;

/**
 * σ comes near 1 and never reaches it: as many decimals as show what is missing, since that is what comes back.
 * @param {import("../../../../lecture/graph.js").Name | "sum"} name
 * @param {number} value
 */
export function written(name, value) {
  const missing = 1 - value;
  if ((name !== "y" && name !== "z") || missing > NEAR || missing < NEAREST) return figures(value);
  return figures(value, { decimals: Math.ceil(-Math.log10(missing)) + 1 });
}
