// @ts-check
// What is said to those who do not see the page change: one live region for all chapters, so that no two speak at once.

import { element } from "../controls/dom.js";

/** @param {ParentNode} [place] where the region is put */
export function createAnnouncer(place = document.body) {
  const region = element("output", "visually-hidden announcer");
  region.setAttribute("aria-live", "polite");
  place.append(region);
  return {
    /**
     * Says a text. The same text again is said again: it is an answer to another question.
     * @param {string} text
     */
    announce(text) {
      // A new node is news to every screen reader; the same words in the old one are not.
      region.replaceChildren(element("span", "", text));
    },
  };
}
