// @ts-check
// Ten buttons, one for each digit.

import { element } from "../../../controls/dom.js";
import { sayAttribute } from "../../../i18n/index.js";

/**
 * @param {{ name: string, label: string, onPress: (digit: number) => void }} options `name` for the page's tests; `label` is
 *   the key of a button's name, with the parameter `digit`
 */
export function createDigits({ name, label, onPress }) {
  const buttons = Array.from({ length: 10 }, (_, digit) => {
    const made = element("button", "button teach-digit", String(digit));
    made.type = "button";
    made.dataset[name] = String(digit);
    sayAttribute(made, "aria-label", label, { digit: String(digit) });
    made.addEventListener("click", () => onPress(digit));
    return made;
  });
  return {
    element: element("div", "teach-digits", ...buttons),
    /** @param {boolean} enabled */
    setEnabled(enabled) {
      for (const made of buttons) made.disabled = !enabled;
    },
  };
}
