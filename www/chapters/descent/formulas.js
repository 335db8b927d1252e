// @ts-check
// Chapter 2's formulas: the rule as the lecture writes it, with one number and with two.

import { createFormulaCard } from "../../lecture/formula-card.js";
import { atStep, derivative, fraction, letter, math, node, row, sub } from "../../lecture/math.js";

/** dε/da */
function ordinary() {
  return fraction(
    row(node("mi", "", "d"), node("mi", "", "ε")),
    row(node("mi", "", "d"), node("mi", "", "a")),
    "derivative",
  );
}

export function createDescentFormulas() {
  const a = () => letter("a", "a");
  const next = () => atStep(a(), row(letter("t"), "+", node("mn", "", "1")));
  const now = () => atStep(a(), letter("t"));
  return createFormulaCard({
    label: "descent.formulas",
    formulas: [
      math([next(), "=", now(), "−", letter("α"), "·", ordinary(), "(", now(), ")"]),
      math([
        now(),
        "→",
        sub(a(), node("mtext", "", "min")),
        ",",
        node("mtext", "", "\u00a0"),
        letter("t"),
        "→",
        "+∞",
      ]),
    ],
    note: "descent.rule",
  });
}

/** a ← a − α·∂ε/∂a and the same for b. */
export function createPlaneRule() {
  const rule = (/** @type {string} */ name) =>
    math([letter(name, "a"), "←", letter(name, "a"), "−", letter("α"), "·", derivative(letter(name, "a"))]);
  return createFormulaCard({ label: "descent.plane.rule", formulas: [rule("a"), rule("b")] });
}
