// @ts-check
// Chapter 1's formulas: the network and the rule.

import { createFormulaCard } from "../../lecture/formula-card.js";
import { derivative, fraction, letter, math, sigmoid, sub, sup } from "../../lecture/math.js";

export function createCurveFormulas() {
  const a = (/** @type {string} */ name) => letter(name, "a");
  const indexed = (
    /** @type {string} */ name,
    /** @type {import("../../lecture/math.js").Quantity} */ quantity,
  ) => sub(letter(name, quantity), letter("i"));
  return createFormulaCard({
    label: "curve.formulas",
    formulas: [
      math([indexed("p", "activation"), "=", indexed("V", "a"), letter("x"), "+", indexed("v", "a")]),
      math([indexed("y", "activation"), "=", sigmoid(indexed("p", "activation"))]),
      math([letter("q", "activation"), "=", "∑", indexed("U", "a"), indexed("y", "activation"), "+", a("u")]),
      math([letter("z", "activation"), "=", sigmoid(letter("q", "activation"))]),
      math([
        letter("ε", "error"),
        "=",
        "½",
        "∑",
        "(",
        letter("z", "activation"),
        "−",
        letter("l", "label"),
        sup(")", 2),
      ]),
      math([a("a"), "←", a("a"), "−", letter("α"), "·", fraction(1, letter("N")), derivative(a("a"))]),
    ],
    note: "curve.mean",
  });
}
