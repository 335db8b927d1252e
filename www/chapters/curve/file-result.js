// @ts-check
// Chapter 1: what became of a table. How many rows were taken, how they were read, and which were not.

import { element, words } from "../../controls/dom.js";
import { say } from "../../i18n/index.js";

/** @typedef {import("../../pkg/descent.js").MeasurementFile} MeasurementFile */

/** What separates columns, decimals and thousands, in words. @type {Readonly<Record<string, string>>} */
const MARKS = { ";": "semicolon", ",": "comma", "\t": "tab", " ": "space", ".": "point" };

/** @param {number} most measurements that are taken */
export function createResult(most) {
  const taken = element("p", "caption");
  const how = element("p", "caption file-how");
  const bad = element("p", "caption");
  const rows = element("ul", "file-rows");
  const more = element("p", "caption");
  const root = element("div", "file-result", taken, how, bad, rows, more);
  root.setAttribute("role", "status");
  root.hidden = true;

  return {
    element: root,
    /**
     * @param {MeasurementFile} file
     * @param {{ inLink: boolean } | null} done null: nothing was taken
     * @param {string | null} encoding of a file's text
     */
    show(file, done, encoding) {
      root.hidden = false;
      const count = file.measurements.length / 2;
      const { trouble } = file;
      if (trouble?.code === "too-many-rows")
        say(taken, "curve.file.too-many-rows", { rows: trouble.rows, most: trouble.most });
      else if (trouble) say(taken, "curve.file.unclear", { line: trouble.line, found: trouble.found });
      else say(taken, done ? "curve.file.taken" : "curve.file.too-few", { count });
      how.hidden = trouble !== null;
      how.replaceChildren(...howRead(file, encoding).flatMap((sentence) => [sentence, " "]));
      more.hidden = !done || (file.beyond === 0 && done.inLink);
      if (file.beyond > 0) say(more, "curve.file.beyond", { count: file.beyond, most });
      else say(more, "curve.file.not-in-link");
      bad.hidden = file.bad_count === 0;
      rows.hidden = bad.hidden;
      say(bad, done ? "curve.file.bad" : "curve.file.bad.none-taken", { count: file.bad_count });
      rows.replaceChildren(...file.bad.map((row) => badRow(row, file.names.length)));
      const unnamed = file.bad_count - file.bad.length;
      if (unnamed > 0) rows.append(words("li", "", "curve.file.row.more", { count: unnamed }));
    },
    hide() {
      root.hidden = true;
    },
  };
}

/**
 * How the text was understood, a sentence each.
 * @param {MeasurementFile} file
 * @param {string | null} encoding
 */
function howRead({ separator, decimal, groups, names, columns }, encoding) {
  const said = [];
  if (separator !== null) {
    const name = MARKS[separator] ?? "other";
    said.push(words("span", "", `curve.file.separator.${name}`, { mark: separator }));
  }
  if (decimal) said.push(words("span", "", `curve.file.decimal.${MARKS[decimal] ?? "both"}`));
  for (const mark of groups) said.push(words("span", "", `curve.file.groups.${MARKS[mark]}`));
  if (encoding !== null) said.push(words("span", "", "curve.file.encoding", { encoding }));
  const [x, l] = columns.map((index) => names[index] ?? "");
  if (x || l) said.push(words("span", "", "curve.file.names", { x: x || "x", l: l || "l" }));
  return said;
}

/**
 * @param {MeasurementFile["bad"][number]} row
 * @param {number} columns that the other rows have
 */
function badRow({ line, reason, found }, columns) {
  if (reason === "columns") {
    const key = columns > 1 ? "curve.file.row.columns" : "curve.file.row.one-column";
    return words("li", "", key, { line, found: Number(found), columns });
  }
  const key = reason === "not-a-number" && found === "" ? "empty" : reason;
  return words("li", "", `curve.file.row.${key}`, { line, found });
}
