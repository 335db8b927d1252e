// @ts-check
// A word about a link that was wrong: what it said, and what was taken in its place.

import { createNotice } from "../../controls/notice.js";
import { addTexts, hasText, t } from "../../i18n/index.js";
import { NONE, plain } from "../../i18n/numbers.js";
import { repairs as texts } from "./texts.js";

/** @typedef {import("../address.js").Repair} Repair */
/** @typedef {readonly Pick<import("../lab.js").Entry, "id" | "name">[]} Chapters */

addTexts(texts);

/** More are counted only. */
const MOST = 4;

/** @param {HTMLElement} main @param {readonly Repair[]} repairs @param {Chapters} chapters */
export function tell(main, repairs, chapters) {
  main.querySelector(".repairs")?.remove();
  const notice = createNotice();
  notice.element.classList.add("repairs");
  const more = repairs.length - MOST;
  notice.show({
    key: more > 0 ? "repair.more" : "repair.told",
    params: { list: () => listOf(repairs.slice(0, MOST), chapters), more },
    action: { text: "repair.close", onPress: () => notice.element.remove() },
  });
  // Where the chapter has a place for messages, it stands among them.
  const place = main.querySelector(".chapter > .notices");
  if (place) place.prepend(notice.element);
  else main.querySelector(".chapter-head")?.after(notice.element);
}

/**
 * α = 1e9 → 100, H = abc → 30
 * @param {readonly Repair[]} repairs
 * @param {Chapters} chapters
 */
export function listOf(repairs, chapters) {
  return repairs.map((repair) => inWords(repair, chapters)).join(", ");
}

/** @param {Repair} repair @param {Chapters} chapters */
function inWords({ name, found, value }, chapters) {
  const read = legible(found);
  if (name === "") {
    const chapter = chapters.find(({ id }) => id === value);
    return t("repair.chapter", { found: read, name: chapter ? t(chapter.name) : String(value) });
  }
  const key = `repair.name.${name}`;
  return `${hasText(key) ? t(key) : name} = ${read} → ${written(value)}`;
}

/** What a link says, without what cannot be seen or turns the writing about. @param {string} found */
function legible(found) {
  return found.replace(/\p{C}+/gu, " ").trim() || NONE;
}

/** @param {import("../address.js").Value} value */
function written(value) {
  if (typeof value === "number") return plain(value);
  return typeof value === "boolean" ? String(Number(value)) : value || NONE;
}
