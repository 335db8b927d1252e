// @ts-check
// The confusion matrix as a table for those who cannot see its picture.

import { element, words } from "../../../controls/dom.js";
import { number } from "../../../i18n/numbers.js";

const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);

export function createConfusionTable() {
  const cells = DIGITS.map(() => DIGITS.map(() => element("td")));
  const head = element("tr", "", words("td", "", "digits.confusion.corner"), ...DIGITS.map(heading("col")));
  const rows = cells.map((row, label) => element("tr", "", heading("row")(label), ...row));
  const table = element("table", "", words("caption", "", "digits.confusion.table"), head, ...rows);
  // A table takes the width that it needs, whatever a style sheet says: only what is around it can be hidden.
  const root = element("div", "visually-hidden", table);
  root.hidden = true;
  return {
    element: root,
    /** @param {Uint32Array | null} counts row = label, column = answer */
    set(counts) {
      root.hidden = counts === null;
      cells.forEach((row, label) => {
        row.forEach((cell, answer) => {
          const text = number(counts?.[label * DIGITS.length + answer] ?? 0);
          if (cell.textContent !== text) cell.textContent = text;
        });
      });
    },
  };
}

/** @param {"col" | "row"} scope @returns {(digit: number) => HTMLElement} */
function heading(scope) {
  return (digit) => {
    const made = element("th", "", String(digit));
    made.scope = scope;
    return made;
  };
}
