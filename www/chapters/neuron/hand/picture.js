// @ts-check
// ε over the attempts of a hand, and over as many steps of the rule.

import { besideFrame, createChart } from "../../../chart/chart.js";
import { drawPoints, drawPolyline } from "../../../chart/curve.js";
import { drawLegend } from "../../../chart/legend.js";
import { linearScale, logScale } from "../../../chart/scale.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { createScaleChoice } from "../../../controls/scale-choice.js";
import { t } from "../../../i18n/index.js";
import { figures, number, tick } from "../../../i18n/numbers.js";
import { MOST } from "./game.js";

/** @typedef {import("./game.js").Game} Game */
/** @typedef {import("./game.js").Seen} Seen */
/** @typedef {import("../../../chart/chart.js").Place<import("../../../chart/chart.js").Scales>} Place */

const MARGINS = { top: 8, right: 24, left: 52, bottom: 28 };
/** Above the highest point, as a share: the names stand there. */
const ROOM = 1.3;
/** A log axis goes at least so far below its highest point. */
const DECADE = 10;
/** Of what a hand did. */
const DASH = [4, 4];

/** @param {{ announce: (text: string) => void }} options */
export function createHandPicture({ announce }) {
  /** @type {Game | null} */
  let game = null;
  /** Steps of the rule that are seen. */
  let steps = 0;
  let log = false;
  const figure = createFigure({ className: "plot hand-figure", label: "neuron.hand.label" });
  const ruleSeen = () => game?.rule?.slice(0, steps + 1) ?? [];

  /** @param {number} key */
  function within(key) {
    const last = Math.max(game?.attempts ?? 0, ruleSeen().length - 1);
    return Math.min(last, Math.max(0, Math.round(key)));
  }

  const scale = createScaleChoice({
    logarithmic: log,
    onChange(next) {
      log = next;
      chart.redraw();
    },
  });
  const chart = createChart(figure.canvas, {
    margins: MARGINS,
    write: tick,
    announce,
    scales: ({ frame }) => {
      const errors = [...(game?.seen ?? []), ...ruleSeen()].map(({ error }) => error);
      const most = Math.max(...errors, 0);
      return {
        x: linearScale([0, MOST], [frame.left, frame.right]),
        y: log
          ? logScale([Math.min(...errors, most / DECADE) / 1.5, ROOM ** 3 * most], [frame.bottom, frame.top])
          : linearScale([0, ROOM * most || 1], [frame.bottom, frame.top]),
      };
    },
    axes: () => ({ xLabel: "t", xIntegers: true }),
    draw(ctx, place) {
      if (!game) return;
      const { ink, error } = place.colours;
      const yours = { text: t("neuron.hand.you"), colour: ink, dash: DASH };
      const rules = { text: t("neuron.hand.by-rule"), colour: error };
      drawWay(ctx, game.seen, place, yours);
      drawWay(ctx, ruleSeen(), place, rules);
      drawLegend(ctx, game.rule ? [yours, rules] : [yours], place);
    },
    read: {
      nearest: (px, py, { frame, x }) => (besideFrame(frame, py) ? within(x.invert(px)) : null),
      neighbour: (key, towards) => within(key === null ? 0 : key + towards),
      at(key, { x, y }) {
        const [yours, rules] = [game?.seen[key], ruleSeen()[key]];
        const shown = yours ?? rules;
        if (!shown) return null;
        const lines = [`t = ${number(key)}`];
        if (yours) lines.push(`${t("neuron.hand.you")}: ε = ${figures(yours.error)}`);
        if (rules) lines.push(`${t("neuron.hand.by-rule")}: ε = ${figures(rules.error)}`);
        return { x: x.map(key), y: y.map(shown.error), lines };
      },
    },
    numbers: () => [
      { name: "t", values: Array.from({ length: within(MOST) + 1 }, (_, i) => i) },
      { name: `ε, ${t("neuron.hand.you")}`, values: (game?.seen ?? []).map(({ error }) => error) },
      { name: `ε, ${t("neuron.hand.by-rule")}`, values: ruleSeen().map(({ error }) => error) },
    ],
  });

  return {
    element: element(
      "div",
      "plot-block",
      element("div", "plot-head", words("h3", "plot-title", "neuron.hand.plot"), scale.element),
      figure.element,
    ),
    /** @param {Game} next @param {number} made steps of the rule that are seen */
    show(next, made) {
      game = next;
      steps = made;
      chart.redraw();
    },
    destroy: chart.destroy,
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Seen[]} seen
 * @param {Place} place
 * @param {{ colour: string, dash?: readonly number[] }} look
 */
function drawWay(ctx, seen, place, { colour, dash = [] }) {
  const ts = seen.map((_, i) => i);
  const errors = seen.map(({ error }) => error);
  drawPolyline(ctx, ts, errors, { ...place, colour, lineWidth: 1.5, dash });
  drawPoints(ctx, ts, errors, { ...place, colour, paper: place.colours.paper, radius: 4 });
}
