// @ts-check
// Chapter 4's formulas: the network in vectors, its error, and the rule.

import { createNetworkCard } from "../../lecture/formula-card.js";

export function createDigitsFormulas() {
  return createNetworkCard({ label: "digits.formulas", note: "digits.mean", manner: { vectors: true } });
}
