// @ts-check
// Where a formula that a reader has typed begins: a start at which ε has a value, and an α that converges.

import { roundRate } from "./settings.js";

/** α where there is no bound for it, and its part of the bound where there is one. */
const USUAL = 0.1;
const SHARE = 0.3;

/** Where in the window a start is looked for. */
const PLACES = [0.15, 0.85, 0.5, 0.3, 0.7, 0.05, 0.95];

/**
 * @param {Pick<import("../../frame/core.js").Api, "ErrorFunction" | "Descent">} api
 * @param {string} formula
 * @returns {{ start: number, rate: number }}
 * @throws what is wrong with the formula, or that ε has no value anywhere
 */
export function beginningOf(api, formula) {
  const error = new api.ErrorFunction(formula, false);
  try {
    const [low = -4, high = 4] = error.window();
    const start = startIn(error, low, high);
    const trial = new api.Descent(error, low, high, start, USUAL);
    const bound = trial.status().goal?.bound;
    trial.free();
    return { start, rate: roundRate(bound ? SHARE * bound : USUAL) };
  } finally {
    error.free();
  }
}

/**
 * @param {import("../../pkg/descent.js").ErrorFunction} error
 * @param {number} low
 * @param {number} high
 */
function startIn(error, low, high) {
  const places = PLACES.map((share) => low + share * (high - low));
  const good = places.find((a) => [...error.at(a)].every(Number.isFinite));
  return Number((good ?? low).toFixed(2));
}
