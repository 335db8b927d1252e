// @ts-check
// Every text of the page, loaded: a test that says something imports this first.

import { readdirSync } from "node:fs";
import { addTexts, loadTexts, TEXTS } from "../../../www/i18n/index.js";

const WWW = new URL("../../../www/", import.meta.url);

/** Those of a room, or of a part of one that is loaded later, stand in a file of this name. */
const FILES = readdirSync(WWW, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /(^|\/)texts\.js$/.test(name) && !/^(pkg|data)\//.test(name));

await Promise.all([loadTexts("ru"), loadTexts("en")]);

/** Each by itself; the page's own is the first. @type {Partial<Record<"ru" | "en", Record<string, string>>>[]} */
export const DICTIONARIES = [{ ru: { ...TEXTS.ru }, en: { ...TEXTS.en } }];

for (const name of FILES) {
  for (const texts of Object.values(await import(new URL(name, WWW).href))) {
    DICTIONARIES.push(texts);
    addTexts(texts);
  }
}

export { TEXTS };
