// @ts-check
// The strokes file: saved, opened, and what was left out of an opened one, line by line.

import { button, element, words } from "../../../controls/dom.js";
import { icon } from "../../../controls/icons.js";
import { saveFile } from "../../../controls/save.js";
import { hasText, say } from "../../../i18n/index.js";

/** @typedef {import("../../../pkg/descent.js").StrokesFile} StrokesFile */

/** Bad lines that are named; a file of another kind has only bad ones. */
const MOST_NAMED = 20;
const NAME = "drawings.ndjson";

/**
 * @param {{ write: () => Promise<string>, read: (text: string) => Promise<StrokesFile>,
 *   onError: (error: unknown) => void }} options
 */
export function createStrokesFile({ write, read, onError }) {
  const report = createReport();
  const save = button({ text: "digits.collected.save", icon: icon("download"), onPress: store });
  save.dataset.collected = "save";
  const picker = element("input", "visually-hidden");
  picker.type = "file";
  picker.accept = ".ndjson,.jsonl,.json,.txt";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  picker.dataset.collected = "picker";
  picker.addEventListener("change", async () => {
    const [file] = picker.files ?? [];
    if (!file) return;
    try {
      report.show(await read(await file.text()));
    } catch (error) {
      onError(error);
    } finally {
      // The same file may be chosen again after it was mended.
      picker.value = "";
    }
  });
  const open = button({ text: "digits.collected.open", onPress: () => picker.click() });

  async function store() {
    try {
      saveFile(new TextEncoder().encode(await write()), NAME);
    } catch (error) {
      onError(error);
    }
  }

  return {
    tools: [save, open, picker],
    report: report.element,
    /** @param {boolean} empty there is nothing to save */
    setEmpty(empty) {
      save.disabled = empty;
    },
  };
}

/** What became of a file. */
function createReport() {
  const taken = element("p", "caption");
  const bad = element("p", "caption");
  const lines = element("ul", "file-lines");
  const root = element("div", "file-report", taken, bad, lines);
  root.setAttribute("role", "status");
  root.hidden = true;
  return {
    element: root,
    /** @param {StrokesFile} file */
    show({ labels, bad: named, left_out }) {
      root.hidden = false;
      say(taken, "digits.collected.taken", { count: labels.length });
      bad.hidden = left_out === 0;
      lines.hidden = left_out === 0;
      say(bad, "digits.collected.bad", { count: left_out });
      lines.replaceChildren(...named.slice(0, MOST_NAMED).map(lineOf));
    },
  };
}

/** @param {StrokesFile["bad"][number]} bad */
function lineOf({ line, code, details }) {
  const key = `digits.collected.${code}`;
  return words("li", "", hasText(key) ? key : "digits.collected.strokes-syntax", {
    column: "",
    found: "",
    name: "",
    ...details,
    line,
  });
}
