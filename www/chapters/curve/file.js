// @ts-check
// Chapter 1: measurements from a table of two columns, pasted or from a file. Bad rows are named, good ones are taken.

import { createDisclosure } from "../../controls/disclosure.js";
import { button, element, words } from "../../controls/dom.js";
import { createNotice } from "../../controls/notice.js";
import { say, sayAttribute } from "../../i18n/index.js";

/** Bad rows that are named; a file of another kind has only bad ones. */
const MOST_NAMED = 100;
const LEAST = 2;

/** @typedef {import("../../types/core.js").MeasurementFile} MeasurementFile */

/**
 * @param {{
 *   parse: (text: string) => MeasurementFile | null,
 *   onTake: (points: Float64Array<ArrayBuffer>, header: [string, string] | null) => { inLink: boolean },
 *   most: number,
 * }} options `parse` gives null while the core is not there
 */
export function createCurveFile({ parse, onTake, most }) {
  const text = element("textarea", "file-text");
  text.rows = 5;
  text.spellcheck = false;
  text.placeholder = "0; 999,84\n4; 999,97\n20; 998,20";
  sayAttribute(text, "aria-label", "curve.file.text");
  const picker = element("input", "visually-hidden");
  picker.type = "file";
  picker.accept = ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  const open = button({ text: "curve.file.open", onPress: () => picker.click() });
  const use = button({ text: "curve.file.use", onPress: () => take(text.value) });
  open.dataset.file = "open";
  use.dataset.file = "use";
  const taken = element("p", "caption");
  const bad = element("p", "caption");
  const rows = element("ul", "file-rows");
  const more = element("p", "caption");
  const result = element("div", "file-result", taken, bad, rows, more);
  result.setAttribute("role", "status");
  result.hidden = true;
  const notice = createNotice();

  const disclosure = createDisclosure(
    { text: "curve.file" },
    words("p", "caption", "curve.file.note"),
    text,
    element("div", "file-buttons", use, open, picker),
    result,
    notice.element,
  );

  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    if (!file) return;
    try {
      const content = decode(new Uint8Array(await file.arrayBuffer()));
      text.value = content.length < 1e6 ? content : "";
      take(content);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      notice.showError({ code: "file-unreadable", details: { what } });
    } finally {
      // The same file may be chosen again after it was mended.
      picker.value = "";
    }
  });

  /** @param {string} content */
  function take(content) {
    notice.hide();
    const file = parse(content);
    if (!file) return;
    const count = file.measurements.length / 2;
    result.hidden = false;
    more.hidden = true;
    if (count < LEAST) {
      say(taken, "curve.file.too-few", { count });
    } else {
      try {
        const { inLink } = onTake(Float64Array.from(file.measurements), file.header);
        say(taken, "curve.file.taken", { count });
        if (file.beyond > 0) say(more, "curve.file.beyond", { count: file.beyond, most });
        else if (!inLink) say(more, "curve.file.not-in-link");
        more.hidden = file.beyond === 0 && inLink;
      } catch (error) {
        result.hidden = true;
        notice.showError(error);
        return;
      }
    }
    nameBad(file.bad, count < LEAST);
  }

  /** @param {MeasurementFile["bad"]} found @param {boolean} nothingTaken */
  function nameBad(found, nothingTaken) {
    bad.hidden = found.length === 0;
    rows.hidden = found.length === 0;
    if (found.length > 0)
      say(bad, nothingTaken ? "curve.file.bad.none-taken" : "curve.file.bad", { count: found.length });
    rows.replaceChildren(
      ...found.slice(0, MOST_NAMED).map(({ line, reason, found: what }) => {
        const key = reason === "not-a-number" && what === "" ? "empty" : reason;
        return words("li", "", `curve.file.row.${key}`, { line, found: what });
      }),
    );
  }

  return { element: disclosure.element };
}

/**
 * The text of a file: UTF-8, or UTF-16 as spreadsheets export it.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function decode(bytes) {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  return new TextDecoder(utf16 ?? "utf-8").decode(bytes);
}
