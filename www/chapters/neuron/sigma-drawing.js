// @ts-check
// How σ and σ′ are drawn, with p and q on both.

import { drawSymbol } from "../../chart/axes.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { betweenSteps, mixed } from "../../chart/motion.js";
import { drawSquares, squareOf } from "../../chart/squares.js";

/** σ is looked at from −8 to 8; an argument outside is marked at the edge. */
export const FAR = 8;
/** A square of fewer pixels has no room for its name. */
const NAMED = 24;
/** Pixels between the letters p and q at least, and with arrows where they lie outside. */
const APART = 18;
const ARROWS_APART = 40;

/**
 * @typedef {import("./session.js").State} State
 * @typedef {{ xs: Float64Array, sigma: Float64Array, prime: Float64Array }} Curves
 * @typedef {readonly [letter: string, activation: string, at: number, sigma: number, prime: number]} Mark p or q
 * @typedef {import("../../chart/chart.js").Place<import("../../chart/chart.js").Scales>} Place
 */

/** @param {number} value */
export const within = (value) => Math.min(FAR, Math.max(-FAR, value));

/**
 * p and q with their values of σ and σ′.
 * @param {State} state
 * @returns {readonly Mark[]}
 */
export function marksOf({ pass }) {
  return [
    ["p", "y", pass.p, pass.y, pass.dy_dp],
    ["q", "z", pass.q, pass.z, pass.dz_dq],
  ];
}

/**
 * p and q, both on their way along the curve as a step is made.
 * @param {import("../../chart/motion.js").Moment | null} moment
 * @param {State | null} before
 * @param {State} now
 * @param {Curves} curves
 * @returns {readonly Mark[]}
 */
export function marksOnTheWay(moment, before, now, { sigma, prime }) {
  const way = betweenSteps(moment, before, now);
  if (!way) return marksOf(now);
  const [from, to] = [marksOf(way.earlier), marksOf(way.later)];
  const last = sigma.length - 1;
  return from.map(([letter, activation, start], i) => {
    const at = mixed(start, to[i]?.[2] ?? start, way.share);
    const place = ((within(at) + FAR) / (2 * FAR)) * last;
    const left = Math.min(last - 1, Math.floor(place));
    const value = (/** @type {Float64Array} */ of) =>
      mixed(Number(of[left]), Number(of[left + 1]), place - left);
    return [letter, activation, at, value(sigma), value(prime)];
  });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Curves} curves
 * @param {Place} place
 */
export function drawCurves(ctx, { xs, sigma, prime }, place) {
  const { x, y, colours } = place;
  drawPolyline(ctx, xs, sigma, { ...place, colour: colours.activation });
  drawPolyline(ctx, xs, prime, { ...place, colour: colours.derivative });
  drawSymbol(ctx, "σ", x.map(5.4), y.map(1) + 6, {
    align: "left",
    baseline: "top",
    colour: colours.activation,
    colours,
  });
}

/**
 * ε as in chapter 1: the segment from z to the label l, over q, and a square of the area ½(z − l)²; l itself as a line.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Mark[]} marks
 * @param {number} l
 * @param {Place} place
 */
export function drawError(ctx, marks, l, place) {
  const { frame, x, y, colours } = place;
  const [, , q = 0, z = 0] = marks[1] ?? [];
  drawPolyline(ctx, [-FAR, FAR], [l, l], { ...place, colour: colours.label, lineWidth: 1.5, dash: [2, 4] });
  drawSquares(ctx, { points: [within(q), l], held: [0], answers: [z] }, place);
  drawSymbol(ctx, "l", frame.right + 6, y.map(l), {
    align: "left",
    baseline: "middle",
    colour: colours.label,
    colours,
  });
  // In the square, where it has room for its name.
  const { left, top, side } = squareOf(x.map(within(q)), y.map(l), y.map(z), frame.right);
  if (side < NAMED) return;
  drawSymbol(ctx, "ε", left + side / 2, top + side / 2, {
    align: "center",
    baseline: "middle",
    colour: colours.error,
    colours,
  });
}

/** The name of σ′. @param {CanvasRenderingContext2D} ctx @param {Place} place */
export function drawPrime(ctx, { x, y, colours }) {
  drawSymbol(ctx, "σ′", x.map(0) + 4, y.map(0.25) - 8, {
    rim: true,
    align: "center",
    baseline: "bottom",
    colour: colours.derivative,
    colours,
  });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Mark[]} marks
 * @param {Place} place
 */
export function drawMarked(ctx, marks, place) {
  for (const [index, mark] of marks.entries()) {
    drawMark(ctx, mark, place);
    drawLetter(ctx, mark, shiftOf(marks, index, place), place);
  }
}

/**
 * A line up from the axis, and the points on both curves.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Mark} mark
 * @param {Place} place
 */
function drawMark(ctx, [, , value, s, slope], place) {
  const { frame, x, y, colours } = place;
  const at = within(value);
  ctx.save();
  ctx.strokeStyle = colours.muted;
  ctx.setLineDash([3, 3]);
  ctx.beginPath();
  ctx.moveTo(x.map(at), frame.bottom);
  ctx.lineTo(x.map(at), Math.min(y.map(s), frame.bottom));
  ctx.stroke();
  ctx.restore();
  const look = { ...place, paper: colours.paper, radius: 5 };
  drawPoints(ctx, [at], [s], { ...look, colour: colours.activation, mark: "open" });
  drawPoints(ctx, [at], [slope], { ...look, colour: colours.derivative });
}

/**
 * How far a letter steps aside: side by side where p and q meet.
 * @param {readonly Mark[]} marks
 * @param {number} index
 * @param {Place} place
 */
function shiftOf(marks, index, { x }) {
  const value = marks[index]?.[2] ?? 0;
  const other = marks[1 - index]?.[2] ?? 0;
  const between = x.map(within(value)) - x.map(within(other));
  const apart = Math.max(Math.abs(value), Math.abs(other)) > FAR ? ARROWS_APART : APART;
  const side = value === other ? (index === 0 ? -1 : 1) : Math.sign(value - other);
  return Math.max(0, (apart - Math.abs(between)) / 2) * side;
}

/**
 * The letter over the plot, with an arrow where it stands beyond the edge.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Mark} mark
 * @param {number} shift
 * @param {Place} place
 */
function drawLetter(ctx, [letter, , value], shift, { frame, x, colours }) {
  const text = value < -FAR ? `← ${letter}` : value > FAR ? `${letter} →` : letter;
  drawSymbol(ctx, text, x.map(within(value)) + shift, frame.top - 6, {
    align: "center",
    baseline: "bottom",
    colour: colours.activation,
    colours,
    size: 17,
  });
}
