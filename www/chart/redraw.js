// @ts-check
// The plots of the page drawn once more: as a picture of twice their pixels, or as SVG, on white paper whatever the theme is.

import { PLOTS } from "./canvas.js";
import { readColours } from "./colours.js";
import { SvgContext } from "./svg/context.js";

const WHITE = "#ffffff";
/** Pixels in one of the page's, to which drawings of squares round in an SVG as well. */
const FINE = 2;

/** @typedef {{ canvas: HTMLCanvasElement, numbers: import("./canvas.js").Numbers | undefined }} Shown a plot that is seen */

/**
 * The plots under an element that are seen and have been drawn, in the order of the document.
 * @param {ParentNode} root
 * @returns {Shown[]}
 */
export function plotsIn(root) {
  return [...root.querySelectorAll("canvas")].flatMap((canvas) => {
    const plot = PLOTS.get(canvas);
    const seen = plot && plot.size().width > 0 && canvas.getClientRects().length > 0;
    return seen ? { canvas, numbers: plot.numbers } : [];
  });
}

/**
 * The light colours where a canvas stands, on white.
 * @param {HTMLCanvasElement} canvas
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
 * Draws a plot into another context, and the page's own again afterwards: a drawing may remember what it was drawn with.
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} ratio
 */
function drawInto(canvas, ctx, ratio) {
  const plot = mounted(canvas);
  const { width, height } = plot.size();
  try {
    plot.draw(ctx, { width, height, ratio, colours: lightColours(canvas) });
  } finally {
    plot.redraw();
  }
}

/** @param {HTMLCanvasElement} canvas */
function mounted(canvas) {
  const plot = PLOTS.get(canvas);
  if (!plot) throw new Error("this canvas has no plot");
  return plot;
}

/**
 * @param {HTMLCanvasElement} canvas of a plot
 * @param {number} ratio pixels in one of the page's
 * @returns {HTMLCanvasElement}
 */
export function pictureOf(canvas, ratio) {
  const { width, height } = mounted(canvas).size();
  const made = sheetOf(Math.round(width * ratio), Math.round(height * ratio));
  const ctx = contextOf(made);
  ctx.fillStyle = WHITE;
  ctx.fillRect(0, 0, made.width, made.height);
  ctx.scale(made.width / width, made.height / height);
  ctx.fillStyle = "#000000";
  drawInto(canvas, ctx, ratio);
  return made;
}

/**
 * @param {HTMLCanvasElement} canvas of a plot
 * @param {string} title
 * @returns {string}
 */
export function svgOf(canvas, title) {
  const { width, height } = mounted(canvas).size();
  const ruler = contextOf(sheetOf(1, 1));
  const made = new SvgContext(width, height, { ruler, encode });
  drawInto(canvas, /** @type {any} */ (made), FINE);
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
