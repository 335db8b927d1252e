// @ts-check
// A text to be taken along: a field that shows it, and a button that copies it. Where the clipboard is forbidden, the text
// is selected, to be copied by hand.

import { button, element } from "../../controls/dom.js";
import { say, sayAttribute } from "../../i18n/index.js";

/**
 * @param {{ label: string, copy: string, lines?: number }} options keys of the field's name and of the button; `lines`: of
 *   a text that does not stand in one
 */
export function createCopyField({ label, copy, lines = 1 }) {
  const field = element(lines > 1 ? "textarea" : "input", "text-field share-field");
  if (field instanceof HTMLTextAreaElement) field.rows = lines;
  field.readOnly = true;
  field.spellcheck = false;
  sayAttribute(field, "aria-label", label);
  const told = element("p", "share-note");
  told.setAttribute("role", "status");
  const pressed = button({
    text: copy,
    className: "button-main",
    onPress: async () => {
      const copied = await write(field.value);
      if (!copied) {
        field.focus();
        field.select();
      }
      say(told, copied ? "share.copied" : "share.copy-by-hand");
    },
  });

  return {
    elements: [element("div", "share-row", field, pressed), told],
    /** @param {string} text */
    set(text) {
      if (field.value === text) return;
      field.value = text;
      told.replaceChildren();
      told.removeAttribute("data-i18n");
    },
  };
}

/** @param {string} text @returns {Promise<boolean>} whether the browser allowed it */
async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
