// @ts-check
// The tour without a page: its session, what is judged, and the check of a teacher's file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SCHEMA as curve } from "../../../www/chapters/curve/schema.js";
import { SCHEMA as descent } from "../../../www/chapters/descent/schema.js";
import { SCHEMA as digits } from "../../../www/chapters/digits/schema.js";
import { SCHEMA as neuron } from "../../../www/chapters/neuron/schema.js";
import { checkTour } from "../../../www/frame/tour/check.js";
import { judge, TourSession } from "../../../www/frame/tour/session.js";
import { STATIONS } from "../../../www/frame/tour/stations.js";
import { TEXTS } from "./texts.js";

const SCHEMAS = { curve, descent, neuron, digits };
const example = readFileSync(new URL("../../../docs/tour.example.json", import.meta.url), "utf8");

test("the session asks, lets predict, tells, and keeps what was told", () => {
  const session = new TourSession(STATIONS.slice(0, 2));
  assert.equal(session.phase, "ask");
  assert.ok(session.give(-0.4));
  assert.ok(session.show());
  assert.ok(!session.give(3), "a prediction is no longer changed once the page answers");
  assert.deepEqual(session.tell({ a: -0.5 }), { given: -0.4, value: -0.5, right: true });
  session.next();
  assert.deepEqual([session.index, session.phase, session.given], [1, "ask", null]);
  session.show();
  session.stop();
  assert.equal(session.phase, "ask", "what was stopped may be asked again");
  session.next();
  assert.equal(session.phase, "end");
  assert.deepEqual(session.score, { right: 1, of: 1 });
  session.back();
  assert.deepEqual([session.index, session.phase], [1, "ask"]);
  session.back();
  assert.equal(session.verdictOf(session.station)?.right, true);
  assert.ok(!session.canBack);
});

test("without a prediction, or without a number in the page, nothing is judged", () => {
  const place = /** @type {const} */ ({ kind: "place", on: "a", tolerance: 0.3 });
  assert.equal(judge(place, null, { a: 1 }).right, null);
  assert.equal(judge(place, 1, { a: null }).right, null);
  assert.equal(judge(place, 1, {}).right, null);
  assert.equal(judge(place, 1.31, { a: 1 }).right, false);
  assert.equal(judge({ kind: "choice", options: [], right: 1 }, 1, {}).right, true);
});

test("the built-in stations pass the same check, and their texts are two short sentences at most", () => {
  const asFile = STATIONS.map((station) => {
    const words = (/** @type {{ key: string }} */ { key }) => ({ ru: TEXTS.ru[key], en: TEXTS.en[key] });
    const { answer } = station;
    const said =
      answer.kind === "choice"
        ? { ...answer, options: answer.options.map(/** @type {any} */ (words)), right: answer.right + 1 }
        : answer;
    const [text, question, reason] = [station.text, station.question, station.reason].map(
      /** @type {any} */ (words),
    );
    return { ...station, answer: said, text, question, reason };
  });
  assert.deepEqual(checkTour(JSON.stringify(asFile), SCHEMAS).faults, []);
  for (const { id, text, question, reason } of asFile) {
    for (const words of [text, question, reason]) {
      for (const said of Object.values(words)) {
        assert.ok(said.length < 200, `${id}: ${said}`);
        assert.ok((said.match(/[.?](?=\s|$)/g) ?? []).length <= 2, `${id}: ${said}`);
      }
    }
  }
});

test("the example of the docs can be loaded, one language being enough", () => {
  const { stations, faults } = checkTour(`\uFEFF${example}`, SCHEMAS);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    stations.map(({ id }) => id),
    ["long-step", "answer", "valley"],
  );
  assert.deepEqual(stations[2]?.answer.kind === "choice" && stations[2].answer.right, 0);
});

