// @ts-check
// The sigmoid and its derivative as the lecture writes them out, and how they are computed.

import { element, words } from "../controls/dom.js";
import { reachable } from "../controls/scroller.js";
import { fraction, letter, math, node, row, sigmoid, sigmoidPrime, sup } from "./math.js";

const x = () => letter("x");

/** e⁻ˣ */
const decay = () => sup(letter("e"), row("−", x()));

/** 1 + e⁻ˣ */
const below = () => row("1", "+", decay());

/** σ(x) = 1/(1 + e⁻ˣ), σ′(x) = e⁻ˣ/(1 + e⁻ˣ)² = σ(x)(1 − σ(x)). @param {{ note?: string }} [options] key of what is said of it */
export function createSigmoidCard({ note } = {}) {
  const whole = node("mpadded", "", row("(", below(), ")"));
  const formulas = [
    math([sigmoid(x()), "=", fraction("1", below())]),
    math([sigmoidPrime(x()), "=", fraction(decay(), sup(whole, 2))]),
    math(["=", sigmoid(x()), "·", "(", "1", "−", sigmoid(x()), ")"]),
  ];
  const line = reachable(element("div", "formulas sigmoid-formulas", ...formulas));
  return element("div", "sigmoid-card", line, note ? words("p", "caption", note) : null);
}
