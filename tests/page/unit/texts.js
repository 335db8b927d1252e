// @ts-check
// Every text of the page, loaded: a test that says something imports this first.

import { readdirSync } from "node:fs";
import { addTexts, loadTexts, TEXTS } from "../../../www/i18n/index.js";

const WWW = new URL("../../../www/", import.meta.url);

/** Those of a part that is loaded later stand in a file of this name. */
const FILES = readdirSync(WWW, { recursive: true, encoding: "utf8" }).filter((name) =>
  /(^|[/\\])texts\.js$/.test(name),
);

await Promise.all([loadTexts("ru"), loadTexts("en")]);
for (const name of FILES) {
  const { href } = new URL(name.replaceAll("\\", "/"), WWW);
  for (const texts of Object.values(await import(href))) addTexts(texts);
}

export { TEXTS };
