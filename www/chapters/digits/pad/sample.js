// @ts-check
// What stands on the pad before anybody has drawn: a digit of the page's own, written down as briefly as it can be.

/** A 5 of two strokes. */
export const FIRST_SAMPLE = "38203733354646425744665367656176498137783172 382150216620";

/**
 * @param {string} text strokes apart by spaces, each of its points four figures: x and y in hundredths of the pad
 * @returns {(readonly [number, number])[][]}
 */
export function strokesOf(text) {
  return text
    .split(" ")
    .map((stroke) => (stroke.match(/..../g) ?? []).map((xy) => [+xy.slice(0, 2) / 100, +xy.slice(2) / 100]));
}
