// @ts-check
// The house as ARCHITECTURE.md draws it: which way imports point in www/, and how long a file may grow.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { test } from "node:test";

const WWW = new URL("../../../www/", import.meta.url);

/** Files of www/ that are our own modules. */
const FILES = readdirSync(WWW, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".js") && !/^(pkg|data)\//.test(name));

/** @param {string} name */
const read = (name) => readFileSync(new URL(name, WWW), "utf8");

/** What a module imports, statically or later, as paths under www/. @param {string} name */
function importsOf(name) {
  // Types are no imports: they name what is handed in.
  const code = read(name).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  return [...code.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)["'](\.[^"']+)["']/gm)].map((match) =>
    normalize(join(dirname(name), match[1] ?? "")),
  );
}

/** The room of a file: a chapter's own, or the folder. @param {string} name */
function roomOf(name) {
  const [first = "", second = ""] = name.split("/");
  return first === "chapters" ? `chapters/${second}` : name.includes("/") ? first : "main";
}

/** Which rooms may be imported from a room besides itself. @type {Record<string, readonly string[]>} */
const MAY = {
  main: ["chapters", "frame", "controls", "i18n"],
  chapters: ["frame", "controls", "chart", "lecture", "i18n"],
  frame: ["controls", "chart", "lecture", "i18n", "pkg"],
  controls: ["lecture", "i18n"],
  lecture: ["controls", "i18n"],
  chart: [],
  i18n: [],
};

test("imports point one way: main → chapters → frame → controls, chart, lecture → i18n", () => {
  assert.ok(FILES.length > 100);
  /** @type {string[]} */
  const wrong = [];
  for (const name of FILES) {
    const room = roomOf(name);
    const may = MAY[room.split("/")[0] ?? ""];
    assert.ok(may, `${name} is in no room of the house`);
    for (const imported of importsOf(name)) {
      const other = roomOf(imported);
      if (other !== room && !may.includes(other.split("/")[0] ?? "")) wrong.push(`${name} → ${imported}`);
      if (other !== room && room.startsWith("chapters/") && other.startsWith("chapters/")) {
        wrong.push(`${name} → ${imported}: a chapter imports no other`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test("no two modules import each other, near or far", () => {
  /** @type {Map<string, "open" | "done">} */
  const seen = new Map();
  /** @param {string} name @param {readonly string[]} way */
  function visit(name, way) {
    if (seen.get(name) === "done" || !FILES.includes(name)) return;
    assert.notEqual(seen.get(name), "open", [...way, name].join(" → "));
    seen.set(name, "open");
    for (const imported of importsOf(name)) visit(imported, [...way, name]);
    seen.set(name, "done");
  }
  for (const name of FILES) visit(name, []);
});

test("a file has one subject: at most 250 lines, a chapter's first 150; dictionaries are as long as they are", () => {
  const long = FILES.filter((name) => !/\/texts\.js$|^i18n\/(ru|en)\.js$/.test(name))
    .map((name) => ({ name, lines: read(name).split("\n").length - 1 }))
    .filter(({ name, lines }) => lines > (/^chapters\/\w+\/chapter\.js$/.test(name) ? 150 : 250));
  assert.deepEqual(long, []);
});

test("only frame/host.js knows where files are", () => {
  for (const name of FILES) {
    if (name === "frame/host.js") continue;
    assert.doesNotMatch(read(name), /import\.meta\.url/, name);
  }
});

test("every module is asked for by another, but those that the page and the worker name themselves", () => {
  const asked = new Set(FILES.flatMap(importsOf));
  // A type is asked for in a comment, a classic script by its address.
  const named = [...FILES, "../index.html"].map(read).join("\n");
  const alone = FILES.filter((name) => {
    const file = name.split("/").at(-1) ?? "";
    // `descent build` names the service worker.
    if (name === "frame/offline/sw.js") return false;
    return !asked.has(name) && !new RegExp(`["/]${file}"`).test(named);
  });
  assert.deepEqual(alone, []);
});
