// @ts-check
// What was measured of the weights over the steps: how long the gradient is, or which share of the hidden units is saturated.

import { besideFrame, createChart } from "../../../chart/chart.js";
import { drawPoints, drawPolyline } from "../../../chart/curve.js";
import { linearScale, logScale } from "../../../chart/scale.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { onLanguage, t } from "../../../i18n/index.js";
import { figures, number, percent, tick } from "../../../i18n/numbers.js";

/** Numbers a measurement: step, norm, share. */
const TRIPLE = 3;
/** More measurements than these are drawn as a line alone. */
const MOST_MARKS = 40;
/** The axis of lengths goes at least from here to there. */
const LENGTHS = /** @type {const} */ ([0.01, 1]);

/** @param {{ name: "norm" | "saturated", announce: (text: string) => void }} options */
export function createSeries({ name, announce }) {
  const isNorm = name === "norm";
  /** @type {number[]} */
  let steps = [];
  /** @type {number[]} */
  let values = [];
  const figure = createFigure({
    className: "plot course-picture",
    label: `digits.course.pulse.${name}.label`,
  });
  const chart = createChart(figure.canvas, {
    margins: { top: 10, right: 22, left: 56, bottom: 26 },
    write: tick,
    announce,
    scales: ({ frame }) => ({
      x: linearScale([0, Math.max(10, ...steps)], [frame.left, frame.right]),
      y: isNorm
        ? logScale(lengthsShown(values), [frame.bottom, frame.top])
        : linearScale([0, 1], [frame.bottom, frame.top]),
    }),
    axes: () => ({
      xLabel: "t",
      xIntegers: true,
      ...(isNorm ? {} : { formatY: (/** @type {number} */ share) => percent(share, 0) }),
    }),
    draw(ctx, place) {
      const colour = isNorm ? place.colours.derivative : place.colours.activation;
      const look = { ...place, colour, paper: place.colours.paper };
      // A length of exactly 0 has no place on this axis: it stands at its foot.
      const shown = isNorm ? values.map((value) => Math.max(value, place.y.domain[0])) : values;
      drawPolyline(ctx, steps, shown, look);
      if (steps.length <= MOST_MARKS) drawPoints(ctx, steps, shown, { ...look, radius: 3 });
    },
    read: {
      count: () => steps.length,
      nearest: (px, py, { frame, x }) => (besideFrame(frame, py) ? nearestOf(steps, x.invert(px)) : null),
      at(key, { x, y }) {
        const [step, value] = [steps[key], values[key]];
        if (step === undefined || value === undefined) return null;
        const written = isNorm ? figures(value) : percent(value, 1);
        const height = isNorm ? Math.max(value, y.domain[0]) : value;
        return { x: x.map(step), y: y.map(height), lines: [`t = ${number(step)}`, written] };
      },
    },
    numbers: () => [
      { name: "t", values: steps },
      { name: t(`digits.course.pulse.${name}`), values },
    ],
  });
  figure.setEmpty("digits.course.pulse.empty");
  const stopLanguage = onLanguage(chart.redraw);
  const head = element("div", "plot-head", words("h4", "plot-title", `digits.course.pulse.${name}`));
  return {
    element: element("div", "plot-block", head, figure.element),
    /** @param {Float64Array} triples */
    set(triples) {
      const at = isNorm ? 1 : 2;
      steps = Array.from(triples.filter((_, i) => i % TRIPLE === 0));
      values = Array.from(triples.filter((_, i) => i % TRIPLE === at));
      figure.setEmpty(steps.length === 0 ? "digits.course.pulse.empty" : null);
      chart.redraw();
    },
    destroy() {
      stopLanguage();
      chart.destroy();
    },
  };
}

/** @param {readonly number[]} values @returns {[number, number]} */
function lengthsShown(values) {
  const seen = values.filter((value) => value > 0);
  return [Math.min(LENGTHS[0], ...seen) / 1.5, Math.max(LENGTHS[1], ...seen) * 1.5];
}

/** @param {readonly number[]} steps @param {number} wanted */
function nearestOf(steps, wanted) {
  if (steps.length === 0) return null;
  const away = steps.map((step) => Math.abs(step - wanted));
  return away.indexOf(Math.min(...away));
}
