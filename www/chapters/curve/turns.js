// @ts-check
// Where the curve turns: a ring, and its place on the axis in figures. The densest water is at 4 °C, though nobody measured there.

import { drawTag } from "../../chart/tag.js";
import { fixed } from "../../i18n/numbers.js";
import { decimalsFor } from "./schema.js";

/** More are no finding, but waves. */
const MOST = 2;
const RADIUS = 6;
/** So wide are the words at most. */
const WIDE = 72;
/** Pixels from the ring to its words, and from a line of words to the next. */
const AWAY = 18;
const LINE = 20;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ turns: Float64Array, view: readonly [number, number, number, number] }} data x₀, l₀, …
 * @param {import("./fit.js").Place & { letter: string, colours: import("../../chart/colours.js").Colours }} look `letter`: of x
 */
export function drawTurns(ctx, { turns, view }, { frame, x, y, letter, colours }) {
  if (turns.length === 0 || turns.length / 2 > MOST) return;
  const decimals = decimalsFor(view[1] - view[0]);
  ctx.save();
  ctx.strokeStyle = colours.activation;
  ctx.lineWidth = 2;
  for (let i = 0; i < turns.length; i += 2) {
    const [px, py] = [x.map(Number(turns[i])), y.map(Number(turns[i + 1]))];
    if (py < frame.top || py > frame.bottom) continue;
    ctx.beginPath();
    ctx.arc(px, py, RADIUS, 0, 2 * Math.PI);
    ctx.stroke();
    // Above the curve where there is room, else below; two that are near have two lines.
    const side = py - frame.top > 30 + LINE ? -1 : 1;
    const text = `${letter} = ${fixed(Number(turns[i]), decimals)}`;
    const isNear = i > 0 && px - x.map(Number(turns[i - 2])) < WIDE;
    drawTag(ctx, text, px, py + side * (AWAY + (isNear ? LINE : 0)), frame, colours.activation, colours);
  }
  ctx.restore();
}
