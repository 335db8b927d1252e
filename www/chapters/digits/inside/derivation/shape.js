// @ts-check
// A column or a matrix with the present numbers in it: its symbol above, its size below. Each number can be pointed at and
// pressed; arrows go from one to the next.

import { mountPlot } from "../../../../chart/canvas.js";
import { element } from "../../../../controls/dom.js";
import { createFigure } from "../../../../controls/figure.js";
import { t } from "../../../../i18n/index.js";
import { number } from "../../../../i18n/numbers.js";
import { GRAPH } from "../../../../lecture/graph.js";
import { math, node, sup } from "../../../../lecture/math.js";
import { elementAt, extentOf } from "./expression.js";
import { nameOf, vectorSymbol } from "./naming.js";
import { COUNTS, numberAt, pickOf, sizeOf } from "./numbers.js";
import { colourOf, drawShape } from "./sheets.js";
import { written } from "./writing.js";

/**
 * @typedef {import("./expression.js").Shape} Shape
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../looking.js").Look} Look
 *
 * @typedef {Object} ShapeOptions
 * @property {ReturnType<typeof import("./sheets.js").createSheets>} sheets
 * @property {(pick: Pick) => void} onPick a number was pressed
 * @property {(pick: Pick) => void} onMove the arrows have gone to another number
 * @property {(pick: Pick | null) => void} onPoint the pointer is on a number
 * @property {(text: string) => void} announce
 */

/** Which way an arrow goes: rows, columns. @type {Readonly<Record<string, readonly [number, number]>>} */
const ARROWS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** @param {Shape} shape @param {ShapeOptions} options */
export function createShape(shape, options) {
  const { name, turned } = shape;
  const figure = createFigure({ className: "shape-figure", label: "digits.derivation.title" });
  const extent = extentOf(shape);
  figure.canvas.style.setProperty("--wide", String(extent.width));
  figure.canvas.style.setProperty("--tall", String(extent.height));
  figure.canvas.dataset.shape = name;
  const size = element("figcaption", "shape-size");
  const symbol =
    turned && GRAPH[name].shape.length === 2
      ? sup(vectorSymbol(name), node("mi", "", "T"))
      : vectorSymbol(name);
  const root = element(
    "figure",
    "shape",
    math([symbol], { className: "shape-symbol" }),
    figure.element,
    size,
  );

  /** @type {Look | null} */
  let look = null;
  /** @type {Pick} */
  let chosen = { name };
  let share = 1;
  const plot = mountPlot(figure.canvas, (ctx, { width, height, ratio, colours }) => {
    const sheet = look && options.sheets(look.trace, name, colours);
    const edge = colourOf(name, colours);
    drawShape(ctx, sheet, { left: 0, top: 0, width, height, turned, edge, ratio, colours, share });
    if (look && share === 1) drawChosen(ctx, boxOf(look, chosen, turned, { width, height }), colours.ink);
  });
  const stop = listen(figure, { shape, look: () => look, chosen: () => chosen, ...options });

  return {
    element: root,
    /** @param {Look | null} next @param {Omit<Pick, "name">} at the chosen unit, pixel and output */
    show(next, at) {
      look = next;
      chosen = pickOf(name, at);
      if (next) {
        const text = sizeText(next, shape);
        if (size.textContent !== text) size.textContent = text;
        const value = numberAt(next, chosen);
        figure.describe("digits.derivation.shape.at", {
          name: GRAPH[name].symbol,
          size: text,
          place: nameOf(chosen),
          value: () => written(name, value ?? Number.NaN),
        });
      }
      plot.redraw();
    },
    /** @param {number} next how much of it is filled in */
    setShare(next) {
      share = next;
      plot.redraw();
    },
    destroy() {
      stop();
      plot.destroy();
    },
  };
}

/** "30 × 784": a number has no size. @param {Look} look @param {Shape} shape */
export function sizeText({ trace }, { name, turned }) {
  const { shape } = GRAPH[name];
  const { rows, columns } = sizeOf(trace, name);
  const sizes =
    shape.length === 0 ? [] : shape.length === 1 ? [rows] : turned ? [columns, rows] : [rows, columns];
  return sizes.map((size) => number(size)).join("\u00a0×\u00a0");
}

