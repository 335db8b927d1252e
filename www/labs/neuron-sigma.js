// @ts-check
// σ and σ′ with the present p and q marked on both: why a chain that sits at an end of σ hardly learns.

import { element, words } from "../controls/dom.js";
import { createFigure } from "../controls/figure.js";
import { onLanguage } from "../i18n/index.js";
import { drawAxes, drawSymbol, plotFrame } from "../plots/axes.js";
import { mountPlot } from "../plots/canvas.js";
import { drawPoints, drawPolyline } from "../plots/curve.js";
import { linearScale } from "../plots/scale.js";
import { decimalSign } from "./decimal.js";
import { figures } from "./neuron-figures.js";

/** @typedef {import("../wasm.js").ScalarState} State */

const COUNT = 321;
/** σ is looked at from −8 to 8; an argument outside is marked at the edge. */
const FAR = 8;

/** @param {{ curve: (low: number, high: number, count: number) => Float64Array }} options σ and σ′ by turns */
export function createSigma({ curve }) {
  const values = curve(-FAR, FAR, COUNT);
  const xs = Float64Array.from({ length: COUNT }, (_, i) => -FAR + (2 * FAR * i) / (COUNT - 1));
  const sigma = values.filter((_, i) => i % 2 === 0);
  const prime = values.filter((_, i) => i % 2 === 1);
  /** @type {State | null} */
  let state = null;

  const figure = createFigure({ className: "plot neuron-sigma", label: "neuron.sigma.label" });
  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    const frame = plotFrame(width, height, { top: 26, right: 26, left: 44, bottom: 28 });
    const x = linearScale([-FAR, FAR], [frame.left, frame.right]);
    const y = linearScale([0, 1.04], [frame.bottom, frame.top]);
    drawAxes(ctx, { frame, x, y, colours, decimal: decimalSign() });
    drawPolyline(ctx, xs, sigma, { frame, x, y, colour: colours.activation });
    drawPolyline(ctx, xs, prime, { frame, x, y, colour: colours.derivative });
    drawSymbol(ctx, "σ", x.map(5.4), y.map(1) + 6, {
      align: "left",
      baseline: "top",
      colour: colours.activation,
      colours,
    });
    drawSymbol(ctx, "σ′", x.map(0), y.map(0.25) - 8, {
      align: "center",
      baseline: "bottom",
      colour: colours.derivative,
      colours,
    });
    if (!state) return;
    const { pass } = state;
    /** @type {readonly [string, number, number, number][]} */
    const marks = [
      ["p", pass.p, pass.y, pass.dy_dp],
      ["q", pass.q, pass.z, pass.dz_dq],
    ];
    for (const [index, [letter, value, s, slope]] of marks.entries()) {
      const at = Math.min(FAR, Math.max(-FAR, value));
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
      const near = Math.abs(x.map(marks[0]?.[1] ?? 0) - x.map(marks[1]?.[1] ?? 0)) < 16;
      const shift = near ? (index === 0 ? -9 : 9) : 0;
      const beyond = value > FAR ? " →" : value < -FAR ? "← " : "";
      drawSymbol(ctx, value < -FAR ? beyond + letter : letter + beyond, x.map(at) + shift, frame.top - 6, {
        align: "center",
        baseline: "bottom",
        colour: colours.activation,
        colours,
        size: 17,
      });
    }
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
    /** @param {State} next */
    show(next) {
      state = next;
      describe();
    },
    destroy() {
      stopLanguage();
      plot.destroy();
    },
  };
}
