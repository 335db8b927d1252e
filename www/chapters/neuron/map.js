// @ts-check
// The map of ε over two chosen parameters, the others held where they are now, with the way of the training.

import { drawAxes, plotFrame } from "../../chart/axes.js";
import { mountPlot } from "../../chart/canvas.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { drawLevelMap } from "../../chart/level-map.js";
import { betweenSteps, mixed } from "../../chart/motion.js";
import { createReadout } from "../../chart/readout.js";
import { linearScale } from "../../chart/scale.js";
import { watchVisible } from "../../chart/visible.js";
import { createSelect } from "../../controls/choice.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage } from "../../i18n/index.js";
import { figures, tick } from "../../i18n/numbers.js";
import { rangeOf } from "./range.js";
import { LETTERS, MAPS } from "./schema.js";

/** @typedef {import("../../types/core.js").ScalarRun} Run */
/** @typedef {import("../../types/core.js").ScalarState} State */
/** @typedef {typeof MAPS[number]} MapName */
/** @typedef {import("./schema.js").Letter} Letter */

/** Values along each side. */
const SIDE = 81;
/** Points of the path: more than the map has pixels across. */
const PATH = 600;
/** Lines stand where ε is so much: equal steps would crowd on the slopes and leave the valley empty. */
const LEVELS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45];

/** @typedef {{ t: number, map: MapName, path: Float64Array }} Seen `path`: first, second, first, … up to step t */

/**
 * @param {{ map: MapName, onMap: (map: MapName) => void, moment: () => import("../../chart/motion.js").Moment | null }} options
 *   `moment`: how far a step that is seen has come
 */
