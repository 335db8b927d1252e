// @ts-check
// σ and σ′ with the present p and q marked on both: why a chain that sits at an end of σ hardly learns.

import { drawAxes, drawSymbol, plotFrame } from "../../chart/axes.js";
import { mountPlot } from "../../chart/canvas.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { betweenSteps, mixed } from "../../chart/motion.js";
import { createReadout } from "../../chart/readout.js";
import { linearScale } from "../../chart/scale.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage } from "../../i18n/index.js";
import { figures, plain, tick } from "../../i18n/numbers.js";

/** @typedef {import("../../types/core.js").ScalarState} State */

const COUNT = 321;
/** σ is looked at from −8 to 8; an argument outside is marked at the edge. */
const FAR = 8;
/** Pixels between the letters p and q at least. */
const APART = 18;
/** So near to p or q it is they that are read, pixels. */
const NEAR = 8;

/** @param {number} value */
const within = (value) => Math.min(FAR, Math.max(-FAR, value));

/** The place of the curve nearest to an argument. @param {number} at */
const indexOf = (at) => Math.round(((within(at) + FAR) / (2 * FAR)) * (COUNT - 1));

/**
 * p and q with their values of σ and σ′.
 * @param {State} state
 * @returns {readonly (readonly [letter: string, activation: string, at: number, sigma: number, prime: number])[]}
 */
function marksOf({ pass }) {
  return [
    ["p", "y", pass.p, pass.y, pass.dy_dp],
    ["q", "z", pass.q, pass.z, pass.dz_dq],
  ];
}

/**
 * @param {{
 *   curve: (low: number, high: number, count: number) => Float64Array,
 *   moment: () => import("../../chart/motion.js").Moment | null,
 * }} options `curve`: σ and σ′ by turns; `moment`: how far a step that is seen has come
 */
