// @ts-check
// Texts in the reader's language: filling them, and translating what is already on the page. language.js has the language,
// numbers.js writes the numbers.
//
// A text is a plain string. `{name}` is a parameter; `{n|one|few|many}` is the word that goes with the number n;
// `[error|ε]` is a letter in its quantity's colour, `[a vector|v]` one under an arrow; `~` is a no-break space.

import { language, onLanguage, TEXTS } from "./language.js";
import { number } from "./numbers.js";

export {
  addTexts,
  chooseLanguage,
  initLanguage,
  LANGUAGES,
  language,
  loadTexts,
  onLanguage,
  setLanguage,
  TEXTS,
} from "./language.js";

/** @typedef {import("./language.js").Language} Language */
/** @typedef {string | number | (() => string)} Param A function is asked anew at each translation. */
/** @typedef {Record<string, Param>} Params */

// Before anyone else hears of it: what others write then stays.
onLanguage(() => {
  if (typeof document !== "undefined") translate(document);
});

/**
 * The word of `forms` that goes with `count`: one|other in English, one|few|many in Russian.
 * @param {number} count
 * @param {string[]} forms
 */
function plural(count, forms) {
  const category = new Intl.PluralRules(language()).select(count);
  // A Russian fraction takes the "few" form: 1,5 эпохи.
  const index =
    language() === "ru"
      ? { one: 0, few: 1, many: 2, other: 1 }[/** @type {"one"} */ (category)]
      : category === "one"
        ? 0
        : 1;
  return forms[index ?? 0] ?? forms[forms.length - 1] ?? "";
}

/**
 * The text with its parameters filled in, still with colour marks.
 * @param {string} key
 * @param {Params} params
 */
function fill(key, params) {
  const text = TEXTS[language()][key];
  if (text === undefined) {
    console.error(`i18n: no text for "${key}" in ${language()}`);
    return `⟦${key}⟧`;
  }
  return text.replaceAll("~", "\u00a0").replace(/\{(\w+)((?:\|[^{}|]*)*)\}/g, (_, name, forms) => {
    const param = params[name];
    if (param === undefined) {
      console.error(`i18n: "${key}" needs the parameter "${name}"`);
      return `⟦${name}⟧`;
    }
    if (forms) return plural(Number(param), forms.slice(1).split("|"));
    if (typeof param === "function") return param();
    return typeof param === "number" ? number(param) : param;
  });
}

const MARK = /\[((?:a|error|derivative|activation|label|x)(?: vector| matrix)?|strong)\|([^\]]+)\]/g;

/**
 * The text of a key as a plain string, for attributes and canvases.
 * @param {string} key
 * @param {Params} [params]
 */
export function t(key, params = {}) {
  return fill(key, params).replace(MARK, "$2");
}

/**
 * Whether there is a text for this key: error codes may come that nobody has described yet.
 * @param {string} key
 */
export function hasText(key) {
  return TEXTS[language()][key] !== undefined;
}

/** @type {WeakMap<Element, { params: Params, shown: string }>} */
const said = new WeakMap();

/** @type {WeakMap<Element, Record<string, { key: string, params: Params }>>} */
const labelled = new WeakMap();

/**
 * Puts a text into an element and keeps it translated. Does nothing when the same text is already there.
 * @template {Element} E
 * @param {E} element
 * @param {string} key
 * @param {Params} [params]
 * @returns {E}
 */
export function say(element, key, params = {}) {
  const shown = fill(key, params);
  const before = said.get(element);
  if (before?.shown === shown && element.getAttribute("data-i18n") === key) {
    before.params = params;
    return element;
  }
  element.setAttribute("data-i18n", key);
  said.set(element, { params, shown });
  element.replaceChildren(...nodes(shown));
  return element;
}

/**
 * Puts a text into an attribute (aria-label, title, placeholder …) and keeps it translated.
 * @template {Element} E
 * @param {E} element
 * @param {string} attribute
 * @param {string} key
 * @param {Params} [params]
 * @returns {E}
 */
export function sayAttribute(element, attribute, key, params = {}) {
  const all = labelled.get(element) ?? {};
  all[attribute] = { key, params };
  labelled.set(element, all);
  element.setAttribute("data-i18n-attributes", "");
  const text = t(key, params);
  if (element.getAttribute(attribute) !== text) element.setAttribute(attribute, text);
  return element;
}

/**
 * Translates everything under `root` that was said by `say`, `sayAttribute` or a `data-i18n` attribute in the markup.
 * @param {ParentNode} root
 */
export function translate(root) {
  for (const element of root.querySelectorAll("[data-i18n]")) {
    const key = element.getAttribute("data-i18n") ?? "";
    say(element, key, said.get(element)?.params);
  }
  for (const element of root.querySelectorAll("[data-i18n-label]")) {
    element.setAttribute("aria-label", t(element.getAttribute("data-i18n-label") ?? ""));
  }
  for (const element of root.querySelectorAll("[data-i18n-attributes]")) {
    for (const [attribute, { key, params }] of Object.entries(labelled.get(element) ?? {})) {
      sayAttribute(element, attribute, key, params);
    }
  }
}

/**
 * @param {string} text
 * @returns {(string | HTMLElement)[]}
 */
function nodes(text) {
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    parts.push(text.slice(end, match.index));
    const mark = document.createElement(match[1] === "strong" ? "strong" : "i");
    if (match[1] !== "strong") mark.className = `quantity ${match[1]}`;
    mark.textContent = match[2] ?? "";
    parts.push(mark);
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== "");
}
