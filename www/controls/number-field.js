// @ts-check
// A number that is typed, with a point or a comma. A wrong one is kept and explained, and changes nothing.

import { onLanguage, say } from "../i18n/index.js";
import { parseNumber, plain } from "../i18n/numbers.js";
import { element, uniqueId } from "./dom.js";

/**
 * @param {{
 *   min: number, max: number, integer?: boolean, value: number, format?: (value: number) => string,
 *   onCommit: (value: number) => void,
 * }} options `format`: shorter, for a field that shows a number as it changes; while it has the focus all figures are
 *   there
 */
export function createNumberField({ min, max, integer = false, value, format, onCommit }) {
  const field = element("input", "number-field");
  field.type = "text";
  field.inputMode = integer && min >= 0 ? "numeric" : "decimal";
  field.autocomplete = "off";
  field.spellcheck = false;
  field.enterKeyHint = "done";

  const problem = element("p", "field-problem");
  problem.id = uniqueId();
  problem.setAttribute("role", "alert");
  problem.hidden = true;

  function write() {
    const short = format && document.activeElement !== field;
    field.value = short ? format(value) : plain(value, 12);
  }

  function clearProblem() {
    problem.hidden = true;
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }

  field.addEventListener("change", () => {
    const typed = parseNumber(field.value);
    const fits = typed !== null && typed >= min && typed <= max && (!integer || Number.isInteger(typed));
    if (!fits) {
      say(problem, integer ? "field.integer-range" : "field.range", { min, max });
      problem.hidden = false;
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", problem.id);
      return;
    }
    clearProblem();
    if (typed === value) return;
    value = typed;
    onCommit(value);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") field.blur();
    if (event.key !== "Escape") return;
    clearProblem();
    write();
  });
  field.addEventListener("blur", () => {
    if (problem.hidden) write();
  });
  if (format) {
    field.addEventListener("focus", () => {
      if (!problem.hidden) return;
      write();
      field.select();
    });
  }

  write();
  const stopLanguage = onLanguage(() => {
    if (problem.hidden) write();
  });

  return {
    field,
    problem,
    /** Shows a value that came from elsewhere. @param {number} next */
    set(next) {
      value = next;
      clearProblem();
      if (document.activeElement !== field) write();
    },
    destroy: stopLanguage,
  };
}
