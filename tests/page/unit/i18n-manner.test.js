// @ts-check
// How the page's texts are written, in both languages: numbers, spaces, quotation marks, words that are not used, and that
// no text stands elsewhere.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { setLanguage } from "../../../www/i18n/index.js";
import { number } from "../../../www/i18n/numbers.js";
import { parseNumber } from "../../../www/i18n/typed.js";
import { DICTIONARIES, TEXTS } from "./texts.js";

const ROOT = new URL("../../../", import.meta.url);
const LANGUAGES = /** @type {const} */ (["ru", "en"]);
/** @param {string} path */
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

/** What stands for a parameter, its forms and the marks of colours are no words. @param {string} text */
const prose = (text) => text.replace(/\{\w+/g, "{").replace(/\[[\w ]+\|/g, "[");

test("a key that stands in two places says the same in both", () => {
  for (const language of LANGUAGES) {
    /** @type {Map<string, string>} */
    const said = new Map();
    for (const dictionary of DICTIONARIES) {
      for (const [key, text] of Object.entries(dictionary[language] ?? {})) {
        assert.equal(said.get(key) ?? text, text, `${language} ${key}`);
        said.set(key, text);
      }
    }
  }
});

/** Sources with their volumes, years and pages; names with numbers in them. */
const NAMES = /^footer\.|^curve\.origin\.|^digits\.compare\.nielsen$|^digits\.course\.find\.source$/;

/** The numbers that are typed in a text, as they stand there. @param {string} text */
function typed(text) {
  const bare = text.replace(/\{[^}]*\}/g, "").replaceAll("~", "\u00a0");
  const found = bare.match(/(?<!\p{L})\d+(?:[.,\u00a0]\d+)*/gu) ?? [];
  // Two numbers side by side are not thousands: 28 × 28 has a sign between them.
  return found.filter((it) => !/^784-/.test(it));
}

test("numbers in texts are the same in both languages, and written as the page writes numbers", async () => {
  for (const [key, ru] of Object.entries(TEXTS.ru)) {
    if (NAMES.test(key)) continue;
    /** @type {Record<string, (number | null)[]>} */
    const values = {};
    for (const language of LANGUAGES) {
      await setLanguage(language);
      const found = typed(language === "ru" ? ru : (TEXTS.en[key] ?? ""));
      values[language] = found
        .map((it) => {
          const value = parseNumber(language === "en" ? it.replaceAll(",", "") : it);
          assert.equal(value === null ? null : number(value), it, `${language} ${key}`);
          return value;
        })
        .sort();
    }
    assert.deepEqual(values.ru, values.en, key);
  }
});

test("minus signs, quotation marks and apostrophes are the language's own", () => {
  for (const language of LANGUAGES) {
    for (const [key, text] of Object.entries(TEXTS[language])) {
      assert.doesNotMatch(text, /(?<![\p{L}\d}])-\d/u, `${language} ${key}: a minus is −`);
      assert.doesNotMatch(text, language === "ru" ? /[“”„'’]/ : /[«»„']/, `${language} ${key}`);
    }
  }
});

/** Before and after these a Russian line does not break. */
const SHORT = "в|к|о|с|у|и|а|я|во|ко|со|об|на|не|ни|но|по|до|за|из|от";

test("a Russian line ends with no short word and begins with no dash or particle", () => {
  for (const [key, text] of Object.entries(TEXTS.ru)) {
    assert.doesNotMatch(text, new RegExp(`(?<![\\p{L}|])(${SHORT}) `, "iu"), key);
    assert.doesNotMatch(text, / (—|же|бы|ли)(?!\p{L})/u, key);
  }
});

/** Names, keys, formats and functions. */
const LATIN = new Set(
  (
    "MNIST EMNIST Fashion MIT Apache IDX CSV TXT PNG SVG JPEG WebP JSON HTML UTF Excel iframe gzip " +
    "Backspace Ctrl Delete Shift Enter Escape Page Down Tab Space " +
    "Chem Eng Data Phys Ref IAPWS NTC NTCLE Vishay ISO Search sin cos tan exp log sqrt abs"
  ).split(" "),
);

