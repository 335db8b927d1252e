// @ts-check
// Chapter 4's formulas: the network in vectors, its error, and the rule.

import { createFormulaCard } from "../../lecture/formula-card.js";
import { derivative, letter, math, matrix, sigmoid, sup, vector } from "../../lecture/math.js";

export function createDigitsFormulas() {
  const x = () => vector("x");
  const p = () => vector("p", "activation");
  const y = () => vector("y", "activation");
  const q = () => vector("q", "activation");
  const z = () => vector("z", "activation");
  const a = () => letter("a", "a");
  return createFormulaCard({
    label: "digits.formulas",
    formulas: [
      math([p(), "=", matrix("V"), x(), "+", vector("v", "a")]),
      math([y(), "=", sigmoid(p())]),
      math([q(), "=", matrix("U"), y(), "+", vector("u", "a")]),
      math([z(), "=", sigmoid(q())]),
      math([letter("ε", "error"), "=", "½", "(", z(), "−", vector("l", "label"), sup(")", 2)]),
      math([a(), "←", a(), "−", letter("α"), "·", derivative(a())]),
    ],
    note: "digits.mean",
  });
}
