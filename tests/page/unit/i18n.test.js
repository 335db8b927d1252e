// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLanguage, language, setLanguage, t } from "../../../www/i18n/index.js";
import { number } from "../../../www/i18n/numbers.js";
import { TEXTS } from "./texts.js";

const { ru, en } = TEXTS;

/** @param {string} text */
function parameters(text) {
  return [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();
}

/** @param {string} text */
function marks(text) {
  return [...text.matchAll(/\[([\w ]+)\|/g)].map((match) => match[1]).sort();
}

test("both languages have the same keys, parameters and colour marks", () => {
  assert.deepEqual(Object.keys(ru), Object.keys(en));
  for (const key of Object.keys(ru)) {
    assert.deepEqual(parameters(ru[key] ?? ""), parameters(en[key] ?? ""), key);
    assert.deepEqual(marks(ru[key] ?? ""), marks(en[key] ?? ""), key);
  }
});

test("texts keep the house's manner: no exclamation marks, no straight quotes, forms of the right count", () => {
  for (const [name, texts] of Object.entries({ ru, en })) {
    for (const [key, text] of Object.entries(texts)) {
      assert.doesNotMatch(text, /[!"]|\.\.\./, `${name} ${key}`);
      assert.doesNotMatch(text, /^\s|\s$| {2}/, `${name} ${key}`);
      for (const [, forms] of text.matchAll(/\{\w+\|([^}]*)\}/g)) {
        assert.equal(forms?.split("|").length, name === "ru" ? 3 : 2, `${name} ${key}`);
      }
    }
  }
});

test("the browser's languages choose the page's", () => {
  assert.equal(chooseLanguage(["ru-RU", "en"]), "ru");
  assert.equal(chooseLanguage(["en-GB", "ru"]), "en");
  assert.equal(chooseLanguage(["be"]), "ru");
  assert.equal(chooseLanguage(["uk-UA"]), "ru");
  assert.equal(chooseLanguage(["uk", "en-US"]), "en");
  assert.equal(chooseLanguage(["kk", "ru"]), "ru");
  assert.equal(chooseLanguage(["fr", "de"]), "en");
  assert.equal(chooseLanguage([]), "en");
});

test("numbers, words that count, and no-break spaces follow the language", async () => {
  await setLanguage("ru");
  assert.equal(number(0.25), "0,25");
  assert.equal(number(-1.5), "−1,5");
  for (const [hidden, word] of /** @type {const} */ ([
    [1, "нейрона"],
    [3, "нейронов"],
    [30, "нейронов"],
    [101, "нейрона"],
  ])) {
    assert.match(t("digits.rows.text", { hidden }), new RegExp(`${hidden} скрыт\\S+ ${word} `));
  }
  assert.match(t("digits.more.now", { hidden: 30, batch: 10, seed: 1 }), /H\u00a0=\u00a030/);
  await setLanguage("en");
  assert.equal(number(0.25), "0.25");
  assert.equal(number(12345), "12,345");
  assert.match(t("digits.rows.text", { hidden: 1 }), /1 hidden neuron /);
  assert.doesNotMatch(t("digits.sentence"), /[[\]|~]/);
});

test("who chooses twice gets what was chosen last", async () => {
  await Promise.all([setLanguage("ru"), setLanguage("en")]);
  assert.equal(language(), "en");
  await Promise.all([setLanguage("en"), setLanguage("ru")]);
  assert.equal(language(), "ru");
});

test("a missing text or parameter is reported and shown, never silent", (context) => {
  const report = context.mock.method(console, "error", () => {});
  assert.equal(t("no.such.key"), "⟦no.such.key⟧");
  assert.match(t("digits.data.loading", { loaded: "1" }), /⟦total⟧/);
  assert.equal(report.mock.callCount(), 2);
});
