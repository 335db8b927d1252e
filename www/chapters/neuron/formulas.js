// @ts-check
// Chapter 3's formulas: the network of four numbers, its error, and the rule.

import { createNetworkCard } from "../../lecture/formula-card.js";

export function createNeuronFormulas() {
  return createNetworkCard({ label: "neuron.formulas" });
}
