// @ts-check
// The map of ε over two chosen parameters, the others held where they are now, with the way of the training.

import { createChart } from "../../chart/chart.js";
import { linearScale } from "../../chart/scale.js";
import { watchVisible } from "../../chart/visible.js";
import { createSelect } from "../../controls/choice.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage } from "../../i18n/index.js";
import { figures, tick } from "../../i18n/numbers.js";
import { drawMap, pathOnTheWay } from "./map-drawing.js";
import { rangeOf } from "./range.js";
import { LETTERS, MAPS } from "./schema.js";
import { mapTable } from "./table.js";

/**
 * @typedef {import("./session.js").Run} Run
 * @typedef {import("./session.js").State} State
 * @typedef {typeof MAPS[number]} MapName
 * @typedef {import("./schema.js").Letter} Letter
 * @typedef {import("../../chart/level-map.js").Grid} Grid
 * @typedef {import("./map-drawing.js").Seen} Seen
 */

/** Values along each side. */
const SIDE = 81;
/** Points of the path: more than the map has pixels across. */
const PATH = 600;
const MARGINS = { top: 26, right: 26, left: 44, bottom: 28 };

/**
 * @param {{
 *   map: MapName, onMap: (map: MapName) => void, announce: (text: string) => void,
 *   moment: () => import("../../chart/motion.js").Moment | null,
 * }} options `moment`: how far a step that is seen has come
 */
export function createNeuronMap({ map: first, onMap, announce, moment }) {
  let map = first;
  /** @type {{ run: Run, state: State } | null} */
  let source = null;
  let stale = true;
  /** @type {Grid | null} */
  let grid = null;
  /** @type {Seen | null} */
  let seen = null;
  /** @type {Seen | null} */
  let before = null;

  const figure = createFigure({ className: "neuron-map", label: "neuron.map.label" });
  const choice = createMapChoice(map, (next) => {
    map = next;
    chart.clear();
    onMap(map);
    changed();
  });

  const chart = createChart(figure.canvas, {
    margins: MARGINS,
    write: tick,
    announce,
    scales({ frame }) {
      if (stale) compute();
      return grid && scalesOf(grid, frame);
    },
    draw(ctx, place) {
      if (grid && seen) drawMap(ctx, grid, seen, pathOnTheWay(moment(), before, seen), place);
    },
    read: {
      nearest: (px, py, { frame }) => keyAt(px, py, frame),
      // The arrows set out from where the network stands.
      neighbour: (key, towards) => (key === null ? here() : besideOf(key, towards)),
      above: (key, towards) => (key === null ? here() : aboveOf(key, towards)),
      at: (key, { x, y }) => grid && readingOf(grid, map, key, x, y),
      crosshair: "both",
    },
    numbers: () => (grid && seen ? mapTable(grid, map, seen.path) : []),
  });

  /** The place on the grid nearest to the network. */
  function here() {
    if (stale) compute();
    return grid && source ? keyOf(grid, map, source.state) : null;
  }

  function compute() {
    if (!source) return;
    stale = false;
    grid = gridOf(source.run, map);
    before = seen;
    seen = seenOf(source, map);
  }

  function changed() {
    stale = true;
    if (watch.visible) chart.redraw();
  }

  // 6561 networks a frame are worth computing only where somebody looks.
  const watch = watchVisible(figure.element, () => {
    if (stale) chart.redraw();
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
      if (watch.visible) chart.redraw();
    },
    /** @param {Run} run @param {State} state */
    show(run, state) {
      source = { run, state };
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
      chart.destroy();
    },
  };
}

/** @param {MapName} map @param {(map: MapName) => void} onChange */
function createMapChoice(map, onChange) {
  return createSelect({
    label: "neuron.map.choice",
    options: MAPS.map((name) => ({
      value: name,
      text: "neuron.map.pair",
      params: { a: name.charAt(0), b: name.charAt(1) },
    })),
    value: map,
    onChange: (value) => onChange(/** @type {MapName} */ (value)),
  });
}

/** @param {Grid} grid @param {import("../../chart/chart.js").Frame} frame */
function scalesOf({ x, y }, { left, right, bottom, top }) {
  return { x: linearScale(x, [left, right]), y: linearScale(y, [bottom, top]) };
}

/** The two parameters of a map: the first goes to the right, the second up. @param {MapName} map */
function lettersOf(map) {
  return /** @type {[Letter, Letter]} */ ([map[0], map[1]]);
}

/** @param {{ run: Run, state: State }} source @param {MapName} map @returns {Seen} */
function seenOf({ run, state: { t, change } }, map) {
  const letters = lettersOf(map);
  const [da = 0, db = 0] = letters.map((letter) => change[LETTERS.indexOf(letter)]);
  return { t, map, path: run.path(...letters, PATH), step: [da, db] };
}

/** @param {Run} run @param {MapName} map @returns {Grid} */
function gridOf(run, map) {
  const [a, b] = lettersOf(map);
  const extents = run.extents();
  const range = (/** @type {Letter} */ letter) => {
    const index = LETTERS.indexOf(letter);
    return rangeOf(Number(extents[2 * index]), Number(extents[2 * index + 1]));
  };
  const [x, y] = [range(a), range(b)];
  const values = run.map(a, b, Float64Array.of(...x, ...y), SIDE, SIDE);
  return { values, columns: SIDE, rows: SIDE, x, y };
}

/** @param {number} px @param {number} py @param {import("../../chart/chart.js").Frame} frame */
function keyAt(px, py, frame) {
  const i = Math.round(((px - frame.left) / (frame.right - frame.left)) * (SIDE - 1));
  const k = Math.round(((frame.bottom - py) / (frame.bottom - frame.top)) * (SIDE - 1));
  return i < 0 || k < 0 || i >= SIDE || k >= SIDE ? null : k * SIDE + i;
}

/** @param {number} key @param {-1 | 1} towards */
function besideOf(key, towards) {
  const column = (key % SIDE) + towards;
  return column < 0 || column >= SIDE ? key : key + towards;
}

/** @param {number} key @param {-1 | 1} towards */
function aboveOf(key, towards) {
  const next = key + towards * SIDE;
  return next < 0 || next >= SIDE * SIDE ? key : next;
}

/** @param {Grid} grid @param {MapName} map @param {State} state */
function keyOf(grid, map, { network }) {
  const index = (/** @type {readonly [number, number]} */ [low, high], /** @type {Letter} */ letter) =>
    Math.round(((Number(network[LETTERS.indexOf(letter)]) - low) / (high - low)) * (SIDE - 1));
  const [a, b] = lettersOf(map);
  return index(grid.y, b) * SIDE + index(grid.x, a);
}

/**
 * @param {Grid} grid
 * @param {MapName} map
 * @param {number} key
 * @param {import("../../chart/scale.js").Scale} x
 * @param {import("../../chart/scale.js").Scale} y
 */
function readingOf(grid, map, key, x, y) {
  const error = grid.values[key];
  if (error === undefined) return null;
  const [a, b] = lettersOf(map);
  const at = (/** @type {readonly [number, number]} */ [low, high], /** @type {number} */ i) =>
    low + ((high - low) * i) / (SIDE - 1);
  const va = at(grid.x, key % SIDE);
  const vb = at(grid.y, Math.floor(key / SIDE));
  const lines = [`${a} = ${figures(va)}`, `${b} = ${figures(vb)}`, `ε = ${figures(error)}`];
  return { x: x.map(va), y: y.map(vb), lines };
}
