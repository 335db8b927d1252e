// @ts-check
// Chapter 3's formulas: the network of four numbers, its error, and the rule.

import { createFormulaCard } from "../../lecture/formula-card.js";
import { derivative, letter, math, sigmoid, sup } from "../../lecture/math.js";

export function createNeuronFormulas() {
  const a = () => letter("a", "a");
  /** @param {string} name */
  const activation = (name) => letter(name, "activation");
  return createFormulaCard({
    label: "neuron.formulas",
    formulas: [
      math([activation("p"), "=", letter("V", "a"), letter("x"), "+", letter("v", "a")]),
      math([activation("y"), "=", sigmoid(activation("p"))]),
      math([activation("q"), "=", letter("U", "a"), activation("y"), "+", letter("u", "a")]),
      math([activation("z"), "=", sigmoid(activation("q"))]),
      math([letter("ε", "error"), "=", "½", "(", activation("z"), "−", letter("l", "label"), sup(")", 2)]),
      math([a(), "←", a(), "−", letter("α"), "·", derivative(a())]),
    ],
  });
}
