// @ts-check
// How every chapter begins: its number and title, its sentence, its formula.

import { element, words } from "./dom.js";

/**
 * @param {{ number: number, title: string, sentence: string, formula: Element }} options keys of the texts
 */
export function createChapterHead({ number, title, sentence, formula }) {
  const heading = element(
    "h1",
    "chapter-title",
    element("span", "chapter-number", String(number)),
    " ",
    words("span", "", title),
  );
  return element(
    "header",
    "chapter-head",
    element("div", "chapter-words", heading, words("p", "chapter-sentence", sentence)),
    formula,
  );
}
