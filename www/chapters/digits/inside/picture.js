// @ts-check
// A small square picture of 784 numbers with its formula under it: the image, or signed numbers. A point of it can be asked
// for where the caller says what it is: by mouse, by tap, and by the arrows and Enter.

import { mountPlot } from "../../../chart/canvas.js";
import { element } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { figures } from "../../../i18n/numbers.js";
import { drawImage, edges, SIDE } from "../image.js";
import { createSigned, drawOutline } from "./signed.js";

/** The pixel that the keys begin at. */
const MIDDLE = Math.floor((SIDE * SIDE + SIDE) / 2);

/**
 * @typedef {Object} Shown
 * @property {ArrayLike<number> | null} [image] bytes, as ink; with signed numbers as an outline over them
 * @property {ArrayLike<number> | null} [values] 784 signed numbers
 * @property {number} [scale] the number in full colour
 * @property {number | null} [pixel] that is marked
 */

/**
 * @param {{ className?: string, label: string, onPick?: (pixel: number) => void, onPass?: (pixel: number | null) => void }} options
 *   `label`: key of its name
 */
export function createPicture({ className = "", label, onPick, onPass }) {
  const figure = createFigure({ className: `inside-picture ${className}`.trim(), label });
  const caption = element("div", "inside-under");
  const drawSigned = createSigned();
  /** @type {Shown} */
  let shown = {};
  const plot = mountPlot(figure.canvas, (ctx, { width, ratio, colours }) => {
    const look = { left: 0, top: 0, side: width, ratio, colours };
    const { image = null, values, scale = 1, pixel = null } = shown;
    if (values) {
      drawSigned(ctx, values, scale, look);
      if (image) drawOutline(ctx, image, look);
    } else drawImage(ctx, image, look);
    if (pixel !== null) markPixel(ctx, pixel, look);
  });
  const stop = onPick ? listen(figure.canvas, { onPick, onPass, pixel: () => shown.pixel ?? null }) : null;
  return {
    element: element("figure", "inside-figure", figure.element, caption),
    caption,
    describe: figure.describe,
    /** @param {Shown} next */
    set(next) {
      shown = next;
      if (onPick) tellSlider(figure.canvas, shown);
      plot.redraw();
    },
    destroy() {
      stop?.();
      plot.destroy();
    },
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} pixel
 * @param {import("./signed.js").SignedLook} look
 */
export function markPixel(ctx, pixel, { left, top, side, ratio, colours }) {
  const edge = edges(side, ratio);
  const x = edge[pixel % SIDE] ?? 0;
  const y = edge[Math.floor(pixel / SIDE)] ?? 0;
  const cell = side / SIDE;
  ctx.strokeStyle = colours.paper;
  ctx.lineWidth = 4;
  ctx.strokeRect(left + x - 1, top + y - 1, cell + 2, cell + 2);
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(left + x - 1, top + y - 1, cell + 2, cell + 2);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{ onPick: (pixel: number) => void, onPass?: ((pixel: number | null) => void) | undefined, pixel: () => number | null }} told
 */
function listen(canvas, { onPick, onPass, pixel }) {
  const listening = new AbortController();
  const { signal } = listening;
  /** @param {MouseEvent} event */
  function at(event) {
    const box = canvas.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * SIDE);
    const row = Math.floor(((event.clientY - box.top) / box.height) * SIDE);
    return Math.min(SIDE - 1, Math.max(0, row)) * SIDE + Math.min(SIDE - 1, Math.max(0, column));
  }
  canvas.addEventListener("click", (event) => onPick(at(event)), { signal });
  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType !== "touch") onPass?.(at(event));
    },
    { signal },
  );
  canvas.addEventListener("pointerleave", () => onPass?.(null), { signal });
  canvas.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const now = pixel() ?? MIDDLE;
      if (event.key === "Enter" || event.key === " ") onPick(now);
      else {
        const next = moved(now, event.key);
        if (next === null) return;
        onPass?.(next);
      }
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
  canvas.tabIndex = 0;
  canvas.dataset.ownKeys = "";
  return () => listening.abort();
}

/**
 * What the keys stand at, for those who do not see it: the pixel's number, counted from 1, and its value.
 * @param {HTMLCanvasElement} canvas
 * @param {Shown} shown
 */
function tellSlider(canvas, { image = null, values, pixel }) {
  const at = pixel ?? MIDDLE;
  const value = values?.[at] ?? (image ? Number(image[at]) / 255 : null);
  canvas.setAttribute("role", "slider");
  const range = { valuemin: 1, valuemax: SIDE * SIDE, valuenow: at + 1 };
  for (const [name, number] of Object.entries(range)) canvas.setAttribute(`aria-${name}`, String(number));
  canvas.setAttribute("aria-valuetext", value === null ? "—" : `${at + 1}: ${figures(value)}`);
}

/** The pixel beside it; the edge is where it stays. @param {number} pixel @param {string} key @returns {number | null} */
function moved(pixel, key) {
  const row = Math.floor(pixel / SIDE);
  const column = pixel % SIDE;
  switch (key) {
    case "ArrowLeft":
      return column > 0 ? pixel - 1 : pixel;
    case "ArrowRight":
      return column < SIDE - 1 ? pixel + 1 : pixel;
    case "ArrowUp":
      return row > 0 ? pixel - SIDE : pixel;
    case "ArrowDown":
      return row < SIDE - 1 ? pixel + SIDE : pixel;
    default:
      return null;
  }
}
