// @ts-check
// The training images nearest to the image at the end of the way.

import { mountPlot } from "../../../chart/canvas.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { say } from "../../../i18n/index.js";
import { fixed } from "../../../i18n/numbers.js";
import { drawImage, SIDE } from "../image.js";

const PIXELS = SIDE * SIDE;

/** @param {import("./session.js").Way} way */
export function createNearest(way) {
  const text = element("p", "way-text");
  /** @type {ReturnType<typeof createNeighbour>[]} */
  const neighbours = [];
  const list = element("ol", "way-neighbours");
  const root = element("div", "way-nearest", words("h3", "way-name", "digits.way.nearest"), text, list);

  /** @param {number} count */
  function fit(count) {
    if (count === neighbours.length) return;
    for (const neighbour of neighbours.splice(count)) neighbour.destroy();
    while (neighbours.length < count) neighbours.push(createNeighbour());
    list.replaceChildren(...neighbours.map((neighbour) => neighbour.element));
  }

  return {
    element: root,
    show() {
      const { nearest, stages } = way;
      const count = stages && nearest ? nearest.labels.length : 0;
      root.hidden = !stages;
      fit(count);
      if (count === 0 || !nearest) {
        say(text, "digits.way.nearest.none");
        return;
      }
      say(text, "digits.way.nearest.text", { digit: String(nearest.labels[0]) });
      for (const [i, neighbour] of neighbours.entries()) {
        const pixels = nearest.images.subarray(i * PIXELS, (i + 1) * PIXELS);
        neighbour.show(pixels, nearest.labels[i] ?? 0, nearest.distances[i] ?? 0);
      }
    },
    destroy: () => fit(0),
  };
}

function createNeighbour() {
  /** @type {ArrayLike<number>} */
  let image = [];
  const figure = createFigure({ className: "way-neighbour-picture", label: "digits.way.nearest" });
  const plot = mountPlot(figure.canvas, (ctx, { width, ratio, colours }) => {
    drawImage(ctx, image, { left: 0, top: 0, side: width, ratio, colours });
  });
  const digit = element("span", "way-neighbour-digit");
  const distance = element("span", "caption");
  return {
    element: element("li", "way-neighbour", figure.element, digit, distance),
    /** @param {ArrayLike<number>} pixels @param {number} label @param {number} length */
    show(pixels, label, length) {
      image = pixels;
      digit.textContent = String(label);
      const params = { digit: String(label), distance: () => fixed(length, 2) };
      figure.describe("digits.way.nearest.label", params);
      distance.textContent = fixed(length, 2);
      plot.redraw();
    },
    destroy: plot.destroy,
  };
}
