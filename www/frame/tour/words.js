// @ts-check
// The tour's words in the page: its own by their keys, a teacher's as they stand, and what is said of a prediction.

import { language, say } from "../../i18n/index.js";
import { figures, number } from "../../i18n/numbers.js";
import { chapterOf, READABLE } from "./parts.js";

/** @typedef {{ key: string, params?: import("../../i18n/index.js").Params }} Said */

/**
 * A teacher's text is text and nothing else, whatever stands in it.
 * @template {HTMLElement} E
 * @param {E} element
 * @param {import("./types.js").Words} words
 * @returns {E}
 */
export function tell(element, words) {
  if ("key" in words) return say(element, words.key);
  const found = words[language()] === undefined ? (words.en === undefined ? "ru" : "en") : language();
  element.textContent = words[found] ?? "";
  element.lang = found;
  return element;
}

/**
 * @param {import("./types.js").Station} station
 * @param {import("./types.js").Verdict} verdict
 * @returns {{ mark: Said, read: Said | null }}
 */
export function verdictWords({ answer, at }, { given, value, right }) {
  const mark = { key: right === null ? "tour.open" : right ? "tour.right" : "tour.wrong" };
  if (answer.kind === "choice" || value === null) return { mark, read: null };
  const symbol = READABLE[chapterOf(at)]?.[answer.on]?.symbol ?? answer.on;
  const params = { symbol, value: () => figures(value) };
  if (given === null) return { mark, read: { key: "tour.read", params } };
  return { mark, read: { key: "tour.read.given", params: { ...params, given: () => number(given) } } };
}
