// @ts-check
// A number that is typed, with a point or a comma. A wrong one is kept and explained, and changes nothing.

import { onLanguage, say } from "../i18n/index.js";
import { plain } from "../i18n/numbers.js";
import { readTyped } from "../i18n/typed.js";
import { element, uniqueId } from "./dom.js";

/**
 * @param {{
 *   min: number, max: number, integer?: boolean, value: number, format?: (value: number) => string,
 *   onCommit: (value: number) => void, onText?: (text: string) => boolean,
 * }} options `format`: shorter, for a field that shows a number as it changes; while it has the focus all figures are
 *   there. `onText`: whether something else than a number was typed that may be
 */
export function createNumberField({ min, max, integer = false, value, format, onCommit, onText }) {
  const field = element("input", "number-field");
  field.type = "text";
  const digits = integer && min >= 0 ? "numeric" : "decimal";
  field.inputMode = onText ? "text" : digits;
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

  /** Says what to type instead. @param {import("../i18n/typed.js").Typed} read */
  function complain(read) {
    if (read.problem === "unclear") {
      const [thousands, decimals] = read.either;
      say(problem, "field.unclear", { thousands: () => plain(thousands), decimals: () => plain(decimals) });
    } else {
      const what = read.problem === "none" ? "field.none" : "field.range";
      say(problem, integer ? "field.integer-range" : what, { min, max });
    }
    problem.hidden = false;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", problem.id);
  }

  field.addEventListener("change", () => {
    if (onText?.(field.value)) {
      clearProblem();
      return;
    }
    const read = readTyped(field.value);
    const typed = read.problem === undefined ? read.value : Number.NaN;
    if (!(typed >= min && typed <= max) || (integer && !Number.isInteger(typed))) {
      complain(read);
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
