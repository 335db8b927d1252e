// @ts-check
// A row of V after a lesson; it lights up once, and opens what this unit does.

import { mountPlot } from "../../../chart/canvas.js";
import { element, words } from "../../../controls/dom.js";
import { sayAttribute } from "../../../i18n/index.js";
import { figures } from "../../../i18n/numbers.js";
import { createWeightGrid } from "../weight-grid.js";

/**
 * @param {import("./session.js").Row} row
 * @param {(unit: number) => void} onPress
 */
export function createRow({ unit, norm, weights }, onPress) {
  const canvas = element("canvas", "teach-row-picture");
  canvas.setAttribute("aria-hidden", "true");
  const draw = createWeightGrid();
  const plot = mountPlot(canvas, (ctx, { width, ratio, colours }) => {
    const layout = { columns: 1, rows: 1, side: width };
    draw(ctx, weights, { layout, cornerOf: () => ({ x: 0, y: 0 }), ratio, colours });
  });
  const params = { number: String(unit + 1), norm: () => figures(norm) };
  const open = element("button", "teach-row", canvas, words("span", "caption", "digits.teach.row", params));
  open.type = "button";
  open.dataset.unit = String(unit);
  sayAttribute(open, "title", "digits.teach.row.norm", params);
  open.addEventListener("click", () => onPress(unit));
  return { element: element("li", "", open), destroy: plot.destroy };
}
