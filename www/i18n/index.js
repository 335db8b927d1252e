// @ts-check
// The page's two languages: choosing one, filling its texts, and translating what is already on the page. Numbers are
// written by numbers.js.
//
// A text is a plain string. `{name}` is a parameter; `{n|one|few|many}` is the word that goes with the number n;
// `[error|ε]` is a letter in its quantity's colour, `[a vector|v]` one under an arrow; `~` is a no-break space.

import { number, setNumberLanguage } from "./numbers.js";

/** @typedef {"ru" | "en"} Language */
/** @typedef {string | number | (() => string)} Param A function is asked anew at each translation. */
/** @typedef {Record<string, Param>} Params */

/** Every text that has been loaded. @type {Record<Language, Record<string, string>>} */
export const TEXTS = { ru: {}, en: {} };

/** The texts of the page itself and of chapter 4, of which a reader loads one language. */
const PAGE = {
  ru: () => import("./ru.js").then(({ ru }) => ru),
  en: () => import("./en.js").then(({ en }) => en),
};

/** @type {Partial<Record<Language, Promise<void>>>} */
const loading = {};

/**
 * The texts that a chapter brings along, in both languages.
 * @param {Record<Language, Record<string, string>>} texts
 */
export function addTexts(texts) {
  for (const { id } of LANGUAGES) Object.assign(TEXTS[id], texts[id]);
}

/**
 * The page's own texts of a language. What failed may be tried again by asking again.
 * @param {Language} language
 */
export function loadTexts(language) {
  const begun = loading[language];
  if (begun) return begun;
  const now = PAGE[language]().then((texts) => {
    Object.assign(TEXTS[language], texts);
  });
  loading[language] = now;
  now.catch(() => delete loading[language]);
  return now;
}

/** The languages offered, with the name each calls itself. */
export const LANGUAGES = Object.freeze(
  /** @type {const} */ ([
    { id: "ru", name: "Русский", short: "Ру" },
    { id: "en", name: "English", short: "En" },
  ]),
);

const STORAGE_KEY = "descent.language";

/** Languages whose readers mostly also read Russian, when they list neither Russian nor English themselves. */
const READS_RUSSIAN = new Set([
  "be",
  "uk",
  "kk",
  "ky",
  "tt",
  "ba",
  "cv",
  "os",
  "tg",
  "uz",
  "tk",
  "hy",
  "az",
  "ka",
]);

/** @type {Language} */
let current = "en";

/** What was chosen last: its texts may still be on their way. @type {Language} */
let wanted = "en";

/** @type {Set<(language: Language) => void>} */
const listeners = new Set();

/**
 * The language for a reader whose browser lists these languages, best first.
 * @param {readonly string[]} preferred BCP 47 tags
 * @returns {Language}
 */
export function chooseLanguage(preferred) {
  const primary = preferred.map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  for (const tag of primary) {
    if (tag === "ru" || tag === "en") return tag;
  }
  return READS_RUSSIAN.has(primary[0] ?? "") ? "ru" : "en";
}

/** The remembered language, else the browser's. Storage may be forbidden: then nothing is remembered. */
function preferredLanguage() {
  /** @type {string | null} */
  let stored = null;
  try {
    stored = localStorage.getItem(STORAGE_KEY);
  } catch {
    stored = null;
  }
  return stored === "ru" || stored === "en"
    ? stored
    : chooseLanguage(navigator.languages ?? [navigator.language]);
}

/** @type {Promise<void> | null} */
let beginning = null;

/** Begins with the reader's language; afterwards there are texts. Asked again, it is the same beginning. */
export function initLanguage() {
  beginning ??= begin();
  return beginning;
}

async function begin() {
  wanted = preferredLanguage();
  await loadTexts(wanted);
  apply(wanted);
}

/** @returns {Language} */
export function language() {
  return current;
}

/**
 * Switches the language, remembers it, and translates the page in place, as soon as the texts are there.
 * @param {Language} next
 */
export async function setLanguage(next) {
  wanted = next;
  try {
    localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // A page that may not store still switches.
  }
  await loadTexts(next);
  // Meanwhile the reader may have chosen again.
  if (wanted === next) apply(next);
}

/** @param {Language} next */
function apply(next) {
  current = next;
  setNumberLanguage(next);
  if (typeof document !== "undefined") {
    document.documentElement.lang = next;
    translate(document);
  }
  for (const listener of listeners) listener(next);
}

/**
 * @param {(language: Language) => void} listener called after each switch
 * @returns {() => void} stop listening
 */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The word of `forms` that goes with `count`: one|other in English, one|few|many in Russian.
 * @param {number} count
 * @param {string[]} forms
 */
function plural(count, forms) {
  const category = new Intl.PluralRules(current).select(count);
  // A Russian fraction takes the "few" form: 1,5 эпохи.
  const index =
    current === "ru"
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
  const text = TEXTS[current][key];
  if (text === undefined) {
    console.error(`i18n: no text for "${key}" in ${current}`);
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
  return TEXTS[current][key] !== undefined;
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
