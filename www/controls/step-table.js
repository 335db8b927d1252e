// @ts-check
// What happened at each step, the last one lowest: a table that follows the run. A row can be pressed to go there.

import { say } from "../i18n/index.js";
import { element } from "./dom.js";

/** Older rows are told in number only. */
const SHOWN = 200;

/**
 * @typedef {{ heading: () => (Node | string)[], quantity?: import("../lecture/math.js").Quantity }} Column
 *
 * @param {{ columns: readonly Column[], older: string, caption: string, onRow: (t: number) => void }} options `older` is
 *   the key of the line that stands for the rows left out
 */
export function createStepTable({ columns, older, caption, onRow }) {
  const head = element("tr");
  for (const { heading, quantity = "" } of columns) {
    const cell = element("th", quantity, ...heading());
    cell.scope = "col";
    head.append(cell);
  }
  const body = element("tbody");
  const title = element("caption", "visually-hidden");
  say(title, caption);
  const table = element("table", "steps", title, element("thead", "", head), body);
  const more = element("p", "caption steps-older");
  const scroller = element("div", "steps-scroller", more, table);
  scroller.tabIndex = 0;
  const root = element("div", "steps-place", scroller);

  body.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("tr") : null;
    if (row?.dataset.t) onRow(Number(row.dataset.t));
  });

  return {
    element: root,
    /**
     * @param {number} t the last row
     * @param {(k: number) => readonly string[]} cells of row k
     */
    set(t, cells) {
      const from = Math.max(0, t - SHOWN + 1);
      more.hidden = from === 0;
      if (from > 0) say(more, older, { count: from });
      const rows = t - from + 1;
      while (body.rows.length > rows) body.deleteRow(-1);
      while (body.rows.length < rows) {
        const row = body.insertRow();
        for (let i = 0; i < columns.length; i++) row.insertCell();
      }
      for (let i = 0; i < rows; i++) {
        const row = /** @type {HTMLTableRowElement} */ (body.rows[i]);
        row.dataset.t = String(from + i);
        row.classList.toggle("steps-now", i === rows - 1);
        cells(from + i).forEach((text, column) => {
          const cell = /** @type {HTMLTableCellElement} */ (row.cells[column]);
          if (cell.textContent !== text) cell.textContent = text;
        });
      }
      scroller.scrollTop = scroller.scrollHeight;
    },
  };
}
