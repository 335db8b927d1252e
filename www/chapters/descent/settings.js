// @ts-check
// What chapter 2 is set to, as its session holds it ⇄ as the address writes it; and what a run needs of it.

import { MOST_RUNS, RATE, readWindow } from "./schema.js";

/** @typedef {import("./schema.js").DescentValues} DescentValues */
/** @typedef {import("../../frame/core.js").Api} Api */

/**
 * @typedef {Readonly<Omit<DescentValues, "rate" | "others" | "run" | "t"> & { rates: readonly number[], active: number }>}
 *   Setting `rates` are α of the runs in the order in which they are seen, `active` is the one that is looked at
 *
 * @typedef {{ formula: string, window: readonly [number, number] | null, start: number, rates: readonly number[],
 *   active: number }} OneSetting `window` null: as the formula needs it
 *
 * @typedef {{ formula: string, middle: readonly [number, number], half: readonly [number, number],
 *   start: readonly [number, number], rate: number }} PlaneSetting
 */

/**
 * @param {DescentValues} values
 * @returns {Setting}
 */
export function settingOf({ rate, others, run, t: _, ...rest }) {
  const rates = readRates(others);
  const active = Math.min(run, rates.length);
  rates.splice(active, 0, rate);
  return { ...rest, rates, active };
}

/**
 * @param {Setting} setting
 * @param {number} t
 * @returns {DescentValues}
 */
export function valuesOf({ rates, active, ...rest }, t) {
  const others = rates.filter((_, index) => index !== active).join(" ");
  return { ...rest, rate: Number(rates[active]), others, run: active, t };
}

/**
 * The numbers of a text such as "0.1 0.9"; those that are none, or no α, are dropped.
 * @param {string} text
 * @returns {number[]}
 */
export function readRates(text) {
  return text
    .split(/\s+/)
    .filter((part) => part !== "")
    .map(Number)
    .filter((rate) => rate >= RATE.min && rate <= RATE.max)
    .slice(0, MOST_RUNS - 1);
}

/**
 * An α near the given one that is written with two figures and stands on the slider.
 * @param {number} rate
 */
export function roundRate(rate) {
  return Math.min(RATE.max, Math.max(RATE.min, Number(rate.toPrecision(2))));
}

/**
 * The functions that the core offers, by their names.
 * @param {Pick<Api, "error_functions" | "plane_functions">} api
 */
export function readCatalogue(api) {
  const examples = new Map(
    api
      .error_functions()
      .map(([id, formula, low, high, start, rate]) => [
        id,
        { formula, window: /** @type {const} */ ([low, high]), start, rate },
      ]),
  );
  const planes = new Map(
    api.plane_functions().map(([id, formula, a, b, halfA, halfB, startA, startB, rate]) => [
      id,
      {
        formula,
        middle: /** @type {const} */ ([a, b]),
        half: /** @type {const} */ ([halfA, halfB]),
        start: /** @type {const} */ ([startA, startB]),
        rate,
      },
    ]),
  );
  return {
    /** @param {string} id */
    example: (id) => examples.get(id),
    /** @param {string} id */
    plane: (id) => planes.get(id),
  };
}

/** @typedef {ReturnType<typeof readCatalogue>} Catalogue */

/** The part of the plane that a formula of one's own is seen over. */
const PLANE_WINDOW = Object.freeze({
  middle: /** @type {const} */ ([0, 0]),
  half: /** @type {const} */ ([3, 2]),
});

/**
 * @param {Setting} setting
 * @param {Catalogue} catalogue
 * @returns {OneSetting}
 */
export function oneSetting({ f, formula, window, a, rates, active }, catalogue) {
  const known = catalogue.example(f);
  return {
    formula: known?.formula ?? formula,
    window: readWindow(window) ?? known?.window ?? null,
    start: a,
    rates,
    active,
  };
}

/**
 * @param {Setting} setting
 * @param {Catalogue} catalogue
 * @returns {PlaneSetting}
 */
export function planeSetting({ g, formula2, a2, b2, rate2 }, catalogue) {
  const known = catalogue.plane(g);
  const { middle, half } = known ?? PLANE_WINDOW;
  return { formula: known?.formula ?? formula2, middle, half, start: [a2, b2], rate: rate2 };
}
