// @ts-check
// A picture or a photo of a digit that becomes what is on the pad: the browser unpacks it, the core finds the ink.

import { lookCore } from "../../../frame/core.js";
import { addTexts } from "../../../i18n/index.js";
import { createInk } from "./ink.js";
import { way } from "./texts.js";

addTexts(way);

/** A digit needs no more pixels on the longer side. */
const SIDE = 720;
/** Pixels; a larger picture would fill the memory of a phone. */
const MOST = 64e6;

/**
 * @param {Blob} file
 * @returns {Promise<import("../drawing.js").Picture>} rejected with a code where there is no picture, or no ink in it
 */
export async function readPicture(file) {
  const [{ api }, { data, width, height }] = await Promise.all([lookCore(), pixelsOf(file)]);
  const found = api.read_picture(new Uint8Array(data.buffer), width, height);
  if (found.image.length === 0) throw failure("picture-no-ink");
  return pictureOf(api, { ink: Uint8Array.from(found.mask), width: found.width, height: found.height });
}

/** One whose ink was found before. @param {Ink} ink @returns {Promise<import("../drawing.js").Picture>} */
export async function pictureAgain(ink) {
  return pictureOf((await lookCore()).api, ink);
}

/** @typedef {Pick<import("../drawing.js").Picture, "ink" | "width" | "height">} Ink */

/**
 * @param {Awaited<ReturnType<typeof lookCore>>["api"]} api
 * @param {Ink} found
 * @returns {import("../drawing.js").Picture}
 */
function pictureOf(api, { ink, width, height }) {
  const size = /** @type {const} */ ([width, height]);
  const draw = createInk(ink, ...size);
  return {
    ink,
    width,
    height,
    image: api.picture_way(ink, ...size, true, true, false).image,
    upright: api.picture_way(ink, ...size, true, true, true).image,
    draw: (ctx, { colours, ...place }) => draw(ctx, { ...place, colour: colours.ink }),
  };
}

/**
 * Red, green, blue and opacity of each pixel, on white paper.
 * @param {Blob} file
 */
async function pixelsOf(file) {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw failure("picture-unreadable");
  });
  try {
    if (bitmap.width * bitmap.height > MOST) throw failure("picture-size");
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const ctx = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    if (!ctx) throw failure("picture-blocked");
    assertReadable(ctx);
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, width, height);
    ctx.imageSmoothingQuality = "high";
    ctx.drawImage(bitmap, 0, 0, width, height);
    return ctx.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}

/** Some browsers give pixels at random, so that nobody is known again by them. @param {OffscreenCanvasRenderingContext2D} ctx */
function assertReadable(ctx) {
  const known = [64, 128, 192];
  ctx.fillStyle = `rgb(${known.join(" ")})`;
  ctx.fillRect(0, 0, 1, 1);
  const read = ctx.getImageData(0, 0, 1, 1).data;
  if (known.some((value, i) => Math.abs(value - (read[i] ?? 0)) > 4)) throw failure("picture-blocked");
}

/** @param {string} code */
const failure = (code) => Object.assign(new Error(code), { code, details: {} });
