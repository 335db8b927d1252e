// @ts-check
// What a tour is made of: types only, which no browser loads.

/**
 * @typedef {{ key: string } | { ru?: string, en?: string }} Words the page's own text, or a teacher's, in one language at least
 *
 * @typedef {{ kind: "choice", options: readonly Words[], right: number }} Choice `right` counts from 0 here, from 1 in a file
 * @typedef {{ kind: "place", on: string, tolerance: number }} Place a value on the picture's axis
 * @typedef {{ kind: "number", on: string, tolerance: number }} Typed
 * @typedef {Choice | Place | Typed} Answer where there is no `right`, the page says it once it has done what is asked
 *
 * @typedef {{ step: number } | { play: number, speed?: string } | { go: number } | { set: string }} Act so many steps; play
 *   until step t; go to a step; another address
 *
 * @typedef {Object} Station
 * @property {string} id
 * @property {string} at the address of the state that it begins with
 * @property {Words} text
 * @property {Words} question
 * @property {Answer} answer
 * @property {readonly Act[]} do how the page answers
 * @property {Words} reason
 * @property {string} [focus] the part to look at, see parts.js
 *
 * @typedef {import("../lab.js").Readings} Readings
 * @typedef {{ given: number | null, right: boolean | null, value: number | null }} Verdict `given`: a place among the options,
 *   or a number; null: none. `right` null: there was no prediction, or nothing to compare it with; `value` is what the page says
 */

export {};
