// @ts-check
// A drawing context that writes SVG: what our drawings use of CanvasRenderingContext2D, and nothing else. What it does not
// know throws, so that no part of a picture is lost in silence.

import { SvgPath } from "./path.js";
import { escaped, fontOf, paintOf, transformOf, widening, written } from "./writing.js";

/** @typedef {import("./writing.js").Matrix} Matrix */
/** @typedef {{ font: string, textBaseline: CanvasTextBaseline, measureText: (text: string) => TextMetrics }} Ruler */

/**
 * @typedef {Object} Surroundings what the context cannot know
 * @property {Ruler} ruler measures texts, as a canvas' context does
 * @property {(image: any, part: readonly [number, number, number, number] | null) => string} encode an image, or a part of it, as
 *   a data: address
 */

const ANCHORS = { left: "start", start: "start", center: "middle", right: "end", end: "end" };
/** What a canvas begins with. */
const BEGINNING = {
  fillStyle: "#000000",
  strokeStyle: "#000000",
  lineWidth: 1,
  lineCap: /** @type {CanvasLineCap} */ ("butt"),
  lineJoin: /** @type {CanvasLineJoin} */ ("miter"),
  globalAlpha: 1,
  font: "10px sans-serif",
  textAlign: /** @type {CanvasTextAlign} */ ("start"),
  textBaseline: /** @type {CanvasTextBaseline} */ ("alphabetic"),
  imageSmoothingEnabled: true,
  imageSmoothingQuality: "low",
};
/** A canvas cuts a mitre at 10 line widths, SVG at 4. */
const MITRE = 10;

export class SvgContext extends SvgPath {
  #width;
  #height;
  #surroundings;
  /** @type {readonly number[]} */
  #dash = [];
  /** The clip in force; 0: none. */
  #clip = 0;
  /** @type {{ look: typeof BEGINNING, matrix: Matrix, dash: readonly number[], clip: number }[]} */
  #saved = [];
  /** @type {string[]} */
  #clips = [];
  /** @type {{ clip: number, text: string }[]} */
  #parts = [];

  /** @param {number} width @param {number} height @param {Surroundings} surroundings */
  constructor(width, height, surroundings) {
    super();
    this.#width = width;
    this.#height = height;
    this.#surroundings = surroundings;
    Object.assign(this, BEGINNING);
    // A property that nobody has written down here would be lost: setting one throws.
    Object.preventExtensions(this);
  }

