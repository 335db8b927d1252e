// @ts-check
// A drawing as a short text for the address, and back. Every character stands in an address as it is.
//
// A stroke is its first point and then steps: two letters a step, or `*` and a point where the pen was faster. A point is
// three letters. Strokes are apart by `.`.

import { GRID } from "./strokes.js";

/** @typedef {import("./strokes.js").Stroke} Stroke */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** A step goes at most so far back, and one less forth, in cells of the grid. */
const REACH = LETTERS.length / 2;
const SIDE = GRID + 1;

/** @param {number} cell @param {number} row */
function writePoint(cell, row) {
  const place = row * SIDE + cell;
  return [place >> 12, (place >> 6) & 63, place & 63].map((digit) => LETTERS[digit]).join("");
}

/** @param {number} digit */
const isStep = (digit) => digit >= 0 && digit < LETTERS.length;

/** @param {Stroke} stroke */
function writeStroke(stroke) {
  let text = "";
  let [cell, row] = [Number.NEGATIVE_INFINITY, 0];
  for (const [x, y] of stroke) {
    const [nextCell, nextRow] = [Math.round(x * GRID), Math.round(y * GRID)];
    const [across, down] = [nextCell - cell + REACH, nextRow - row + REACH];
    if (isStep(across) && isStep(down)) text += `${LETTERS[across]}${LETTERS[down]}`;
    else text += `${text === "" ? "" : "*"}${writePoint(nextCell, nextRow)}`;
    [cell, row] = [nextCell, nextRow];
  }
  return text;
}

/** @param {readonly Stroke[]} strokes */
export const writeInk = (strokes) => strokes.map(writeStroke).join(".");

/** The next letter's number. @typedef {() => number} Next */

/** @param {Next} next @returns {[number, number]} */
function readPoint(next) {
  const place = (next() << 12) | (next() << 6) | next();
  const row = Math.floor(place / SIDE);
  if (row > GRID) throw new RangeError("a point beside the pad");
  return [place % SIDE, row];
}

/** @param {string} text @returns {Stroke} */
function readStroke(text) {
  let at = 0;
  const next = () => {
    const digit = LETTERS.indexOf(text[at++] ?? "?");
    if (digit < 0) throw new RangeError("no letter of a drawing");
    return digit;
  };
  let [cell, row] = readPoint(next);
  const stroke = [[cell, row]];
  while (at < text.length) {
    if (text[at] === "*") {
      at += 1;
      [cell, row] = readPoint(next);
    } else {
      cell += next() - REACH;
      row += next() - REACH;
    }
    if (Math.min(cell, row) < 0 || Math.max(cell, row) > GRID) throw new RangeError("a point beside the pad");
    stroke.push([cell, row]);
  }
  return stroke.map(([x, y]) => /** @type {const} */ ([Number(x) / GRID, Number(y) / GRID]));
}

/**
 * @param {string} text
 * @returns {Stroke[]} none where the text is no drawing
 */
export function readInk(text) {
  if (text === "") return [];
  try {
    return text.split(".").map(readStroke);
  } catch {
    return [];
  }
}
