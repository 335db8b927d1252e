// @ts-check
// The only writer of numbers, in both languages, and that it is the only one.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import {
  bracketed,
  figures,
  fixed,
  number,
  percent,
  plain,
  power,
  setNumberLanguage,
  tick,
} from "../../../www/i18n/numbers.js";
import { parseNumber, readTyped } from "../../../www/i18n/typed.js";
import { createRandom } from "./random.js";

/**
 * @param {string} name
 * @param {(language: "ru" | "en", say: (russian: string, english: string) => string) => void} body
 */
function inBoth(name, body) {
  test(name, () => {
    for (const language of /** @type {const} */ (["ru", "en"])) {
      setNumberLanguage(language);
      body(language, (russian, english) => (language === "ru" ? russian : english));
    }
    setNumberLanguage("en");
  });
}

inBoth("thousands and the decimal sign are the language's, on an axis as in a read-out", (_, say) => {
  const thousands = say("10\u00a0000", "10,000");
  assert.equal(number(10_000), thousands);
  assert.equal(fixed(10_000, 0), thousands);
  assert.equal(tick(10_000, 0), thousands);
  assert.equal(figures(10_000), thousands);
  assert.equal(number(1234.5), say("1\u00a0234,5", "1,234.5"));
  assert.equal(number(1_234_567), say("1\u00a0234\u00a0567", "1,234,567"));
  assert.equal(number(999), "999");
  assert.equal(fixed(-1234.5, 2), say("−1\u00a0234,50", "−1,234.50"));
  assert.equal(fixed(1234.5, 2, { grouped: false }), say("1234,50", "1234.50"));
});

inBoth("as many decimals as are needed, and at most six", (_, say) => {
  assert.equal(number(0.25), say("0,25", "0.25"));
  assert.equal(number(0.1 + 0.2), say("0,3", "0.3"));
  assert.equal(number(2 / 3), say("0,666667", "0.666667"));
  assert.equal(number(1e-9), "0");
  assert.equal(number(12_345, { significant: 3 }), say("12\u00a0300", "12,300"));
  assert.equal(number(0.00002, { significant: 12 }), say("0,00002", "0.00002"));
  assert.equal(number(1e-300, { significant: 12 }), "10⁻³⁰⁰");
  assert.equal(number(-1.25e160, { significant: 12 }), say("−1,25·10¹⁶⁰", "−1.25·10¹⁶⁰"));
});

inBoth("rounded as it is written, not as it is stored", (_, say) => {
  assert.equal(fixed(1.005, 2), say("1,01", "1.01"));
  assert.equal(fixed(0.125, 2), say("0,13", "0.13"));
  assert.equal(fixed(9.995, 2), say("10,00", "10.00"));
  assert.equal(number(17.45, { significant: 3 }), say("17,5", "17.5"));
  assert.equal(percent(0.285, 0), say("29\u00a0%", "29%"));
});

inBoth("per cent", (_, say) => {
  assert.equal(percent(0.9753, 1), say("97,5\u00a0%", "97.5%"));
  assert.equal(percent(1, 0), say("100\u00a0%", "100%"));
  assert.equal(percent(0, 2), say("0,00\u00a0%", "0.00%"));
  assert.equal(percent(12.5, 0), say("1\u00a0250\u00a0%", "1,250%"));
});

inBoth("no minus before nothing, and no number is a dash", () => {
  assert.equal(number(-0), "0");
  assert.equal(fixed(-0, 1).slice(0, 1), "0");
  assert.equal(fixed(-0.001, 2).slice(0, 1), "0");
  assert.equal(tick(-0.0001, 2).slice(0, 1), "0");
  assert.equal(figures(-0), "0");
  assert.equal(plain(-0), "0");
  assert.equal(power(-0), "0");
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    for (const text of [
      number(value),
      number(value, { significant: 3 }),
      fixed(value, 2),
      percent(value, 1),
      figures(value),
      plain(value),
      power(value),
      tick(value, 2),
    ]) {
      assert.equal(text, "—");
    }
  }
});

