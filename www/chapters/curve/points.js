// @ts-check
// Chapter 1, under the picture while points are edited: the chosen point in numbers, and what can be done to it.

import { button, element, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { createNumberField } from "../../controls/number-field.js";
import { say, sayAttribute } from "../../i18n/index.js";

/** @typedef {{ index: number, x: number, l: number }} Point */
/** @typedef {readonly [number, number, number, number]} View */
/** @typedef {{ xLetter: string, lLetter: string }} Letters */

/**
 * @param {{
 *   onMove: (index: number, x: number, l: number) => void,
 *   onRemove: (index: number) => void,
 *   onUndo: () => void,
 * }} options
 */
export function createChosenPoint({ onMove, onRemove, onUndo }) {
  /** @type {Point | null} */
  let chosen = null;
  const name = words("span", "point-name", "curve.point.none");
  name.setAttribute("aria-live", "polite");
  const fields = createFields((which, value) => {
    if (!chosen) return;
    const next = { ...chosen, [which]: value };
    onMove(next.index, next.x, next.l);
  });
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
    element("div", "point-tools", name, fields.element, remove, undo),
    words("p", "caption", coarse ? "curve.edit.help.touch" : "curve.edit.help"),
  );
  root.hidden = true;

  return {
    element: root,
    /**
     * @param {{ points: ArrayLike<number>, index: number | null, canUndo: boolean, editing: boolean, view: View,
     *   letters: Letters }} now `points`: x₀, l₀, x₁, l₁, …; `index` of the chosen one
     */
    show({ points, index, canUndo, editing, view, letters }) {
      root.hidden = !editing;
      if (!editing) return;
      const count = points.length / 2;
      chosen =
        index === null || index >= count
          ? null
          : { index, x: Number(points[2 * index]), l: Number(points[2 * index + 1]) };
      fields.show(chosen, view, letters);
      remove.disabled = chosen === null;
      undo.disabled = !canUndo;
      if (chosen) say(name, "curve.point.number", { index: chosen.index + 1, count });
      else say(name, "curve.point.none");
    },
    destroy: fields.destroy,
  };
}

/**
 * The fields of x and l. Another range needs other fields.
 * @param {(which: "x" | "l", value: number) => void} onCommit
 */
function createFields(onCommit) {
  const root = element("span", "point-fields");
  /** @type {ReturnType<typeof createNumberField>[]} */
  let made = [];
  let madeFor = "";

  /** @param {"x" | "l"} which @param {number} min @param {number} max */
  function createField(which, min, max) {
    const field = createNumberField({ min, max, value: min, onCommit: (value) => onCommit(which, value) });
    sayAttribute(field.field, "aria-label", `curve.point.${which}`);
    field.field.dataset.point = which;
    return field;
  }

  function destroy() {
    for (const field of made) field.destroy();
  }

  /** @param {View} view @param {Letters} letters */
  function make(view, { xLetter, lLetter }) {
    const key = [...view, xLetter, lLetter].join();
    if (key === madeFor) return;
    madeFor = key;
    destroy();
    const x = createField("x", view[0], view[1]);
    const l = createField("l", view[2], view[3]);
    made = [x, l];
    root.replaceChildren(
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
    /** @param {Point | null} point @param {View} view @param {Letters} letters */
    show(point, view, letters) {
      make(view, letters);
      root.hidden = point === null;
      if (!point) return;
      made[0]?.set(point.x);
      made[1]?.set(point.l);
    },
    destroy,
  };
}
