// @ts-check
// One step of the rule: the four parameters and ε, before and after.

import { element, words } from "../../controls/dom.js";
import { sideways } from "../../controls/scroller.js";
import { say } from "../../i18n/index.js";
import { figures } from "../../i18n/numbers.js";
import { derivative, letter, math, row, sup } from "../../lecture/math.js";
import { LETTERS } from "./schema.js";

/** @typedef {import("../../pkg/descent.js").ScalarState} State */

export function createRule() {
  const head = element("tr", "", element("td"));
  for (const name of LETTERS) head.append(columnHead(name, "a"));
  head.append(columnHead("ε", "error"));

  const t = () => letter("t");
  const before = createRow("before", [sup(letter("a", "a"), t())], "a");
  const change = createRow("change", ["−", letter("α"), "·", derivative(letter("a"))], "derivative");
  const after = createRow("after", [sup(letter("a", "a"), row(t(), "+", 1))], "a");
  const table = element(
    "table",
    "rule-table",
    element("thead", "", head),
    element("tbody", "", before.element, change.element, after.element),
  );
  const note = element("p", "caption");
  const root = element(
    "div",
    "rule",
    element("div", "rule-head", words("h3", "pass-title", "neuron.rule"), note),
    sideways(table),
  );

  return {
    element: root,
    /** @param {State} state */
    show(state) {
      before.set([...state.network, state.error].map((value) => figures(value)));
      change.set([...state.change.map(signed), signed(state.error_change)]);
      after.set([...state.next, state.next_error].map((value) => figures(value)));
      say(note, state.answers.length > 1 ? "neuron.rule.mean" : "neuron.rule.one", {
        count: state.answers.length,
      });
    },
  };
}

/** Exponents of three figures take the room of one of the number's. @param {number} value */
function signed(value) {
  const text = figures(value, { significant: Math.abs(value) < 1e-99 ? 1 : 2 });
  return value > 0 ? `+${text}` : text;
}

/**
 * @param {string} name
 * @param {string} quantity
 */
function columnHead(name, quantity) {
  const cell = element("th", "", element("i", `quantity ${quantity}`, name));
  cell.scope = "col";
  return cell;
}

/**
 * @param {"before" | "change" | "after"} name in words
 * @param {import("../../lecture/math.js").Part[]} formula
 * @param {string} quantity of the four parameters; the fifth number is ε
 */
function createRow(name, formula, quantity) {
  const seen = math(formula);
  // What heads a row is said before each of its numbers: in words, and briefly.
  seen.setAttribute("aria-hidden", "true");
  const head = element("th", "", seen, words("span", "visually-hidden", `neuron.rule.${name}`));
  head.scope = "row";
  const cells = [...LETTERS, "ε"].map((letterName) => element("td", letterName === "ε" ? "error" : quantity));
  return {
    element: element("tr", "", head, ...cells),
    /** @param {readonly string[]} texts */
    set(texts) {
      for (const [i, cell] of cells.entries())
        if (cell.textContent !== texts[i]) cell.textContent = texts[i] ?? "";
    },
  };
}