inBoth("figures: as many as matter, a power of ten where zeros would hide them", (_, say) => {
  assert.equal(figures(0.82101), say("0,8210", "0.8210"));
  assert.equal(figures(1.23456789), say("1,2346", "1.2346"));
  assert.equal(figures(-12.34567), say("−12,346", "−12.346"));
  assert.equal(figures(9.99999), say("10,000", "10.000"), "rounding brings a digit more");
  assert.equal(figures(999.999), say("1\u00a0000,0", "1,000.0"));
  assert.equal(figures(99_999.7), "10⁵");
  assert.equal(figures(123_456), say("1,23·10⁵", "1.23·10⁵"));
  assert.equal(figures(0.0005), say("0,0005", "0.0005"));
  assert.equal(figures(0.000123456), say("1,23·10⁻⁴", "1.23·10⁻⁴"));
  assert.equal(figures(-3.08e-4, { significant: 2 }), say("−3,1·10⁻⁴", "−3.1·10⁻⁴"));
  assert.equal(figures(-2.5e12), say("−2,5·10¹²", "−2.5·10¹²"));
  const error = { decimals: 5, tiny: 1e-3, even: true };
  assert.equal(figures(0.02, error), say("0,02000", "0.02000"));
  assert.equal(figures(0.0002, error), say("2,00·10⁻⁴", "2.00·10⁻⁴"), "the width stays");
  assert.equal(figures(0, error), "0");
});

inBoth("powers of ten", (_, say) => {
  assert.equal(power(3e8), "3·10⁸");
  assert.equal(power(1e-9), "10⁻⁹");
  assert.equal(power(-1e-9), "−10⁻⁹");
  assert.equal(power(-2.5e-8), say("−2,5·10⁻⁸", "−2.5·10⁻⁸"));
  assert.equal(power(9.9999e9), "10¹⁰");
  assert.equal(power(1e-4, 3, { even: true }), say("1,00·10⁻⁴", "1.00·10⁻⁴"));
  assert.equal(power(2.5), say("2,5", "2.5"));
  assert.equal(power(1.234567e-123, 5), say("1,2346·10⁻¹²³", "1.2346·10⁻¹²³"));
});

inBoth("huge and tiny numbers are written at all", () => {
  assert.equal(power(5e-324), "4.94·10⁻³²⁴".replace(".", figures(0.5).charAt(1)));
  assert.equal(number(1e22), "10²²");
  assert.equal(fixed(Number.MAX_VALUE, 2).slice(-5), "10³⁰⁸");
  assert.match(fixed(5e-324, 3), /^0.000$/);
  assert.match(percent(5e-324, 0), /^0/);
});

inBoth("an axis has powers of ten where plain figures would be too long", (_, say) => {
  assert.equal(tick(3e8, 0), "3·10⁸");
  assert.equal(tick(1e-9, 9), "10⁻⁹");
  assert.equal(tick(0, 1), "0", "zero is written one way");
  assert.equal(tick(-12_345_678, 0, 8), say("−1,2345678·10⁷", "−1.2345678·10⁷"));
});

inBoth("a number that was typed has no groups and comes back", (_, say) => {
  assert.equal(plain(0.001), say("0,001", "0.001"));
  assert.equal(plain(1), "1");
  assert.equal(plain(-0.25), say("−0,25", "−0.25"));
  assert.equal(plain(10_000), "10000");
  assert.equal(plain(4_294_967_295, 12), "4294967295");
  assert.equal(plain(1e-9), say("0,000000001", "0.000000001"));
  const random = createRandom(5);
  for (let round = 0; round < 3000; round++) {
    const value = Number(
      ((random.next() < 0.5 ? -1 : 1) * 10 ** random.between(-40, 40)).toPrecision(1 + random.below(12)),
    );
    assert.equal(parseNumber(plain(value, 12)), value, plain(value, 12));
  }
});