/** The example with something changed, and what is said of it. @type {readonly [(it: any) => void, string, string][]} */
const WRONG = [
  [(it) => (it.stations[1].id = "long-step"), "id", "twice"],
  [(it) => (it.stations[1].id = "<b>"), "id", "id"],
  [(it) => (it.stations[1].at = "https://example.org/#neuron"), "at", "address"],
  [(it) => (it.stations[1].at = "#nowhere"), "at", "address"],
  [(it) => (it.stations[1].at = "#__proto__"), "at", "address"],
  [(it) => (it.stations[1].at = "#neuron?rate=0"), "at", "setting"],
  [(it) => (it.stations[1].at = "#neuron?speed=1"), "at", "setting"],
  [(it) => (it.stations[1].at = "#neuron?toString=1"), "at", "setting"],
  [(it) => (it.stations[1].text = "words"), "text", "words"],
  [(it) => (it.stations[1].text = { ru: " " }), "text", "words"],
  [(it) => (it.stations[1].text = { en: "a".repeat(401) }), "text", "words"],
  [(it) => delete it.stations[1].reason, "reason", "words"],
  [(it) => (it.stations[1].hint = {}), "hint", "unknown"],
  [(it) => (it.stations[1].answer.kind = "guess"), "answer.kind", "kind"],
  [(it) => (it.stations[1].answer.kind = "place"), "answer.on", "on"],
  [(it) => (it.stations[1].answer.on = "constructor"), "answer.on", "on"],
  [(it) => (it.stations[1].answer.tolerance = 0), "answer.tolerance", "tolerance"],
  [(it) => (it.stations[2].answer.right = 3), "answer.right", "right"],
  [(it) => (it.stations[2].answer.options.length = 1), "answer.options", "options"],
  [(it) => (it.stations[2].answer.options[1] = {}), "answer.options 2", "words"],
  [(it) => (it.stations[2].do = [{ step: -1 }]), "do 1", "act"],
  [(it) => (it.stations[2].do = [{ step: 1, go: 2 }]), "do 1", "act"],
  [(it) => (it.stations[2].do = [{ step: 1 }, { set: "#digits?t=x" }]), "do 2", "setting"],
  [(it) => (it.stations[2].do = {}), "do", "acts"],
  [(it) => (it.stations[2].focus = "body"), "focus", "focus"],
  [(it) => (it.stations[2] = null), "", "object"],
];

test("what is wrong is named: the station, the field, and what", () => {
  for (const [change, field, code] of WRONG) {
    const file = JSON.parse(example);
    change(file);
    const { stations, faults } = checkTour(JSON.stringify(file), SCHEMAS);
    assert.deepEqual(stations, []);
    assert.deepEqual([faults[0]?.field, faults[0]?.code], [field, code], String(change));
    assert.ok(Number(faults[0]?.n) > 1);
    for (const language of /** @type {const} */ (["ru", "en"]))
      assert.ok(TEXTS[language][`tour.fault.${code}`], code);
  }
  const whole = (/** @type {string} */ text) => checkTour(text, SCHEMAS).faults[0]?.code;
  assert.equal(whole("{"), "json");
  assert.equal(whole("7"), "stations");
  assert.equal(whole("[]"), "count");
  assert.equal(whole(JSON.stringify(Array(201).fill(1))), "count");
  assert.equal(whole(" ".repeat(1_000_001)), "large");
});

/** Numbers 0..1 from a seed. @param {number} seed */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

test("whatever stands in a file, the check throws nothing and lets through nothing that is not whole", () => {
  const next = chance(13);
  const pick = (/** @type {readonly any[]} */ from) => from[Math.floor(next() * from.length)];
  const NAMES = [
    "id",
    "at",
    "text",
    "question",
    "answer",
    "do",
    "reason",
    "focus",
    "ru",
    "kind",
    "on",
    "options",
    "right",
    "tolerance",
    "step",
    "set",
    "play",
    "stations",
    "__proto__",
    "toString",
  ];
  const LEAVES = [
    null,
    true,
    0,
    -1,
    1e308,
    "",
    "a",
    "#descent",
    "#descent?a=",
    "#neuron?V=1",
    "choice",
    "place",
    "number",
    "z",
    "\u0000",
    "%E0%A4%A",
  ];
  /** @param {number} depth @returns {any} */
  function random(depth) {
    const kind = next();
    if (depth === 0 || kind < 0.4) return pick(LEAVES);
    const count = Math.floor(next() * 4);
    if (kind < 0.6) return Array.from({ length: count }, () => random(depth - 1));
    return Object.fromEntries(Array.from({ length: count }, () => [pick(NAMES), random(depth - 1)]));
  }
  /** Puts something else somewhere into it. @param {any} value */
  function spoil(value) {
    const keys = value && typeof value === "object" ? Object.keys(value) : [];
    const key = pick(keys);
    if (key === undefined) return;
    if (next() < 0.4) value[key] = random(2);
    else spoil(value[key]);
  }
  for (let i = 0; i < 3000; i++) {
    const file = i % 2 ? random(5) : JSON.parse(example);
    if (i % 2 === 0) spoil(file);
    const text = next() < 0.1 ? JSON.stringify(file).slice(0, 40) : JSON.stringify(file);
    const { stations, faults } = checkTour(text, SCHEMAS);
    assert.equal(stations.length > 0, faults.length === 0);
    for (const { at, answer } of stations) {
      assert.match(at, /^#(curve|descent|neuron|digits)/);
      assert.ok(answer.kind === "choice" ? answer.options[answer.right] : answer.tolerance > 0);
    }
  }
});
