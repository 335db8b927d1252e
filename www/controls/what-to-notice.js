// @ts-check
// "What to notice": a few things worth seeing, each with a button that sets the chapter up so that it is seen.

import { button, element, words } from "./dom.js";

/**
 * @param {{ title: string, items: readonly { id: string, text: string, action: string, onPress: () => void }[] }} options
 */
export function createWhatToNotice({ title, items }) {
  const list = element("ul", "notice-list");
  for (const { id, text, action, onPress } of items) {
    const press = button({ text: action, onPress });
    press.dataset.notice = id;
    list.append(element("li", "notice-item", words("p", "notice-item-text", text), press));
  }
  return element("section", "section", words("h2", "section-title", title), list);
}
