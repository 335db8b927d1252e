// @ts-check
// Curves that are not known: the chapter's examples, mirrored and moved, so that nobody remembers where they are lowest.

/** Examples on which a reader and the rule can be compared: the rule comes somewhere in a few steps. */
const EXAMPLES = ["parabola", "wells", "plateau", "cosine", "valley", "ravine"];

/** a where it is a letter of its own: not the one in tan, but that of 3a. */
const LETTER = /(?<![\p{L}])a(?![\p{L}])/gu;

/**
 * @typedef {{ formula: string, window: readonly [number, number], start: number, rate: number }} Hidden
 * @param {number} number which of them: 0, 1, …
 * @param {(id: string) => Hidden | undefined} example of the catalogue
 * @returns {Hidden | null} null: the catalogue has it no longer
 */
export function hiddenCurve(number, example) {
  const known = example(EXAMPLES[number % EXAMPLES.length] ?? "");
  if (!known) return null;
  const mirrored = number % 2 === 1;
  // A tenth is as exact as an axis is read.
  const shift = (((number * 7 + 3) % 11) - 5) / 5;
  const inner = mirrored ? `(${shift}-a)` : `(a+${shift})`;
  const place = (/** @type {number} */ a) => rounded(mirrored ? shift - a : a - shift);
  const [one, other] = known.window.map(place);
  return {
    formula: known.formula.replace(LETTER, inner.replace("+-", "-")),
    window: mirrored ? [other ?? 0, one ?? 0] : [one ?? 0, other ?? 0],
    start: place(known.start),
    rate: known.rate,
  };
}

/** Without what adding tenths leaves behind. @param {number} value */
const rounded = (value) => Number(value.toFixed(9));
