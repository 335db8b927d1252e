// @ts-check
// A formula that is typed. As far as it can be read on the way, it is taken at once; what is wrong is told when the typing ends:
// it is kept and explained, with a mark under the character that is wrong, and then nothing has changed.

import { say, sayAttribute } from "../i18n/index.js";
import { element, uniqueId, words } from "./dom.js";
import { describeError } from "./notice.js";

/**
 * @param {{
 *   symbol: string, text: string,
 *   onFormula: (formula: string) => void, onTyped: () => void, onGivenUp: () => void,
 * }} options `onFormula` throws what is wrong, a formula that is too long too: a field that cuts it would make another one; `onTyped`: the
 *   last one stays; `onGivenUp`: what was there before the typing comes back, and is set; `text` is the key of the name
 */
export function createFormulaField({ symbol, text, onFormula, onTyped, onGivenUp }) {
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

  /** The typing has ended. */
  function commit() {
    const typed = field.value;
    if (typed === value && trouble.hidden) {
      onTyped();
      return;
    }
    try {
      onFormula(typed);
      onTyped();
      clear();
    } catch (error) {
      onGivenUp();
      field.value = typed;
      complain(error);
    }
  }

  function tryOut() {
    clear();
    try {
      onFormula(field.value);
    } catch {
      // Half a formula is no mistake.
    }
  }

  field.addEventListener("input", tryOut);
  field.addEventListener("change", commit);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") commit();
    if (event.key !== "Escape") return;
    onGivenUp();
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
