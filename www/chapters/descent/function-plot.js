// @ts-check
// The curve ε(a) and what the rule does on it, and under it, on the same a axis, a over t: time runs downward, so that
// the end of a step's arrow stands right above the next point.

import { drawAxes, drawSymbol } from "../../chart/axes.js";
import { drawPolyline } from "../../chart/curve.js";
import { drawBasin } from "./basin.js";
import { drawOnCurve, drawStep } from "./function-step.js";
import { drawTrail } from "./function-trail.js";

/** @typedef {import("./function-place.js").Place} Place */
/** @typedef {import("./function-place.js").Picture} Picture */
/** @typedef {import("../../chart/colours.js").Colours} Colours */

/** Widths of the two parts of a_min, pixels. */
const LETTER = 9;
const INDEX = 22;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Picture & Place & { colours: Colours, write: import("../../chart/scale.js").Write }} picture
 */
export function drawFunctionPlot(ctx, picture) {
  const { colours, runs, goal } = picture;
  drawBasin(ctx, picture.basin ?? [], picture, colours);
  drawBothAxes(ctx, picture);
  if (goal !== null) drawGoal(ctx, goal, picture, colours);
  drawError(ctx, picture, colours);
  runs.forEach((run, index) => {
    drawTrail(ctx, run, picture, colours, runs.length > 1 ? runs.length - 1 - index : null);
  });
  for (const run of runs) drawOnCurve(ctx, run, picture, colours);
  const active = runs.find((run) => run.active);
  if (active) drawStep(ctx, active, picture, picture);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Place & { colours: Colours, write: import("../../chart/scale.js").Write }} place
 */
function drawBothAxes(ctx, { curve, trail, x, y, t, colours, write }) {
  const looks = { xColour: colours.a, yColour: colours.error, colours, write };
  drawAxes(ctx, { frame: curve, x, y, xLabel: "a", yLabel: "ε", ...looks });
  drawAxes(ctx, { frame: trail, x, y: t, xNumbers: false, yIntegers: true, colours, write });
  // Left of the numbers: above them stand those of the a axis.
  drawSymbol(ctx, "t", trail.left - 34, t.map(0), {
    align: "right",
    baseline: "middle",
    colour: colours.ink,
    colours,
  });
}

/**
 * The curve ε(a).
 * @param {CanvasRenderingContext2D} ctx
 * @param {Picture & Place} picture
 * @param {Colours} colours
 */
function drawError(ctx, { samples, window, curve: frame, x, y }, colours) {
  const [low, high] = window;
  const last = samples.length - 1;
  const as = samples.map((_, i) => low + ((high - low) * i) / last);
  drawPolyline(ctx, as, samples, { frame, x, y, colour: colours.error, lineWidth: 2.5 });
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} goal
 * @param {Place} place
 * @param {Colours} colours
 */
function drawGoal(ctx, goal, { trail, x }, colours) {
  const at = x.map(goal);
  if (at < trail.left || at > trail.right) return;
  ctx.save();
  ctx.strokeStyle = colours.muted;
  ctx.setLineDash([2, 4]);
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(at, trail.top);
  ctx.lineTo(at, trail.bottom);
  ctx.stroke();
  ctx.restore();
  const right = at + 44 < trail.right;
  const end = right ? at + 6 : at - 6 - LETTER - INDEX;
  drawSymbol(ctx, "a", end, trail.bottom - 8, {
    align: "left",
    baseline: "bottom",
    colour: colours.muted,
    colours,
    size: 15,
  });
  ctx.save();
  ctx.font = `11px ${colours.font}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  ctx.fillStyle = colours.muted;
  ctx.fillText("min", end + LETTER, trail.bottom - 4);
  ctx.restore();
}
