// @ts-check
// Chapter 4, below: the confusion matrix. Rows are labels, columns are answers. What is right steps back; mistakes are to
// be seen.

import { drawSymbol } from "../../chart/axes.js";
import { mountPlot } from "../../chart/canvas.js";
import { createReadout } from "../../chart/readout.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage, say, t } from "../../i18n/index.js";
import { number, percent, plain } from "../../i18n/numbers.js";

const DIGITS = 10;

/** @typedef {{ label: number, answer: number }} Cell */
/** @typedef {import("../../pkg/descent.js").ConfusionSummary} Summary */

/** @param {{ announce: (text: string) => void }} options */
export function createConfusion({ announce }) {
  /** @type {{ counts: Uint32Array<ArrayBuffer>, summary: Summary } | null} */
  let known = null;
  /** @type {Cell | null} */
  let marked = null;
  const figure = createFigure({ className: "confusion", label: "digits.confusion.label" });
  const reading = element("p", "caption confusion-reading");

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    if (known) drawConfusion(ctx, known.counts, { layout: confusionLayout(width, height), marked, colours });
  });
  const show = () => {
    const { key, params } = wordsFor(marked, known);
    say(reading, key, params);
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
      const { key: text, params } = wordsFor(cellOf(key), known);
      return { x: 0, y: 0, lines: [t(text, params)] };
    },
    redraw() {
      marked = cellOf(readout.key);
      show();
    },
    announce,
  });
  const stopLanguage = onLanguage(plot.redraw);
  show();

  const title = words("h2", "section-title", "digits.confusion.title");
  const text = words("p", "section-text", "digits.confusion.text");
  return {
    element: element("section", "section", title, text, figure.element, reading),
    /**
     * @param {Uint32Array<ArrayBuffer> | null} counts row = label, column = answer
     * @param {(counts: Uint32Array<ArrayBuffer>) => Summary} summarise
     */
    set(counts, summarise) {
      // Every snapshot brings it; it changes with an evaluation only.
      if (isSame(counts, known?.counts ?? null)) return;
      known = counts && { counts, summary: summarise(counts) };
      figure.element.classList.toggle("confusion-none", known === null);
      show();
    },
    destroy() {
      stopLanguage();
      readout.destroy();
      plot.destroy();
    },
  };
}

/** A cell as one number. @param {Cell | null} cell */
const keyOf = (cell) => cell && cell.label * DIGITS + cell.answer;

/** @param {number | null} key @returns {Cell | null} */
const cellOf = (key) => (key === null ? null : { label: Math.floor(key / DIGITS), answer: key % DIGITS });

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
 * @param {{ counts: Uint32Array, summary: Summary } | null} known
 * @returns {{ key: string, params?: import("../../i18n/index.js").Params }}
 */
function wordsFor(cell, known) {
  if (!known) return { key: "digits.confusion.empty" };
  const { counts, summary } = known;
  if (cell && cell.label !== cell.answer) {
    const count = Number(counts[cell.label * DIGITS + cell.answer]);
    return { key: "digits.confusion.pair", params: { ...cell, count } };
  }
  const digit = cell?.label ?? summary.worst;
  const share = () => percent(Number(summary.shares[digit]), 1);
  return { key: cell ? "digits.confusion.digit" : "digits.confusion.worst", params: { digit, share } };
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
 * @typedef {Object} ConfusionLayout
 * @property {number} left of the first cell
 * @property {number} top of the first cell
 * @property {number} cell side
 */

/**
 * The largest square matrix that fits, with room for the digits at its left and above.
 * @param {number} width
 * @param {number} height
 * @returns {ConfusionLayout}
 */
export function confusionLayout(width, height) {
  const left = 36;
  const top = 36;
  const cell = Math.max(1, Math.floor(Math.min(width - left - 1, height - top - 1) / DIGITS));
  return { left, top, cell };
}

/**
 * The cell at a point, or null.
 * @param {ConfusionLayout} layout
 * @param {number} x
 * @param {number} y
 * @returns {Cell | null}
 */
export function confusionHit({ left, top, cell }, x, y) {
  const answer = Math.floor((x - left) / cell);
  const label = Math.floor((y - top) / cell);
  const inside = answer >= 0 && answer < DIGITS && label >= 0 && label < DIGITS;
  return inside ? { label, answer } : null;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number>} counts 100 numbers, row by row
 * @param {{ layout: ConfusionLayout, marked?: Cell | null, colours: import("../../chart/colours.js").Colours }} look
 */
export function drawConfusion(ctx, counts, { layout, marked = null, colours }) {
  const { left, top, cell } = layout;
  const size = DIGITS * cell;
  let most = 1;
  for (let i = 0; i < DIGITS * DIGITS; i++) if (i % (DIGITS + 1) !== 0) most = Math.max(most, counts[i] ?? 0);

  ctx.save();
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.font = `${cell < 34 ? 12 : 13}px ${colours.font}`;
  for (let label = 0; label < DIGITS; label++) {
    for (let answer = 0; answer < DIGITS; answer++) {
      const count = counts[label * DIGITS + answer] ?? 0;
      const x = left + answer * cell;
      const y = top + label * cell;
      const right = label === answer;
      if (right) {
        ctx.fillStyle = colours.muted;
        ctx.globalAlpha = 0.12;
        ctx.fillRect(x, y, cell, cell);
      } else if (count > 0) {
        ctx.fillStyle = colours.error;
        // The root keeps a single mistake visible beside the commonest.
        ctx.globalAlpha = 0.08 + 0.5 * Math.sqrt(count / most);
        ctx.fillRect(x, y, cell, cell);
      }
      ctx.globalAlpha = 1;
      if (count === 0 && !right) continue;
      ctx.fillStyle = right ? colours.muted : colours.ink;
      // A number that does not fit its cell, not even without its comma, is left to the read-out.
      const text = [number(count), plain(count)].find((said) => ctx.measureText(said).width <= cell - 2);
      if (text) ctx.fillText(text, x + cell / 2, y + cell / 2 + 0.5);
    }
  }

  ctx.strokeStyle = colours.grid;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let i = 0; i <= DIGITS; i++) {
    ctx.moveTo(left + i * cell + 0.5, top);
    ctx.lineTo(left + i * cell + 0.5, top + size);
    ctx.moveTo(left, top + i * cell + 0.5);
    ctx.lineTo(left + size, top + i * cell + 0.5);
  }
  ctx.stroke();

  for (let digit = 0; digit < DIGITS; digit++) {
    const at = (digit + 0.5) * cell;
    ctx.fillStyle = marked?.answer === digit ? colours.ink : colours.muted;
    ctx.fillText(String(digit), left + at, top - 12);
    ctx.fillStyle = marked?.label === digit ? colours.ink : colours.muted;
    ctx.fillText(String(digit), left - 12, top + at + 0.5);
  }
  const symbol = /** @type {const} */ ({ align: "center", baseline: "middle", colours });
  drawSymbol(ctx, "l", left - 26, top + size / 2, { ...symbol, colour: colours.label });
  drawSymbol(ctx, "z", left + size / 2, top - 28, { ...symbol, colour: colours.activation });

  if (marked) {
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 2;
    ctx.strokeRect(left + marked.answer * cell + 0.5, top + marked.label * cell + 0.5, cell, cell);
  }
  ctx.restore();
}
