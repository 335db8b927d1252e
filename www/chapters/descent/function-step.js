// @ts-check
// The upper part of the picture of ε(a): the points on the curve, the tangent, and the step along the axis.

import { drawArrow, drawBeyond } from "../../chart/arrow.js";
import { clipped, drawPoints } from "../../chart/curve.js";
import { drawTag } from "../../chart/tag.js";
import { POINT } from "./one-runs.js";

/** @typedef {import("./function-place.js").Place} Place */
/** @typedef {import("./function-place.js").Seen} Seen */
/** @typedef {import("../../chart/axes.js").Frame} Frame */
/** @typedef {import("../../chart/colours.js").Colours} Colours */

/** Earlier points that are still told apart. */
const MEMORY = 24;

/**
 * The point on the curve and the earlier ones, fading.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Seen} run
 * @param {Place} place
 * @param {Colours} colours
 */
export function drawOnCurve(ctx, run, { curve: frame, x, y }, colours) {
  const look = { frame, x, y, colour: colours.a, paper: colours.paper, mark: run.mark };
  ctx.save();
  for (let k = Math.max(0, run.last - MEMORY); k < run.last; k++) {
    const share = 1 - (run.last - k) / (MEMORY + 1);
    ctx.globalAlpha = (run.active ? 0.6 : 0.35) * share;
    drawPoints(ctx, [Number(run.trail[POINT * k])], [Number(run.trail[POINT * k + 1])], {
      ...look,
      radius: 4.5,
    });
  }
  ctx.restore();
  if (!run.active) drawPoints(ctx, [run.now[0]], [run.now[1]], { ...look, radius: 5 });
}

/** Half the length of the tangent, pixels. */
const TANGENT = 78;

/**
 * The tangent, the step along the axis, and the line that joins the point, its place on the axis and its row below.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Seen} run
 * @param {Place} place
 * @param {{ colours: Colours, stepText: string, asked?: boolean }} look
 */
export function drawStep(ctx, run, place, { colours, stepText, asked }) {
  const { curve, x } = place;
  const [low, high] = x.domain;
  const a = Number(run.trail[POINT * run.last]);
  const begins = a >= low && a <= high;
  const inside = run.now[0] >= low && run.now[0] <= high;
  if (begins) drawTangent(ctx, run, place, colours);
  if (inside) drawPlumb(ctx, run, place, colours);
  if (begins && !asked) drawAlongAxis(ctx, run, place, colours, stepText);
  if (inside) {
    drawPoint(ctx, run, place, colours);
    return;
  }
  const side = run.now[0] < low ? -1 : 1;
  const edge = side < 0 ? curve.left : curve.right;
  drawBeyond(ctx, edge, curve.bottom, side, colours.a);
  drawTag(ctx, stepText, edge, curve.bottom - 14, curve, colours.a, colours);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Seen} run
 * @param {Place} place
 * @param {Colours} colours
 */
function drawTangent(ctx, { trail, last }, { curve, x, y }, colours) {
  const [a, error, slope] = [0, 1, 2].map((i) => Number(trail[POINT * last + i]));
  const pixels = (x.map(1) - x.map(0)) / (y.map(1) - y.map(0)); // ε′ as a slope of the screen
  const angle = Math.atan2(slope / pixels, 1);
  const [dx, dy] = [TANGENT * Math.cos(angle), TANGENT * Math.sin(angle)];
  clipped(ctx, curve, () => {
    ctx.strokeStyle = colours.derivative;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(x.map(a) - dx, y.map(error) - dy);
    ctx.lineTo(x.map(a) + dx, y.map(error) + dy);
    ctx.stroke();
  });
}

/**
 * From the point straight down through its place on the axis to its row.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Seen} run
 * @param {Place} place
 * @param {Colours} colours
 */
function drawPlumb(ctx, { now, row }, { curve, x, y, t }, colours) {
  ctx.save();
  ctx.strokeStyle = colours.a;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = 1.25;
  ctx.setLineDash([4, 4]);
  ctx.beginPath();
  ctx.moveTo(x.map(now[0]), Math.max(curve.top, y.map(now[1])));
  ctx.lineTo(x.map(now[0]), t.map(row));
  ctx.stroke();
  ctx.restore();
}

/**
 * −α·ε′ as an arrow on the a axis, and its number.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Seen} run
 * @param {Place} place
 * @param {Colours} colours
 * @param {string} text
 */
function drawAlongAxis(ctx, { trail, last }, { curve, x }, colours, text) {
  const [a, step] = [0, 3].map((i) => Number(trail[POINT * last + i]));
  const end = Math.min(curve.right, Math.max(curve.left, x.map(a + step)));
  drawArrow(ctx, [x.map(a), curve.bottom], [end, curve.bottom], {
    colour: colours.derivative,
    lineWidth: 3.5,
    head: 12,
  });
  drawStepText(ctx, text, (x.map(a) + end) / 2, curve, colours);
}

/**
 * The point, on the curve and on the axis.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Seen} run
 * @param {Place} place
 * @param {Colours} colours
 */
function drawPoint(ctx, { now, mark }, { curve, x, y }, colours) {
  const at = x.map(now[0]);
  ctx.save();
  ctx.fillStyle = colours.a;
  ctx.strokeStyle = colours.paper;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(at, curve.bottom, 5, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.fill();
  ctx.restore();
  const frame = { ...curve, bottom: curve.bottom + 1, top: curve.top - 1 };
  const look = { frame, x, y, colour: colours.a, paper: colours.paper, mark, radius: 7 };
  drawPoints(ctx, [now[0]], [now[1]], look);
  if (y.map(now[1]) < curve.top) drawBeyondTop(ctx, at, curve.top, colours.a);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {string} colour
 */
function drawBeyondTop(ctx, x, y, colour) {
  ctx.save();
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - 6, y + 10);
  ctx.lineTo(x + 6, y + 10);
  ctx.closePath();
  ctx.fill();
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} middle
 * @param {Frame} frame
 * @param {Colours} colours
 */
function drawStepText(ctx, text, middle, frame, colours) {
  ctx.save();
  ctx.font = `13px ${colours.font}`;
  const half = ctx.measureText(text).width / 2 + 4;
  const at = Math.min(frame.right - half, Math.max(frame.left + half, middle));
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = colours.paper;
  ctx.fillRect(at - half, frame.bottom - 27, 2 * half, 18);
  ctx.globalAlpha = 1;
  ctx.fillStyle = colours.derivative;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, at, frame.bottom - 18);
  ctx.restore();
}
