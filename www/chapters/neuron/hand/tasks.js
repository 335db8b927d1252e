// @ts-check
// What is looked for by hand: pairs that a network with other numbers answers exactly, so that ε can come to 0.

/** @typedef {import("../../../pkg/descent.js").Four} Four */

/** x of the pairs. */
export const XS = [-2, -1, 0, 1, 2];

/** Numbers that answer the pairs, and a start from which the rule comes down without a long flat way. @type {readonly { sought: Four, start: Four }[]} */
const TASKS = [
  { sought: [3, 1, 5, -3], start: [0.5, 0, 1, -0.5] },
  { sought: [-2, 1, 6, -2], start: [-1, 0, 1, 0] },
  { sought: [2, -2, -5, 3], start: [0.5, 0, 1, -0.5] },
  { sought: [4, 3, 4, -1], start: [1, 0, 1, 0] },
  { sought: [-3, -2, -6, 2], start: [0.5, 0, 1, -0.5] },
];

/** α of the rule: with it a step is about as long as a hand's. */
const RATE = 20;

/**
 * @typedef {{ start: Four, pairs: Float64Array<ArrayBuffer>, rate: number }} Task pairs: x₀, l₀, x₁, l₁, …
 * @param {Pick<import("../../../frame/core.js").Api, "ScalarRun">} api
 * @param {number} number which of them: 0, 1, …
 * @returns {Task}
 */
export function taskOf(api, number) {
  const { sought, start } = TASKS[number % TASKS.length] ?? /** @type {typeof TASKS[0]} */ (TASKS[0]);
  const asked = new api.ScalarRun(...sought, RATE, Float64Array.from(XS.flatMap((x) => [x, 0])));
  const pairs = Float64Array.from(asked.state(0).answers.flatMap(({ x, z }) => [x, z]));
  asked.free();
  return { start, pairs, rate: RATE };
}
