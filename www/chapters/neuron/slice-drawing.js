// @ts-check
// How a slice is drawn: the curve, the tangent at the point, the arrow of the step on the axis.

import { drawArrow } from "../../chart/arrow.js";
import { clipped, drawPoints, drawPolyline } from "../../chart/curve.js";
import { betweenSteps, mixed } from "../../chart/motion.js";
import { drawReading } from "../../chart/reading.js";
import { drawTag } from "../../chart/tag.js";
import { t } from "../../i18n/index.js";
import { figures } from "../../i18n/numbers.js";

/** Half the tangent's length, pixels. */
const TANGENT = 44;
/** Pixels between a level line and the words below it. */
const BELOW = 16;

/**
 * @typedef {Object} Seen what a slice is drawn from
 * @property {number} t
 * @property {import("./schema.js").Letter} letter
 * @property {readonly [number, number]} range
 * @property {Float64Array} errors ε at equal distances over the range
 * @property {import("../../pkg/descent.js").Least} least
 * @property {number} value
 * @property {number} next where the rule leads
 * @property {number} slope
 * @property {number} error
 *
 * @typedef {Pick<Seen, "letter" | "range" | "errors" | "value" | "error" | "slope"> & { arrow: readonly [number, number],
 *   least?: Seen["least"] }} Shown `least`: not while a step is on its way
 * @typedef {import("../../chart/chart.js").Place<import("../../chart/chart.js").Scales>} Place
 */

/** The value of a point of the curve. @param {Pick<Seen, "range" | "errors">} seen @param {number} index */
export function valueAt({ range: [low, high], errors }, index) {
  return low + ((high - low) * index) / (errors.length - 1);
}

/**
 * What is drawn: as a step is made the point goes along its arrow and the curve bends to where the other three lead.
 * @param {import("../../chart/motion.js").Moment | null} moment
 * @param {Seen | null} before
 * @param {Seen} now
 * @returns {Shown}
 */
export function onTheWay(moment, before, now) {
  const way = betweenSteps(moment, before, now);
  if (!way || before?.letter !== now.letter) return { ...now, arrow: [now.value, now.next] };
  const { earlier, later, share } = way;
  const same = earlier.range[0] === later.range[0] && earlier.range[1] === later.range[1];
  const errors = same
    ? now.errors.map((_, i) => mixed(Number(earlier.errors[i]), Number(later.errors[i]), share))
    : now.errors;
  const value = mixed(earlier.value, later.value, share);
  const [low, high] = now.range;
  const width = (high - low) / (errors.length - 1);
  const place = (value - low) / width;
  const left = Math.min(errors.length - 2, Math.max(0, Math.floor(place)));
  const [from, to] = [Number(errors[left]), Number(errors[left + 1])];
  return {
    letter: now.letter,
    range: now.range,
    errors,
    value,
    error: mixed(from, to, place - left),
    slope: (to - from) / width,
    arrow: [earlier.value, later.value],
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Shown} shown
 * @param {Place} place
 */
export function drawSlice(ctx, shown, place) {
  const { frame, x, colours } = place;
  const xs = Float64Array.from(shown.errors, (_, i) => valueAt(shown, i));
  drawWordsOfLeast(ctx, shown, place);
  drawPolyline(ctx, xs, shown.errors, { ...place, colour: colours.error });
  drawLeast(ctx, shown, place);
  drawTangent(ctx, shown, place);
  // A step that leaves the plot ends at its edge.
  const ends = shown.arrow.map((at) => Math.min(frame.right, Math.max(frame.left, x.map(at))));
  drawArrow(ctx, [Number(ends[0]), frame.bottom], [Number(ends[1]), frame.bottom], {
    colour: colours.derivative,
    head: 9,
  });
  drawPoints(ctx, [shown.value], [shown.error], {
    ...place,
    colour: colours.a,
    paper: colours.paper,
    radius: 6,
  });
}

/** Whether the least ε of the slice is in sight. @param {Shown} shown */
const isSeen = ({ least, range: [low, high] }) =>
  least?.kind === "least" && least.at >= low && least.at <= high;

/**
 * The least ε of the slice.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Shown} shown
 * @param {Place} place
 */
function drawLeast(ctx, shown, place) {
  if (shown.least?.kind !== "least" || !isSeen(shown)) return;
  const { at, error } = shown.least;
  const { frame, x, y, colours } = place;
  ctx.save();
  ctx.strokeStyle = colours.muted;
  ctx.setLineDash([2, 3]);
  ctx.beginPath();
  ctx.moveTo(x.map(at), Math.min(frame.bottom, y.map(error)));
  ctx.lineTo(x.map(at), frame.top);
  ctx.stroke();
  ctx.restore();
  const look = { ...place, colour: colours.error, paper: colours.paper, radius: 4 };
  drawPoints(ctx, [at], [error], { ...look, mark: "open" });
}

/**
 * Where the least ε lies, or towards what ε falls without end, written on the side where it is low, at the top, which the curve
 * leaves free there.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Shown} shown
 * @param {Place} place
 */
function drawWordsOfLeast(ctx, shown, { frame, x, y, colours }) {
  const { least, letter, errors } = shown;
  if (!least || isSeen(shown)) return;
  const [first, last] = [Number(errors[0]), Number(errors.at(-1))];
  const right = last < first;
  const top = least.kind === "flat" ? y.map(first) + BELOW : frame.top + 9;
  // A tag stands to the right of its place, or to the left where that is not in the frame.
  const at = right ? frame.right : x.range[0] - 6;
  drawTag(ctx, wordsOfLeast(least, letter), at, top, frame, colours.muted, colours);
}

/** @param {import("../../pkg/descent.js").Least} least @param {string} letter */
function wordsOfLeast(least, letter) {
  switch (least.kind) {
    case "flat":
      return t("neuron.slice.flat", { letter });
    case "least":
      return t("neuron.slice.beyond", { letter, at: figures(least.at) });
    case "none":
      return t("neuron.slice.none", {
        letter,
        limit: figures(least.limit < 1e-12 ? 0 : least.limit),
        infinity: least.side < 0 ? "−∞" : "+∞",
      });
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Shown} shown
 * @param {Place} place
 */
function drawTangent(ctx, { value, error, slope }, { frame, x, y, colours }) {
  const unit = (/** @type {typeof x} */ scale) =>
    (scale.range[1] - scale.range[0]) / (scale.domain[1] - scale.domain[0]);
  const steep = Math.atan2(slope * unit(y), unit(x));
  const [px, py] = [x.map(value), y.map(error)];
  const [dx, dy] = [TANGENT * Math.cos(steep), TANGENT * Math.sin(steep)];
  clipped(ctx, frame, () => {
    ctx.strokeStyle = colours.derivative;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(px - dx, py - dy);
    ctx.lineTo(px + dx, py + dy);
    ctx.stroke();
  });
}

/**
 * The numbers beside the point that is, or was, moved by hand.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} letter
 * @param {Shown} shown
 * @param {boolean} pinned
 * @param {Place} place
 */
export function drawTold(ctx, letter, { value, error }, pinned, { frame, x, y, colours }) {
  drawReading(
    ctx,
    { x: x.map(value), y: y.map(error), lines: linesOf(letter, value, error) },
    { frame, crosshair: "none", pinned, colours },
  );
}

/** What is said of a point of the curve. @param {string} letter @param {number} value @param {number} error */
export function linesOf(letter, value, error) {
  return [`${letter} = ${figures(value)}`, `ε = ${figures(error)}`];
}
