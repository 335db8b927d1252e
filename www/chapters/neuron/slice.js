// @ts-check
// A slice: ε along one parameter, the others held. Chapter 2's picture, four times in one network.

import { besideFrame, createChart, insideFrame } from "../../chart/chart.js";
import { FINGER, pickedValue } from "../../chart/pick.js";
import { linearScale } from "../../chart/scale.js";
import { watchVisible } from "../../chart/visible.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage } from "../../i18n/index.js";
import { figures, tick } from "../../i18n/numbers.js";
import { rangeOf } from "./range.js";
import { LETTERS } from "./schema.js";
import { drawSlice, drawTold, linesOf, onTheWay, valueAt } from "./slice-drawing.js";
import { sliceTable } from "./table.js";

/** Points of the curve. */
const COUNT = 241;

/**
 * @typedef {import("./schema.js").Letter} Letter
 * @typedef {import("./session.js").Run} Run
 * @typedef {import("./session.js").State} State
 * @typedef {import("./slice-drawing.js").Seen} Seen
 *
 * @typedef {Object} SliceOptions
 * @property {Letter} letter
 * @property {boolean} [alone] no title beside it says that this is ε
 * @property {(letter: Letter, value: number) => void} onPick the reader moves the point
 * @property {() => import("../../chart/motion.js").Moment | null} moment how far a step that is seen has come
 * @property {(text: string) => void} announce
 */

/** @param {SliceOptions} options */
export function createSlice({ letter: first, alone = false, onPick, moment, announce }) {
  let letter = first;
  /** @type {{ run: Run, state: State } | null} */
  let source = null;
  /** @type {Seen | null} */
  let seen = null;
  /** @type {Seen | null} */
  let before = null;
  const hand = createHand();
  const figure = createFigure({ className: "plot neuron-slice", label: "neuron.slice.label" });

  const chart = createChart(figure.canvas, {
    margins: { top: alone ? 30 : 8, right: 22, left: 48, bottom: 26 },
    write: tick,
    announce,
    scales: ({ frame }) => {
      if (!seen) return null;
      const shown = onTheWay(moment(), before, seen);
      return {
        x: linearScale(shown.range, [frame.left, frame.right]),
        y: linearScale([0, Math.max(...shown.errors, 1e-9) * 1.12], [frame.bottom, frame.top]),
        shown,
      };
    },
    axes: ({ colours }) => ({
      xLabel: letter,
      xColour: colours.a,
      ...(alone ? { yLabel: "ε" } : {}),
      yColour: colours.error,
    }),
    draw(ctx, place) {
      drawSlice(ctx, place.shown, place);
      if (hand.speaks) drawTold(ctx, letter, place.shown, hand.told, place);
    },
    read: {
      count: () => COUNT,
      nearest: (px, py, { frame }) => (besideFrame(frame, py) ? keyAt(px, frame) : null),
      // The point that is moved by hand says its own numbers.
      at: (key, { x, y }) => (seen && !hand.speaks ? readingOf(seen, key, x, y) : null),
      pins: false,
    },
    pick: {
      holds: (px, py, { frame }) => insideFrame(frame, px, py, FINGER / 2),
      grabs: (px, py, { x, y }) =>
        seen !== null && Math.hypot(px - x.map(seen.value), py - y.map(seen.error)) <= FINGER,
      onPick(px, _, { x }, touch) {
        if (!seen) return;
        const value = pickedValue(x.invert(px), seen.range);
        chart.clear();
        hand.move(touch, () => onPick(letter, value));
      },
      onDone() {
        hand.leave();
        compute();
      },
    },
    numbers: () => (seen ? sliceTable(seen) : []),
  });

  let stale = false;
  const watch = watchVisible(figure.element, () => {
    if (stale) compute();
  });

  function compute() {
    stale = !watch.visible;
    if (!source || stale) return;
    before = seen;
    seen = look(source.run, source.state, letter, hand.holds && seen ? seen.range : null);
    figure.describe("neuron.slice.spoken", spoken(seen));
    chart.redraw();
  }

  const stopLanguage = onLanguage(compute);
  return {
    element: figure.element,
    redraw: () => watch.visible && chart.redraw(),
    /** @param {Run} run @param {State} state */
    show(run, state) {
      hand.moved();
      source = { run, state };
      compute();
    },
    /** @param {Letter} next */
    setLetter(next) {
      if (next !== letter) chart.clear();
      letter = next;
      hand.moved();
      compute();
    },
    destroy() {
      stopLanguage();
      watch.destroy();
      chart.destroy();
    },
  };
}

/**
 * What the reader's hand does with the point. The axis stands still as long as it is moved; after a finger has moved it its
 * numbers stay beside it, until something else moves it.
 */
function createHand() {
  let holds = false;
  let told = false;
  let moving = false;
  return {
    get holds() {
      return holds;
    },
    get told() {
      return told;
    },
    /** Whether the point's numbers stand beside it. */
    get speaks() {
      return holds || told;
    },
    /** @param {boolean} touch @param {() => void} act what moving it does */
    move(touch, act) {
      holds = true;
      moving = true;
      act();
      moving = false;
      told = touch;
    },
    leave() {
      holds = false;
    },
    /** The run has changed. */
    moved() {
      if (!moving) told = false;
    },
  };
}

/** What the slice shows, in numbers. @param {Seen} seen */
function spoken({ letter, value, error, slope }) {
  return { letter, value: figures(value), error: figures(error), slope: figures(slope) };
}

/**
 * ε along a parameter, and the point.
 * @param {Run} run
 * @param {State} state
 * @param {Letter} letter
 * @param {readonly [number, number] | null} held the axis' range, where it stands still
 * @returns {Seen}
 */
function look(run, state, letter, held) {
  const index = LETTERS.indexOf(letter);
  const extents = run.extents();
  const range = held ?? rangeOf(Number(extents[2 * index]), Number(extents[2 * index + 1]));
  return {
    t: state.t,
    letter,
    range,
    errors: run.slice(letter, range[0], range[1], COUNT),
    least: run.least(letter),
    value: Number(state.network[index]),
    next: Number(state.next[index]),
    slope: Number(state.gradient[index]),
    error: state.error,
  };
}

/**
 * @param {Seen} seen
 * @param {number} key
 * @param {import("../../chart/scale.js").Scale} x
 * @param {import("../../chart/scale.js").Scale} y
 */
function readingOf(seen, key, x, y) {
  const error = seen.errors[key];
  if (error === undefined) return null;
  const value = valueAt(seen, key);
  return { x: x.map(value), y: y.map(error), lines: linesOf(seen.letter, value, error) };
}

/**
 * The point of the curve under a pixel, or a little beside its ends.
 * @param {number} px
 * @param {import("../../chart/chart.js").Frame} frame
 */
function keyAt(px, { left, right }) {
  const share = (px - left) / (right - left);
  if (share < -0.02 || share > 1.02) return null;
  return Math.min(COUNT - 1, Math.max(0, Math.round(share * (COUNT - 1))));
}
