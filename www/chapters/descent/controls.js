// @ts-check
// Chapter 2's settings, once for one number and once for two: the function, α, the runs side by side, start and window.

import { element } from "../../controls/dom.js";
import { createSlider } from "../../controls/slider.js";
import { createFunctionChoice } from "./function-choice.js";
import { createRuns } from "./runs.js";
import { RATE } from "./schema.js";
import { createStartFields } from "./start-fields.js";

/**
 * @typedef {Object} ControlActions what a reader can ask for
 * @property {(id: string) => void} onFunction
 * @property {ReturnType<typeof import("./typing.js").createTyping>} typing of a formula
 * @property {(rate: number) => void} onRate
 * @property {(start: readonly number[]) => void} onStart
 * @property {(window: readonly [number, number]) => void} onWindow
 * @property {Parameters<typeof createRuns>[0]} onRun
 */

/** @param {{ plane: boolean } & ControlActions} options */
export function createDescentControls({ plane, onFunction, typing, onRate, onStart, onWindow, onRun }) {
  const choice = createFunctionChoice({ plane, onFunction, typing });
  const rate = createSlider({
    symbol: "α",
    text: "descent.rate",
    ...RATE,
    value: 1,
    logarithmic: true,
    onInput: onRate,
  });
  // With two numbers one path is enough to look at.
  const runs = plane ? null : createRuns(onRun);
  const start = createStartFields({ plane, onStart, onWindow });
  const root = element(
    "div",
    "descent-controls",
    ...choice.elements,
    rate.element,
    runs?.element,
    start.element,
  );

  return {
    element: root,
    /** @param {import("./session.js").Session} session */
    show(session) {
      const { setting, run, one } = session;
      choice.show({ id: plane ? setting.g : setting.f, formula: run.formula, tree: () => run.tree });
      rate.set(session.rate);
      runs?.set(setting.rates, setting.active);
      start.show(
        plane
          ? { start: [setting.a2, setting.b2], window: null }
          : { start: [setting.a], window: one.window },
      );
    },
    destroy() {
      rate.destroy();
      runs?.destroy();
      start.destroy();
    },
  };
}
