// @ts-check
// Where the lecture goes on: a sentence that takes up what has been seen, and leads to the next chapter.

import { element, words } from "./dom.js";

/** @typedef {{ to: string, text: string, link: string }} Next `to`: the chapter's name in the address; the keys of both texts */

/** @param {Next} next */
export function createNext({ to, text, link }) {
  const made = words("a", "next-link", link);
  made.href = `#${to}`;
  return element("nav", "section next", words("p", "next-text", text), made);
}
