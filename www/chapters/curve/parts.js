// @ts-check
// What the curve is made of: what each hidden unit adds to q. Two that add most are named, and the one that is pointed at.

import { drawAxes, drawSymbol } from "../../chart/axes.js";
import { drawPolyline } from "../../chart/curve.js";
import { drawTag } from "../../chart/tag.js";
import { indexed } from "../../i18n/numbers.js";
import { drawKnown } from "./known.js";

/** @typedef {import("./fit.js").Parts} Parts */
/** @typedef {import("./fit.js").Place} Place */

const FONT_SIZE = 12;
/** So many units are named without being pointed at. */
const NAMED = 2;
/** Pixels: the width of a name, and half the height of one. */
const WIDE = 64;
const LINE = 9;
/** A pointer so near to a line means it. Pixels. */
const NEAR = 14;

/**
 * The range that shows all contributions and their sum.
 * @param {ArrayLike<number>} contributions
 * @param {ArrayLike<number>} sum
 * @returns {[number, number]}
 */
export function partsRange(contributions, sum) {
  let low = 0;
  let high = 0;
  for (const values of [contributions, sum]) {
    for (let i = 0; i < values.length; i++) {
      low = Math.min(low, values[i]);
      high = Math.max(high, values[i]);
    }
  }
  const room = Math.max(0.5, (high - low) * 0.06);
  return [low - room, high + room];
}

/**
 * The hidden units by how much they bend the curve, the greatest first.
 * @param {ArrayLike<number>} contributions
 * @param {number} count of places x
 * @returns {number[]} indices
 */
export function byReach(contributions, count) {
  const units = count > 0 ? Math.floor(contributions.length / count) : 0;
  const reach = Array.from({ length: units }, (_, unit) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = unit * count; i < (unit + 1) * count; i++) {
      low = Math.min(low, Number(contributions[i]));
      high = Math.max(high, Number(contributions[i]));
    }
    return high - low;
  });
  return [...reach.keys()].sort((a, b) => Number(reach[b]) - Number(reach[a]));
}

/**
 * The hidden unit whose line is meant.
 * @param {Place & Parts} parts
 * @param {ArrayLike<number>} xs
 * @param {number} px
 * @param {number} py
 * @returns {number | null} its index
 */
export function unitAt({ frame, x, y, contributions }, xs, px, py) {
  if (px < frame.left || px > frame.right || py < frame.top || py > frame.bottom) return null;
  const at = nearest(xs, x.invert(px));
  let [found, least] = [/** @type {number | null} */ (null), NEAR];
  for (let i = at; i < contributions.length; i += xs.length) {
    const away = Math.abs(y.map(Number(contributions[i])) - py);
    if (away < least) [found, least] = [(i - at) / xs.length, away];
  }
  return found;
}

/**
 * Tells which unit is pointed at, as long as one is. It ends with the canvas.
 * @param {HTMLCanvasElement} canvas
 * @param {{ at: (px: number, py: number) => number | null, onUnit: (unit: number | null) => void }} options
 */
export function listenForUnit(canvas, { at, onUnit }) {
  /** @type {number | null} */
  let pointed = null;
  /** @param {number | null} next */
  function tell(next) {
    if (next === pointed) return;
    pointed = next;
    onUnit(next);
  }
  const point = (/** @type {PointerEvent} */ event) => {
    const box = canvas.getBoundingClientRect();
    tell(at(event.clientX - box.left, event.clientY - box.top));
  };
  canvas.addEventListener("pointermove", point);
  canvas.addEventListener("pointerdown", point);
  canvas.addEventListener("pointerleave", () => tell(null));
}

/** @param {ArrayLike<number>} xs ascending @param {number} wanted */
function nearest(xs, wanted) {
  let found = 0;
  for (let i = 1; i < xs.length; i++)
    if (Math.abs(Number(xs[i]) - wanted) < Math.abs(Number(xs[found]) - wanted)) found = i;
  return found;
}

/**
 * A thin line for each hidden unit, and their sum q, from which z = σ(q).
 * @param {CanvasRenderingContext2D} ctx
 * @param {Pick<import("./fit.js").FitData, "xs" | "known">} data
 * @param {Place & Parts & { name: string, pointed?: number | null, colours: import("../../chart/colours.js").Colours,
 *   write: import("../../chart/scale.js").Write }} look `pointed`: index of the unit that is pointed at
 */
export function drawParts(ctx, { xs, known }, look) {
  const { frame, x, y, contributions, sum, name, pointed = null, colours, write } = look;
  drawAxes(ctx, { frame, x, y, colours, write, xNumbers: false });
  drawSymbol(ctx, "q", frame.left - 8, frame.top - 8, {
    align: "right",
    baseline: "bottom",
    colour: colours.activation,
    colours,
  });
  ctx.save();
  ctx.font = `${FONT_SIZE}px ${colours.font}`;
  ctx.fillStyle = colours.a;
  ctx.textBaseline = "bottom";
  ctx.fillText(name, frame.left, frame.top - 3);
  ctx.restore();
  const count = xs.length;
  const order = byReach(contributions, count);
  const named = new Set(pointed === null ? order.slice(0, NAMED) : [pointed]);
  const line = (/** @type {number} */ unit) =>
    Array.prototype.slice.call(contributions, unit * count, (unit + 1) * count);
  const look1 = { frame, x, y, colour: colours.a };
  for (const unit of order) {
    if (!named.has(unit)) drawPolyline(ctx, xs, line(unit), { ...look1, lineWidth: 1, opacity: 0.35 });
  }
  for (const unit of named) drawPolyline(ctx, xs, line(unit), { ...look1, lineWidth: 2 });
  drawKnown(ctx, xs, sum, known, { frame, x, y, colour: colours.activation, lineWidth: 2 });
  drawNames(ctx, [...named], { xs, line, frame, x, y, colours });
}

/**
 * The units' names on their lines, near the end where they reach furthest from 0; the second stands further in, so that
 * they never meet.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly number[]} units
 * @param {Place & { xs: ArrayLike<number>, line: (unit: number) => number[],
 *   colours: import("../../chart/colours.js").Colours }} look
 */
function drawNames(ctx, units, { xs, line, frame, x, y, colours }) {
  for (const [rank, unit] of units.entries()) {
    const ys = line(unit);
    const isLeft = Math.abs(Number(ys[0])) > Math.abs(Number(ys.at(-1)));
    const px = isLeft ? frame.left + rank * WIDE : frame.right - WIDE - rank * WIDE;
    const py = y.map(Number(ys[nearest(xs, x.invert(px + WIDE / 2))]));
    const at = Math.min(frame.bottom - LINE, Math.max(frame.top + LINE, py));
    drawTag(ctx, `${indexed("U", unit + 1)}·${indexed("y", unit + 1)}`, px, at, frame, colours.a, colours);
  }
}
