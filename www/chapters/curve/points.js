// @ts-check
// Chapter 1, under the picture while points are edited: the chosen point in numbers, and what can be done to it.

import { button, element, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { createNumberField } from "../../controls/number-field.js";
import { say, sayAttribute } from "../../i18n/index.js";

/**
 * @param {{
 *   onMove: (index: number, x: number, l: number) => void,
 *   onRemove: (index: number) => void,
 *   onUndo: () => void,
 * }} options
 */
export function createChosenPoint({ onMove, onRemove, onUndo }) {
  const name = words("span", "point-name", "curve.point.none");
  name.setAttribute("aria-live", "polite");
  const fields = element("span", "point-fields");
  const remove = button({
    text: "curve.point.remove",
    label: "curve.point.remove.label",
    icon: icon("clear"),
    onPress: () => chosen && onRemove(chosen.index),
  });
  const undo = button({ text: "curve.undo", icon: icon("undo"), onPress: onUndo });
  remove.dataset.points = "remove";
  undo.dataset.points = "undo";
  const coarse = matchMedia("(pointer: coarse)").matches;
  const root = element(
    "div",
    "point-row",
    element("div", "point-tools", name, fields, remove, undo),
    words("p", "caption", coarse ? "curve.edit.help.touch" : "curve.edit.help"),
  );
  root.hidden = true;

  /** @type {{ index: number, x: number, l: number } | null} */
  let chosen = null;
  /** @type {ReturnType<typeof createNumberField>[]} */
  let made = [];
  /** What the fields were made for. */
  let madeFor = "";

  /**
   * The fields of a range: another range needs other fields.
   * @param {readonly [number, number, number, number]} view
   * @param {{ xLetter: string, lLetter: string }} letters
   */
  function makeFields(view, { xLetter, lLetter }) {
    const key = [...view, xLetter, lLetter].join();
    if (key === madeFor) return;
    madeFor = key;
    for (const field of made) field.destroy();
    const make = (/** @type {"x" | "l"} */ which, /** @type {number} */ min, /** @type {number} */ max) => {
      const field = createNumberField({
        min,
        max,
        value: min,
        onCommit(value) {
          if (!chosen) return;
          const next = { ...chosen, [which]: value };
          onMove(next.index, next.x, next.l);
        },
      });
      sayAttribute(field.field, "aria-label", `curve.point.${which}`);
      field.field.dataset.point = which;
      return field;
    };
    const x = make("x", view[0], view[1]);
    const l = make("l", view[2], view[3]);
    made = [x, l];
    fields.replaceChildren(
      element("i", "quantity", xLetter),
      x.field,
      element("i", "quantity label", lLetter),
      l.field,
      x.problem,
      l.problem,
    );
  }

  return {
    element: root,
    /**
     * @param {{ point: { index: number, x: number, l: number } | null, count: number, canUndo: boolean, editing: boolean,
     *   view: readonly [number, number, number, number], letters: { xLetter: string, lLetter: string } }} now
     */
    show({ point, count, canUndo, editing, view, letters }) {
      root.hidden = !editing;
      if (!editing) return;
      chosen = point;
      makeFields(view, letters);
      fields.hidden = point === null;
      remove.disabled = point === null;
      undo.disabled = !canUndo;
      if (!point) {
        say(name, "curve.point.none");
        return;
      }
      say(name, "curve.point.number", { index: point.index + 1, count });
      made[0]?.set(point.x);
      made[1]?.set(point.l);
    },
    destroy() {
      for (const field of made) field.destroy();
    },
  };
}
