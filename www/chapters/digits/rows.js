// @ts-check
// Chapter 4, below: the rows of V as pictures.

import { mountPlot } from "../../chart/canvas.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { say } from "../../i18n/index.js";
import { gridLayout } from "./grid-layout.js";
import { createWeightGrid } from "./weight-grid.js";

/** @param {{ onVisible: (rows: boolean) => void }} options `onVisible`: the rows are copied only while they can be seen */
export function createRows({ onVisible }) {
  let rows = new Float32Array(0);
  let hidden = 0;
  const draw = createWeightGrid();
  const figure = createFigure({ className: "rows", label: "digits.rows.label" });
  const text = element("p", "section-text");
  const plot = mountPlot(figure.canvas, (ctx, { width, ratio, colours }) => {
    draw(ctx, rows, { width, ratio, colours });
  });

  function fit() {
    const { height } = gridLayout(hidden, figure.element.clientWidth);
    figure.canvas.style.height = `${height}px`;
  }
  let frame = 0;
  // In the next frame: the height changes the size that is being watched, which within this frame would be a loop.
  const resize = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  });
  resize.observe(figure.element);
  const watcher = new IntersectionObserver(([entry]) => onVisible(entry?.isIntersecting ?? false), {
    rootMargin: "200px",
  });
  watcher.observe(figure.element);

  const title = words("h2", "section-title", "digits.rows.title");
  return {
    element: element("section", "section", title, text, figure.element),
    /** @param {number} next H */
    setHidden(next) {
      if (next === hidden) return;
      hidden = next;
      say(text, "digits.rows.text", { hidden });
      fit();
    },
    /** @param {Float32Array<ArrayBuffer>} next H × 784 */
    set(next) {
      rows = next;
      plot.redraw();
    },
    destroy() {
      resize.disconnect();
      cancelAnimationFrame(frame);
      watcher.disconnect();
      plot.destroy();
    },
  };
}
