// @ts-check
// A teacher's tour from JSON: checked whole before anything of it is shown. Whatever stands in the file, nothing is thrown.

import { accepts, parseAddress } from "../address.js";
import { chapterOf, PARTS, PLACES, READABLE } from "./parts.js";

/** @typedef {import("./types.js").Station} Station */
/** @typedef {Readonly<Record<string, import("../address.js").Schema>>} Schemas */
/** @typedef {{ n: number, id: string, field: string, code: string, params?: Record<string, string | number> }} Fault `n`
 *   counts from 1; 0: the file as a whole */

const MOST_BYTES = 1_000_000;
const MOST_STATIONS = 200;
const MOST_TEXT = 400;
const MOST_OPTION = 80;
const MOST_ACTS = 20;
const MOST_STEP = 100_000;

/** How a chapter may play; a name that it does not have changes nothing. */
const SPEEDS = ["slow", "medium", "fast", "full", "1", "10", "50", "200", "0"];

const FIELDS = ["id", "at", "text", "question", "answer", "do", "reason", "focus"];

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** What is no text is none of the names. @param {unknown} value */
const asText = (value) => (typeof value === "string" ? value : "");
/** @param {unknown} value */
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST_STEP;

/**
 * @param {string} text
 * @param {Schemas} schemas of the chapters
 * @returns {{ stations: Station[], faults: Fault[] }} no station where there is a fault
 */
export function checkTour(text, schemas) {
  const whole = (/** @type {string} */ code) => ({
    stations: [],
    faults: [{ n: 0, id: "", field: "", code, params: { names: "stations" } }],
  });
  if (text.length > MOST_BYTES) return whole("large");
  /** @type {unknown} */
  let read;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return whole("json");
  }
  const list = isObject(read) ? read.stations : read;
  if (!Array.isArray(list)) return whole("stations");
  if (list.length === 0 || list.length > MOST_STATIONS) return whole("count");
  /** @type {Fault[]} */
  const faults = [];
  const known = new Set();
  const stations = list.map((given, i) => readStation(given, i + 1, { schemas, known, faults }));
  return { stations: faults.length > 0 ? [] : /** @type {Station[]} */ (stations), faults };
}

/**
 * @param {unknown} given
 * @param {number} n
 * @param {{ schemas: Schemas, known: Set<unknown>, faults: Fault[] }} all
 */
function readStation(given, n, { schemas, known, faults }) {
  const id = isObject(given) && typeof given.id === "string" ? given.id.slice(0, 40) : "?";
  /** @type {Tell} */
  const tell = (field, code, params) => {
    faults.push({ n, id, field, code, ...(params && { params }) });
  };
  if (!isObject(given)) return tell("", "object");
  for (const field of Object.keys(given)) if (!FIELDS.includes(field)) tell(field.slice(0, 40), "unknown");
  if (typeof given.id !== "string" || !/^[A-Za-z0-9-]{1,40}$/.test(given.id)) tell("id", "id");
  else if (known.has(given.id)) tell("id", "twice");
  known.add(given.id);
  checkAddress(given.at, "at", schemas, tell);
  for (const field of ["text", "question", "reason"]) checkWords(given[field], field, MOST_TEXT, tell);
  const answer = readAnswer(given.answer, chapterOf(asText(given.at)), tell);
  checkActs(given.do, schemas, tell);
  if (given.focus !== undefined && !Object.hasOwn(PARTS, asText(given.focus)))
    tell("focus", "focus", { names: Object.keys(PARTS).join(", ") });
  return { ...given, answer };
}

/** @typedef {(field: string, code: string, params?: Record<string, string | number>) => void} Tell */

/** @param {unknown} words @param {string} field @param {number} most @param {Tell} tell */
function checkWords(words, field, most, tell) {
  const said = isObject(words) ? [words.ru, words.en].filter((text) => text !== undefined) : [];
  const fits = (/** @type {unknown} */ text) =>
    typeof text === "string" && text.trim() !== "" && text.length <= most;
  if (said.length === 0 || !said.every(fits)) tell(field, "words", { most });
}

/** Only a chapter of this page, and only what it can be set to. @param {unknown} at @param {string} field @param {Schemas} schemas @param {Tell} tell */
function checkAddress(at, field, schemas, tell) {
  const chapter = typeof at === "string" ? /^#([a-z]+)(?:\?|$)/.exec(at)?.[1] : undefined;
  if (typeof at !== "string" || at.length > 10_000 || !chapter || !Object.hasOwn(schemas, chapter))
    return tell(field, "address");
  const schema = schemas[chapter] ?? {};
  const { values } = parseAddress(at, schemas, chapter);
  for (const [name, text] of new URLSearchParams(at.slice(chapter.length + 2))) {
    const value = Object.hasOwn(schema, name) ? values[name] : undefined;
    const same =
      typeof value === "number"
        ? text.trim() !== "" && Number(text) === value
        : typeof value === "boolean"
          ? text === (value ? "1" : "0")
          : text === value;
    const of = schema[name];
    if (!same || !of || !accepts(of, value)) tell(field, "setting", { name: name.slice(0, 40) });
  }
}

/** @param {unknown} given @param {string} chapter @param {Tell} tell */
function readAnswer(given, chapter, tell) {
  const answer = isObject(given) ? given : {};
  const { kind } = answer;
  if (kind === "choice") {
    const options = Array.isArray(answer.options) ? answer.options : [];
    if (options.length < 2 || options.length > 6) tell("answer.options", "options");
    for (const [i, option] of options.slice(0, 6).entries())
      checkWords(option, `answer.options ${i + 1}`, MOST_OPTION, tell);
    const right = typeof answer.right === "number" ? answer.right - 1 : -1;
    if (!Number.isInteger(right) || right < 0 || right >= options.length) tell("answer.right", "right");
    return { kind, options, right };
  }
  if (kind !== "place" && kind !== "number")
    return tell("answer.kind", "kind", { names: "choice, place, number" });
  const { on, tolerance } = answer;
  const may =
    kind === "place" ? (lookUp(PLACES, chapter) ?? []) : Object.keys(lookUp(READABLE, chapter) ?? {});
  if (typeof on !== "string" || !may.includes(on)) tell("answer.on", "on", { names: may.join(", ") || "—" });
  if (typeof tolerance !== "number" || !(tolerance > 0) || !Number.isFinite(tolerance))
    tell("answer.tolerance", "tolerance");
  return { kind, on, tolerance };
}

/** @template T @param {Readonly<Record<string, T>>} table @param {string} name @returns {T | undefined} */
function lookUp(table, name) {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** @param {unknown} acts @param {Schemas} schemas @param {Tell} tell */
function checkActs(acts, schemas, tell) {
  if (!Array.isArray(acts) || acts.length > MOST_ACTS) return tell("do", "acts");
  for (const [i, act] of acts.entries()) {
    const field = `do ${i + 1}`;
    const names = isObject(act) ? Object.keys(act).filter((name) => name !== "speed") : [];
    const [name = ""] = names;
    const speedFits = !isObject(act) || act.speed === undefined || SPEEDS.includes(asText(act.speed));
    if (!isObject(act) || names.length !== 1 || !speedFits)
      tell(field, "act", { names: "step, play, go, set" });
    else if (name === "set") checkAddress(act.set, field, schemas, tell);
    else if (!["step", "play", "go"].includes(name) || !isCount(act[name]))
      tell(field, "act", { names: "step, play, go, set" });
  }
}
