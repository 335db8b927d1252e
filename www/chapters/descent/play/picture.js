// @ts-check
// The picture of being the descent: an axis, the places that were looked at, each with its slope, and at the end the curve
// with both ways over it.

import { createChart, insideFrame } from "../../../chart/chart.js";
import { clipped, drawPoints, drawPolyline } from "../../../chart/curve.js";
import { FINGER, pickedValue } from "../../../chart/pick.js";
import { linearScale } from "../../../chart/scale.js";
import { drawTag } from "../../../chart/tag.js";
import { createFigure } from "../../../controls/figure.js";
import { t } from "../../../i18n/index.js";
import { figures, tick } from "../../../i18n/numbers.js";
import { errorRange } from "../function-place.js";

/** @typedef {import("./game.js").Game} Game */
/** @typedef {import("./game.js").Seen} Seen */
/** @typedef {import("../../../chart/chart.js").Place<import("../../../chart/chart.js").Scales>} Place */

const SAMPLES = 401;
/** Half a tangent, pixels. */
const TANGENT = 34;

/**
 * @param {{ onMove: (a: number) => void, onTry: () => void, announce: (text: string) => void }} options `onMove`: the reader
 *   points there; `onTry`: and lets go
 */
export function createPlayPicture({ onMove, onTry, announce }) {
  /** @type {Game | null} */
  let game = null;
  let samples = new Float64Array(0);
  let a = 0;
  /** Steps of the rule that are seen. */
  let steps = 0;
  const figure = createFigure({ className: "plot descent-figure", label: "descent.play.label" });

  const chart = createChart(figure.canvas, {
    margins: ({ width }) => ({ left: width < 420 ? 46 : 56, right: 26, top: 28, bottom: 32 }),
    write: tick,
    announce,
    scales: ({ frame }) =>
      game && {
        x: linearScale(game.hidden.window, [frame.left, frame.right]),
        y: linearScale(errorRange(samples, Number(game.seen[0]?.error), frame.bottom - frame.top), [
          frame.bottom,
          frame.top,
        ]),
      },
    axes: ({ colours }) => ({ xLabel: "a", yLabel: "ε", xColour: colours.a, yColour: colours.error }),
    draw(ctx, place) {
      if (!game) return;
      if (game.rule) drawCurve(ctx, game, samples, place);
      else drawHere(ctx, a, place);
      drawSeen(ctx, game.seen, place);
      if (game.rule) drawRule(ctx, game.rule.slice(0, steps + 1), place);
    },
    pick: {
      holds: (px, py, { frame }) => insideFrame(frame, px, py, FINGER) && (game?.canTry ?? false),
      grabs: (px, _, { x }) => Math.abs(px - x.map(a)) <= FINGER,
      onPick: (px, _, { x }) => game && onMove(pickedValue(x.invert(px), game.hidden.window)),
      onDone: onTry,
    },
  });

  return {
    element: figure.element,
    /** @param {Game} next @param {number} at where the reader points @param {number} made steps of the rule that are seen */
    show(next, at, made) {
      if (next !== game) samples = next.samples(SAMPLES);
      game = next;
      a = at;
      steps = made;
      const last = next.seen.at(-1);
      if (last) figure.describe("descent.play.spoken", spoken(last, next.attempts));
      chart.redraw();
    },
    destroy: chart.destroy,
  };
}

/** @param {Seen} seen @param {number} count */
export function spoken({ a, error, slope }, count) {
  return { count, a: () => figures(a), error: () => figures(error), slope: () => figures(slope) };
}

/** @param {CanvasRenderingContext2D} ctx @param {Game} game @param {Float64Array} samples @param {Place} place */
function drawCurve(ctx, { hidden: { window } }, samples, place) {
  const [low, high] = window;
  const as = samples.map((_, i) => low + ((high - low) * i) / (samples.length - 1));
  drawPolyline(ctx, as, samples, { ...place, colour: place.colours.error, lineWidth: 2.5 });
}

/** Where the reader points: nothing is known there yet. @param {CanvasRenderingContext2D} ctx @param {number} a @param {Place} place */
function drawHere(ctx, a, { frame, x, colours }) {
  const at = Math.round(x.map(a)) + 0.5;
  ctx.save();
  ctx.strokeStyle = colours.a;
  ctx.fillStyle = colours.a;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([5, 5]);
  ctx.beginPath();
  ctx.moveTo(at, frame.top);
  ctx.lineTo(at, frame.bottom);
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(at, frame.bottom, 8, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
  drawTag(ctx, `a = ${figures(a)}`, at, frame.bottom - 20, frame, colours.a, colours);
}

/** @param {CanvasRenderingContext2D} ctx @param {readonly Seen[]} seen @param {Place} place */
function drawSeen(ctx, seen, place) {
  const { frame, x, y, colours } = place;
  seen.forEach(({ a, error, slope }, i) => {
    const isLast = i === seen.length - 1;
    const [px, py] = [x.map(a), y.map(error)];
    ctx.save();
    ctx.globalAlpha = isLast ? 1 : 0.55;
    drawTangent(ctx, px, py, slope, place);
    drawPoints(ctx, [a], [error], {
      ...place,
      colour: colours.ink,
      paper: colours.paper,
      radius: isLast ? 6 : 5,
    });
    ctx.restore();
    if (py < frame.top || py > frame.bottom) return;
    drawTag(ctx, i === 0 ? "0" : String(i), px, py - 14, frame, colours.ink, colours);
  });
}

/**
 * @param {CanvasRenderingContext2D} ctx @param {number} px @param {number} py @param {number} slope @param {Place} place
 */
function drawTangent(ctx, px, py, slope, { frame, x, y, colours }) {
  const pixels = (x.map(1) - x.map(0)) / (y.map(1) - y.map(0));
  const angle = Math.atan2(slope / pixels, 1);
  const [dx, dy] = [TANGENT * Math.cos(angle), TANGENT * Math.sin(angle)];
  clipped(ctx, frame, () => {
    ctx.strokeStyle = colours.derivative;
    ctx.lineWidth = 2.5;
    ctx.beginPath();
    ctx.moveTo(px - dx, py - dy);
    ctx.lineTo(px + dx, py + dy);
    ctx.stroke();
  });
}

/** @param {CanvasRenderingContext2D} ctx @param {readonly Seen[]} rule @param {Place} place */
function drawRule(ctx, rule, place) {
  const { frame, x, y, colours } = place;
  const [as, errors] = [rule.map((seen) => seen.a), rule.map((seen) => seen.error)];
  const look = { ...place, colour: colours.a, paper: colours.paper };
  drawPolyline(ctx, as, errors, { ...look, lineWidth: 1.5, dash: [4, 4] });
  drawPoints(ctx, as, errors, { ...look, radius: 5 });
  const last = rule.at(-1);
  if (last)
    drawTag(ctx, t("descent.play.by-rule"), x.map(last.a), y.map(last.error) + 16, frame, colours.a, colours);
}
