// @ts-check
// Which ε it is: one of those that are offered, or a formula that is typed; and how the formula was read.

import { createSelect } from "../../controls/choice.js";
import { element, words } from "../../controls/dom.js";
import { createFormulaField } from "../../controls/formula-field.js";
import { language, say } from "../../i18n/index.js";
import { plain } from "../../i18n/numbers.js";
import { treeToMath } from "../../lecture/formula-tree.js";
import { letter, math, row } from "../../lecture/math.js";
import { FUNCTIONS, PLANES } from "./schema.js";

/**
 * @param {{ plane: boolean, onFunction: (id: string) => void, typing: ReturnType<typeof import("./typing.js").createTyping> }} options
 */
export function createFunctionChoice({ plane, onFunction, typing }) {
  const names = plane ? PLANES : FUNCTIONS;
  const nameOf = (/** @type {string} */ id) => (plane ? `descent.g.${id}` : `descent.f.${id}`);
  const choice = createSelect({
    label: "descent.function",
    className: "function-select",
    options: [...names, "own"].map((id) => ({ value: id, text: nameOf(id) })),
    value: names[0],
    onChange: onFunction,
  });
  const about = words("p", "caption function-about", `${nameOf(names[0])}.about`);
  const field = createFormulaField({
    symbol: plane ? "ε(a, b)" : "ε(a)",
    text: "descent.formula",
    ...typing,
  });
  const read = element("div", "formula-read");
  /** What `read` shows, and in which language. */
  let shown = "";

  return {
    elements: [element("div", "function-row", choice.element, about), field.element, read],
    /** @param {{ id: string, formula: string, tree: () => unknown }} now */
    show({ id, formula, tree }) {
      choice.set(id);
      say(about, `${nameOf(id)}.about`);
      field.set(formula);
      const next = `${language()} ${formula}`;
      if (next === shown) return;
      shown = next;
      read.replaceChildren(readFormula(tree(), plane));
    },
  };
}

/**
 * ε(a) = … as the core has read it.
 * @param {unknown} tree
 * @param {boolean} plane
 */
function readFormula(tree, plane) {
  const letters = plane ? [letter("a", "a"), ",", letter("b", "a")] : [letter("a", "a")];
  return math([letter("ε", "error"), row("(", ...letters, ")"), "=", treeToMath(tree, plain)], {
    className: "formula-seen",
  });
}
