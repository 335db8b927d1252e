// @ts-check
// A card of formulas, each on a line or side by side, with a note under them.

import { element, words } from "../controls/dom.js";
import { reachable } from "../controls/scroller.js";
import { sayAttribute } from "../i18n/index.js";
import { FORWARD } from "./graph.js";
import { math } from "./math.js";
import { equalsOf, ruleOf, symbolOf } from "./notation.js";

/**
 * @param {{ label: string, formulas: Element[], note?: string }} options `label` names the card for a screen reader;
 *   formulas wrap between, never inside
 */
export function createFormulaCard({ label, formulas, note }) {
  const card = element("div", "formula-card");
  card.setAttribute("role", "group");
  sayAttribute(card, "aria-label", label);
  const line = reachable(element("div", "formulas"));
  line.append(...formulas);
  if (note) line.append(words("p", "formula-note", note));
  card.append(line);
  return card;
}

/**
 * The network, its error and the rule, as a chapter writes them.
 * @param {{ label: string, note?: string, manner?: import("./notation.js").Manner }} options
 */
export function createNetworkCard({ label, note, manner }) {
  const lines = FORWARD.map((name) => math([symbolOf(name, manner), "=", ...equalsOf(name, manner)]));
  return createFormulaCard({ label, formulas: [...lines, math(ruleOf(manner))], note });
}
