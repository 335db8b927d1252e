// @ts-check
// Chapter 4's two curves: the error over steps and the test accuracy over epochs. Each can be read off.

import { drawAxes, plotFrame } from "../../chart/axes.js";
import { mountPlot } from "../../chart/canvas.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { createReadout } from "../../chart/readout.js";
import { linearScale } from "../../chart/scale.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { createErrorPlot } from "../../frame/error-plot.js";
import { onLanguage, t } from "../../i18n/index.js";
import { fixed, percent, tick } from "../../i18n/numbers.js";

/** The error of a network that says ½ to everything: ten outputs, each ½ · ¼. The curve begins about there. */
const UNTRAINED = 1.25;

/** A log axis shows at least so much of what is below. */
const LEAST_SHOWN = 0.005;

/** @param {{ logarithmic: boolean, onScale: (logarithmic: boolean) => void }} options */
export function createDigitsErrorPlot({ logarithmic, onScale }) {
  return createErrorPlot({
    title: "digits.error",
    label: "digits.error.label",
    empty: "digits.error.empty",
    untrained: UNTRAINED,
    least: LEAST_SHOWN,
    logarithmic,
    onScale,
  });
}

export function createAccuracyPlot() {
  let pairs = new Float64Array(0);
  let stepsPerEpoch = 0;
  /** @type {{ x: import("../../chart/scale.js").Scale, y: import("../../chart/scale.js").Scale } | null} */
  let place = null;

  const figure = createFigure({ className: "plot plot-accuracy", label: "digits.accuracy.label" });
  const epochAt = (/** @type {number} */ index) => Number(pairs[2 * index]) / Math.max(1, stepsPerEpoch);
  const accuracyAt = (/** @type {number} */ index) => Number(pairs[2 * index + 1]);

  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    const frame = plotFrame(width, height, { top: 24, right: 8, left: 48, bottom: 28 });
    const count = pairs.length / 2;
    let low = 0.9;
    for (let i = 0; i < count; i++) low = Math.min(low, accuracyAt(i));
    // The axis begins at a round value below all points: the differences that matter are near 1.
    const bottom = low >= 0.9 ? 0.9 : low >= 0.5 ? 0.5 : 0;
    const x = linearScale([0, Math.max(4, count > 0 ? epochAt(count - 1) : 0)], [frame.left, frame.right]);
    const y = linearScale([bottom, 1], [frame.bottom, frame.top]);
    place = { x, y };
    drawAxes(ctx, {
      frame,
      x,
      y,
      colours,
      write: tick,
      xIntegers: true,
      formatY: (value) => percent(value, 0),
    });
    if (count === 0) return;
    const xs = Array.from({ length: count }, (_, i) => epochAt(i));
    const ys = Array.from({ length: count }, (_, i) => accuracyAt(i));
    drawPolyline(ctx, xs, ys, { frame, x, y, colour: colours.activation });
    if (count <= 60) {
      drawPoints(ctx, xs, ys, {
        frame,
        x,
        y,
        colour: colours.activation,
        paper: colours.paper,
        mark: "open",
      });
    }
    readout.draw(ctx, { frame, colours });
  });

  const readout = createReadout(figure.canvas, {
    nearest(px) {
      const count = pairs.length / 2;
      if (!place || count === 0) return null;
      let best = 0;
      for (let i = 1; i < count; i++) {
        if (Math.abs(place.x.map(epochAt(i)) - px) < Math.abs(place.x.map(epochAt(best)) - px)) best = i;
      }
      return best;
    },
    neighbour(key, towards) {
      const count = pairs.length / 2;
      if (count === 0) return null;
      if (key === null) return towards > 0 ? 0 : count - 1;
      return Math.min(count - 1, Math.max(0, key + towards));
    },
    read(key) {
      if (!place || 2 * key >= pairs.length) return null;
      return {
        x: place.x.map(epochAt(key)),
        y: place.y.map(accuracyAt(key)),
        lines: [t("digits.accuracy.reading", { epoch: fixed(epochAt(key), 2) }), percent(accuracyAt(key), 2)],
      };
    },
    redraw: () => plot.redraw(),
  });

  const stopLanguage = onLanguage(() => plot.redraw());
  return {
    element: element(
      "div",
      "plot-block",
      element("div", "plot-head", words("h3", "plot-title", "digits.accuracy")),
      figure.element,
    ),
    /**
     * @param {Float64Array<ArrayBuffer>} next pairs of step and accuracy
     * @param {number} steps in an epoch
     */
    set(next, steps) {
      // Every snapshot brings all of them; there are more with an evaluation only.
      const same =
        steps === stepsPerEpoch &&
        next.length === pairs.length &&
        next.every((value, i) => value === pairs[i]);
      if (same && next.length > 0) return;
      pairs = next;
      stepsPerEpoch = steps;
      figure.setEmpty(next.length === 0 ? "digits.accuracy.empty" : null);
      plot.redraw();
    },
    destroy() {
      stopLanguage();
      readout.destroy();
      plot.destroy();
    },
  };
}
