// @ts-check
// A pen that keys move over the pad, on a grid: its place, whether it is down, and the lines that it draws. No DOM.

import { SAMPLES } from "../../way/samples.js";
import { strokesOf } from "../sample.js";

/** Cells of the grid in a side of the pad: two steps are about as wide as a line. */
export const CELLS = 24;

/** @typedef {import("../strokes.js").Stroke} Stroke */
/** @typedef {{ column: number, row: number, down: boolean }} Pen where it stands, 0 to CELLS, and whether it draws */

/** @type {Readonly<Record<string, readonly [number, number]>>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {number} at */
const inside = (at) => Math.min(CELLS, Math.max(0, at));

/** It begins in the middle. @returns {Pen} */
export const atRest = () => ({ column: CELLS / 2, row: CELLS / 2, down: false });

/**
 * What a key makes of the pen and of the strokes.
 * @param {Pen} pen
 * @param {readonly Stroke[]} strokes
 * @param {string} key
 * @param {number} [by] cells
 * @returns {{ pen: Pen, strokes: readonly Stroke[] } | null} null: the key is nothing to it
 */
export function afterKey(pen, strokes, key, by = 1) {
  const way = WAYS[key];
  if (way) {
    const moved = { ...pen, column: inside(pen.column + by * way[0]), row: inside(pen.row + by * way[1]) };
    const stays = moved.column === pen.column && moved.row === pen.row;
    return { pen: moved, strokes: pen.down && !stays ? longer(strokes, moved) : strokes };
  }
  if (key !== " " && key !== "Enter") return null;
  return { pen: { ...pen, down: !pen.down }, strokes: pen.down ? strokes : [...strokes, [pointOf(pen)]] };
}

/** @param {Pen} pen @returns {readonly [number, number]} in units of the pad */
export const pointOf = ({ column, row }) => [column / CELLS, row / CELLS];

/** @param {readonly Stroke[]} strokes @param {Pen} pen */
function longer(strokes, pen) {
  const last = strokes.at(-1) ?? [];
  return [...strokes.slice(0, -1), [...last, pointOf(pen)]];
}

/** Samples of each digit, in one hand after another. */
export function createSamples() {
  const next = SAMPLES.map(() => 0);
  /** @param {number} digit @returns {readonly Stroke[]} */
  return (digit) => {
    const hands = SAMPLES[digit] ?? [];
    const hand = next[digit] ?? 0;
    next[digit] = (hand + 1) % hands.length;
    return strokesOf(hands[hand] ?? "");
  };
}
