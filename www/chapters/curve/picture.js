// @ts-check
// Chapter 1's picture: the measurements and the curve, read off or edited, and what the curve is made of.

import { mountPlot } from "../../chart/canvas.js";
import { createReadout } from "../../chart/readout.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { createSpoken } from "../../controls/spoken.js";
import { onLanguage, t } from "../../i18n/index.js";
import { fixed } from "../../i18n/numbers.js";
import { drawFit, drawParts, partsRange, placeFit } from "./fit.js";
import { createPointEditor } from "./point-editor.js";
import { decimalsFor, rounded } from "./schema.js";

/** @typedef {Float64Array<ArrayBuffer>} Numbers */

/** Places at which the curve is computed: more than a steep unit needs on the widest plot. */
const SAMPLES = 361;
/** What is shown beyond the range that is scaled, as a share of it on each side. */
const BEYOND = 0.18;
/** The range of l that is scaled takes 0.1..0.9 of what σ reaches. */
const REACH_BEYOND = 0.1 / 0.8;
/** Earlier curves that stay, each from a step so many times earlier than the next. */
const EARLIER = 6;
const EARLIER_FACTOR = 1.7;
/** Readings by keyboard from one end of the plot to the other. */
const READINGS = 120;

/**
 * What is shown of the axes: x from, to, value from, to. Of the values it is exactly what the sigmoid reaches.
 * @param {readonly [number, number, number, number]} frame that is scaled
 * @returns {[number, number, number, number]}
 */
export function viewOf([x0, x1, l0, l1]) {
  const dx = (x1 - x0) * BEYOND;
  const dl = (l1 - l0) * REACH_BEYOND;
  return [x0 - dx, x1 + dx, l0 - dl, l1 + dl];
}

/**
 * From the first to the last measurement that is learned from.
 * @param {ArrayLike<number>} points
 * @param {ArrayLike<number>} held
 * @returns {[number, number] | null}
 */
export function knownRange(points, held) {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < held.length; i++) {
    if (held[i]) continue;
    from = Math.min(from, points[2 * i]);
    to = Math.max(to, points[2 * i]);
  }
  return from <= to ? [from, to] : null;
}

/**
 * @param {{
 *   names: () => { x: string, l: string, xLetter: string, lLetter: string },
 *   onEdit: (points: Numbers, step: boolean) => void,
 *   onUndo: () => void,
 *   onChoose: (index: number | null) => void,
 * }} options `names`: of the axes, with their units, and the letters alone
 */
