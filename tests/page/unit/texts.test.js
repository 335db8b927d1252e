// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { TEXTS } from "./texts.js";

const { en } = TEXTS;
const ROOT = new URL("../../../", import.meta.url);

/** Everything that may name a text: the page and its modules, without the texts themselves and what is built. */
function sources() {
  const names = readdirSync(new URL("www/", ROOT), { recursive: true, encoding: "utf8" });
  const modules = names.filter(
    (name) => name.endsWith(".js") && !/^(pkg|data)\/|^i18n\/(?!index\.js$)|\/texts\.js$/.test(name),
  );
  return ["index.html", ...modules.map((name) => `www/${name}`)].map((name) =>
    // The browser's storage has names of the same shape.
    readFileSync(new URL(name, ROOT), "utf8").replace(/^const STORAGE_KEY = .*$/m, ""),
  );
}

const KEY = /["`]((?:page|footer|transport|help|field|error|[a-z]+)\.[a-z][a-z.-]*)["`]/g;

test("every text that the page asks for is there", () => {
  const families = new Set(Object.keys(en).map((key) => key.split(".")[0]));
  const missing = sources()
    .flatMap((source) => [...source.matchAll(KEY)].map((match) => match[1] ?? ""))
    .filter((key) => families.has(key.split(".")[0]) && !(key in en) && !/\.(js|css|svg)$/.test(key));
  assert.deepEqual([...new Set(missing)], []);
});

test("every text is asked for", () => {
  const all = sources().join("\n");
  // Keys that are put together, such as `digits.notice.${id}`, are used when their beginning is.
  const prefixes = [...all.matchAll(/`([a-z.]+\.)\$\{/g)].map((match) => match[1] ?? "");
  const unused = Object.keys(en).filter(
    (key) => !all.includes(`"${key}"`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  assert.deepEqual(unused, []);
});

test("no text stands outside the dictionaries: no Cyrillic in a module, none in the page but its title, its description and what is read where no module runs", () => {
  for (const source of sources().slice(1)) {
    assert.doesNotMatch(
      source
        .replace(/\/\/.*|\/\*[\s\S]*?\*\//g, "")
        .replace('"Русский"', "")
        .replace('"Ру"', ""),
      /[а-яё]/i,
    );
  }
  const page = sources()[0] ?? "";
  // Search engines and those who show a link read them without running anything.
  const read =
    /<title>.*<\/title>|<meta\s[^>]*(?:description|og:title)"[^>]*>|<noscript>[\s\S]*<\/noscript>|<div id="from-file"[\s\S]*?<\/div>/g;
  assert.doesNotMatch(page.replace(read, ""), /[а-яё]/i);
});
