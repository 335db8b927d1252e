// @ts-check
// The stages in a row: each a picture, what was done, and its switch.

import { mountPlot } from "../../../chart/canvas.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { say } from "../../../i18n/index.js";
import { fixed } from "../../../i18n/numbers.js";
import {
  createCentredDrawing,
  createFittedDrawing,
  createPadDrawing,
  createUprightDrawing,
} from "./drawings.js";
import { createSwitch } from "./switch.js";

/** @typedef {import("./session.js").Way} Way */

/** @param {Way} way */
export function createStages(way) {
  const drawings = [
    createPadDrawing(),
    createFittedDrawing(() => way.switches.fit),
    createUprightDrawing(() => way.switches.straighten),
    createCentredDrawing(() => way.switches.centre),
  ];
  const stages = [
    createStage("pad", "corner"),
    createStage("fitted", "fit"),
    createStage("upright", "straighten"),
    createStage("centred", "centre"),
  ];

  /** @param {"pad" | "fitted" | "upright" | "centred"} name @param {keyof import("./session.js").Switches} stage */
  function createStage(name, stage) {
    const figure = createFigure({ className: "way-picture", label: `digits.way.${name}.label` });
    const draw = drawings.at(STAGES.indexOf(name));
    const plot = mountPlot(figure.canvas, (ctx, { width, height, ratio, colours }) => {
      draw?.(ctx, way.stages, { side: Math.min(width, height), ratio, colours });
    });
    const text = element("p", "way-text");
    const toggle = createSwitch({
      text: `digits.way.${stage}`,
      on: way.switches[stage],
      onChange: (on) => way.set(stage, on),
    });
    toggle.input.dataset.stage = stage;
    const title = words("h3", "way-name", `digits.way.${name}`);
    return {
      element: element("li", "way-stage", figure.element, title, text, toggle.element),
      text,
      toggle,
      stage,
      plot,
    };
  }

  function show() {
    for (const { plot, toggle, stage } of stages) {
      toggle.set(way.switches[stage]);
      plot.drawNow();
    }
    const done = wordsOf(way);
    for (const [i, { text }] of stages.entries()) {
      const said = done[i];
      text.hidden = !said;
      if (said) say(text, said.key, said.params);
    }
  }

  return {
    element: element("ol", "way-stages", ...stages.map((stage) => stage.element)),
    show,
    destroy() {
      for (const { plot } of stages) plot.destroy();
    },
  };
}

const STAGES = ["pad", "fitted", "upright", "centred"];

/**
 * What was done in each stage, in words.
 * @param {Pick<Way, "stages" | "switches">} way
 * @returns {{ key: string, params?: import("../../../i18n/index.js").Params }[]}
 */
export function wordsOf({ stages, switches }) {
  const { fit, straighten, centre } = switches;
  if (!stages) return [{ key: "digits.way.empty" }];
  const { content, fitted, upright } = stages;
  const [x = 0, y = 0] = upright.centre;
  const kind = content.kind === "own" ? "strokes" : content.kind;
  return [
    { key: `digits.way.pad.${kind}` },
    { key: `digits.way.fitted.${fit ? "on" : "off"}` },
    {
      key: `digits.way.upright.${straighten ? "on" : "off"}`,
      params: { lean: () => fixed(Math.abs(fitted.lean), 2) },
    },
    {
      key: `digits.way.centred.${centre ? "on" : "off"}`,
      params: { x: () => fixed(x, 1), y: () => fixed(y, 1) },
    },
  ];
}
