// @ts-check
// The key numbers of a chapter: each with its symbol or word, in figures that keep their width.

import { element, words } from "./dom.js";

/**
 * @param {{ id: string, symbol?: string, quantity?: import("../lecture/math.js").Quantity, text: string,
 *   params?: import("../i18n/index.js").Params }[]} items
 */
export function createNumberList(items) {
  const root = element("dl", "numbers");
  /** @type {Map<string, HTMLElement>} */
  const places = new Map();
  for (const { id, symbol, quantity = "", text, params = {} } of items) {
    const name = element("dt", "number-name");
    if (symbol) name.append(element("i", `quantity ${quantity}`.trim(), symbol), " · ");
    name.append(words("span", "", text, params));
    const value = element("dd", "number-value", "—");
    value.dataset.number = id;
    places.set(id, value);
    root.append(element("div", "number", name, value));
  }
  return {
    element: root,
    /**
     * @param {string} id
     * @param {string | null} text null: not known yet
     */
    set(id, text) {
      const place = places.get(id);
      if (!place) throw new RangeError(`no number ${id}`);
      const shown = text ?? "—";
      if (place.textContent !== shown) place.textContent = shown;
      place.classList.toggle("number-unknown", text === null);
    },
  };
}
