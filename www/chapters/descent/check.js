// @ts-check
// "Check": the exact derivative beside a finite difference, with all the numbers that a reader needs to do it by hand.

import { createDisclosure } from "../../controls/disclosure.js";
import { element, words } from "../../controls/dom.js";
import { onLanguage, say } from "../../i18n/index.js";
import { number } from "../../i18n/numbers.js";
import { fraction, letter, math, row, sup } from "../../lecture/math.js";

const EXACT = { significant: 12 };

/**
 * In how many figures two numbers agree, at most 15.
 * @param {number} exact
 * @param {number} near
 */
export function agreeing(exact, near) {
  const size = Math.max(Math.abs(exact), Math.abs(near));
  if (size === 0) return 15;
  const off = Math.abs(exact - near) / size;
  return off === 0 ? 15 : Math.min(15, Math.max(0, Math.floor(-Math.log10(off))));
}

/** @param {{ numbers: () => Float64Array }} options h, ε(a + h), ε(a − h), the difference, ε′ */
export function createCheck({ numbers }) {
  const a = () => letter("a", "a");
  const e = () => letter("ε", "error");
  const h = () => letter("h");
  const formula = math(
    [
      sup(letter("ε", "derivative"), "′"),
      "≈",
      fraction(row(e(), "(", a(), "+", h(), ")", "−", e(), "(", a(), "−", h(), ")"), row("2", h())),
    ],
    { className: "check-formula" },
  );
  const list = element("dl", "check-list");
  /** @type {HTMLElement[]} */
  const places = [];
  for (const [symbol, quantity] of /** @type {const} */ ([
    ["h", ""],
    ["ε(a + h)", "error"],
    ["ε(a − h)", "error"],
  ])) {
    const value = element("dd", "check-value");
    places.push(value);
    list.append(element("dt", "", element("i", `quantity ${quantity}`.trim(), symbol)), value);
  }
  for (const text of ["descent.check.difference", "descent.check.exact"]) {
    const value = element("dd", "check-value derivative");
    places.push(value);
    list.append(words("dt", "", text), value);
  }
  const verdict = element("p", "caption");
  const box = createDisclosure({ text: "descent.check", onToggle: () => show() }, formula, list, verdict);

  function show() {
    if (!(/** @type {HTMLDetailsElement} */ (box.element).open)) return;
    const values = [...numbers()];
    const order = [values[0], values[1], values[2], values[3], values[4]];
    order.forEach((value, index) => {
      const place = places[index];
      if (place) place.textContent = number(Number(value), EXACT);
    });
    const [exact, near] = [Number(values[4]), Number(values[3])];
    if (Number.isFinite(near)) {
      say(verdict, "descent.check.verdict", { digits: agreeing(exact, near) });
    } else say(verdict, "descent.check.none");
  }

  const stop = onLanguage(show);
  return { element: box.element, show, destroy: stop };
}
