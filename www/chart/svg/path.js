// @ts-check
// The paths of a picture in SVG: places go through the matrix as they come, as on a canvas.

import { apply, IDENTITY, product, widening, written } from "./writing.js";

export class SvgPath {
  /** @type {import("./writing.js").Matrix} */
  matrix = IDENTITY;
  /** Its commands. @type {string[]} */
  path = [];

  /** @param {number} x @param {number} y */
  translate(x, y) {
    this.transform(1, 0, 0, 1, x, y);
  }

  /** @param {number} x @param {number} y */
  scale(x, y) {
    this.transform(x, 0, 0, y, 0, 0);
  }

  /** @param {[number, number, number, number, number, number]} matrix */
  transform(...matrix) {
    this.matrix = product(this.matrix, matrix);
  }

  beginPath() {
    this.path = [];
  }

  closePath() {
    if (this.path.length > 0) this.path.push("Z");
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.go("M", x, y);
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.go(this.path.length > 0 ? "L" : "M", x, y);
  }

  /** @param {[number, number, number, number]} numbers */
  quadraticCurveTo(...numbers) {
    if (this.path.length === 0) this.go("M", numbers[0], numbers[1]);
    this.go("Q", ...numbers);
  }

  /** @param {[number, number, number, number, number, number]} numbers */
  bezierCurveTo(...numbers) {
    if (this.path.length === 0) this.go("M", numbers[0], numbers[1]);
    this.go("C", ...numbers);
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    this.go("M", x, y);
    this.go("L", x + width, y);
    this.go("L", x + width, y + height);
    this.go("L", x, y + height);
    this.path.push("Z");
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height @param {number} [radius] */
  roundRect(x, y, width, height, radius = 0) {
    const r = Math.max(0, Math.min(Number(radius), Math.abs(width) / 2, Math.abs(height) / 2));
    const [right, bottom] = [x + width, y + height];
    this.go("M", x + r, y);
    for (const [line, end] of /** @type {const} */ ([
      [
        [right - r, y],
        [right, y + r],
      ],
      [
        [right, bottom - r],
        [right - r, bottom],
      ],
      [
        [x + r, bottom],
        [x, bottom - r],
      ],
      [
        [x, y + r],
        [x + r, y],
      ],
    ])) {
      this.go("L", ...line);
      this.turn(r, ...end);
    }
    this.path.push("Z");
  }

  /**
   * Clockwise, as all of our drawings go.
   * @param {number} x @param {number} y @param {number} radius @param {number} from @param {number} to
   */
  arc(x, y, radius, from, to) {
    const angle = Math.min(2 * Math.PI, Math.max(0, to - from));
    const at = (/** @type {number} */ share) =>
      /** @type {const} */ ([
        x + radius * Math.cos(from + angle * share),
        y + radius * Math.sin(from + angle * share),
      ]);
    this.lineTo(...at(0));
    // Of half a circle at most, each part is unambiguous.
    for (const share of [1 / 3, 2 / 3, 1]) this.turn(radius, ...at(share));
  }

  /** @param {string} command @param {readonly number[]} numbers */
  go(command, ...numbers) {
    const places = [];
    for (let i = 0; i < numbers.length; i += 2) {
      places.push(...apply(this.matrix, Number(numbers[i]), Number(numbers[i + 1])).map(written));
    }
    this.path.push(command + places.join(" "));
  }

  /** A part of a circle, clockwise. @param {number} radius @param {number} x @param {number} y */
  turn(radius, x, y) {
    const r = written(radius * widening(this.matrix));
    const [a, b, c, d] = this.matrix;
    if (Math.abs(a * a + b * b - c * c - d * d) > 1e-9)
      throw new RangeError("a circle would become an ellipse");
    this.path.push(
      `A${r} ${r} 0 0 ${a * d - b * c > 0 ? 1 : 0} ${apply(this.matrix, x, y).map(written).join(" ")}`,
    );
  }

  /** A shape of its own: the path that is being made stays. @param {() => void} make @param {() => void} paint */
  alone(make, paint) {
    const made = this.path;
    this.path = [];
    make();
    paint();
    this.path = made;
  }
}
