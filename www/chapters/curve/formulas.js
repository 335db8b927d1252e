// @ts-check
// Chapter 1's formulas: the network and the rule.

import { createNetworkCard } from "../../lecture/formula-card.js";

/** The network has one x and one z; its hidden units are counted by i. */
const MANNER = { indices: { hidden: "i" }, examples: true };

export function createCurveFormulas() {
  return createNetworkCard({ label: "curve.formulas", note: "curve.mean", manner: MANNER });
}