/** What is typed, and what it is; null: refused. In both languages, but where two values stand: in Russian, in English. */
const TYPED = /** @type {const} */ ([
  ["0,5", 0.5],
  ["0.5", 0.5],
  [".5", 0.5],
  ["2.", 2],
  ["-0", 0],
  ["−0,0", 0],
  ["−3e-2", -0.03],
  ["3Е2", 300],
  ["3е2", 300],
  ["1e999", null],
  ["-1e999", null],
  ["1e-999", 0],
  ["1/2", 0.5],
  ["−1 / 4", -0.25],
  ["1⁄8", 0.125],
  ["1/0", null],
  ["1/2/3", null],
  ["/2", null],
  ["½", 0.5],
  ["-1½", -1.5],
  ["2 ¾", 2.75],
  ["1 1/2", 1.5],
  ["1 500/3", 500],
  ["10 000/3", 10_000 / 3],
  ["0,5/2", 0.25],
  ["½½", null],
  [" 1 000.5 ", 1000.5],
  ["1\u00a0000\u202f000,5", 1_000_000.5],
  ["\u200b12\ufeff\n", 12],
  ["1 2", null],
  ["12 34", null],
  ["1'234.5", 1234.5],
  ["1,234.5", 1234.5],
  ["1.234,5", 1234.5],
  ["1,000,000", 1e6],
  ["1.000.000", 1e6],
  ["1,00,000", null],
  ["1,2,3", null],
  ["1.130", 1.13],
  ["1,130", [1.13, null]],
  ["-1,130", [-1.13, null]],
  ["0,130", 0.13],
  ["1130,130", 1130.13],
  ["1,1300", 1.13],
  ["−2,5·10⁻⁸", -2.5e-8],
  ["2.5*10^-8", 2.5e-8],
  ["2,5 × 10^3", 2500],
  ["10¹²", 1e12],
  ["–5", -5],
  ["‑5", -5],
  ["－5", -5],
  ["- 5", -5],
  ["", null],
  [" ", null],
  ["abc", null],
  ["5a", null],
  ["5 кг", null],
  ["1..5", null],
  ["NaN", null],
  ["Infinity", null],
  ["0x10", null],
  ["--1", null],
  ["+-1", null],
  ["·10²", null],
  ["—", null],
  [",", null],
  ["e5", null],
]);

inBoth("what is typed is read as meant, or refused", (language) => {
  for (const [text, wanted] of TYPED) {
    const value = Array.isArray(wanted) ? wanted[language === "ru" ? 0 : 1] : wanted;
    assert.ok(Object.is(parseNumber(text), value), `${language} ${text}: ${parseNumber(text)}`);
  }
});

test("a refusal says why", () => {
  assert.deepEqual(readTyped("abc"), { problem: "none" });
  assert.deepEqual(readTyped("-1,130"), { problem: "unclear", either: [-1130, -1.13] });
  assert.deepEqual(readTyped("1e999"), { value: Number.POSITIVE_INFINITY });
});

inBoth("whatever is typed, the answer is a number or a reason", (language) => {
  const random = createRandom(language === "ru" ? 3 : 4);
  const letters = Array.from("0123456789.,,  -−+eE/½⁻²·^*10'xа\u00a0");
  for (let round = 0; round < 5000; round++) {
    const text = Array.from({ length: random.below(9) }, () => letters[random.below(letters.length)]).join(
      "",
    );
    const read = readTyped(text);
    if (read.problem === undefined) assert.ok(!Number.isNaN(read.value) && !Object.is(read.value, -0), text);
    else assert.match(read.problem, /^(none|unclear)$/);
  }
});

test("brackets keep two signs apart", () => {
  assert.equal(bracketed("−2"), "(−2)");
  assert.equal(bracketed("2"), "2");
});

test("nobody else writes numbers", () => {
  const root = new URL("../../../www/", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".js") && !/^(pkg|data)\b/.test(name) && name !== "i18n/numbers.js",
  );
  assert.ok(files.length > 60);
  for (const name of files) {
    // Rounding a value is no writing.
    const text = readFileSync(new URL(name, root), "utf8").replace(
      /Number\([^;]*?\.to(Fixed|Precision)\(/g,
      "",
    );
    assert.doesNotMatch(text, /\.to(Fixed|Precision|Exponential|LocaleString)\(|Intl\.NumberFormat/, name);
  }
});
