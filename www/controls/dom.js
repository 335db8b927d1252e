// @ts-check
// Making elements, in one line each.

import { say, sayAttribute } from "../i18n/index.js";

let lastId = 0;

/** An id that no other element of the page has. */
export function uniqueId() {
  lastId += 1;
  return `d${lastId}`;
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} [className]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const child of children) if (child !== null && child !== undefined) made.append(child);
  return made;
}

/**
 * An element that holds a text of the page's languages.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} className
 * @param {string} key
 * @param {import("../i18n/index.js").Params} [params]
 */
export function words(tag, className, key, params) {
  return say(element(tag, className), key, params);
}

/**
 * @param {{ text?: string, label?: string, icon?: Node, className?: string, onPress: () => void }} options `text` is
 *   the visible word and the name; `label` the name of a button that has only an icon, else more words about it
 */
export function button({ text, label, icon, className = "", onPress }) {
  const made = element("button", `button ${className}`.trim());
  made.type = "button";
  if (icon) made.append(icon);
  if (text) made.append(words("span", "button-text", text));
  if (label && !text) sayAttribute(made, "aria-label", label);
  if (label) sayAttribute(made, "title", label);
  made.addEventListener("click", onPress);
  return made;
}
