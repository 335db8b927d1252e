// @ts-check
// A slice: ε along one parameter, the others held. Chapter 2's picture, four times in one network.

import { createFigure } from "../controls/figure.js";
import { onLanguage } from "../i18n/index.js";
import { drawAxes, plotFrame } from "../plots/axes.js";
import { mountPlot } from "../plots/canvas.js";
import { clipped, drawPoints, drawPolyline } from "../plots/curve.js";
import { createReadout } from "../plots/readout.js";
import { linearScale } from "../plots/scale.js";
import { watchVisible } from "../plots/visible.js";
import { decimalSign } from "./decimal.js";
import { figures } from "./neuron-figures.js";
import { rangeOf } from "./neuron-range.js";
import { LETTERS } from "./neuron-schema.js";

/** @typedef {import("./neuron-schema.js").Letter} Letter */
/** @typedef {import("../wasm.js").ScalarRun} Run */
/** @typedef {import("../wasm.js").ScalarState} State */

/** Points of the curve. */
const COUNT = 241;
/** Half the tangent's length, pixels. */
const TANGENT = 44;
/** A step shorter than this is too short for an arrow, pixels. */
const SHORTEST_ARROW = 6;

/** @param {{ letter: Letter, alone?: boolean }} options `alone`: no title beside it says that this is ε */
export function createSlice({ letter: first, alone = false }) {
  let letter = first;
  /** @type {Run | null} */
  let run = null;
  /** @type {State | null} */
  let state = null;
  /** @type {[number, number]} */
  let range = [-1, 1];
  let errors = new Float64Array(0);
  /** @type {{ frame: import("../plots/axes.js").Frame, x: import("../plots/scale.js").Scale, y: import("../plots/scale.js").Scale } | null} */
  let place = null;
  const figure = createFigure({ className: "plot", label: "neuron.slice.label" });
  const valueAt = (/** @type {number} */ i) => range[0] + ((range[1] - range[0]) * i) / (COUNT - 1);

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    if (!state || errors.length === 0) return;
    const index = LETTERS.indexOf(letter);
    const [value, next] = [Number(state.network[index]), Number(state.next[index])];
    const slope = Number(state.gradient[index]);
    const frame = plotFrame(width, height, { top: alone ? 30 : 8, right: 22, left: 48, bottom: 26 });
    const x = linearScale(range, [frame.left, frame.right]);
    const y = linearScale([0, Math.max(...errors, 1e-9) * 1.12], [frame.bottom, frame.top]);
    place = { frame, x, y };
    drawAxes(ctx, {
      frame,
      x,
      y,
      xLabel: letter,
      xColour: colours.a,
      ...(alone ? { yLabel: "ε" } : {}),
      yColour: colours.error,
      colours,
      decimal: decimalSign(),
    });
    const xs = Float64Array.from({ length: COUNT }, (_, i) => valueAt(i));
    drawPolyline(ctx, xs, errors, { frame, x, y, colour: colours.error });

    const [px, py] = [x.map(value), y.map(state.error)];
    const steep = Math.atan2(
      slope * ((y.range[1] - y.range[0]) / (y.domain[1] - y.domain[0])),
      (x.range[1] - x.range[0]) / (x.domain[1] - x.domain[0]),
    );
    clipped(ctx, frame, () => {
      ctx.strokeStyle = colours.derivative;
      ctx.lineWidth = 2;
      ctx.beginPath();
      ctx.moveTo(px - TANGENT * Math.cos(steep), py - TANGENT * Math.sin(steep));
      ctx.lineTo(px + TANGENT * Math.cos(steep), py + TANGENT * Math.sin(steep));
      ctx.stroke();
    });
    drawStep(ctx, { from: px, to: x.map(next), y: frame.bottom, frame, colour: colours.derivative });
    drawPoints(ctx, [value], [state.error], {
      frame,
      x,
      y,
      colour: colours.a,
      paper: colours.paper,
      radius: 6,
    });
    readout.draw(ctx, { frame, colours });
  });

  const readout = createReadout(figure.canvas, {
    nearest(px, py) {
      if (!place || py < place.frame.top || py > place.frame.bottom) return null;
      const share = (px - place.frame.left) / (place.frame.right - place.frame.left);
      return share < -0.02 || share > 1.02
        ? null
        : Math.min(COUNT - 1, Math.max(0, Math.round(share * (COUNT - 1))));
    },
    neighbour: (key, towards) =>
      key === null ? (towards > 0 ? 0 : COUNT - 1) : Math.min(COUNT - 1, Math.max(0, key + towards)),
    read(key) {
      const error = errors[key];
      if (!place || error === undefined) return null;
      return {
        x: place.x.map(valueAt(key)),
        y: place.y.map(error),
        lines: [`${letter} = ${figures(valueAt(key))}`, `ε = ${figures(error)}`],
      };
    },
    redraw: () => plot.redraw(),
  });

  let stale = false;
  const watch = watchVisible(figure.element, () => {
    if (stale) compute();
  });

  function compute() {
    stale = !watch.visible;
    if (!run || !state || stale) return;
    const index = LETTERS.indexOf(letter);
    const extents = run.extents();
    range = rangeOf(Number(extents[2 * index]), Number(extents[2 * index + 1]));
    errors = run.slice(letter, range[0], range[1], COUNT);
    figure.describe("neuron.slice.spoken", {
      letter,
      value: figures(Number(state.network[index])),
      error: figures(state.error),
      slope: figures(Number(state.gradient[index])),
    });
    plot.redraw();
  }

  const stopLanguage = onLanguage(compute);
  return {
    element: figure.element,
    /** @param {Run} of @param {State} now */
    show(of, now) {
      run = of;
      state = now;
      compute();
    },
    /** @param {Letter} next */
    setLetter(next) {
      if (next === letter) return;
      letter = next;
      readout.clear();
      compute();
    },
    destroy() {
      stopLanguage();
      watch.destroy();
      readout.destroy();
      plot.destroy();
    },
  };
}

/**
 * The step of the rule as an arrow along the axis; one that leaves the plot ends at its edge.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ from: number, to: number, y: number, frame: import("../plots/axes.js").Frame, colour: string }} step
 */
function drawStep(ctx, { from, to, y, frame, colour }) {
  const end = Math.min(frame.right, Math.max(frame.left, to));
  const length = Math.abs(end - from);
  if (length < 0.5) return;
  const way = Math.sign(end - from);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.moveTo(from, y);
  ctx.lineTo(length > SHORTEST_ARROW ? end - way * 5 : end, y);
  ctx.stroke();
  if (length > SHORTEST_ARROW) {
    ctx.beginPath();
    ctx.moveTo(end, y);
    ctx.lineTo(end - way * 9, y - 5);
    ctx.lineTo(end - way * 9, y + 5);
    ctx.closePath();
    ctx.fill();
  }
  ctx.restore();
}
