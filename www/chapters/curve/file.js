// @ts-check
// Chapter 1: measurements from a table of two columns, pasted or from a file. Bad rows are named, good ones are taken.

import { createDisclosure } from "../../controls/disclosure.js";
import { button, element, words } from "../../controls/dom.js";
import { createNotice } from "../../controls/notice.js";
import { say, sayAttribute } from "../../i18n/index.js";

/** Bad rows that are named; a file of another kind has only bad ones. */
const MOST_NAMED = 100;
const LEAST = 2;
/** A longer file is not put into the field for text. */
const MOST_SHOWN = 1e6;

/** @typedef {import("../../pkg/descent.js").MeasurementFile} MeasurementFile */

/**
 * @param {{
 *   parse: (text: string) => MeasurementFile | null,
 *   onTake: (points: Float64Array<ArrayBuffer>, header: [string, string] | null) => { inLink: boolean },
 *   most: number,
 * }} options `parse` gives null while the core is not there
 */
export function createCurveFile({ parse, onTake, most }) {
  const text = createText();
  const result = createResult(most);
  const notice = createNotice();

  /** @param {string} content */
  function take(content) {
    notice.hide();
    const file = parse(content);
    if (!file) return;
    const count = file.measurements.length / 2;
    try {
      const taken = count < LEAST ? null : onTake(Float64Array.from(file.measurements), file.header);
      result.show(file, taken);
    } catch (error) {
      result.hide();
      notice.showError(error);
    }
  }

  const picker = createPicker({
    onText(content) {
      text.value = content.length < MOST_SHOWN ? content : "";
      take(content);
    },
    onError: (error) => {
      console.error(error);
      notice.showError({ code: "file-unreadable", details: {} });
    },
  });
  const open = button({ text: "curve.file.open", onPress: () => picker.click() });
  const use = button({ text: "curve.file.use", onPress: () => take(text.value) });
  open.dataset.file = "open";
  use.dataset.file = "use";
  const disclosure = createDisclosure(
    { text: "curve.file" },
    words("p", "caption", "curve.file.note"),
    text,
    element("div", "file-buttons", use, open, picker),
    result.element,
    notice.element,
  );
  return { element: disclosure.element };
}

function createText() {
  const text = element("textarea", "file-text");
  text.rows = 5;
  text.spellcheck = false;
  text.placeholder = "0; 999,84\n4; 999,97\n20; 998,20";
  sayAttribute(text, "aria-label", "curve.file.text");
  return text;
}

/** @param {{ onText: (content: string) => void, onError: (error: unknown) => void }} options */
function createPicker({ onText, onError }) {
  const picker = element("input", "visually-hidden");
  picker.type = "file";
  picker.accept = ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    if (!file) return;
    try {
      onText(decode(new Uint8Array(await file.arrayBuffer())));
    } catch (error) {
      onError(error);
    } finally {
      // The same file may be chosen again after it was mended.
      picker.value = "";
    }
  });
  return picker;
}

/** What became of a table: how many rows were taken, and which were not. @param {number} most */
function createResult(most) {
  const taken = element("p", "caption");
  const bad = element("p", "caption");
  const rows = element("ul", "file-rows");
  const more = element("p", "caption");
  const root = element("div", "file-result", taken, bad, rows, more);
  root.setAttribute("role", "status");
  root.hidden = true;

  return {
    element: root,
    /** @param {MeasurementFile} file @param {{ inLink: boolean } | null} done null: nothing was taken */
    show(file, done) {
      root.hidden = false;
      const count = file.measurements.length / 2;
      say(taken, done ? "curve.file.taken" : "curve.file.too-few", { count });
      more.hidden = !done || (file.beyond === 0 && done.inLink);
      if (file.beyond > 0) say(more, "curve.file.beyond", { count: file.beyond, most });
      else say(more, "curve.file.not-in-link");
      bad.hidden = file.bad.length === 0;
      rows.hidden = bad.hidden;
      say(bad, done ? "curve.file.bad" : "curve.file.bad.none-taken", { count: file.bad.length });
      rows.replaceChildren(...file.bad.slice(0, MOST_NAMED).map(badRow));
    },
    hide() {
      root.hidden = true;
    },
  };
}

/** @param {MeasurementFile["bad"][number]} row */
function badRow({ line, reason, found }) {
  const key = reason === "not-a-number" && found === "" ? "empty" : reason;
  return words("li", "", `curve.file.row.${key}`, { line, found });
}

/**
 * The text of a file: UTF-8, or UTF-16 as spreadsheets export it.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function decode(bytes) {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  return new TextDecoder(utf16 ?? "utf-8").decode(bytes);
}
