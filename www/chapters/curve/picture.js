// @ts-check
// Chapter 1's picture: the measurements and the curve, read off or edited, and what the curve is made of.

import { createChart } from "../../chart/chart.js";
import { createFigure } from "../../controls/figure.js";
import { t } from "../../i18n/index.js";
import { tick } from "../../i18n/numbers.js";
import { createEditing } from "./editing.js";
import { drawFit, fitMargins, placeFit } from "./fit.js";
import { drawParts, listenForUnit, unitAt } from "./parts.js";
import { createReading } from "./reading.js";
import { Scene } from "./scene.js";
import { pictureTable } from "./table.js";

/**
 * @param {{
 *   names: () => { x: string, l: string, xLetter: string, lLetter: string },
 *   announce: (text: string) => void,
 *   onEdit: (points: Float64Array<ArrayBuffer>, first: boolean) => void,
 *   onUndo: () => void,
 *   onChoose: (index: number | null) => void,
 * }} options `names`: of the axes, with their units, and the letters alone
 */
export function createCurvePicture({ names, announce, onEdit, onUndo, onChoose }) {
  const scene = new Scene();
  const mode = { editing: false, parts: false };
  /** The hidden unit that is pointed at. @type {number | null} */
  let pointed = null;
  const figure = createFigure({ className: "fit", label: "curve.picture" });
  const { canvas } = figure;

  const chart = createChart(canvas, {
    margins: (size, ctx) => fitMargins(ctx, { ...size, view: scene.view, parts: mode.parts }),
    write: tick,
    announce,
    scales: ({ frame, width, height }) =>
      placeFit({ frame, width, height, view: scene.view, parts: mode.parts ? scene.parts() : null }),
    draw(ctx, place) {
      const { x, l, xLetter } = names();
      const chosen = mode.editing ? editing.chosen : null;
      drawFit(ctx, scene, { ...place, chosen, xName: x, xLetter, yName: l, outside: t("curve.outside") });
      if (place.parts)
        drawParts(ctx, scene, { ...place, ...place.parts, name: t("curve.units.parts"), pointed });
    },
    read: createReading(scene, { names, enabled: () => !mode.editing }),
    numbers: () => pictureTable(scene, names(), mode.parts ? scene.parts() : null),
  });
  listenForUnit(canvas, {
    at: (px, py) => (chart.place?.parts ? unitAt(chart.place.parts, scene.xs, px, py) : null),
    onUnit(next) {
      pointed = next;
      chart.redraw();
    },
  });
  const editing = createEditing(canvas, {
    scene,
    place: () => chart.place,
    enabled: () => mode.editing,
    onEdit,
    onChoose(index) {
      onChoose(index);
      chart.redraw();
    },
    onUndo,
  });

  return {
    element: figure.element,
    scene,
    get chosen() {
      return editing.chosen;
    },
    get editing() {
      return mode.editing;
    },
    remove: editing.remove,
    redraw: chart.redraw,
    focus: () => canvas.focus({ preventScroll: true }),

    /**
     * Where the run stands now.
     * @param {import("./session.js").CurveSession} session
     * @param {number} step
     */
    show(session, step) {
      if (scene.show(session, step)) chart.clear();
      editing.check();
      describe(figure, scene, { editing: mode.editing, step });
      chart.redraw();
    },

    /** @param {boolean} next */
    setEditing(next) {
      mode.editing = next;
      canvas.setAttribute("role", next ? "application" : "img");
      canvas.style.touchAction = next ? "pan-y" : "";
      canvas.style.cursor = "";
      chart.clear();
      if (!next) editing.choose(null);
      chart.redraw();
    },

    /** @param {boolean} next whether it is shown what the curve is made of */
    setParts(next) {
      mode.parts = next;
      chart.redraw();
    },

    destroy() {
      editing.destroy();
      chart.destroy();
    },
  };
}

/**
 * The picture in words.
 * @param {ReturnType<typeof createFigure>} figure
 * @param {Scene} scene
 * @param {{ editing: boolean, step: number }} now
 */
function describe(figure, { points, held }, { editing, step }) {
  const empty = editing ? "curve.picture.empty" : "curve.picture.none";
  figure.setEmpty(points.length > 0 ? null : empty);
  const tests = held.reduce((sum, one) => sum + one, 0);
  figure.describe("curve.picture.now", { measurements: held.length, tests, step });
}
