// @ts-check
// The curve ε(a) and what the rule does on it, and under it, on the same a axis, a over t: time runs downward, so that
// the end of a step's arrow stands right above the next point.

import { drawArrow, drawBeyond } from "../../chart/arrow.js";
import { drawAxes, drawSymbol } from "../../chart/axes.js";
import { clipped, drawPoints, drawPolyline } from "../../chart/curve.js";
import { linearScale } from "../../chart/scale.js";
import { tick } from "../../i18n/numbers.js";

/** @typedef {import("../../chart/axes.js").Frame} Frame */
/** @typedef {import("../../chart/scale.js").Scale} Scale */
/** @typedef {import("../../chart/colours.js").Colours} Colours */

/** Numbers of a point in a trail: a, ε, ε′, −α·ε′. */
export const POINT = 4;

/**
 * @typedef {Object} Run what is seen of one run
 * @property {Float64Array} trail quadruples from step 0 on
 * @property {number} last index of the last point shown
 * @property {readonly [number, number]} now a and ε where the point stands: on its way when a step is being made
 * @property {number} row where it stands on the t axis
 * @property {import("../../chart/curve.js").Mark} mark
 * @property {readonly number[]} dash
 * @property {string} name "α = 0,1"; said only where several runs are seen
 * @property {boolean} active
 *
 * @typedef {Object} Picture
 * @property {number} width
 * @property {number} height
 * @property {readonly [number, number]} window the a axis
 * @property {Float64Array} samples ε at equal distances over the window, NaN where it has no value
 * @property {readonly Run[]} runs the active one last
 * @property {number | null} goal a_min
 * @property {string} stepText beside the arrow
 * @property {number} steps the t axis goes so far
 * @property {Colours} colours
 *
 * @typedef {{ curve: Frame, trail: Frame, x: Scale, y: Scale, t: Scale }} Place
 */

/** Pixels between the curve and the axis. */
const UNDER = 42;

/** Widths of the two parts of a_min, pixels. */
const LETTER = 9;
const INDEX = 22;

/** Earlier points that are still told apart. */
const MEMORY = 24;

/**
 * How much of ε the picture shows: all of it, unless a wall or a pole would press the rest into a line.
 * @param {ArrayLike<number>} samples
 * @param {number} needed ε that must be seen
 * @param {number} height pixels of the picture
 * @returns {[number, number]}
 */
export function errorRange(samples, needed, height) {
  const values = Array.from(samples).filter(Number.isFinite);
  if (values.length === 0) return [0, 1];
  values.sort((left, right) => left - right);
  const at = (/** @type {number} */ share) => Number(values[Math.round(share * (values.length - 1))]);
  let [low, high] = [at(0), at(1)];
  const usual = at(0.9) - at(0.1);
  if (high - at(0.9) > 4 * usual && usual > 0) high = at(0.9) + 1.5 * usual;
  if (at(0.1) - low > 4 * usual && usual > 0) low = at(0.1) - 1.5 * usual;
  if (Number.isFinite(needed)) {
    low = Math.min(low, needed);
    high = Math.max(high, needed);
  }
  const size = high - low || Math.abs(high) || 1;
  // Room under the curve for the arrow on the axis and its number.
  const room = Math.min(0.5, UNDER / Math.max(1, height));
  return [low - (size * room * 1.06) / (1 - room), high + 0.06 * size];
}

/**
 * The end of the t axis: it grows by doubling, so that it stands still most of the time.
 * @param {number} t
 */
export function stepsShown(t) {
  let steps = 8;
  while (steps < t + 1) steps *= 2;
  return steps;
}

/**
 * Where everything stands.
 * @param {Pick<Picture, "width" | "height" | "window" | "samples" | "steps" | "runs">} picture
 * @returns {Place}
 */
