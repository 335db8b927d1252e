// @ts-check
// The points of chapter 4's accuracy curve, and the axes that show them. No DOM.

import { NIELSEN } from "./compare/nielsen.js";
import { pairsIn } from "./rates.js";

/**
 * @typedef {{ epochs: readonly number[], accuracies: readonly number[] }} Points
 * @typedef {Points & { sampled: readonly boolean[] }} Measured in the order of the epochs; `sampled`: whether only some of
 *   the test images were asked, within the first epoch
 */

/**
 * @param {{ pairs: ArrayLike<number>, early: ArrayLike<number>, stepsPerEpoch: number }} run pairs of step and accuracy
 * @returns {Measured}
 */
export function pointsOf({ pairs, early, stepsPerEpoch }) {
  const whole = pairsIn(pairs);
  // Where all images were asked the sample tells nothing more.
  const steps = new Set(whole.map(([step]) => step));
  const samples = pairsIn(early).filter(([step]) => !steps.has(step));
  const all = [
    ...whole.map(([step, accuracy]) => ({ step, accuracy, sampled: false })),
    ...samples.map(([step, accuracy]) => ({ step, accuracy, sampled: true })),
  ].sort((a, b) => a.step - b.step);
  return {
    epochs: all.map(({ step }) => step / Math.max(1, stepsPerEpoch)),
    accuracies: all.map(({ accuracy }) => accuracy),
    sampled: all.map(({ sampled }) => sampled),
  };
}

/** Those of them that are samples, or those that are not. @param {Measured} points @param {boolean} [samples] @returns {Points} */
export function only({ epochs, accuracies, sampled }, samples = false) {
  const wanted = (/** @type {number} */ _, /** @type {number} */ i) => sampled[i] === samples;
  return { epochs: epochs.filter(wanted), accuracies: accuracies.filter(wanted) };
}

/** One after the other, of the second what lies within so many epochs. @param {Points} a @param {Points} b @param {number} end @returns {Points} */
export function joined(a, b, end) {
  const count = b.epochs.filter((epoch) => epoch <= end).length;
  return {
    epochs: [...a.epochs, ...b.epochs.slice(0, count)],
    accuracies: [...a.accuracies, ...b.accuracies.slice(0, count)],
  };
}

/** Whether no run has ended its first epoch, and one has begun it. @param {readonly Points[]} all */
export function isFirstEpoch(all) {
  const ends = all.flatMap(({ epochs }) => epochs.at(-1) ?? []);
  return ends.length > 0 && Math.max(...ends) < 1;
}

/**
 * The epochs that the axis shows. Before the first measurement it goes as far as what was published.
 * @param {readonly Points[]} all
 */
export function epochsShown(all) {
  if (isFirstEpoch(all)) return 1;
  const ends = all.flatMap(({ epochs }) => epochs.at(-1) ?? []);
  return ends.length > 0 ? Math.max(4, ...ends) : Number(NIELSEN.epochs.at(-1));
}

/**
 * Where the axis of the accuracy begins: at a round value below all whole epochs, since the differences that matter are near
 * 1; the way up to them, in the first, comes from below.
 * @param {readonly Points[]} all
 */
export function accuracyBelow(all) {
  if (isFirstEpoch(all)) return 0;
  const whole = all.flatMap(({ epochs, accuracies }) => accuracies.filter((_, i) => Number(epochs[i]) >= 1));
  const least = Math.min(0.9, ...whole);
  return least >= 0.9 ? 0.9 : least >= 0.5 ? 0.5 : 0;
}

/** The index of the value nearest to another. @param {readonly number[]} values @param {number} wanted */
export function nearestOf(values, wanted) {
  let best = values.length > 0 ? 0 : null;
  values.forEach((value, i) => {
    if (best !== null && Math.abs(value - wanted) < Math.abs(Number(values[best]) - wanted)) best = i;
  });
  return best;
}
