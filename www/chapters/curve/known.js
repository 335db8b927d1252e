// @ts-check
// A curve where it is known, and where it is not.

import { clipped, drawPolyline } from "../../chart/curve.js";

/** Dashes of what lies outside. */
const OUTSIDE = [6, 5];

/**
 * A line that is solid where there are measurements and dashed where there are none.
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {readonly [number, number] | null} known
 * @param {import("../../chart/curve.js").LineLook} look
 */
export function drawKnown(ctx, xs, ys, known, look) {
  const { frame, x } = look;
  const [from, to] = known ? [x.map(known[0]), x.map(known[1])] : [frame.left, frame.left];
  for (const [left, right, dash] of /** @type {[number, number, number[]][]} */ ([
    [frame.left, from, OUTSIDE],
    [from, to, []],
    [to, frame.right, OUTSIDE],
  ])) {
    if (right <= left) continue;
    clipped(ctx, { ...frame, left, right }, () => drawPolyline(ctx, xs, ys, { ...look, dash }));
  }
}
