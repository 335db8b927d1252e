// @ts-check
// A letter of the lecture with its index.

/** @param {string} letter @param {number} [index] from 1 */
export const indexed = (letter, index) =>
  letter + Array.from(String(index ?? ""), (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