  /** @returns {typeof BEGINNING} */
  get #look() {
    return /** @type {any} */ (this);
  }

  save() {
    const look = /** @type {any} */ ({});
    for (const name of Object.keys(BEGINNING)) look[name] = /** @type {any} */ (this)[name];
    this.#saved.push({ look, matrix: this.matrix, dash: this.#dash, clip: this.#clip });
  }

  restore() {
    const last = this.#saved.pop();
    if (!last) return;
    Object.assign(this, last.look);
    this.matrix = last.matrix;
    this.#dash = last.dash;
    this.#clip = last.clip;
  }

  /** @param {readonly number[]} dash */
  setLineDash(dash) {
    this.#dash = dash.length % 2 === 0 ? [...dash] : [...dash, ...dash];
  }

  clip() {
    const outer = this.#clip > 0 ? ` clip-path="url(#c${this.#clip})"` : "";
    this.#clips.push(
      `<clipPath id="c${this.#clips.length + 1}"${outer}><path d="${this.path.join("")}"/></clipPath>`,
    );
    this.#clip = this.#clips.length;
  }

  fill() {
    if (this.path.length > 0) this.#add(`<path d="${this.path.join("")}"${this.#filled()}/>`);
  }

  stroke() {
    if (this.path.length > 0) this.#add(`<path d="${this.path.join("")}"${this.#stroked()}/>`);
  }

  /** @param {[number, number, number, number]} box */
  fillRect(...box) {
    this.alone(
      () => this.rect(...box),
      () => this.fill(),
    );
  }

  /** @param {[number, number, number, number]} box */
  strokeRect(...box) {
    this.alone(
      () => this.rect(...box),
      () => this.stroke(),
    );
  }

  /** @param {string} text */
  measureText(text) {
    const { ruler } = this.#surroundings;
    ruler.font = this.#look.font;
    ruler.textBaseline = this.#look.textBaseline;
    return ruler.measureText(text);
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    this.#write(text, x, y, this.#filled());
  }

  /** @param {string} text @param {number} x @param {number} y */
  strokeText(text, x, y) {
    this.#write(text, x, y, this.#stroked(1));
  }

  /**
   * An image as PNG inside the picture.
   * @param {any} image
   * @param {number[]} numbers where it goes, or which part of it goes where
   */
  drawImage(image, ...numbers) {
    const part = numbers.length === 8 ? /** @type {any} */ (numbers.slice(0, 4)) : null;
    const place = numbers.length === 2 ? [...numbers, image.width, image.height] : numbers.slice(-4);
    const [x, y, width, height] = place.map(written);
    const smooth = this.#look.imageSmoothingEnabled ? "" : ' image-rendering="pixelated"';
    const look = `${smooth}${this.#cover(1)}${transformOf(this.matrix)}`;
    const href = this.#surroundings.encode(image, part);
    this.#add(
      `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none"${look} href="${href}"/>`,
    );
  }

  /**
   * The whole picture.
   * @param {{ paper: string, title: string }} look
   */
  picture({ paper, title }) {
    const [width, height] = [written(this.#width), written(this.#height)];
    const all = [
      `<title>${escaped(title)}</title>`,
      `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    ];
    if (this.#clips.length > 0) all.unshift(`<defs>${this.#clips.join("")}</defs>`);
    let clip = 0;
    for (const part of this.#parts) {
      if (part.clip !== clip && clip > 0) all.push("</g>");
      if (part.clip !== clip && part.clip > 0) all.push(`<g clip-path="url(#c${part.clip})">`);
      clip = part.clip;
      all.push(part.text);
    }
    if (clip > 0) all.push("</g>");
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
        `stroke-miterlimit="${MITRE}">`,
      ...all,
      "</svg>\n",
    ].join("\n");
  }

  /** @param {string} text */
  #add(text) {
    this.#parts.push({ clip: this.#clip, text });
  }

  /** @param {number} cover */
  #cover(cover) {
    const all = cover * this.#look.globalAlpha;
    return all < 1 ? ` opacity="${String(Math.round(all * 1000) / 1000)}"` : "";
  }

  #filled() {
    const { colour, cover } = paintOf(this.#look.fillStyle);
    return ` fill="${colour}"${this.#cover(cover)}`;
  }

  /** @param {number} [scale] of the lines; the matrix's, unless what is drawn has the matrix itself */
  #stroked(scale = widening(this.matrix)) {
    const { strokeStyle, lineWidth, lineCap, lineJoin } = this.#look;
    const { colour, cover } = paintOf(strokeStyle);
    const dash = this.#dash.map((length) => written(length * scale)).join(" ");
    return [
      ` fill="none" stroke="${colour}" stroke-width="${written(lineWidth * scale)}"${this.#cover(cover)}`,
      lineCap === "butt" ? "" : ` stroke-linecap="${lineCap}"`,
      lineJoin === "miter" ? "" : ` stroke-linejoin="${lineJoin}"`,
      dash ? ` stroke-dasharray="${dash}"` : "",
    ].join("");
  }

  /** @param {string} text @param {number} x @param {number} y @param {string} paint */
  #write(text, x, y, paint) {
    const { font, textAlign } = this.#look;
    const anchor = ANCHORS[textAlign];
    const place = `x="${written(x)}" y="${written(y + this.#below(text))}"`;
    const align = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
    const look = `${fontOf(font)}${align}${paint}${transformOf(this.matrix)}`;
    this.#add(`<text ${place} xml:space="preserve"${look}>${escaped(text)}</text>`);
  }

  /** How far a text's line stands below the place that it is given: readers of SVG differ in baselines, so none is named. @param {string} text */
  #below(text) {
    const { ruler } = this.#surroundings;
    const own = this.measureText(text).fontBoundingBoxAscent;
    ruler.textBaseline = "alphabetic";
    return ruler.measureText(text).fontBoundingBoxAscent - own;
  }
}
