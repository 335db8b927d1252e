// @ts-check
// What a run was changed to on its way, on its ε plot: a tick where it was, and beside it α, or what else became another.

import { drawMarks } from "../chart/present.js";
import { drawTag } from "../chart/tag.js";
import { number } from "../i18n/numbers.js";

/** Pixels from the axis of steps to the middle of a name, and between two names. */
const ABOVE = 17;
const BETWEEN = 8;
/** Pixels of a letter at most: enough to tell whether two names have room. */
const LETTER = 8;

/**
 * @typedef {Object} Changes
 * @property {ArrayLike<number>} marks steps at which a setting was changed
 * @property {ArrayLike<number>} rates from which step on there was which α, one pair after another; none where nobody can tell
 * @property {(() => string) | undefined} [other] what became another where α did not: "points"
 */

/** α as a reader typed it. @param {number} rate */
const named = (rate) => `α = ${number(rate, { significant: 3 })}`;

/**
 * What a reading says of α: nothing where it was the same all along.
 * @param {ArrayLike<number>} rates
 * @param {number} step that was made with it
 * @returns {string[]}
 */
export function linesOfRate(rates, step) {
  if (rates.length <= 2 || step < 1) return [];
  let rate = Number(rates[1]);
  for (let i = 2; i < rates.length && Number(rates[i]) < step; i += 2) rate = Number(rates[i + 1]);
  return [named(rate)];
}

/**
 * What stands beside the ticks, in the order of the steps.
 * @param {Changes} changes
 * @returns {{ step: number, text: string }[]}
 */
export function namesOf({ marks, rates, other }) {
  const texts = new Map();
  if (other && rates.length > 0) for (const step of Array.from(marks)) texts.set(step, other());
  for (let i = 2; i < rates.length; i += 2) texts.set(Number(rates[i]), named(Number(rates[i + 1])));
  return [...texts].map(([step, text]) => ({ step, text })).sort((a, b) => a.step - b.step);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Changes} changes
 * @param {import("../chart/chart.js").Place<import("../chart/chart.js").Scales>} place
 */
export function drawChanges(ctx, changes, place) {
  const { frame, x, colours } = place;
  drawMarks(
    ctx,
    place,
    Array.from(changes.marks, (step) => x.map(step)),
  );
  // A slider that is dragged leaves dozens: where they have no room, the last is the one that stayed.
  let right = frame.right;
  for (const { step, text } of namesOf(changes).reverse()) {
    const at = x.map(step);
    const width = text.length * LETTER + BETWEEN;
    if (at + width > right) continue;
    drawTag(ctx, text, at - BETWEEN, frame.bottom - ABOVE, frame, colours.muted, colours);
    right = at;
  }
}
