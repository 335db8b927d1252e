// @ts-check
// Where a pixel is: the image, the unit's weights or their derivatives as a picture, with the pixel of the card marked.

import { mountPlot } from "../../../../chart/canvas.js";
import { createFigure } from "../../../../controls/figure.js";
import { GRAPH } from "../../../../lecture/graph.js";
import { drawImage, edges, SIDE } from "../../image.js";
import { fullColour } from "../../weight-grid.js";
import { createSigned } from "../signed.js";
import { paramsOf } from "./numbers.js";

/**
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../looking.js").Look} Look
 */

/** What is drawn behind the mark; null: not known. @param {Look} look @param {Pick} pick */
function rowOf({ unit, choice }, { name, i }) {
  if (i !== choice.unit) return null;
  return name === "V" ? unit.weights : unit.derivative;
}

export function createWhereabouts() {
  const figure = createFigure({ className: "whereabouts", label: "digits.card.title" });
  const drawSigned = createSigned();
  /** @type {{ look: Look, pick: Pick, image: ArrayLike<number> | null } | null} */
  let now = null;
  const plot = mountPlot(figure.canvas, (ctx, { width, ratio, colours }) => {
    if (!now) return;
    const { look, pick, image } = now;
    const place = { left: 0, top: 0, side: width, ratio, colours };
    const row = pick.name === "x" ? null : rowOf(look, pick);
    if (row) drawSigned(ctx, row, fullColour(Float32Array.from(row)), place);
    else drawImage(ctx, image, place);
    const edge = edges(width, ratio);
    const at = (/** @type {number} */ n) => edge[n] ?? width;
    const [line, column] = [Math.floor((pick.j ?? 0) / SIDE), (pick.j ?? 0) % SIDE];
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 2;
    ctx.strokeRect(
      at(column) - 2,
      at(line) - 2,
      at(column + 1) - at(column) + 4,
      at(line + 1) - at(line) + 4,
    );
    ctx.lineWidth = 1;
    ctx.strokeStyle = colours.grid;
    ctx.strokeRect(0.5, 0.5, width - 1, width - 1);
  });

  return {
    element: figure.element,
    /** @param {Look | null} look @param {Pick} pick @param {ArrayLike<number> | null} image */
    show(look, pick, image) {
      const axes = GRAPH[pick.name].shape;
      figure.element.hidden = !look || axes.at(-1) !== "input";
      if (!look || figure.element.hidden) return;
      now = { look, pick, image };
      figure.describe("digits.card.where", paramsOf(pick));
      plot.redraw();
    },
    destroy: plot.destroy,
  };
}
