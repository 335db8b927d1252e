// @ts-check
// How the weights of a matrix are spread: so many of them in each bin.

import { besideFrame, createChart } from "../../../chart/chart.js";
import { linearScale } from "../../../chart/scale.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { onLanguage, t } from "../../../i18n/index.js";
import { number, tick } from "../../../i18n/numbers.js";
import { histogramTable } from "../table.js";

/** @typedef {{ counts: Uint32Array, edges: Float64Array }} Bins one more edge than bins */

/** @param {{ name: "V" | "U", announce: (text: string) => void }} options */
export function createHistogram({ name, announce }) {
  /** @type {Bins | null} */
  let bins = null;
  const figure = createFigure({
    className: "plot course-picture",
    label: `digits.course.pulse.${name}.label`,
  });
  const middle = (/** @type {number} */ i) => (Number(bins?.edges[i]) + Number(bins?.edges[i + 1])) / 2;
  const chart = createChart(figure.canvas, {
    margins: { top: 10, right: 14, left: 56, bottom: 26 },
    write: tick,
    announce,
    scales({ frame }) {
      const [low, high] = [bins?.edges[0] ?? -1, bins?.edges.at(-1) ?? 1];
      const most = Math.max(1, ...(bins?.counts ?? []));
      return {
        x: linearScale([low, high], [frame.left, frame.right]),
        y: linearScale([0, most * 1.08], [frame.bottom, frame.top]),
      };
    },
    axes: () => ({ yIntegers: true }),
    draw(ctx, { frame, x, y, colours }) {
      ctx.fillStyle = colours.a;
      bins?.counts.forEach((count, i) => {
        const [left, right] = [x.map(Number(bins?.edges[i])), x.map(Number(bins?.edges[i + 1]))];
        // A gap keeps neighbours apart; a bin that is not empty is seen.
        const height = count > 0 ? Math.max(1, frame.bottom - y.map(count)) : 0;
        ctx.fillRect(left + 0.5, frame.bottom - height, Math.max(1, right - left - 1), height);
      });
    },
    read: {
      count: () => bins?.counts.length ?? 0,
      nearest(px, py, { frame, x }) {
        const last = (bins?.counts.length ?? 0) - 1;
        if (last < 0 || !besideFrame(frame, py)) return null;
        const share = (px - x.range[0]) / (x.range[1] - x.range[0]);
        return Math.min(last, Math.max(0, Math.floor(share * (last + 1))));
      },
      at(key, { x, y }) {
        const count = bins?.counts[key];
        if (!bins || count === undefined) return null;
        const [from, to] = [bins.edges[key], bins.edges[key + 1]].map((edge) =>
          number(Number(edge), { decimals: 3 }),
        );
        const range = t("digits.course.pulse.bin", { from: from ?? "", to: to ?? "" });
        const lines = [range, t("digits.course.pulse.count", { count })];
        return { x: x.map(middle(key)), y: y.map(count), lines };
      },
    },
    numbers: () => (bins ? histogramTable(bins) : []),
  });
  figure.setEmpty("digits.course.pulse.empty");
  const stopLanguage = onLanguage(chart.redraw);
  const head = element("div", "plot-head", words("h4", "plot-title", `digits.course.pulse.${name}`));
  return {
    element: element("div", "plot-block", head, figure.element),
    /** @param {Bins | null} next */
    set(next) {
      bins = next;
      figure.setEmpty(next ? null : "digits.course.pulse.empty");
      chart.redraw();
    },
    destroy() {
      stopLanguage();
      chart.destroy();
    },
  };
}
