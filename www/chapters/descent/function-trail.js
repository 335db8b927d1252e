// @ts-check
// The lower part of the picture of ε(a): a over t, time running downward.

import { drawBeyond } from "../../chart/arrow.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { drawTag } from "../../chart/tag.js";
import { POINT } from "./one-runs.js";

/** @typedef {import("./function-place.js").Place} Place */
/** @typedef {import("./function-place.js").Seen} Seen */
/** @typedef {import("../../chart/axes.js").Frame} Frame */
/** @typedef {import("../../chart/colours.js").Colours} Colours */

/**
 * a over t: the line, a mark for each step as long as they stand apart, an arrow at the edge where it has left.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Seen} run
 * @param {Place} place
 * @param {Colours} colours
 * @param {number | null} line its name's place under those of other runs; null: it needs no name
 */
export function drawTrail(ctx, run, { trail: frame, x, t }, colours, line) {
  /** @type {number[]} */
  const as = [];
  /** @type {number[]} */
  const rows = [];
  for (let k = 0; k <= run.last; k++) {
    as.push(Number(run.trail[POINT * k]));
    rows.push(k);
  }
  if (run.row !== run.last) {
    as.push(run.now[0]);
    rows.push(run.row);
  }
  drawPolyline(ctx, as, rows, {
    frame,
    x,
    y: t,
    colour: colours.a,
    dash: run.dash,
    lineWidth: run.active ? 1.75 : 1.5,
    opacity: run.active ? 0.75 : 0.55,
  });
  const apart = t.map(1) - t.map(0);
  const look = { frame, x, y: t, colour: colours.a, paper: colours.paper, mark: run.mark };
  if (apart >= 5) {
    drawPoints(ctx, as.slice(0, run.last), rows.slice(0, run.last), {
      ...look,
      radius: apart >= 12 ? 3.5 : 2.5,
    });
  }
  drawPoints(ctx, [run.now[0]], [run.row], { ...look, radius: 5 });
  as.forEach((a, index) => {
    const side = a < x.domain[0] ? -1 : a > x.domain[1] ? 1 : 0;
    const newest = index === as.length - 1;
    if (side === 0 || (!newest && apart < 5)) return;
    const edge = side < 0 ? frame.left : frame.right;
    drawBeyond(ctx, edge, t.map(Number(rows[index])), side, colours.a, newest ? 10 : 6);
  });
  if (line !== null) {
    const at = Math.min(frame.right, Math.max(frame.left, x.map(run.now[0])));
    const row = Math.min(frame.bottom - 44, t.map(run.row)) + 17 * line;
    drawTag(ctx, run.name, at, row, frame, colours.a, colours);
  }
}
