// @ts-check
// The path of (a, b) over the map, and the step that comes next: one arrow along each axis, and the one they make together.

import { drawArrow } from "../../chart/arrow.js";
import { clipped, drawFading, drawPoints } from "../../chart/curve.js";
import { drawTag } from "../../chart/tag.js";
import { figures } from "../../i18n/numbers.js";
import { PLANE_POINT } from "./plane-run.js";

/** Points that are still marked. */
const MARKED = 60;

/** Of the arrow towards a point that has left the picture, and half a line of its words: pixels. */
const ARROW = 26;
const LINE = 12;

/** Marks that are nearer would cover each other, pixels. */
const APART = 9;

/**
 * @typedef {{ frame: import("../../chart/axes.js").Frame, x: import("../../chart/scale.js").Scale,
 *   y: import("../../chart/scale.js").Scale, colours: import("../../chart/colours.js").Colours }} Place
 */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Float64Array} trail
 * @param {{ last: number, share: number }} seen `last`: where the arrows begin; `share`: how much of them lies behind the
 *   point
 * @param {Place} place
 */
export function drawPath(ctx, trail, { last, share }, place) {
  const { colours } = place;
  const columns = [0, 1].map((i) =>
    Array.from({ length: last + 1 }, (_, k) => Number(trail[PLANE_POINT * k + i])),
  );
  const [as = [], bs = []] = columns;
  const [a, b] = [Number(as[last]), Number(bs[last])];
  const [stepA, stepB] = [5, 6].map((i) => Number(trail[PLANE_POINT * last + i]));
  const look = { ...place, colour: colours.a, paper: colours.paper };
  drawFading(ctx, as, bs, { ...look, lineWidth: 2, faintest: 0.35, segments: 40 });
  drawMarks(ctx, as, bs, look);
  drawSteps(ctx, [a, b], [a + stepA, b + stepB], place);
  drawPoints(ctx, [a + share * stepA], [b + share * stepB], { ...look, radius: 7 });
  drawGone(ctx, [as, bs], place);
}

/**
 * Where the point has left the picture: an arrow at the edge towards it, and where it is.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly (readonly number[])[]} path a and b over the steps
 * @param {Place} place
 */
function drawGone(ctx, [as = [], bs = []], { frame, x, y, colours }) {
  const [a, b] = [Number(as.at(-1)), Number(bs.at(-1))];
  const edge = edgeTowards(frame, lastOf(as, x), lastOf(bs, y));
  if (!edge) return;
  const { at, from } = edge;
  drawArrow(ctx, from, at, { colour: colours.a, head: 12 });
  const text = `(${figures(a)}; ${figures(b)})`;
  const height = Math.min(frame.bottom - LINE, Math.max(frame.top + LINE, from[1]));
  drawTag(ctx, text, from[0], height, frame, colours.a, colours);
}

/** The last pixel that is a number. @param {readonly number[]} values @param {import("../../chart/scale.js").Scale} scale */
function lastOf(values, scale) {
  const last = values.findLast((value) => Number.isFinite(scale.map(value)));
  return last === undefined ? Number.NaN : scale.map(last);
}

/**
 * The point of a frame that is nearest to one outside.
 * @param {import("../../chart/axes.js").Frame} frame
 * @param {number} px
 * @param {number} py
 * @returns {{ at: [number, number], from: [number, number] } | null} `from`: a little before it; null: the point is inside
 */
export function edgeTowards({ left, right, top, bottom }, px, py) {
  const x = Math.min(right, Math.max(left, px));
  const y = Math.min(bottom, Math.max(top, py));
  const away = Math.hypot(px - x, py - y);
  // Not a number where nobody knows.
  if (!(away > 0)) return null;
  return { at: [x, y], from: [x - (ARROW * (px - x)) / away, y - (ARROW * (py - y)) / away] };
}

/**
 * The start and the last points before the present one.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly number[]} as
 * @param {readonly number[]} bs
 * @param {Place & { colour: string, paper: string }} look
 */
function drawMarks(ctx, as, bs, look) {
  const { x, y } = look;
  const last = as.length - 1;
  for (let k = Math.max(0, last - MARKED); k < last; k++) {
    const [a0, b0, a1, b1] = [as[k], bs[k], as[k + 1], bs[k + 1]].map(Number);
    // Marks that would cover each other say nothing, the line does.
    const apart = Math.hypot(x.map(a1) - x.map(a0), y.map(b1) - y.map(b0));
    if (k === 0 || apart >= APART) drawPoints(ctx, [a0], [b0], { ...look, radius: 3 });
  }
}

/**
 * The two steps of the rule, one along each axis, and the step that they make together.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly [number, number]} from
 * @param {readonly [number, number]} to
 * @param {Place} place
 */
function drawSteps(ctx, from, to, { frame, x, y, colours }) {
  const [x0, y0, x1, y1] = [x.map(from[0]), y.map(from[1]), x.map(to[0]), y.map(to[1])];
  const part = { colour: colours.derivative, lineWidth: 1.5, head: 7 };
  clipped(ctx, frame, () => {
    drawArrow(ctx, [x0, y0], [x1, y0], part);
    drawArrow(ctx, [x0, y0], [x0, y1], part);
    drawArrow(ctx, [x0, y0], [x1, y1], { colour: colours.derivative });
  });
}
