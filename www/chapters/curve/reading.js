// @ts-check
// What is read off chapter 1's picture: the curve at any x, and a measurement where the pointer means one.

import { insideFrame } from "../../chart/chart.js";
import { t } from "../../i18n/index.js";
import { fixed } from "../../i18n/numbers.js";
import { decimalsFor } from "./schema.js";

/** Readings are named by thousandths of the view, so that the keyboard finds its way between them. */
const KEYS = 1000;
/** Readings by keyboard from one end of the plot to the other. */
const READINGS = 120;
/** So near to a measurement the pointer means it. CSS pixels. */
const NEAR = 6;

/**
 * @param {import("./scene.js").Scene} scene
 * @param {{ enabled: () => boolean, names: () => { xLetter: string } }} options
 * @returns {import("../../chart/chart.js").Read<import("./fit.js").FitScales>}
 */
export function createReading(scene, { enabled, names }) {
  const may = () => enabled() && scene.run !== null;
  return {
    nearest(px, py, { frame, x }) {
      if (!may() || !insideFrame(frame, px, py)) return null;
      const [from, to] = scene.view;
      return Math.round(((x.invert(px) - from) / (to - from)) * KEYS);
    },
    neighbour(key, towards) {
      if (!may()) return null;
      if (key === null) return towards > 0 ? 0 : KEYS;
      return Math.min(KEYS, Math.max(0, key + towards * Math.round(KEYS / READINGS)));
    },
    at(key, place) {
      if (!may()) return null;
      const [from, to] = scene.view;
      const pointed = from + ((to - from) * key) / KEYS;
      const point = measurementAt(scene, place.x, place.x.map(pointed));
      const x = point === null ? pointed : scene.points[2 * point];
      const answer = scene.answer(x);
      return {
        x: place.x.map(x),
        y: place.y.map(answer),
        lines: linesOf(scene, { x, answer, point, letter: names().xLetter }),
      };
    },
  };
}

/**
 * The measurement that is meant.
 * @param {import("./scene.js").Scene} scene
 * @param {import("../../chart/scale.js").Scale} x
 * @param {number} px
 * @returns {number | null} its index
 */
function measurementAt({ points, held }, x, px) {
  let found = null;
  let least = NEAR;
  for (let i = 0; i < held.length; i++) {
    const distance = Math.abs(x.map(points[2 * i]) - px);
    if (distance < least) {
      least = distance;
      found = i;
    }
  }
  return found;
}

/**
 * @param {import("./scene.js").Scene} scene
 * @param {{ x: number, answer: number, point: number | null, letter: string }} reading
 */
function linesOf(scene, { x, answer, point, letter }) {
  const { view, points, held } = scene;
  const value = (/** @type {number} */ l) => fixed(l, decimalsFor(view[3] - view[2]));
  const lines = [
    `${letter} = ${fixed(x, decimalsFor(view[1] - view[0]))}`,
    t(scene.covers(x) ? "curve.reading.curve" : "curve.reading.outside", { value: value(answer) }),
  ];
  if (point !== null) {
    const key = held[point] ? "curve.reading.test" : "curve.reading.measured";
    lines.push(t(key, { value: value(points[2 * point + 1]) }));
  }
  return lines;
}
