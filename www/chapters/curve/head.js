// @ts-check
// Above chapter 1's picture: which measurements, whether they are edited, and whether the curve's parts are shown.

import { createSelect } from "../../controls/choice.js";
import { button, element, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { OWN, TABLES } from "./schema.js";

/**
 * @param {{
 *   source: string,
 *   onSource: (source: string) => void,
 *   onEdit: () => void,
 *   onParts: () => void,
 * }} options
 */
export function createCurveHead({ source: first, onSource, onEdit, onParts }) {
  const source = createSelect({
    label: "curve.source",
    className: "curve-source",
    options: [...TABLES.map(({ id }) => id), OWN].map((id) => ({ value: id, text: `curve.table.${id}` })),
    value: first,
    onChange: onSource,
  });
  const edit = button({ text: "curve.edit", label: "curve.edit.label", icon: icon("edit"), onPress: onEdit });
  const parts = button({
    text: "curve.units",
    label: "curve.units.label",
    icon: icon("parts"),
    onPress: onParts,
  });
  source.element.dataset.curve = "source";
  edit.dataset.curve = "edit";
  parts.dataset.curve = "units";
  for (const toggle of [edit, parts]) toggle.setAttribute("aria-pressed", "false");

  return {
    element: element(
      "div",
      "part-head curve-head",
      words("h2", "visually-hidden", "curve.picture"),
      source.element,
      element("div", "curve-tools", edit, parts),
    ),
    setSource: source.set,
    /** @param {boolean} next */
    setEditing: (next) => edit.setAttribute("aria-pressed", String(next)),
    /** @param {boolean} next */
    setParts: (next) => parts.setAttribute("aria-pressed", String(next)),
  };
}
