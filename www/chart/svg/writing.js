// @ts-check
// What the SVG context writes: numbers, colours, texts and matrices as they stand in SVG.

/** @typedef {readonly [a: number, b: number, c: number, d: number, e: number, f: number]} Matrix as `setTransform` takes it */

/** @type {Matrix} */
export const IDENTITY = [1, 0, 0, 1, 0, 0];

/**
 * The matrix that does `second` first and then `first`, as a canvas' `transform` does.
 * @param {Matrix} first
 * @param {Matrix} second
 * @returns {Matrix}
 */
export function product([a, b, c, d, e, f], [g, h, i, j, k, l]) {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** @param {Matrix} matrix @param {number} x @param {number} y @returns {[number, number]} */
export function apply([a, b, c, d, e, f], x, y) {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** By how much a matrix makes a line wider. @param {Matrix} matrix */
export function widening([a, b, c, d]) {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** A hundredth of a pixel is finer than any screen or printer. @param {number} value */
export function written(value) {
  if (!Number.isFinite(value)) throw new RangeError(`not a place in a picture: ${value}`);
  return String(Math.round(value * 100) / 100 || 0);
}

/** @param {Matrix} matrix @returns {string} an attribute; empty where it changes nothing */
export function transformOf(matrix) {
  if (matrix.every((value, i) => value === IDENTITY[i])) return "";
  const exact = matrix.map((value) => String(Math.round(value * 1e4) / 1e4));
  return ` transform="matrix(${exact.join(" ")})"`;
}

/** Characters that XML has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are taken out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string} text */
export function escaped(text) {
  return text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "");
}

/**
 * A colour as every reader of SVG knows it, and how much of it covers what is below.
 * @param {string} colour
 * @returns {{ colour: string, cover: number }}
 */
export function paintOf(colour) {
  if (colour === "transparent") return { colour: "none", cover: 1 };
  const parts = /^rgba?\(([^)]+)\)$/i
    .exec(colour)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (!parts) return { colour, cover: 1 };
  const [red, green, blue] = parts.map((part) =>
    Math.min(255, Math.max(0, Math.round(Number.parseFloat(part)))),
  );
  const hex = [red, green, blue].map((value) => Number(value).toString(16).padStart(2, "0")).join("");
  const last = parts[3] ?? "1";
  return { colour: `#${hex}`, cover: Number.parseFloat(last) / (last.endsWith("%") ? 100 : 1) };
}

/**
 * A canvas' font as attributes.
 * @param {string} font
 */
export function fontOf(font) {
  const found = /^((?:italic|normal|bold|\d{3})\s+)*(\d+(?:\.\d+)?)px\s+(.+)$/.exec(font);
  if (!found) throw new SyntaxError(`not a font that the picture can write: ${font}`);
  const words = font.slice(0, font.indexOf(`${found[2]}px`)).split(/\s+/);
  const weight = words.find((word) => word === "bold" || /^\d{3}$/.test(word));
  return [
    words.includes("italic") ? ' font-style="italic"' : "",
    weight ? ` font-weight="${weight}"` : "",
    ` font-size="${written(Number(found[2]))}"`,
    ` font-family="${escaped(found[3] ?? "")}"`,
  ].join("");
}
