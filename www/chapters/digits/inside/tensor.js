// @ts-check
// ∂ε/∂V = ∂ε/∂p⃗ ⊗ x⃗ as a picture: column × row is a matrix whose rows are all the same image, each with a strength and a
// sign of its own. A row is a hidden unit and can be chosen.

import { mountPlot } from "../../../chart/canvas.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { math } from "../../../lecture/math.js";
import { equalsOf, symbolOf } from "../../../lecture/notation.js";
import { cornerOf, gridLayout, placeAt } from "../below/grid-layout.js";
import { drawNumbers } from "../below/rows-drawing.js";
import { createWeightGrid } from "../weight-grid.js";

/** @typedef {import("./session.js").Inside} Inside */

const VECTORS = { vectors: true };

/** @param {Inside} inside */
export function createTensor(inside) {
  const figure = createFigure({ className: "inside-tensor", label: "digits.inside.tensor.label" });
  const drawRows = createWeightGrid();
  let rows = new Float32Array(0);
  const plot = mountPlot(figure.canvas, (ctx, { width, ratio, colours }) => {
    const layout = gridLayout(inside.hidden, width);
    drawRows(ctx, rows, { layout, cornerOf: (place) => cornerOf(layout, place), ratio, colours });
    // Under each row its factor, ∂ε/∂p_i.
    const weights = inside.trace?.d_p ?? null;
    drawNumbers(ctx, { layout, count: inside.hidden, order: null, weights, marked: inside.unit, colours });
  });

  /** @param {MouseEvent} event */
  function unitAt(event) {
    const box = figure.canvas.getBoundingClientRect();
    const layout = gridLayout(inside.hidden, figure.canvas.clientWidth);
    return placeAt(layout, inside.hidden, event.clientX - box.left, event.clientY - box.top);
  }
  figure.canvas.addEventListener("click", (event) => {
    const unit = unitAt(event);
    if (unit !== null) inside.setUnit(unit);
  });
  figure.canvas.addEventListener("pointermove", (event) => {
    const unit = unitAt(event);
    if (event.pointerType !== "touch") inside.pass(unit === null ? {} : { unit });
  });
  figure.canvas.addEventListener("pointerleave", () => inside.pass({}));

  /** Only where another number of units, or another width, asks for it. */
  function fit() {
    const { height } = gridLayout(inside.hidden, figure.element.clientWidth || 600);
    figure.canvas.style.height = `${height}px`;
  }

  const formula = math([symbolOf("d_V", VECTORS), "=", ...equalsOf("d_V", VECTORS)]);
  const root = element(
    "div",
    "inside-tensor-block",
    element("p", "inside-tensor-formula", formula),
    words("p", "inside-text", "digits.inside.tensor"),
    figure.element,
  );
  return {
    element: root,
    show() {
      const next = inside.way === "back" ? inside.trace?.d_V : null;
      root.hidden = !next;
      if (!next) return;
      rows = next;
      fit();
      plot.redraw();
    },
    destroy: plot.destroy,
  };
}
