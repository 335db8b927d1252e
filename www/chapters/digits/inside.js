// @ts-check
// Chapter 4, below: what the network has become. The rows of V as pictures, and what is taken for what.

import { mountPlot } from "../../chart/canvas.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage, say } from "../../i18n/index.js";
import { percent } from "../../i18n/numbers.js";
import { confusionHit, confusionLayout, drawConfusion } from "./confusion.js";
import { gridLayout } from "./grid-layout.js";
import { createWeightGrid } from "./weight-grid.js";

/** @param {{ onVisible: (rows: boolean) => void }} options `onVisible`: the rows are copied only while they can be seen */
export function createRows({ onVisible }) {
  let rows = new Float32Array(0);
  let hidden = 0;
  const grid = createWeightGrid();
  const figure = createFigure({ className: "rows", label: "digits.rows.label" });
  const text = element("p", "section-text");
  const plot = mountPlot(figure.canvas, (ctx, { width, ratio, colours }) => {
    grid.draw(ctx, rows, { width, ratio, colours });
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

  return {
    element: element(
      "section",
      "section",
      words("h2", "section-title", "digits.rows.title"),
      text,
      figure.element,
    ),
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

export function createConfusion() {
  /** @type {Uint32Array<ArrayBuffer> | null} */
  let counts = null;
  /** @type {{ label: number, answer: number } | null} */
  let marked = null;
  const figure = createFigure({ className: "confusion", label: "digits.confusion.label" });
  const reading = element("p", "caption confusion-reading");
  reading.setAttribute("aria-live", "polite");

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    if (counts) drawConfusion(ctx, counts, { layout: confusionLayout(width, height), marked, colours });
  });

  /** @param {MouseEvent} event */
  function point(event) {
    const box = figure.canvas.getBoundingClientRect();
    const layout = confusionLayout(box.width, box.height);
    marked = counts ? confusionHit(layout, event.clientX - box.left, event.clientY - box.top) : null;
    tell();
    plot.redraw();
  }
  figure.canvas.addEventListener("pointermove", point);
  figure.canvas.addEventListener("click", point);

  function tell() {
    if (!counts) {
      say(reading, "digits.confusion.empty");
    } else if (marked && marked.label !== marked.answer) {
      const { label, answer } = marked;
      say(reading, "digits.confusion.pair", { label, answer, count: Number(counts[label * 10 + answer]) });
    } else {
      const digit = marked?.label ?? worst(counts);
      const total = counts.subarray(digit * 10, digit * 10 + 10).reduce((sum, count) => sum + count, 0);
      const share = total > 0 ? Number(counts[digit * 11]) / total : 0;
      say(reading, marked ? "digits.confusion.digit" : "digits.confusion.worst", {
        digit,
        share: () => percent(share, 1),
      });
    }
  }
  const stopLanguage = onLanguage(() => plot.redraw());
  tell();

  return {
    element: element(
      "section",
      "section",
      words("h2", "section-title", "digits.confusion.title"),
      words("p", "section-text", "digits.confusion.text"),
      figure.element,
      reading,
    ),
    /** @param {Uint32Array<ArrayBuffer> | null} next row = label, column = answer */
    set(next) {
      // Every snapshot brings it; it changes with an evaluation only.
      if (isSame(next, counts)) return;
      counts = next;
      figure.element.classList.toggle("confusion-none", counts === null);
      tell();
      plot.redraw();
    },
    destroy() {
      stopLanguage();
      plot.destroy();
    },
  };
}

/**
 * @param {Uint32Array | null} a
 * @param {Uint32Array | null} b
 */
function isSame(a, b) {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((count, i) => count === b[i]);
}

/**
 * The digit with the smallest share of right answers.
 * @param {Uint32Array} counts
 */
function worst(counts) {
  let found = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let digit = 0; digit < 10; digit++) {
    const total = counts.subarray(digit * 10, digit * 10 + 10).reduce((sum, count) => sum + count, 0);
    const share = Number(counts[digit * 11]) / Math.max(1, total);
    if (share < least) {
      least = share;
      found = digit;
    }
  }
  return found;
}
