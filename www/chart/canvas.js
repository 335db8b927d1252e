// @ts-check
// A canvas that is always sharp: its pixels are the screen's pixels, and it is drawn again, at most once a frame, when
// its size, the screen's density or the colours change.

import { readColours } from "./colours.js";
import { setZoom } from "./whereabouts.js";

/**
 * @typedef {Object} DrawSize
 * @property {number} width in units of the drawing: CSS pixels, or larger ones where the style sheet zooms
 * @property {number} height the same
 * @property {number} ratio device pixels in a unit
 * @property {import("./colours.js").Colours} colours
 *
 * @typedef {(ctx: CanvasRenderingContext2D, size: DrawSize) => void} Draw
 *
 * @typedef {Object} Plot
 * @property {() => void} redraw draws with the next animation frame
 * @property {() => void} drawNow draws at once, for what must not wait, such as a line under the pen
 * @property {() => void} destroy
 * @property {HTMLCanvasElement} canvas
 * @typedef {() => import("./table.js").Table} Numbers what it shows
 */

/** Of each canvas, for redraw.js. @type {WeakMap<Element, import("./redraw.js").Mounted>} */
export const PLOTS = new WeakMap();

/** Milliseconds of a frame after which no further plot is begun: a chapter that opens draws all of its plots at once. */
const FRAME_SHARE = 8;

/** The frame that is being drawn, and the milliseconds that its plots have taken so far. */
const now = { frame: Number.NaN, spent: 0 };

/**
 * Whether the frame that began at `time` has taken its share.
 * @param {number} time
 */
function isFull(time) {
  if (now.frame !== time) {
    now.frame = time;
    now.spent = 0;
  }
  return now.spent >= FRAME_SHARE;
}

/** Those of the page, read once for all plots: to ask for a style is to lay the page out. @type {import("./colours.js").Colours | null} */
let shared = null;

/**
 * The style sheet gives the canvas its size; the drawing never does, or the two would chase each other.
 * @param {HTMLCanvasElement} canvas
 * @param {Draw} draw called with a cleared canvas
 * @param {{ zoomed?: boolean, numbers?: Numbers | undefined }} [options] `zoomed`: the style sheet says how large a unit is, so that
 *   type, lines and distances grow as one, and `placeIn` where a pointer is; else it is a CSS pixel
 * @returns {Plot}
 */
export function mountPlot(canvas, draw, { zoomed = false, numbers } = {}) {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser gives no 2D canvas");
  const ctx = context;
  let size = { width: 0, height: 0, deviceWidth: 0, deviceHeight: 0 };
  let frame = 0;

  function drawNow() {
    cancelAnimationFrame(frame);
    frame = 0;
    const { width, height, deviceWidth, deviceHeight } = size;
    if (width <= 0 || height <= 0) return;
    if (canvas.width !== deviceWidth) canvas.width = deviceWidth;
    if (canvas.height !== deviceHeight) canvas.height = deviceHeight;
    shared ??= readColours(canvas);
    const colours = shared;
    const zoom = zoomed ? colours.zoom : 1;
    setZoom(canvas, zoom);
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, deviceWidth, deviceHeight);
    ctx.scale((zoom * deviceWidth) / width, (zoom * deviceHeight) / height);
    try {
      draw(ctx, { width: width / zoom, height: height / zoom, ratio: (zoom * deviceWidth) / width, colours });
    } finally {
      ctx.restore();
    }
  }

  /** @param {number} time */
  function drawInFrame(time) {
    if (isFull(time)) {
      frame = requestAnimationFrame(drawInFrame);
      return;
    }
    const began = performance.now();
    drawNow();
    now.spent += performance.now() - began;
  }

  function redraw() {
    if (frame === 0) frame = requestAnimationFrame(drawInFrame);
  }

  const stopResize = watchSize(canvas, (next) => {
    const known = size.deviceWidth > 0;
    size = next;
    // Setting canvas.width clears it: drawing in the same turn, before the paint, is what keeps a resize from flickering.
    if (known) drawNow();
    else redraw();
  });
  const stopTheme = watchTheme(() => {
    shared = null;
    redraw();
  });

  PLOTS.set(canvas, { draw, size: () => size, zoomed, redraw, numbers });
  return {
    canvas,
    redraw,
    drawNow,
    destroy() {
      // Without plots nobody would hear of another theme.
      shared = null;
      cancelAnimationFrame(frame);
      stopResize();
      stopTheme();
    },
  };
}

/** @typedef {{ width: number, height: number, deviceWidth: number, deviceHeight: number }} CanvasSize */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {(size: CanvasSize) => void} changed
 * @returns {() => void} stops watching
 */
function watchSize(canvas, changed) {
  const observer = new ResizeObserver((entries) => {
    const entry = entries[entries.length - 1];
    const content = entry.contentBoxSize[0];
    const device = entry.devicePixelContentBoxSize?.[0];
    changed(sizeOf(content.inlineSize, content.blockSize, device));
  });
  try {
    observer.observe(canvas, { box: "device-pixel-content-box" });
    return () => observer.disconnect();
  } catch {
    // WebKit does not know that box: the size comes without device pixels, and a change of density must be watched apart.
    observer.observe(canvas);
    const stopDensity = watchDensity(() =>
      changed(sizeOf(canvas.clientWidth, canvas.clientHeight, undefined)),
    );
    return () => {
      observer.disconnect();
      stopDensity();
    };
  }
}

/**
 * The device's pixels of one side. The observer knows them exactly, with the rounding of the layout; but where a screen
 * is only emulated it gives CSS pixels, and then the density decides.
 * @param {number} css
 * @param {number | undefined} observed
 */
function devicePixels(css, observed) {
  const computed = css * devicePixelRatio;
  return observed !== undefined && Math.abs(observed - computed) <= 1 ? observed : Math.round(computed);
}

/**
 * @param {number} width
 * @param {number} height
 * @param {ResizeObserverSize | undefined} device
 * @returns {CanvasSize}
 */
function sizeOf(width, height, device) {
  return {
    width,
    height,
    deviceWidth: devicePixels(width, device?.inlineSize),
    deviceHeight: devicePixels(height, device?.blockSize),
  };
}

/**
 * @param {() => void} changed
 * @returns {() => void}
 */
function watchDensity(changed) {
  /** @type {MediaQueryList} */
  let query;
  const arm = () => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener("change", fired, { once: true });
  };
  const fired = () => {
    changed();
    arm();
  };
  arm();
  return () => query.removeEventListener("change", fired);
}

/** Where the style sheets give drawings other colours, or a larger unit. */
const THEMES = [
  ...["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"],
  ...[
    "(width >= 60em)",
    "(width >= 1600px) and (height >= 800px)",
    "(width >= 1760px) and (height >= 950px)",
  ],
];

/**
 * Light or dark may be the system's choice or an attribute of the root element.
 * @param {() => void} changed
 * @returns {() => void}
 */
export function watchTheme(changed) {
  const queries = THEMES.map((text) => matchMedia(text));
  for (const query of queries) query.addEventListener("change", changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["class", "data-theme", "data-projector", "style"],
  });
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
    observer.disconnect();
  };
}
