// @ts-check
// Chapter 4, below: the confusion matrix. A cell says how often, and opens its images.

import { mountPlot } from "../../../chart/canvas.js";
import { createReadout } from "../../../chart/readout.js";
import { button, element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { onLanguage, say, t } from "../../../i18n/index.js";
import { percent } from "../../../i18n/numbers.js";
import { confusionTable } from "../table.js";
import { confusionHit, confusionLayout, drawConfusion } from "./confusion-drawing.js";
import { createConfusionTable } from "./confusion-table.js";

const DIGITS = 10;

/** @typedef {import("./confusion-drawing.js").Cell} Cell */
/** @typedef {import("../../../pkg/descent.js").ConfusionSummary} Summary */
/** @typedef {{ counts: Uint32Array<ArrayBuffer>, summary: Summary }} Known */

/**
 * @param {{ names: import("../class-names.js").ClassNames, announce: (text: string) => void, onOpen: (subject: import("../mistakes/session.js").Subject) => void }} options
 *   `onOpen`: images are to be seen
 */
export function createConfusion({ names, announce, onOpen }) {
  /** @type {Known | null} */
  let known = null;
  /** @type {Cell | null} */
  let marked = null;
  const figure = createFigure({ className: "confusion", label: "digits.confusion.label" });
  const table = createConfusionTable();
  const reading = element("p", "caption confusion-reading");

  const plot = mountPlot(
    figure.canvas,
    (ctx, { width, height, colours }) => {
      if (known)
        drawConfusion(ctx, known.counts, { layout: confusionLayout(width, height), marked, colours });
    },
    { numbers: () => (known ? confusionTable(known.counts) : []) },
  );
  const show = () => {
    const { key, params } = wordsFor(marked, known, names);
    say(reading, key, params);
    figure.canvas.style.cursor = marked && countOf(marked, known) > 0 ? "pointer" : "";
    plot.redraw();
  };
  const readout = createReadout(figure.canvas, {
    nearest(px, py) {
      const { clientWidth, clientHeight } = figure.canvas;
      return keyOf(known && confusionHit(confusionLayout(clientWidth, clientHeight), px, py));
    },
    neighbour: (key, towards) => keyOf(known && moved(cellOf(key), { answer: towards })),
    above: (key, towards) => keyOf(known && moved(cellOf(key), { label: -towards })),
    read(key) {
      const { key: text, params } = wordsFor(cellOf(key), known, names);
      return { x: 0, y: 0, lines: [t(text, params)] };
    },
    open(key) {
      const cell = cellOf(key);
      if (cell && countOf(cell, known) > 0) onOpen(cell);
    },
    redraw() {
      marked = cellOf(readout.key);
      show();
    },
    announce,
  });
  const stops = [onLanguage(plot.redraw), names.on("change", show)];
  const asks = createAsks(onOpen);
  show();

  const title = words("h2", "section-title", "digits.confusion.title");
  const text = words("p", "section-text", "digits.confusion.text");
  return {
    element: element("section", "section", title, text, figure.element, table.element, reading, asks.element),
    /**
     * @param {Uint32Array<ArrayBuffer> | null} counts row = label, column = answer
     * @param {(counts: Uint32Array<ArrayBuffer>) => Summary} summarise
     */
    set(counts, summarise) {
      // Every snapshot brings it; it changes with an evaluation only.
      if (isSame(counts, known?.counts ?? null)) return;
      known = counts && { counts, summary: summarise(counts) };
      figure.element.classList.toggle("confusion-none", known === null);
      table.set(counts);
      show();
    },
    setAskable: asks.setReady,
    destroy() {
      for (const stop of stops) stop();
      readout.destroy();
      plot.destroy();
    },
  };
}

/** What there is to see besides a single cell. @param {(subject: import("../mistakes/session.js").Subject) => void} onOpen */
function createAsks(onOpen) {
  /** @type {readonly { name: string, subject: import("../mistakes/session.js").Subject }[]} */
  const asks = [
    { name: "mistakes", subject: { view: "mistakes" } },
    { name: "images", subject: { view: "test" } },
  ];
  const made = asks.map(({ name, subject }) => {
    const ask = button({ text: `digits.below.${name}`, className: "ask", onPress: () => onOpen(subject) });
    ask.dataset.ask = name;
    ask.disabled = true;
    return ask;
  });
  return {
    element: element("div", "asks", ...made),
    /** There is a training to look into. */
    setReady() {
      for (const ask of made) ask.disabled = false;
    },
  };
}

/** A cell as one number. @param {Cell | null} cell */
const keyOf = (cell) => cell && cell.label * DIGITS + cell.answer;

/** @param {number | null} key @returns {Cell | null} */
const cellOf = (key) => (key === null ? null : { label: Math.floor(key / DIGITS), answer: key % DIGITS });

/** @param {Cell} cell @param {Known | null} known */
const countOf = ({ label, answer }, known) => Number(known?.counts[label * DIGITS + answer] ?? 0);

/**
 * The next cell; the edge is where the arrows stay.
 * @param {Cell | null} cell
 * @param {Partial<Cell>} by
 * @returns {Cell}
 */
function moved(cell, { label = 0, answer = 0 }) {
  if (!cell) return label + answer < 0 ? { label: DIGITS - 1, answer: DIGITS - 1 } : { label: 0, answer: 0 };
  const inside = (/** @type {number} */ at) => Math.min(DIGITS - 1, Math.max(0, at));
  return { label: inside(cell.label + label), answer: inside(cell.answer + answer) };
}

/**
 * What there is to say of a cell; without one, of the digit with the most mistakes.
 * @param {Cell | null} cell
 * @param {Known | null} known
 * @param {import("../class-names.js").ClassNames} names
 * @returns {{ key: string, params?: import("../../../i18n/index.js").Params }}
 */
function wordsFor(cell, known, names) {
  if (!known) return { key: "digits.confusion.empty" };
  if (cell && cell.label !== cell.answer) {
    const count = countOf(cell, known);
    return {
      key: "digits.confusion.pair",
      params: { label: names.of(cell.label), answer: names.of(cell.answer), count },
    };
  }
  const { summary } = known;
  const digit = cell?.label ?? summary.worst;
  const share = () => percent(Number(summary.shares[digit]), 1);
  return {
    key: cell ? "digits.confusion.digit" : "digits.confusion.worst",
    params: { digit: names.of(digit), share },
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