test("a Russian text has no English words, an English one no Russian", () => {
  for (const [key, text] of Object.entries(TEXTS.ru)) {
    const words = prose(text).match(/[A-Za-z]{3,}/g) ?? [];
    assert.deepEqual(
      words.filter((word) => !LATIN.has(word)),
      [],
      key,
    );
  }
  for (const [key, text] of Object.entries(TEXTS.en)) assert.doesNotMatch(text, /[а-яё]/i, key);
});

/** One word for one thing, and the right one; what is here was written once and corrected. */
const NOT_SAID = {
  ru: /ущель|промах|изгиб|горло|темнее|наклон рисунка перед|сет[ьи] в[ ~]обучении|сет[ьи],? котор(?:ая|ой) обучается|\bзапуск(?!а[ею]т)/iu,
  en: /\bready network|\brightly\b|narrow neck|\bhonest\b|\bLeave H\b|\bKeep H\b|\bunits?\b|\banew\b(?! in each)|\bthe bend\b/i,
};

test("words that were corrected do not come back", () => {
  for (const language of LANGUAGES) {
    for (const [key, text] of Object.entries(TEXTS[language])) {
      assert.doesNotMatch(prose(text), NOT_SAID[language], `${language} ${key}`);
    }
  }
});

/** Codes of what only a fault of the page could bring about: the reader is told that something broke. */
const INTERNAL = ["image-length", "network-shape", "stroke-lengths", "unknown-part", "unknown-parameter"];

test("every error of the core that a reader can cause has its words", () => {
  const codes = [...read("src/error.rs").matchAll(/=> "([a-z-]+)",/g)].map((match) => match[1] ?? "");
  const strokes = [...read("src/data/strokes/mod.rs").matchAll(/=> "([a-z-]+)",/g)].map((match) => match[1]);
  assert.ok(codes.length > 40 && strokes.length > 5);
  const silent = codes.filter(
    (code) => !["", "own-", "keep-"].some((before) => `error.${before}${code}` in TEXTS.en),
  );
  assert.deepEqual(silent, INTERNAL);
  assert.deepEqual(
    strokes.filter((code) => !(`digits.collected.${code}` in TEXTS.en)),
    [],
  );
});

/** Where a module writes something for a reader: on a canvas, in an element, in an attribute. */
const WRITES = [
  /(?:fillText|strokeText)\(\s*(["'`])((?:(?!\1).)*)\1/g,
  /(?:textContent|innerText|title|placeholder|ariaLabel|alt)\s*=\s*(["'`])((?:(?!\1).)*)\1/g,
  /"(?:aria-(?:label|valuetext|description|roledescription)|title|placeholder|alt)",\s*(["'`])((?:(?!\1).)*)\1/g,
  /element\("[\w-]+",\s*(?:"[^"]*"|`[^`]*`),\s*(["'`])((?:(?!\1).)*)\1/g,
  /(?:[xy]Label|text):\s*(["'`])((?:(?!\1).)*)\1/g,
];
/** The minimum of a, as the formula has it. */
const LETTERS = new Set(["min"]);

test("no module writes words of its own: in an element, an attribute or on a canvas", () => {
  const modules = readdirSync(new URL("www/", ROOT), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".js") && !/^(pkg|data)\/|texts\.js$|^i18n\//.test(name));
  assert.ok(modules.length > 100);
  for (const name of modules) {
    const code = read(`www/${name}`).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    for (const written of WRITES) {
      for (const [all, , said = ""] of code.matchAll(written)) {
        const words = said.replace(/\$\{[^}]*\}/g, "");
        // A key of a text is no text.
        if (LETTERS.has(words) || /^[a-z]+\.[\w.-]*$/.test(words)) continue;
        assert.doesNotMatch(words, /\p{L}{2,}/u, `${name}: ${all}`);
      }
    }
  }
});
