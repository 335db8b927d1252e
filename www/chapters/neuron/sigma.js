// @ts-check
// σ and σ′ with the present p and q marked on both: why a chain that sits at an end of σ hardly learns.

import { besideFrame, createChart } from "../../chart/chart.js";
import { linearScale } from "../../chart/scale.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { onLanguage } from "../../i18n/index.js";
import { figures, plain, tick } from "../../i18n/numbers.js";
import { createSigmoidCard } from "../../lecture/sigmoid-card.js";
import {
  drawCurves,
  drawError,
  drawMarked,
  drawPrime,
  FAR,
  marksOf,
  marksOnTheWay,
  within,
} from "./sigma-drawing.js";

/** @typedef {import("./session.js").State} State */

const COUNT = 321;
const MARGINS = { top: 26, right: 26, left: 44, bottom: 28 };
/** So near to p or q it is they that are read, pixels. */
const NEAR = 8;

/** The place of the curve nearest to an argument. @param {number} at */
const indexOf = (at) => Math.round(((within(at) + FAR) / (2 * FAR)) * (COUNT - 1));

/**
 * @param {{
 *   announce: (text: string) => void, moment: () => import("../../chart/motion.js").Moment | null,
 * }} options `moment`: how far a step that is seen has come
 */
export function createSigma({ announce, moment }) {
  /** @type {import("./sigma-drawing.js").Curves | null} */
  let curves = null;
  /** @type {State | null} */
  let state = null;
  /** @type {State | null} */
  let before = null;

  const figure = createFigure({ className: "plot neuron-sigma", label: "neuron.sigma.label" });
  const chart = createChart(figure.canvas, {
    margins: MARGINS,
    write: tick,
    announce,
    scales: ({ frame }) => ({
      x: linearScale([-FAR, FAR], [frame.left, frame.right]),
      y: linearScale([0, 1.04], [frame.bottom, frame.top]),
    }),
    axes: () => ({}),
    draw(ctx, place) {
      if (!curves) return;
      drawCurves(ctx, curves, place);
      if (state) {
        const marks = marksOnTheWay(moment(), before, state, curves);
        drawError(ctx, marks, state.pass.l, place);
        drawMarked(ctx, marks, place);
      }
      // Last of all, with a rim of paper: p or q may stand right under it.
      drawPrime(ctx, place);
    },
    // Keys up to COUNT are places on the curve; then come p and q themselves.
    read: {
      nearest: (px, py, { frame, x }) =>
        state && besideFrame(frame, py) ? keyAt(px, frame, x, state) : null,
      neighbour(key, towards) {
        if (key === null) return towards > 0 ? 0 : COUNT - 1;
        const from = key < COUNT || !state ? key : indexOf(Number(marksOf(state)[key - COUNT]?.[2]));
        return Math.min(COUNT - 1, Math.max(0, from + towards));
      },
      at: (key, { x, y }) => (state && curves ? readingOf(key, state, curves, x, y) : null),
    },
    numbers: () => [
      { name: "x", values: curves?.xs ?? [] },
      { name: "σ(x)", values: curves?.sigma ?? [] },
      { name: "σ′(x)", values: curves?.prime ?? [] },
    ],
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
    chart.redraw();
  }
  const stopLanguage = onLanguage(describe);

  return {
    element: element(
      "section",
      "part",
      element("div", "part-head", words("h2", "part-title", "neuron.sigma.title")),
      createSigmoidCard({ note: "neuron.sigma.computed" }),
      figure.element,
      words("p", "caption", "neuron.sigma.text"),
    ),
    redraw: chart.redraw,
    /** @param {(low: number, high: number, count: number) => Float64Array} curve of the core: σ and σ′ by turns */
    open(curve) {
      const values = curve(-FAR, FAR, COUNT);
      curves = {
        xs: Float64Array.from({ length: COUNT }, (_, i) => -FAR + (2 * FAR * i) / (COUNT - 1)),
        sigma: values.filter((_, i) => i % 2 === 0),
        prime: values.filter((_, i) => i % 2 === 1),
      };
    },
    /** @param {State} next */
    show(next) {
      before = state;
      state = next;
      describe();
    },
    destroy() {
      stopLanguage();
      chart.destroy();
    },
  };
}

/**
 * @param {number} px
 * @param {import("../../chart/chart.js").Frame} frame
 * @param {import("../../chart/scale.js").Scale} x
 * @param {State} state
 */
function keyAt(px, frame, x, state) {
  if (px < frame.left - NEAR || px > frame.right + NEAR) return null;
  const [p = Number.POSITIVE_INFINITY, q = Number.POSITIVE_INFINITY] = marksOf(state).map(([, , at]) =>
    Math.abs(x.map(within(at)) - px),
  );
  if (Math.min(p, q) <= NEAR) return COUNT + (p <= q ? 0 : 1);
  return indexOf(x.invert(px));
}

/**
 * @param {number} key
 * @param {State} state
 * @param {import("./sigma-drawing.js").Curves} curves
 * @param {import("../../chart/scale.js").Scale} x
 * @param {import("../../chart/scale.js").Scale} y
 */
function readingOf(key, state, { xs, sigma, prime }, x, y) {
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
  return { x: x.map(within(at)), y: y.map(s), lines };
}
