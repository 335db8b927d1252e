// @ts-check
// The plots of the page drawn once more: as a picture of twice their pixels, or as SVG, on white paper whatever the theme is.

import { PLOTS } from "./canvas.js";
import { readColours } from "./colours.js";
import { DRAWN, drawnIn } from "./shapes.js";
import { SvgContext } from "./svg/context.js";

const WHITE = "#ffffff";
/** Pixels in one of the page's, to which drawings of squares round in an SVG as well. */
const FINE = 2;

/**
 * @typedef {Object} Mounted the plot of a canvas
 * @property {import("./canvas.js").Draw} draw
 * @property {() => { width: number, height: number }} size CSS pixels
 * @property {boolean} zoomed
 * @property {() => void} redraw
 * @property {import("./canvas.js").Numbers | undefined} numbers
 *
 * @typedef {{ canvas: HTMLElement, name: string, numbers: Mounted["numbers"] }} Shown a picture that is seen: the canvas of a plot, or
 *   what stands in the page as SVG
 */

/**
 * The pictures under an element that are seen and have been drawn, in the order of the document.
 * @param {ParentNode} root
 * @returns {Shown[]}
 */
export function plotsIn(root) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll(`canvas, ${DRAWN}`)]).flatMap((canvas) => {
    const plot = plotOf(canvas);
    const seen = plot && plot.size().width > 0 && canvas.getClientRects().length > 0;
    const name = canvas.dataset.drawn ?? canvas.getAttribute("aria-label") ?? "";
    return seen ? { canvas, name, numbers: plot.numbers } : [];
  });
}

/** @param {HTMLElement} canvas */
const plotOf = (canvas) => (canvas.matches(DRAWN) ? drawnIn(canvas) : PLOTS.get(canvas));

/**
 * The light colours where a canvas stands, on white.
 * @param {HTMLElement} canvas
 * @returns {import("./colours.js").Colours}
 */
function lightColours(canvas) {
  const probe = document.createElement("i");
  // style/tokens.css gives this class what the root has by day.
  probe.className = "light";
  canvas.after(probe);
  const colours = readColours(probe);
  probe.remove();
  return { ...colours, paper: WHITE, surface: WHITE };
}

/**
 * What a plot is drawn with, and how: the page's own is drawn again afterwards, since a drawing may remember what it was
 * drawn with.
 * @param {HTMLElement} canvas of a plot
 * @param {number} [share] of its size on the screen
 */
function drawingOf(canvas, share = 1) {
  const plot = plotOf(canvas);
  if (!plot) throw new Error("this canvas has no plot");
  const colours = lightColours(canvas);
  const zoom = plot.zoomed ? colours.zoom : 1;
  const { width, height } = plot.size();
  const size = { width: (width / zoom) * share, height: (height / zoom) * share };
  return {
    ...size,
    zoom,
    /** @param {CanvasRenderingContext2D} ctx @param {number} ratio its pixels in a unit */
    drawInto(ctx, ratio) {
      try {
        plot.draw(ctx, { ...size, ratio, colours });
      } finally {
        plot.redraw();
      }
    },
  };
}

/**
 * @param {HTMLElement} canvas of a plot
 * @param {number} ratio pixels in one of the page's
 * @param {number} [share] of its size on the screen, for which it is drawn anew, its letters as large as before
 * @returns {HTMLCanvasElement}
 */
export function pictureOf(canvas, ratio, share = 1) {
  const { width, height, zoom, drawInto } = drawingOf(canvas, share);
  const made = sheetOf(Math.round(width * zoom * ratio), Math.round(height * zoom * ratio));
  const ctx = contextOf(made);
  ctx.fillStyle = WHITE;
  ctx.fillRect(0, 0, made.width, made.height);
  ctx.scale(made.width / width, made.height / height);
  ctx.fillStyle = "#000000";
  drawInto(ctx, zoom * ratio);
  return made;
}

/**
 * @param {HTMLElement} canvas of a plot
 * @param {string} title
 * @returns {string}
 */
export function svgOf(canvas, title) {
  const { width, height, drawInto } = drawingOf(canvas);
  const ruler = contextOf(sheetOf(1, 1));
  const made = new SvgContext(width, height, { ruler, encode });
  drawInto(/** @type {any} */ (made), FINE);
  return made.picture({ paper: WHITE, title });
}

/**
 * An image, or a part of it, as it is.
 * @param {CanvasImageSource & { width: number, height: number }} image
 * @param {readonly [number, number, number, number] | null} part
 */
function encode(image, part) {
  const [x, y, width, height] = part ?? [0, 0, image.width, image.height];
  const sheet = sheetOf(width, height);
  contextOf(sheet).drawImage(image, x, y, width, height, 0, 0, width, height);
  return sheet.toDataURL("image/png");
}

/** @param {number} width @param {number} height */
function sheetOf(width, height) {
  const made = document.createElement("canvas");
  made.width = width;
  made.height = height;
  return made;
}

/** @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("this browser gives no 2D canvas");
  return ctx;
}
