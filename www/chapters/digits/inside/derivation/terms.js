// @ts-check
// What a sum is made of: its largest terms with their factors, each of which can be pressed, and the others together.

import { element, words } from "../../../../controls/dom.js";
import { say } from "../../../../i18n/index.js";
import { bracketed, figures } from "../../../../i18n/numbers.js";
import { GRAPH } from "../../../../lecture/graph.js";
import { isSamePick, symbolOfPick } from "./naming.js";
import { isSum, numberAt, termsOf } from "./numbers.js";
import { labelNumber } from "./pick-line.js";
import { written } from "./writing.js";

/**
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../looking.js").Look} Look
 */

/** @param {{ onFactor: (factor: Pick) => void }} options */
export function createTerms({ onFactor }) {
  const body = element("ul", "terms");
  const zeros = element("p", "caption");
  const root = element("div", "terms-part", words("h4", "lines-title", "digits.card.terms"), body, zeros);
  const rest = createRest();
  /** @type {ReturnType<typeof createTerm>[]} */
  let rows = [];
  let shown = "";

  return {
    element: root,
    /** @param {Look} look @param {Pick} pick */
    show(look, pick) {
      const found = isSum(pick.name) ? termsOf(look, pick) : null;
      root.hidden = !found;
      if (!found) return;
      const { terms } = found;
      const key = `${pick.name} ${terms.length}`;
      if (key !== shown) {
        // While the network is in training the numbers change and the buttons stay: the reader may be pressing one.
        rows = terms.map(({ factors }) => createTerm(factors.length, onFactor));
        body.replaceChildren(...rows.map((row) => row.element), rest.element);
        shown = key;
      }
      const most = Math.max(...terms.map(({ value }) => Math.abs(value)), Math.abs(found.rest.value));
      for (const [n, term] of terms.entries()) rows[n]?.show(look, term, most);
      rest.show(found.rest, most);
      zeros.hidden = found.zeros === 0;
      say(zeros, "digits.card.zeros", { count: found.zeros });
    },
  };
}

/**
 * @param {number} count of its factors; one alone is a square
 * @param {(factor: Pick) => void} onFactor
 */
function createTerm(count, onFactor) {
  /** @type {Pick[]} */
  let picks = [];
  const symbols = element("span", "term-symbols");
  const presses = Array.from({ length: count }, (_, n) => {
    const made = element("button", "factor");
    made.type = "button";
    made.addEventListener("click", () => onFactor(/** @type {Pick} */ (picks[n])));
    return made;
  });
  const numbers = presses.flatMap((made, n) => (n > 0 ? ["·", made] : [made]));
  const square = () => (count === 1 ? element("sup", "", "2") : null);
  const value = element("span", "term-value");
  const bar = createBar();
  return {
    element: element(
      "li",
      "term",
      element("span", "term-all", symbols, square()),
      element("span", "term-numbers", "=", ...numbers, square()),
      value,
      bar.element,
    ),
    /** @param {Look} look @param {import("./numbers.js").Term} term @param {number} most the size of the largest */
    show(look, term, most) {
      const changed =
        picks.length !== count || term.factors.some((pick, n) => !isSamePick(pick, picks[n] ?? null));
      picks = term.factors;
      if (changed) {
        symbols.replaceChildren(...picks.flatMap((pick, n) => [...(n > 0 ? ["·"] : []), symbolOfPick(pick)]));
      }
      for (const [n, pick] of picks.entries()) {
        const made = /** @type {HTMLElement} */ (presses[n]);
        const number = numberAt(look, pick) ?? Number.NaN;
        const text = written(pick.name, number);
        made.textContent = n > 0 ? bracketed(text) : text;
        if (changed) made.className = `factor ${GRAPH[pick.name].quantity}`.trim();
        made.dataset.factor = pick.name;
        labelNumber(made, pick, number);
      }
      value.textContent = `= ${figures(term.value)}`;
      bar.set(term.value, most);
    },
  };
}

/** All terms that are not shown one by one. */
function createRest() {
  const name = element("span", "term-all");
  const sum = element("span", "term-value");
  const bar = createBar();
  const root = element("li", "term term-rest", name, sum, bar.element);
  return {
    element: root,
    /** @param {{ count: number, value: number }} rest @param {number} most */
    show({ count, value }, most) {
      root.hidden = count === 0;
      say(name, "digits.card.rest", { count });
      sum.textContent = `= ${figures(value)}`;
      bar.set(value, most);
    },
  };
}

/** From the middle to the right or to the left. */
function createBar() {
  const bar = element("span", "");
  const made = element("span", "signed-bar", bar);
  made.setAttribute("aria-hidden", "true");
  return {
    element: made,
    /** @param {number} value @param {number} most */
    set(value, most) {
      made.style.setProperty("--share", String(most > 0 ? Math.abs(value) / most : 0));
      bar.className = value < 0 ? "negative" : "positive";
    },
  };
}