/**
 * Where the chosen number is drawn.
 * @param {Look} look @param {Pick} pick @param {boolean} turned @param {{ width: number, height: number }} size
 */
function boxOf({ trace }, pick, turned, { width, height }) {
  const { rows, columns } = sizeOf(trace, pick.name);
  const [row = 0, column = 0] = GRAPH[pick.name].shape.map((axis) => pick[COUNTS[axis]] ?? 0);
  const [x, y, across, along] = turned ? [row, column, rows, columns] : [column, row, columns, rows];
  return {
    left: (x / across) * width,
    top: (y / along) * height,
    width: width / across,
    height: height / along,
  };
}

/** @param {CanvasRenderingContext2D} ctx @param {{ left: number, top: number, width: number, height: number }} box @param {string} ink */
function drawChosen(ctx, { left, top, width, height }, ink) {
  // What is smaller than this could not be seen.
  const wide = Math.max(width, 5);
  const tall = Math.max(height, 5);
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(left + width / 2 - wide / 2, top + height / 2 - tall / 2, wide, tall);
  ctx.restore();
}

/**
 * A finger may press beside a thin column.
 * @param {{ element: HTMLElement, canvas: HTMLCanvasElement }} figure
 * @param {ShapeOptions & { shape: Shape, look: () => Look | null, chosen: () => Pick }} options
 * @returns {() => void} stops listening
 */
function listen(
  { element: area, canvas },
  { shape: { name, turned }, look, chosen, onPick, onMove, onPoint, announce },
) {
  const listening = new AbortController();
  const { signal } = listening;
  const { shape } = GRAPH[name];
  canvas.tabIndex = 0;
  // The arrows go from number to number, and not from line to line.
  canvas.dataset.ownKeys = "";

  /** @param {MouseEvent} event @returns {Pick | null} */
  function pickAt(event) {
    const now = look();
    const box = canvas.getBoundingClientRect();
    if (!now || box.width === 0) return null;
    const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    const { row, column } = elementAt(sizeOf(now.trace, name), turned, at);
    return placed({ row, column });
  }

  /** @param {{ row: number, column: number }} place @returns {Pick} */
  function placed({ row, column }) {
    const [first, second] = shape;
    return {
      name,
      ...(first ? { [COUNTS[first]]: row } : {}),
      ...(second ? { [COUNTS[second]]: column } : {}),
    };
  }

  /** @param {string} key @returns {Pick | null} */
  function moved(key) {
    const now = look();
    const arrow = ARROWS[key];
    if (!now || !arrow) return null;
    const { rows, columns } = sizeOf(now.trace, name);
    const [row = 0, column = 0] = shape.map((axis) => chosen()[COUNTS[axis]] ?? 0);
    const [down, right] = turned ? [arrow[1], arrow[0]] : arrow;
    // Along a column both pairs of arrows go.
    const onward = shape.length === 1 ? down + right : down;
    const next = { row: row + onward, column: column + (shape.length === 1 ? 0 : right) };
    if (next.row < 0 || next.row >= rows || next.column < 0 || next.column >= columns) return null;
    return placed(next);
  }

  area.addEventListener("click", (event) => pick(pickAt(event)), { signal });
  area.addEventListener("pointermove", (event) => event.pointerType !== "touch" && onPoint(pickAt(event)), {
    signal,
  });
  area.addEventListener("pointerleave", () => onPoint(null), { signal });
  canvas.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Enter") pick(chosen());
      else if (!(event.key in ARROWS)) return;
      else go(moved(event.key));
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );

  /** @param {Pick | null} next */
  function pick(next) {
    if (next) onPick(next);
  }

  /** @param {Pick | null} next */
  function go(next) {
    const now = look();
    if (!next || !now) return;
    onMove(next);
    const value = numberAt(now, next);
    const place = nameOf(next);
    announce(value === null ? place : t("digits.derivation.at", { place, value: written(name, value) }));
  }
  return () => listening.abort();
}
