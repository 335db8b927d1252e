// @ts-check
// Chapter 1: measurements from a table, pasted or from a file. It is said how the table was read; bad rows are named, good
// ones are taken.

import { createDisclosure } from "../../controls/disclosure.js";
import { button, element, words } from "../../controls/dom.js";
import { createNotice } from "../../controls/notice.js";
import { sayAttribute } from "../../i18n/index.js";
import { decode, failure, MOST_BYTES } from "./encoding.js";
import { createChoices } from "./file-choices.js";
import { createResult } from "./file-result.js";

const LEAST = 2;
/** A longer file is not put into the field for text: a browser lays out a million characters in a second. */
const MOST_SHOWN = 2e5;

/** @typedef {import("../../pkg/descent.js").MeasurementFile} MeasurementFile */
/** @typedef {{ columns: readonly [number, number] | null, decimal: string | null }} Wish */

/**
 * @param {{
 *   parse: (text: string, wish: Wish) => MeasurementFile | null,
 *   onTake: (points: Float64Array<ArrayBuffer>, header: [string, string] | null, left: number) => { inLink: boolean },
 *   most: number,
 * }} options `parse` gives null while the core is not there; `left`: rows that were not taken
 */
export function createCurveFile({ parse, onTake, most }) {
  const text = createText();
  const result = createResult(most);
  const notice = createNotice();
  /** @type {{ text: string, encoding: string | null }} */
  let content = { text: "", encoding: null };
  /** @type {Wish} */
  let wish = { columns: null, decimal: null };
  const choices = createChoices((wanted) => {
    wish = { ...wish, ...wanted };
    take();
  });

  function take() {
    notice.hide();
    if (content.text.length > MOST_BYTES) return fail(failure("file-too-large", { most: MOST_BYTES / 1e6 }));
    const file = parse(content.text, wish);
    if (!file) return;
    choices.show(file);
    const count = file.measurements.length / 2;
    try {
      const left = file.bad_count + file.beyond;
      const taken = count < LEAST ? null : onTake(Float64Array.from(file.measurements), file.header, left);
      result.show(file, taken, content.encoding);
    } catch (error) {
      fail(error);
    }
  }

  /** @param {unknown} error */
  function fail(error) {
    result.hide();
    choices.hide();
    notice.showError(error);
  }

  /** @param {typeof content} next */
  function takeNew(next) {
    content = next;
    wish = { columns: null, decimal: null };
    take();
  }

  const picker = createPicker({
    onContent(next) {
      text.value = next.text.length < MOST_SHOWN ? next.text : "";
      takeNew(next);
    },
    onError: fail,
  });
  const open = button({ text: "curve.file.open", onPress: () => picker.click() });
  const use = button({
    text: "curve.file.use",
    onPress: () => takeNew({ text: text.value, encoding: null }),
  });
  open.dataset.file = "open";
  use.dataset.file = "use";
  const disclosure = createDisclosure(
    { text: "curve.file" },
    words("p", "caption", "curve.file.note"),
    text,
    element("div", "file-buttons", use, open, picker),
    result.element,
    choices.element,
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

/** @param {{ onContent: (content: { text: string, encoding: string }) => void, onError: (error: unknown) => void }} options */
function createPicker({ onContent, onError }) {
  const picker = element("input", "visually-hidden");
  picker.type = "file";
  picker.accept = ".csv,.tsv,.txt,.dat,text/csv,text/tab-separated-values,text/plain";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    if (!file) return;
    try {
      if (file.size > MOST_BYTES) throw failure("file-too-large", { most: MOST_BYTES / 1e6 });
      onContent(decode(new Uint8Array(await bytesOf(file))));
    } catch (error) {
      onError(error);
    } finally {
      // The same file may be chosen again after it was mended.
      picker.value = "";
    }
  });
  return picker;
}

/** @param {File} file */
async function bytesOf(file) {
  try {
    return await file.arrayBuffer();
  } catch (error) {
    console.error(error);
    throw failure("file-unreadable");
  }
}
