// @ts-check
// What a sum is made of: its largest terms with their factors, each of which can be pressed, and the others together.

import { element, words } from "../../../../controls/dom.js";
import { language, say } from "../../../../i18n/index.js";
import { bracketed, figures } from "../../../../i18n/numbers.js";
import { symbolOfPick } from "./naming.js";
import { isSum, numberAt, termsOf } from "./numbers.js";
import { createNumberButton, labelNumber } from "./pick-line.js";

/**
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../looking.js").Look} Look
 */

/** @param {{ onFactor: (factor: Pick) => void }} options */
export function createTerms({ onFactor }) {
  const body = element("ul", "terms");
  const zeros = element("p", "caption");
  const root = element("div", "terms-part", words("h4", "lines-title", "digits.card.terms"), body, zeros);
  let key = "";

  return {
    element: root,
    /** @param {Look} look @param {Pick} pick */
    show(look, pick) {
      const found = isSum(pick.name) ? termsOf(look, pick) : null;
      root.hidden = !found;
      if (!found) return;
      const next = JSON.stringify([language(), pick, found]);
      // The reader may be about to press one.
      if (next === key) return;
      key = next;
      const most = Math.max(...found.terms.map(({ value }) => Math.abs(value)), Math.abs(found.rest.value));
      const focused = [...body.querySelectorAll("button")].indexOf(
        /** @type {any} */ (document.activeElement),
      );
      body.replaceChildren(
        ...found.terms.map((term) => lineOf(look, term, most, onFactor)),
        ...(found.rest.count > 0 ? [restOf(found.rest, most)] : []),
      );
      body.querySelectorAll("button")[focused]?.focus({ preventScroll: true });
      zeros.hidden = found.zeros === 0;
      say(zeros, "digits.card.zeros", { count: found.zeros });
    },
  };
}

/**
 * @param {Look} look
 * @param {import("./numbers.js").Term} term
 * @param {number} most the size of the largest
 * @param {(factor: Pick) => void} onFactor
 */
function lineOf(look, { factors, value }, most, onFactor) {
  const symbols = factors.flatMap((factor, n) => [...(n > 0 ? ["·"] : []), symbolOfPick(factor)]);
  const numbers = factors.flatMap((factor, n) => {
    const made = createNumberButton(factor.name, () => onFactor(factor));
    const number = numberAt(look, factor) ?? Number.NaN;
    const text = figures(number);
    made.textContent = n > 0 ? bracketed(text) : text;
    labelNumber(made, factor, number);
    return n > 0 ? ["·", made] : [made];
  });
  // A square has one factor, twice.
  const square = factors.length === 1 ? [element("sup", "", "2")] : [];
  return element(
    "li",
    "term",
    element("span", "term-symbols", ...symbols, ...square),
    element("span", "term-numbers", "=", ...numbers, ...square.map((two) => two.cloneNode(true))),
    element("span", "term-value", "= ", figures(value)),
    barOf(value, most),
  );
}

/** @param {{ count: number, value: number }} rest @param {number} most */
function restOf({ count, value }, most) {
  return element(
    "li",
    "term term-rest",
    words("span", "term-symbols", "digits.card.rest", { count }),
    element("span", "term-value", "= ", figures(value)),
    barOf(value, most),
  );
}

/** From the middle to the right or to the left. @param {number} value @param {number} most */
export function barOf(value, most) {
  const made = element("span", "signed-bar", element("span", value < 0 ? "negative" : "positive"));
  made.style.setProperty("--share", String(most > 0 ? Math.abs(value) / most : 0));
  made.setAttribute("aria-hidden", "true");
  return made;
}
