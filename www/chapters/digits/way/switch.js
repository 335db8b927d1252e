// @ts-check
// On or off.

import { element, words } from "../../../controls/dom.js";

/** @param {{ text: string, on: boolean, onChange: (on: boolean) => void }} options `text` is the key of its name */
export function createSwitch({ text, on, onChange }) {
  const input = element("input", "switch-box");
  input.type = "checkbox";
  input.checked = on;
  input.addEventListener("change", () => onChange(input.checked));
  return {
    element: element("label", "switch", input, words("span", "", text)),
    input,
    /** @param {boolean} next */
    set(next) {
      input.checked = next;
    },
  };
}