export function placeOf({ width, height, window, samples, steps, runs }) {
  const left = width < 420 ? 46 : 56;
  const right = width - 26;
  const top = 28;
  const bottom = height - 10;
  const gap = 30;
  const middle = Math.round(top + (bottom - top - gap) * 0.6);
  const curve = { left, right, top, bottom: middle };
  const trail = { left, right, top: middle + gap, bottom };
  const x = linearScale(window, [left, right]);
  const [low, high] = x.domain;
  // What lies outside the window makes the range no greater.
  const seen = runs.filter(({ now }) => now[0] >= low && now[0] <= high).map(({ now }) => now[1]);
  const start = runs[0] ? Number(runs[0].trail[1]) : Number.NaN;
  const needed = Math.max(start, ...seen);
  return {
    curve,
    trail,
    x,
    y: linearScale(errorRange(samples, needed, curve.bottom - curve.top), [curve.bottom, curve.top]),
    t: linearScale([0, steps], [trail.top + 8, trail.bottom - 6]),
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Picture} picture
 * @returns {Place}
 */
export function drawFunctionPlot(ctx, picture) {
  const place = placeOf(picture);
  const { colours, samples, window, runs } = picture;
  const { curve, trail, x, y, t } = place;
  drawAxes(ctx, {
    frame: curve,
    x,
    y,
    xLabel: "a",
    yLabel: "ε",
    xColour: colours.a,
    yColour: colours.error,
    colours,
    write: tick,
  });
  drawAxes(ctx, { frame: trail, x, y: t, xNumbers: false, yIntegers: true, colours, write: tick });
  // Left of the numbers: above them stand those of the a axis.
  drawSymbol(ctx, "t", trail.left - 34, t.map(0), {
    align: "right",
    baseline: "middle",
    colour: colours.ink,
    colours,
  });
  if (picture.goal !== null) drawGoal(ctx, picture.goal, place, colours);

  const count = samples.length;
  const as = Float64Array.from(
    { length: count },
    (_, i) => window[0] + ((window[1] - window[0]) * i) / (count - 1),
  );
  drawPolyline(ctx, as, samples, { frame: curve, x, y, colour: colours.error, lineWidth: 2.5 });

  runs.forEach((run, index) => {
    drawTrail(ctx, run, place, colours, runs.length > 1 ? runs.length - 1 - index : null);
  });
  for (const run of runs) drawOnCurve(ctx, run, place, colours);
  const active = runs.find((run) => run.active);
  if (active) drawStep(ctx, active, place, picture);
  return place;
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

/**
 * a over t: the line, a mark for each step as long as they stand apart, an arrow at the edge where it has left.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Run} run
 * @param {Place} place
 * @param {Colours} colours
 * @param {number | null} line its name's place under those of other runs; null: it needs no name
 */
function drawTrail(ctx, run, { trail: frame, x, t }, colours, line) {
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

/**
 * A short text beside a point, on paper, so that lines do not run through it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {Frame} frame
 * @param {string} colour
 * @param {Colours} colours
 */
function drawTag(ctx, text, x, y, frame, colour, colours) {
  ctx.save();
  ctx.font = `13px ${colours.font}`;
  const width = ctx.measureText(text).width;
  const right = x + 10 + width <= frame.right;
  const left = right ? x + 10 : Math.max(frame.left, x - 12 - width);
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = colours.paper;
  ctx.fillRect(left - 2, y - 9, width + 4, 18);
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillText(text, left, y);
  ctx.restore();
}

/**
 * The point on the curve and the earlier ones, fading.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Run} run
 * @param {Place} place
 * @param {Colours} colours
 */
function drawOnCurve(ctx, run, { curve: frame, x, y }, colours) {
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
 * @param {Run} run
 * @param {Place} place
 * @param {Picture} picture
 */
function drawStep(ctx, run, { curve, x, y, t }, { colours, stepText }) {
  const from = POINT * run.last;
  const [a, error, slope, step] = [0, 1, 2, 3].map((i) => Number(run.trail[from + i]));
  const [low, high] = x.domain;
  const inside = run.now[0] >= low && run.now[0] <= high;
  const px = x.map(run.now[0]);

  if (a >= low && a <= high) {
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
  if (inside) {
    ctx.save();
    ctx.strokeStyle = colours.a;
    ctx.globalAlpha = 0.55;
    ctx.lineWidth = 1.25;
    ctx.setLineDash([4, 4]);
    ctx.beginPath();
    ctx.moveTo(px, Math.max(curve.top, y.map(run.now[1])));
    ctx.lineTo(px, t.map(run.row));
    ctx.stroke();
    ctx.restore();
  }
  if (a >= low && a <= high) {
    const end = Math.min(curve.right, Math.max(curve.left, x.map(a + step)));
    drawArrow(ctx, [x.map(a), curve.bottom], [end, curve.bottom], {
      colour: colours.derivative,
      lineWidth: 3.5,
      head: 12,
    });
    drawStepText(ctx, stepText, (x.map(a) + end) / 2, curve, colours);
  }
  if (inside) {
    const look = { colour: colours.a, paper: colours.paper, x, y };
    const wide = { ...curve, bottom: curve.bottom + 1, top: curve.top - 1 };
    ctx.save();
    ctx.fillStyle = colours.a;
    ctx.strokeStyle = colours.paper;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.arc(px, curve.bottom, 5, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.fill();
    ctx.restore();
    drawPoints(ctx, [run.now[0]], [run.now[1]], { ...look, frame: wide, mark: run.mark, radius: 7 });
    if (y.map(run.now[1]) < curve.top) drawBeyondTop(ctx, px, curve.top, colours.a);
  } else {
    const side = run.now[0] < low ? -1 : 1;
    const edge = side < 0 ? curve.left : curve.right;
    drawBeyond(ctx, edge, curve.bottom, side, colours.a);
    drawTag(ctx, stepText, edge, curve.bottom - 14, curve, colours.a, colours);
  }
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
