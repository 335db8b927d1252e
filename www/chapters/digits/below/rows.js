// @ts-check
// Chapter 4, below: the rows of V as pictures, numbered, sorted as the reader likes. One that is pointed at says what it is,
// and opens.

import { mountPlot } from "../../../chart/canvas.js";
import { createReadout } from "../../../chart/readout.js";
import { watchVisible } from "../../../chart/visible.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { onLanguage, say, t } from "../../../i18n/index.js";
import { figures } from "../../../i18n/numbers.js";
import { createDigitChoice } from "../digit-choice.js";
import { SIDE } from "../image.js";
import { rowsTable } from "../table.js";
import { createWeightGrid } from "../weight-grid.js";
import { cornerOf, gridLayout, placeAt } from "./grid-layout.js";
import { drawNumbers } from "./rows-drawing.js";

/**
 * @typedef {Object} RowsOptions
 * @property {import("./rows-order.js").RowsOrder} order
 * @property {(rows: boolean) => void} onVisible the rows are copied only while they can be seen
 * @property {(unit: number) => void} onOpen
 * @property {(text: string) => void} announce
 */

/** @param {RowsOptions} options */
export function createRows({ order, onVisible, onOpen, announce }) {
  let rows = new Float32Array(0);
  let hidden = 0;
  /** @type {number | null} */
  let marked = null;
  const draw = createWeightGrid();
  const figure = createFigure({ className: "rows", label: "digits.rows.label" });
  const text = element("p", "section-text");
  const reading = element("p", "caption rows-reading");
  const count = () => rows.length / (SIDE * SIDE);
  /** The order that fits the rows which are there. */
  const placed = () => {
    const state = order.state();
    return state.order?.length === count() ? state : { ...state, order: null, weights: null };
  };

  const plot = mountPlot(
    figure.canvas,
    (ctx, { width, ratio, colours }) => {
      const layout = gridLayout(count(), width);
      const { order: units, weights } = placed();
      draw(ctx, rows, { layout, cornerOf: (place) => cornerOf(layout, place), order: units, ratio, colours });
      drawNumbers(ctx, { layout, count: count(), order: units, weights, marked, colours });
    },
    { numbers: () => rowsTable(rows, SIDE * SIDE) },
  );
  function show() {
    const { key, params } = wordsFor(marked, placed());
    say(reading, key, params);
    figure.canvas.style.cursor = marked === null ? "" : "pointer";
    plot.redraw();
  }
  const readout = createReadout(figure.canvas, {
    ...createWay(figure.canvas, count, () => placed().order),
    read(unit) {
      const { key, params } = wordsFor(unit, placed());
      return { x: 0, y: 0, lines: [t(key, params)] };
    },
    open: onOpen,
    redraw() {
      marked = readout.key;
      show();
    },
    announce,
  });
  const sort = createDigitChoice({
    label: "digits.rows.order",
    all: "digits.rows.order.number",
    value: order.state().digit,
    onChange: (digit) => order.choose(digit),
  });
  const stops = [
    order.on("change", show),
    onLanguage(plot.redraw),
    keepSize(figure, () => hidden, onVisible),
  ];
  show();

  const title = words("h2", "section-title", "digits.rows.title");
  return {
    element: element("section", "section", title, text, sort.element, figure.element, reading),
    /** @param {number} next H */
    setHidden(next) {
      if (next === hidden) return;
      hidden = next;
      say(text, "digits.rows.text", { hidden });
      fit(figure, hidden);
    },
    /** @param {Float32Array<ArrayBuffer>} next H × 784 */
    set(next) {
      rows = next;
      if (marked !== null && marked >= count()) readout.clear();
      show();
    },
    destroy() {
      for (const stop of stops) stop();
      readout.destroy();
      plot.destroy();
    },
  };
}

/** @param {ReturnType<typeof createFigure>} figure @param {number} hidden */
function fit(figure, hidden) {
  const { height } = gridLayout(hidden, figure.element.clientWidth);
  figure.canvas.style.height = `${height}px`;
}

/**
 * The height follows the width; and it is known whether the rows are near the screen.
 * @param {ReturnType<typeof createFigure>} figure
 * @param {() => number} hidden
 * @param {(visible: boolean) => void} onVisible
 * @returns {() => void} stops
 */
function keepSize(figure, hidden, onVisible) {
  let frame = 0;
  // In the next frame: the height changes the size that is being watched, which within this frame would be a loop.
  const resize = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => fit(figure, hidden()));
  });
  resize.observe(figure.element);
  const watch = watchVisible(figure.element, () => onVisible(true), {
    margin: "200px",
    leaves: () => onVisible(false),
  });
  return () => {
    resize.disconnect();
    cancelAnimationFrame(frame);
    watch.destroy();
  };
}

/**
 * From unit to unit as they stand: by pointing and by the arrows.
 * @param {HTMLCanvasElement} canvas
 * @param {() => number} count
 * @param {() => ArrayLike<number> | null} order
 */
function createWay(canvas, count, order) {
  const layout = () => gridLayout(count(), canvas.clientWidth);
  const unitAt = (/** @type {number} */ place) => order()?.[place] ?? place;
  const placeOf = (/** @type {number} */ unit) => {
    const units = order();
    return units ? Array.prototype.indexOf.call(units, unit) : unit;
  };
  /** @param {number | null} unit @param {number} by */
  function moved(unit, by) {
    if (count() === 0) return null;
    if (unit === null) return unitAt(by > 0 ? 0 : count() - 1);
    const place = placeOf(unit) + by;
    return place >= 0 && place < count() ? unitAt(place) : unit;
  }
  return {
    /** @param {number} x @param {number} y */
    nearest(x, y) {
      const place = placeAt(layout(), count(), x, y);
      return place === null ? null : unitAt(place);
    },
    /** @param {number | null} unit @param {-1 | 1} towards */
    neighbour: (unit, towards) => moved(unit, towards),
    /** @param {number | null} unit @param {-1 | 1} towards */
    above: (unit, towards) => moved(unit, -towards * layout().columns),
  };
}

/**
 * @param {number | null} unit
 * @param {{ digit: number | null, weights: Float32Array | null }} sorted
 * @returns {{ key: string, params?: import("../../../i18n/index.js").Params }}
 */
function wordsFor(unit, { digit, weights }) {
  const sortedBy = digit !== null && weights !== null;
  if (unit === null)
    return sortedBy ? { key: "digits.rows.sorted", params: { digit } } : { key: "digits.rows.hint" };
  const name = unit + 1;
  if (!sortedBy) return { key: "digits.rows.unit", params: { unit: name } };
  const weight = () => figures(Number(weights[unit]), { decimals: 2 });
  return { key: "digits.rows.unit.weight", params: { unit: name, digit, weight } };
}