export function createCurvePicture({ names, onEdit, onUndo, onChoose }) {
  /** @type {import("./session.js").Run | null} */
  let run = null;
  let editing = false;
  let showParts = false;
  /** @type {ReturnType<typeof viewOf>} */
  let view = [-1, 11, -1, 11];
  let xs = new Float64Array(0);
  let curve = new Float64Array(0);
  let points = new Float64Array(0);
  let held = new Uint8Array(0);
  let version = -1;
  /** @type {{ step: number, ys: Numbers }[]} */
  let trail = [];
  /** @type {import("./fit.js").Place | null} */
  let place = null;

  const figure = createFigure({ className: "fit", label: "curve.picture" });
  const spoken = createSpoken();
  const { canvas } = figure;

  const plot = mountPlot(canvas, (ctx, { width, height, colours }) => {
    const contributions = run && showParts ? run.contributions(xs) : null;
    const sum = contributions && run ? sumOf(contributions, xs.length, run.parameters()) : null;
    const parts = contributions && sum ? partsRange(contributions, sum) : null;
    const places = placeFit(ctx, { width, height, view, parts, colours });
    place = places.main;
    const known = knownRange(points, held);
    const { x: xName, l: yName } = names();
    drawFit(
      ctx,
      {
        xs,
        curve,
        earlier: trail.map(({ ys }) => ys),
        points,
        held,
        chosen: editing ? editor.chosen : null,
        known,
      },
      { ...place, xName, yName, outside: t("curve.outside"), colours },
    );
    if (places.parts && contributions && sum) {
      drawParts(
        ctx,
        { xs, contributions, sum, known },
        { ...places.parts, name: t("curve.units.parts"), colours },
      );
    }
    if (!editing) readout.draw(ctx, { frame: place.frame, colours });
  });

  /** Whether a place is seen now. @param {number} px @param {number} py */
  const inside = (px, py) =>
    place !== null &&
    px >= place.frame.left &&
    px <= place.frame.right &&
    py >= place.frame.top &&
    py <= place.frame.bottom;

  /** Readings are named by thousandths of the view, so that the keyboard finds its way between them. */
  const xOf = (/** @type {number} */ key) => view[0] + ((view[1] - view[0]) * key) / 1000;
  const readout = createReadout(canvas, {
    nearest(px, py) {
      if (editing || !place || !run || !inside(px, py)) return null;
      return Math.round(((place.x.invert(px) - view[0]) / (view[1] - view[0])) * 1000);
    },
    neighbour(key, towards) {
      if (editing || !run) return null;
      if (key === null) return towards > 0 ? 0 : 1000;
      return Math.min(1000, Math.max(0, key + towards * Math.round(1000 / READINGS)));
    },
    read(key) {
      if (!place || !run || editing) return null;
      const point = nearestMeasurement(place.x.map(xOf(key)));
      const x = point === null ? xOf(key) : points[2 * point];
      const known = knownRange(points, held);
      const outside = !known || x < known[0] || x > known[1];
      const [answer = 0] = run.answers(Float64Array.of(x));
      const { xLetter } = names();
      const lines = [
        `${xLetter} = ${fixed(x, decimalsFor(view[1] - view[0]))}`,
        t(outside ? "curve.reading.outside" : "curve.reading.curve", { value: value(answer) }),
      ];
      if (point !== null) {
        const key = held[point] ? "curve.reading.test" : "curve.reading.measured";
        lines.push(t(key, { value: value(points[2 * point + 1]) }));
      }
      return { x: place.x.map(x), y: place.y.map(answer), lines };
    },
    redraw: () => plot.redraw(),
    announce: spoken.announce,
  });

  /** @param {number} l */
  const value = (l) => fixed(l, decimalsFor(view[3] - view[2]));

  /** The measurement whose x is nearest, if the pointer means it. @param {number} px */
  function nearestMeasurement(px) {
    let found = null;
    let least = 6;
    for (let i = 0; i < held.length; i++) {
      const distance = Math.abs((place?.x.map(points[2 * i]) ?? 0) - px);
      if (distance < least) {
        least = distance;
        found = i;
      }
    }
    return found;
  }

  const editor = createPointEditor(canvas, {
    enabled: () => editing && run !== null,
    places: () => Array.from(held, (_, i) => pixel(i)),
    frame: () => place?.frame ?? null,
    onAdd(px, py) {
      const next = new Float64Array(points.length + 2);
      next.set(points);
      next.set(toPoint(px, py), points.length);
      onEdit(next, true);
      return points.length / 2 - 1;
    },
    onMove(index, px, py, first) {
      const next = points.slice();
      next.set(toPoint(px, py), 2 * index);
      onEdit(next, first);
    },
    onRemove: remove,
    onChoose(index) {
      onChoose(index);
      plot.redraw();
    },
    onUndo,
    height(px) {
      const [answer = 0] = run && place ? run.answers(Float64Array.of(place.x.invert(px))) : [];
      return place?.y.map(answer) ?? 0;
    },
  });

  /** @param {number} index */
  function pixel(index) {
    return { x: place?.x.map(points[2 * index]) ?? 0, y: place?.y.map(points[2 * index + 1]) ?? 0 };
  }

  /** @param {number} px @param {number} py @returns {[number, number]} */
  function toPoint(px, py) {
    if (!place) return [0, 0];
    return [rounded(place.x.invert(px), view[1] - view[0]), rounded(place.y.invert(py), view[3] - view[2])];
  }

  /** @param {number} index */
  function remove(index) {
    onEdit(
      points.filter((_, i) => i >> 1 !== index),
      true,
    );
  }

  const stopLanguage = onLanguage(() => plot.redraw());

  /** The measurements may have changed. */
  function readData() {
    if (!run || run.version === version) return;
    const frame = viewOf(run.frame());
    if (frame.some((end, i) => end !== view[i]) || xs.length === 0) {
      view = frame;
      xs = Float64Array.from(
        { length: SAMPLES },
        (_, i) => view[0] + ((view[1] - view[0]) * i) / (SAMPLES - 1),
      );
      trail = [];
      readout.clear();
    }
    version = run.version;
    points = run.measurements();
    held = run.heldOut();
    if (editor.chosen !== null && editor.chosen >= held.length) editor.choose(null);
  }

  return {
    element: element("div", "fit-block", figure.element, spoken.element),
    /** Says to those who cannot see it what was read off, here or in the plot of ε. */
    announce: spoken.announce,
    get points() {
      return points;
    },
    get held() {
      return held;
    },
    get view() {
      return view;
    },
    get chosen() {
      return editor.chosen;
    },
    /** @param {number | null} index */
    choose: (index) => editor.choose(index),
    remove(/** @type {number} */ index) {
      remove(index);
      editor.choose(null);
    },

    /** @param {import("./session.js").Run} opened */
    open(opened) {
      run = opened;
      version = -1;
      readData();
    },

    /**
     * Where the run stands now.
     * @param {number} step
     */
    show(step) {
      if (!run) return;
      readData();
      const before = curve;
      const shown = trail.filter((earlier) => earlier.step <= step);
      if (shown.length < trail.length) trail = shown;
      curve = run.answers(xs);
      const last = trail.at(-1);
      if (
        step > 0 &&
        before.length === curve.length &&
        (!last || step > Math.max(last.step + 1, last.step * EARLIER_FACTOR))
      ) {
        trail = [...trail, { step, ys: before }].slice(-EARLIER);
      }
      figure.setEmpty(points.length > 0 ? null : editing ? "curve.picture.empty" : "curve.picture.none");
      figure.describe("curve.picture.now", {
        measurements: held.length,
        tests: held.reduce((sum, one) => sum + one, 0),
        step,
      });
      plot.redraw();
    },

    /** A new network: the earlier curves were another's. */
    forget() {
      trail = [];
      curve = new Float64Array(0);
    },

    /** @param {boolean} next */
    setEditing(next) {
      editing = next;
      canvas.setAttribute("role", next ? "application" : "img");
      canvas.style.touchAction = next ? "pan-y" : "";
      canvas.style.cursor = "";
      readout.clear();
      if (!next) editor.choose(null);
      plot.redraw();
    },
    get editing() {
      return editing;
    },

    /** @param {boolean} next */
    setParts(next) {
      showParts = next;
      plot.redraw();
    },
    focus: () => canvas.focus({ preventScroll: true }),
    destroy() {
      stopLanguage();
      readout.destroy();
      editor.destroy();
      plot.destroy();
    },
  };
}

/**
 * q at each x: all contributions, and u.
 * @param {Numbers} contributions
 * @param {number} count of the x
 * @param {Numbers} parameters
 */
function sumOf(contributions, count, parameters) {
  const sum = new Float64Array(count).fill(parameters[parameters.length - 1] ?? 0);
  for (let i = 0; i < contributions.length; i++) sum[i % count] += contributions[i];
  return sum;
}

/** The signs of the picture, in words. */
export function createCurveLegend() {
  const root = element("ul", "legend");
  for (const id of ["train", "test", "curve", "outside", "earlier"]) {
    const item = element(
      "li",
      "legend-item",
      element("span", `legend-mark legend-${id}`),
      words("span", "", `curve.legend.${id}`),
    );
    item.dataset.legend = id;
    root.append(item);
  }
  return {
    element: root,
    /** @param {boolean} some whether points are held back */
    setTest(some) {
      const item = /** @type {HTMLElement} */ (root.querySelector('[data-legend="test"]'));
      item.hidden = !some;
    },
  };
}
