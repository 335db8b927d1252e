// @ts-check
// The page's two languages: which one a reader gets, its texts, and who hears that it has changed.

import { setNumberLanguage } from "./numbers.js";

/** @typedef {"ru" | "en"} Language */

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

/** The link's language, else the remembered one, else the browser's. Storage may be forbidden: then nothing is remembered. */
function preferredLanguage() {
  /** @type {string | null | undefined} */
  let stored = /[?&]lang=(ru|en)\b/.exec(globalThis.location?.hash)?.[1];
  try {
    stored ??= localStorage.getItem(STORAGE_KEY);
  } catch {
    // Nothing is remembered.
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
 * Switches the language, remembers it where the reader has chosen it, and translates the page in place, as soon as the texts are there.
 * @param {Language} next
 * @param {boolean} [chosen] by the reader, not by a link
 */
export async function setLanguage(next, chosen = true) {
  wanted = next;
  try {
    if (chosen) localStorage.setItem(STORAGE_KEY, next);
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
  if (typeof document !== "undefined") document.documentElement.lang = next;
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