export function createSigma({ curve, moment }) {
  const values = curve(-FAR, FAR, COUNT);
  const xs = Float64Array.from({ length: COUNT }, (_, i) => -FAR + (2 * FAR * i) / (COUNT - 1));
  const sigma = values.filter((_, i) => i % 2 === 0);
  const prime = values.filter((_, i) => i % 2 === 1);
  /** @type {State | null} */
  let state = null;
  /** @type {State | null} */
  let before = null;
  /** @type {{ frame: import("../../chart/axes.js").Frame, x: import("../../chart/scale.js").Scale, y: import("../../chart/scale.js").Scale } | null} */
  let place = null;

  const figure = createFigure({ className: "plot neuron-sigma", label: "neuron.sigma.label" });
  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    const frame = plotFrame(width, height, { top: 26, right: 26, left: 44, bottom: 28 });
    const x = linearScale([-FAR, FAR], [frame.left, frame.right]);
    const y = linearScale([0, 1.04], [frame.bottom, frame.top]);
    place = { frame, x, y };
    drawAxes(ctx, { frame, x, y, colours, write: tick });
    drawPolyline(ctx, xs, sigma, { frame, x, y, colour: colours.activation });
    drawPolyline(ctx, xs, prime, { frame, x, y, colour: colours.derivative });
    drawSymbol(ctx, "σ", x.map(5.4), y.map(1) + 6, {
      align: "left",
      baseline: "top",
      colour: colours.activation,
      colours,
    });
    if (!state) return;
    const marks = onTheWay(state);
    for (const [index, [letter, , value, s, slope]] of marks.entries()) {
      const at = within(value);
      ctx.save();
      ctx.strokeStyle = colours.muted;
      ctx.setLineDash([3, 3]);
      ctx.beginPath();
      ctx.moveTo(x.map(at), frame.bottom);
      ctx.lineTo(x.map(at), Math.min(y.map(s), frame.bottom));
      ctx.stroke();
      ctx.restore();
      drawPoints(ctx, [at], [s], {
        frame,
        x,
        y,
        colour: colours.activation,
        paper: colours.paper,
        radius: 5,
        mark: "open",
      });
      drawPoints(ctx, [at], [slope], {
        frame,
        x,
        y,
        colour: colours.derivative,
        paper: colours.paper,
        radius: 5,
      });
      // Letters side by side where p and q meet.
      const other = marks[1 - index]?.[2] ?? 0;
      const between = x.map(at) - x.map(within(other));
      const side = value === other ? (index === 0 ? -1 : 1) : Math.sign(value - other);
      const shift = Math.max(0, (APART - Math.abs(between)) / 2) * side;
      const beyond = value > FAR ? " →" : value < -FAR ? "← " : "";
      drawSymbol(ctx, value < -FAR ? beyond + letter : letter + beyond, x.map(at) + shift, frame.top - 6, {
        align: "center",
        baseline: "bottom",
        colour: colours.activation,
        colours,
        size: 17,
      });
    }
    // Last of all, with a rim of paper: p or q may stand right under it.
    drawSymbol(ctx, "σ′", x.map(0) + 4, y.map(0.25) - 8, {
      rim: true,
      align: "center",
      baseline: "bottom",
      colour: colours.derivative,
      colours,
    });
    readout.draw(ctx, { frame, colours });
  });

  /** p and q, both on their way along the curve as a step is made. @param {State} now @returns {ReturnType<typeof marksOf>} */
  function onTheWay(now) {
    const way = betweenSteps(moment(), before, now);
    if (!way) return marksOf(now);
    const [from, to] = [marksOf(way.earlier), marksOf(way.later)];
    return from.map(([letter, activation, start], i) => {
      const at = mixed(start, to[i]?.[2] ?? start, way.share);
      const place = ((within(at) + FAR) / (2 * FAR)) * (COUNT - 1);
      const left = Math.min(COUNT - 2, Math.floor(place));
      const value = (/** @type {Float64Array} */ of) =>
        mixed(Number(of[left]), Number(of[left + 1]), place - left);
      return [letter, activation, at, value(sigma), value(prime)];
    });
  }

  /** Keys up to COUNT are places on the curve; then come p and q themselves. */
  const readout = createReadout(figure.canvas, {
    nearest(px, py) {
      if (!place || !state || py < place.frame.top || py > place.frame.bottom) return null;
      const { frame, x } = place;
      if (px < frame.left - NEAR || px > frame.right + NEAR) return null;
      const [p = Number.POSITIVE_INFINITY, q = Number.POSITIVE_INFINITY] = marksOf(state).map(([, , at]) =>
        Math.abs(x.map(within(at)) - px),
      );
      if (Math.min(p, q) <= NEAR) return COUNT + (p <= q ? 0 : 1);
      return indexOf(x.invert(px));
    },
    neighbour(key, towards) {
      if (key === null) return towards > 0 ? 0 : COUNT - 1;
      const from = key < COUNT || !state ? key : indexOf(Number(marksOf(state)[key - COUNT]?.[2]));
      return Math.min(COUNT - 1, Math.max(0, from + towards));
    },
    read(key) {
      if (!place || !state) return null;
      const mark = marksOf(state)[key - COUNT];
      const [at, s, slope] = mark ? [mark[2], mark[3], mark[4]] : [xs[key], sigma[key], prime[key]];
      if (at === undefined || s === undefined || slope === undefined) return null;
      const lines = mark
        ? [
            `${mark[0]} = ${figures(at)}`,
            `${mark[1]} = σ(${mark[0]}) = ${figures(s)}`,
            `σ′(${mark[0]}) = ${figures(slope)}`,
          ]
        : [`σ(${plain(at)}) = ${figures(s)}`, `σ′(${plain(at)}) = ${figures(slope)}`];
      return { x: place.x.map(within(at)), y: place.y.map(s), lines };
    },
    redraw: () => plot.redraw(),
  });

  function describe() {
    if (!state) return;
    const { p, q, dy_dp, dz_dq } = state.pass;
    figure.describe("neuron.sigma.spoken", {
      p: figures(p),
      q: figures(q),
      atP: figures(dy_dp),
      atQ: figures(dz_dq),
    });
    plot.redraw();
  }
  const stopLanguage = onLanguage(describe);

  return {
    element: element(
      "section",
      "part",
      element("div", "part-head", words("h2", "part-title", "neuron.sigma.title")),
      figure.element,
      words("p", "caption", "neuron.sigma.text"),
    ),
    redraw: () => plot.redraw(),
    /** @param {State} next */
    show(next) {
      before = state;
      state = next;
      describe();
    },
    destroy() {
      stopLanguage();
      readout.destroy();
      plot.destroy();
    },
  };
}