export function createNeuronMap({ map: first, onMap, moment }) {
  let map = first;
  /** @type {Run | null} */
  let run = null;
  /** @type {State | null} */
  let state = null;
  let stale = true;
  /** @type {import("../../chart/level-map.js").Grid | null} */
  let grid = null;
  /** @type {Seen | null} */
  let seen = null;
  /** @type {Seen | null} */
  let before = null;
  /** @type {{ frame: import("../../chart/axes.js").Frame, x: import("../../chart/scale.js").Scale, y: import("../../chart/scale.js").Scale } | null} */
  let place = null;
  const letters = () => /** @type {[Letter, Letter]} */ ([map[0], map[1]]);

  const figure = createFigure({ className: "neuron-map", label: "neuron.map.label" });
  const choice = createSelect({
    label: "neuron.map.choice",
    options: MAPS.map((name) => ({
      value: name,
      text: "neuron.map.pair",
      params: { a: name.charAt(0), b: name.charAt(1) },
    })),
    value: map,
    onChange(value) {
      map = /** @type {MapName} */ (value);
      readout.clear();
      onMap(map);
      changed();
    },
  });

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    if (stale) compute();
    if (!grid || !seen) return;
    const [a, b] = letters();
    const path = onTheWay(seen);
    const frame = plotFrame(width, height, { top: 26, right: 26, left: 44, bottom: 28 });
    const x = linearScale(grid.x, [frame.left, frame.right]);
    const y = linearScale(grid.y, [frame.bottom, frame.top]);
    place = { frame, x, y };
    drawLevelMap(ctx, grid, { frame, x, y, levels: LEVELS, low: 0, high: 0.5, colours });
    drawAxes(ctx, {
      frame,
      x,
      y,
      xLabel: a,
      yLabel: b,
      xColour: colours.a,
      yColour: colours.a,
      colours: { ...colours, grid: "transparent" },
      write: tick,
    });
    const xs = path.filter((_, i) => i % 2 === 0);
    const ys = path.filter((_, i) => i % 2 === 1);
    drawPolyline(ctx, xs, ys, { frame, x, y, colour: colours.paper, lineWidth: 5, opacity: 0.7 });
    drawPolyline(ctx, xs, ys, { frame, x, y, colour: colours.a, lineWidth: 2.5 });
    if (xs.length > 1 && xs.length <= 60) {
      drawPoints(ctx, xs, ys, { frame, x, y, colour: colours.a, paper: colours.paper, radius: 2.5 });
    }
    drawPoints(ctx, xs.slice(0, 1), ys.slice(0, 1), {
      frame,
      x,
      y,
      colour: colours.a,
      paper: colours.paper,
      mark: "open",
    });
    drawPoints(ctx, xs.slice(-1), ys.slice(-1), {
      frame,
      x,
      y,
      colour: colours.a,
      paper: colours.paper,
      radius: 6,
    });
    readout.draw(ctx, { frame, crosshair: "both", colours });
  });

  /** The path as far as the point has come. @param {Seen} now */
  function onTheWay(now) {
    const way = betweenSteps(moment(), before, now);
    if (!way || before?.map !== now.map) return now.path;
    const { earlier, later, share } = way;
    const [x0, y0] = earlier.path.slice(-2);
    const [x1, y1] = later.path.slice(-2);
    return Float64Array.of(
      ...earlier.path,
      mixed(Number(x0), Number(x1), share),
      mixed(Number(y0), Number(y1), share),
    );
  }

  const readout = createReadout(figure.canvas, {
    nearest(px, py) {
      if (!place) return null;
      const { frame } = place;
      const i = Math.round(((px - frame.left) / (frame.right - frame.left)) * (SIDE - 1));
      const k = Math.round(((frame.bottom - py) / (frame.bottom - frame.top)) * (SIDE - 1));
      return i < 0 || k < 0 || i >= SIDE || k >= SIDE ? null : k * SIDE + i;
    },
    // The arrows set out from where the network stands.
    neighbour(key, towards) {
      if (key === null) return here();
      const column = (key % SIDE) + towards;
      return column < 0 || column >= SIDE ? key : key + towards;
    },
    above(key, towards) {
      if (key === null) return here();
      const next = key + towards * SIDE;
      return next < 0 || next >= SIDE * SIDE ? key : next;
    },
    read(key) {
      const error = grid?.values[key];
      if (!place || !grid || error === undefined) return null;
      const [a, b] = letters();
      const at = (/** @type {readonly [number, number]} */ [low, high], /** @type {number} */ i) =>
        low + ((high - low) * i) / (SIDE - 1);
      const va = at(grid.x, key % SIDE);
      const vb = at(grid.y, Math.floor(key / SIDE));
      return {
        x: place.x.map(va),
        y: place.y.map(vb),
        lines: [`${a} = ${figures(va)}`, `${b} = ${figures(vb)}`, `ε = ${figures(error)}`],
      };
    },
    redraw: () => plot.redraw(),
  });

  /** The place on the grid nearest to the network. */
  function here() {
    if (stale) compute();
    if (!grid || !state) return null;
    const { network } = state;
    const index = (/** @type {readonly [number, number]} */ [low, high], /** @type {Letter} */ letter) =>
      Math.round(((Number(network[LETTERS.indexOf(letter)]) - low) / (high - low)) * (SIDE - 1));
    const [a, b] = letters();
    return index(grid.y, b) * SIDE + index(grid.x, a);
  }

  function compute() {
    if (!run || !state) return;
    stale = false;
    const [a, b] = letters();
    const extents = run.extents();
    const range = (/** @type {Letter} */ letter) => {
      const index = LETTERS.indexOf(letter);
      return rangeOf(Number(extents[2 * index]), Number(extents[2 * index + 1]));
    };
    const [x, y] = [range(a), range(b)];
    grid = {
      values: run.map(a, b, Float64Array.of(...x, ...y), SIDE, SIDE),
      columns: SIDE,
      rows: SIDE,
      x,
      y,
    };
    before = seen;
    seen = { t: state.t, map, path: run.path(a, b, PATH) };
  }

  function changed() {
    stale = true;
    if (watch.visible) plot.redraw();
  }

  // 6561 networks a frame are worth computing only where somebody looks.
  const watch = watchVisible(figure.element, () => {
    if (stale) plot.redraw();
  });

  const stopLanguage = onLanguage(changed);
  return {
    element: element(
      "section",
      "part",
      element("div", "part-head", words("h2", "part-title", "neuron.map.title"), choice.element),
      figure.element,
      words("p", "caption", "neuron.map.text"),
    ),
    redraw() {
      if (watch.visible) plot.redraw();
    },
    /** @param {Run} of @param {State} now */
    show(of, now) {
      run = of;
      state = now;
      changed();
    },
    /** @param {MapName} next */
    setMap(next) {
      map = next;
      choice.set(next);
      changed();
    },
    destroy() {
      stopLanguage();
      watch.destroy();
      readout.destroy();
      plot.destroy();
    },
  };
}
