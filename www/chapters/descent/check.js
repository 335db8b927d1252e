// @ts-check
// "Check": the exact derivative beside a finite difference, with all the numbers that a reader needs to do it by hand.

import { createDisclosure } from "../../controls/disclosure.js";
import { element, words } from "../../controls/dom.js";
import { sideways } from "../../controls/scroller.js";
import { say } from "../../i18n/index.js";
import { number, power } from "../../i18n/numbers.js";
import { fraction, letter, math, row, sup } from "../../lecture/math.js";

/** @typedef {import("../../pkg/descent.js").Check} DescentCheck */

const EXACT = { significant: 12 };

/** In the order in which one works it out. @type {readonly { id: Exclude<keyof DescentCheck, "measurable" | "name" | "relative">, symbol?: string, quantity?: string, text?: string }[]} */
const ROWS = [
  { id: "h", symbol: "h" },
  { id: "right", symbol: "ε(a + h)", quantity: "error" },
  { id: "left", symbol: "ε(a − h)", quantity: "error" },
  { id: "difference", text: "descent.check.difference" },
  { id: "derivative", text: "descent.check.exact" },
];

/** @param {{ numbers: () => DescentCheck | null }} options asked for only while it is open; null: there is no run */
export function createCheck({ numbers }) {
  const list = element("dl", "check-list");
  const places = ROWS.map(({ id, symbol, quantity = "", text }) => {
    const value = element("dd", text ? "check-value derivative" : "check-value");
    const name = text
      ? words("dt", "", text)
      : element("dt", "", element("i", `quantity ${quantity}`.trim(), symbol));
    list.append(name, value);
    return { id, value };
  });
  const verdict = element("p", "caption");
  const box = createDisclosure(
    { text: "descent.check", onToggle: () => show() },
    sideways(formula()),
    list,
    verdict,
  );

  function show() {
    if (!box.element.open) return;
    const found = numbers();
    if (!found) return;
    for (const { id, value } of places) value.textContent = number(found[id], EXACT);
    if (!Number.isFinite(found.difference)) say(verdict, "descent.check.none");
    else if (!found.measurable || found.relative === null) say(verdict, "descent.check.lost");
    else say(verdict, "descent.check.verdict", { relative: power(found.relative, 2) });
  }
  return { element: box.element, show };
}

/** ε′ ≈ (ε(a + h) − ε(a − h)) / 2h */
function formula() {
  const at = (/** @type {string} */ sign) =>
    row(letter("ε", "error"), "(", letter("a", "a"), sign, letter("h"), ")");
  const difference = fraction(row(at("+"), "−", at("−")), row("2", letter("h")));
  return math([sup(letter("ε", "derivative"), "′"), "≈", difference], { className: "check-formula" });
}
