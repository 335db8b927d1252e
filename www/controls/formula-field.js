// @ts-check
// A formula that is typed. A wrong one is kept and explained, with a mark under the character that is wrong, and changes
// nothing.

import { say, sayAttribute } from "../i18n/index.js";
import { element, uniqueId, words } from "./dom.js";
import { describeError } from "./notice.js";

/**
 * @param {{
 *   symbol: string, text: string,
 *   onCommit: (formula: string) => void,
 * }} options `onCommit` throws what is wrong, a formula that is too long too: a field that cuts it would make another one; `text` is the key of the name
 */
export function createFormulaField({ symbol, text, onCommit }) {
  const field = element("input", "formula-field");
  field.type = "text";
  field.id = uniqueId();
  field.autocomplete = "off";
  field.spellcheck = false;
  field.autocapitalize = "off";
  field.enterKeyHint = "done";
  const symbolPlace = element("span", "formula-symbol", element("i", "quantity error", symbol), " =");
  const name = element("label", "", symbolPlace, words("span", "visually-hidden", text));
  name.htmlFor = field.id;
  sayAttribute(field, "aria-label", text);

  const problem = element("p", "field-problem");
  problem.id = uniqueId();
  problem.setAttribute("role", "alert");
  const quoted = element("code", "formula-quoted");
  quoted.setAttribute("aria-hidden", "true");
  const trouble = element("div", "formula-trouble", quoted, problem);
  trouble.hidden = true;

  let value = "";
  function clear() {
    trouble.hidden = true;
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }

  /** @param {unknown} error */
  function complain(error) {
    const { key, params } = describeError(error);
    say(problem, key, params);
    const at = Number(params.position);
    const characters = [...field.value];
    quoted.hidden = !(at > 0);
    if (at > 0) {
      // Past the last character there is a place, too: where the formula breaks off.
      const wrong = element("mark", "formula-wrong", characters[at - 1] ?? "\u00a0");
      quoted.replaceChildren(characters.slice(0, at - 1).join(""), wrong, characters.slice(at).join(""));
      const before = characters.slice(0, at - 1).join("").length;
      if (document.activeElement === field)
        field.setSelectionRange(before, before + (characters[at - 1] ?? "").length);
    }
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", problem.id);
    trouble.hidden = false;
  }

  function commit() {
    if (field.value === value && trouble.hidden) return;
    try {
      onCommit(field.value);
      clear();
    } catch (error) {
      complain(error);
    }
  }

  field.addEventListener("change", commit);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") commit();
    if (event.key !== "Escape") return;
    field.value = value;
    clear();
  });

  return {
    element: element("div", "formula-entry", name, field, trouble),
    /** Shows a formula that is right. @param {string} next */
    set(next) {
      if (next === value && trouble.hidden && field.value === next) return;
      value = next;
      field.value = next;
      clear();
    },
  };
}
