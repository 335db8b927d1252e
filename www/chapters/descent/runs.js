// @ts-check
// "Same start, other α": the runs in the picture, which of them is stepped in figures, and adding or removing one.

import { button, element, uniqueId, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { onLanguage, sayAttribute } from "../../i18n/index.js";
import { plain } from "../../i18n/numbers.js";
import { MOST_RUNS } from "./schema.js";

/**
 * @param {{ onChoose: (index: number) => void, onAdd: () => void, onRemove: (index: number) => void }} options
 */
export function createRuns({ onChoose, onAdd, onRemove }) {
  const list = element("div", "runs-list");
  list.setAttribute("role", "radiogroup");
  sayAttribute(list, "aria-label", "descent.runs");
  const add = button({
    text: "descent.runs.add",
    label: "descent.runs.add.label",
    className: "runs-add",
    onPress() {
      onAdd();
      // The last that fits hides the button: what has been added takes its focus.
      if (add.hidden) /** @type {HTMLElement | null} */ (list.querySelector("input:checked"))?.focus();
    },
  });
  const full = words("p", "caption runs-full", "descent.runs.full");
  full.hidden = true;
  const root = element("div", "runs", list, add, full);
  const name = uniqueId();
  /** @type {readonly number[]} */
  let rates = [];
  let active = 0;

  function show() {
    list.hidden = rates.length < 2;
    add.hidden = rates.length >= MOST_RUNS;
    full.hidden = !add.hidden;
    if (list.hidden) {
      list.replaceChildren();
      return;
    }
    if (list.children.length !== rates.length) {
      list.replaceChildren(...rates.map((_, index) => chip(index)));
    }
    rates.forEach((rate, index) => {
      const made = list.children[index];
      const input = made?.querySelector("input");
      const text = made?.querySelector(".run-rate");
      if (input) input.checked = index === active;
      if (text) text.textContent = `α = ${plain(rate)}`;
    });
  }

  /** @param {number} index */
  function chip(index) {
    const input = element("input", "visually-hidden");
    input.type = "radio";
    input.name = name;
    input.addEventListener("change", () => onChoose(index));
    const remove = button({
      label: "descent.runs.remove",
      icon: icon("clear"),
      className: "button-quiet run-remove",
      onPress: () => onRemove(index),
    });
    const mark = element("span", `run-mark run-mark-${index}`);
    mark.setAttribute("aria-hidden", "true");
    const label = element(
      "label",
      "run-label",
      input,
      element("span", "run-face", mark, element("span", "run-rate")),
    );
    return element("div", "run", label, remove);
  }

  const stop = onLanguage(show);
  return {
    element: root,
    /** @param {readonly number[]} next @param {number} chosen */
    set(next, chosen) {
      rates = next;
      active = chosen;
      show();
    },
    destroy: stop,
  };
}
