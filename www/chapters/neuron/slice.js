// @ts-check
// A slice: ε along one parameter, the others held. Chapter 2's picture, four times in one network.

import { drawArrow } from "../../chart/arrow.js";
import { drawAxes, plotFrame } from "../../chart/axes.js";
import { mountPlot } from "../../chart/canvas.js";
import { clipped, drawPoints, drawPolyline } from "../../chart/curve.js";
import { betweenSteps, mixed } from "../../chart/motion.js";
import { FINGER, listenForPick, pickedValue } from "../../chart/pick.js";
import { drawReading } from "../../chart/reading.js";
import { createReadout } from "../../chart/readout.js";
import { linearScale } from "../../chart/scale.js";
import { watchVisible } from "../../chart/visible.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage } from "../../i18n/index.js";
import { figures, tick } from "../../i18n/numbers.js";
import { rangeOf } from "./range.js";
import { LETTERS } from "./schema.js";

/** @typedef {import("./schema.js").Letter} Letter */
/** @typedef {import("../../types/core.js").ScalarRun} Run */
/** @typedef {import("../../types/core.js").ScalarState} State */

/** Points of the curve. */
const COUNT = 241;
/** Half the tangent's length, pixels. */
const TANGENT = 44;

/**
 * @typedef {Object} Seen what the slice is drawn from
 * @property {number} t
 * @property {Letter} letter
 * @property {readonly [number, number]} range
 * @property {Float64Array} errors ε at equal distances over the range
 * @property {number} value
 * @property {number} next where the rule leads
 * @property {number} slope
 * @property {number} error
 */

/**
 * @param {{ letter: Letter, alone?: boolean, onPick: (letter: Letter, value: number) => void, moment: () => import("../../chart/motion.js").Moment | null }} options
 *   `alone`: no title beside it says that this is ε; `onPick`: the reader moves the point; `moment`: how far a step that is seen has come
 */
export function createSlice({ letter: first, alone = false, onPick, moment }) {
  let letter = first;
  /** @type {Run | null} */
  let run = null;
  /** @type {State | null} */
  let state = null;
  /** @type {Seen | null} */
  let seen = null;
  /** @type {Seen | null} */
  let before = null;
  /** The axis stands still as long as the point is moved by hand. */
  let held = false;
  /** After a finger has moved the point its numbers stay beside it, until something else moves it. */
  let told = false;
  /** @type {{ frame: import("../../chart/axes.js").Frame, x: import("../../chart/scale.js").Scale, y: import("../../chart/scale.js").Scale } | null} */
  let place = null;
  const figure = createFigure({ className: "plot neuron-slice", label: "neuron.slice.label" });
  const valueAt = (/** @type {number} */ i, [low, high] = seen?.range ?? [0, 1]) =>
    low + ((high - low) * i) / (COUNT - 1);

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    if (!seen) return;
    const { range, errors, value, error, slope, arrow } = onTheWay(seen);
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
      write: tick,
    });
    const xs = Float64Array.from({ length: COUNT }, (_, i) => valueAt(i));
    drawPolyline(ctx, xs, errors, { frame, x, y, colour: colours.error });

    const [px, py] = [x.map(value), y.map(error)];
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
    // A step that leaves the plot ends at its edge.
    const [from, to] = arrow.map((at) => Math.min(frame.right, Math.max(frame.left, x.map(at))));
    drawArrow(ctx, [from, frame.bottom], [to, frame.bottom], { colour: colours.derivative, head: 9 });
    drawPoints(ctx, [value], [error], {
      frame,
      x,
      y,
      colour: colours.a,
      paper: colours.paper,
      radius: 6,
    });
    if (held || told) {
      const lines = [`${letter} = ${figures(value)}`, `ε = ${figures(error)}`];
      drawReading(ctx, { x: px, y: py, lines }, { frame, crosshair: "none", pinned: told, colours });
    } else readout.draw(ctx, { frame, colours });
  });

  /**
   * What is drawn: as a step is made the point goes along its arrow and the curve bends to where the other three lead.
   * @param {Seen} now
   */
  function onTheWay(now) {
    const way = betweenSteps(moment(), before, now);
    if (!way || before?.letter !== now.letter) return { ...now, arrow: [now.value, now.next] };
    const { earlier, later, share } = way;
    const same = earlier.range[0] === later.range[0] && earlier.range[1] === later.range[1];
    const errors = same
      ? now.errors.map((_, i) => mixed(Number(earlier.errors[i]), Number(later.errors[i]), share))
      : now.errors;
    const value = mixed(earlier.value, later.value, share);
    const width = (now.range[1] - now.range[0]) / (COUNT - 1);
    const place = (value - now.range[0]) / width;
    const left = Math.min(COUNT - 2, Math.max(0, Math.floor(place)));
    const [low, high] = [Number(errors[left]), Number(errors[left + 1])];
    return {
      range: now.range,
      errors,
      value,
      error: mixed(low, high, place - left),
      slope: (high - low) / width,
      arrow: [earlier.value, later.value],
    };
  }

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
      const error = seen?.errors[key];
      if (!place || error === undefined) return null;
      return {
        x: place.x.map(valueAt(key)),
        y: place.y.map(error),
        lines: [`${letter} = ${figures(valueAt(key))}`, `ε = ${figures(error)}`],
      };
    },
    pins: false,
    redraw: () => plot.redraw(),
  });

  let picking = false;
  const stopPointer = listenForPick(figure.canvas, {
    holds: (px, py) =>
      place !== null &&
      px >= place.frame.left - FINGER / 2 &&
      px <= place.frame.right + FINGER / 2 &&
      py >= place.frame.top - FINGER / 2 &&
      py <= place.frame.bottom + FINGER / 2,
    grabs: (px, py) =>
      place !== null &&
      seen !== null &&
      Math.hypot(px - place.x.map(seen.value), py - place.y.map(seen.error)) <= FINGER,
    onPick(px, _, touch) {
      if (!place || !seen) return;
      readout.clear();
      held = true;
      picking = true;
      onPick(letter, pickedValue(place.x.invert(px), seen.range));
      picking = false;
      told = touch;
    },
    onDone() {
      held = false;
      compute();
    },
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
    const range =
      held && seen ? seen.range : rangeOf(Number(extents[2 * index]), Number(extents[2 * index + 1]));
    before = seen;
    seen = {
      t: state.t,
      letter,
      range,
      errors: run.slice(letter, range[0], range[1], COUNT),
      value: Number(state.network[index]),
      next: Number(state.next[index]),
      slope: Number(state.gradient[index]),
      error: state.error,
    };
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
    redraw() {
      if (watch.visible) plot.redraw();
    },
    /** @param {Run} of @param {State} now */
    show(of, now) {
      if (!picking) told = false;
      run = of;
      state = now;
      compute();
    },
    /** @param {Letter} next */
    setLetter(next) {
      if (next === letter) return;
      letter = next;
      readout.clear();
      told = false;
      compute();
    },
    destroy() {
      stopLanguage();
      stopPointer();
      watch.destroy();
      readout.destroy();
      plot.destroy();
    },
  };
}
