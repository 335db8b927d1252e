// @ts-check
// Words for those who cannot see what was asked for: said when there is time, and never shown.

import { element } from "./dom.js";

export function createSpoken() {
  const root = element("output", "visually-hidden");
  root.setAttribute("aria-live", "polite");
  return {
    element: root,
    /** @param {string} text */
    announce(text) {
      root.textContent = text;
    },
  };
}
