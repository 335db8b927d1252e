// @ts-check
// The colours of style/tokens.css, read once for each theme, so that drawings and text always agree.

/**
 * @typedef {Object} Colours
 * @property {string} a parameters
 * @property {string} error ε
 * @property {string} derivative ∂ε/∂·
 * @property {string} activation p, y, q, z
 * @property {string} label l
 * @property {string} ink text and strokes
 * @property {string} paper the page
 * @property {string} muted secondary text
 * @property {string} grid thin lines
 * @property {string} surface raised panels
 * @property {string} negative the other end of the diverging scale whose positive end is `a`
 * @property {string} font family of labels
 * @property {string} mathFont family of symbols
 * @property {boolean} dark whether the paper is darker than the ink
 * @property {number} zoom CSS pixels in a unit of a drawing that is zoomed
 */

const NAMES = /** @type {const} */ ([
  "a",
  "error",
  "derivative",
  "activation",
  "label",
  "ink",
  "paper",
  "muted",
  "grid",
  "surface",
]);

/** Vermilion against the blue of `a`: told apart with every common colour blindness. */
const NEGATIVE = { light: "#b5382a", dark: "#f2907f" };

const MATH_FONT = '"STIX Two Math", "Cambria Math", "Latin Modern Math", Georgia, serif';

/**
 * @param {Element} element any element that the style sheet reaches
 * @returns {Colours}
 */
export function readColours(element) {
  const style = getComputedStyle(element);
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of NAMES) {
    const value = style.getPropertyValue(`--${name}`).trim();
    if (value === "") throw new Error(`the style sheet defines no --${name}`);
    found[name] = value;
  }
  const dark = luminance(parseColour(found.paper)) < luminance(parseColour(found.ink));
  return /** @type {Colours} */ ({
    ...found,
    negative: style.getPropertyValue("--negative").trim() || (dark ? NEGATIVE.dark : NEGATIVE.light),
    font: style.fontFamily,
    mathFont: style.getPropertyValue("--letters").trim() || MATH_FONT,
    dark,
    zoom: Number(style.getPropertyValue("--chart-zoom")) || 1,
  });
}

/** @typedef {[number, number, number]} Rgb each 0 to 255 */

/**
 * Reads #rgb, #rrggbb and rgb(…), the notations that the style sheet uses.
 * @param {string} text
 * @returns {Rgb}
 */
export function parseColour(text) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
    const value = Number.parseInt(full, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(text);
  if (parts) return [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  throw new Error(`not a colour that the plots can read: ${text}`);
}

/**
 * @param {Rgb} from
 * @param {Rgb} to
 * @param {number} share 0 gives `from`, 1 gives `to`
 * @returns {Rgb}
 */
export function mix(from, to, share) {
  const at = (/** @type {0 | 1 | 2} */ i) => Math.round(from[i] + (to[i] - from[i]) * share);
  return [at(0), at(1), at(2)];
}

/**
 * Relative luminance, 0 to 1 (WCAG 2.2, definition).
 * @param {Rgb} colour
 */
export function luminance([r, g, b]) {
  const linear = (/** @type {number} */ c) =>
    c <= 10.31475 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** @param {Rgb} colour */
export function cssColour([r, g, b]) {
  return `rgb(${r} ${g} ${b})`;
}
