// @ts-check
// The forward pass and back propagation, each line as symbol, product of its factors, numbers, and result.

import { element, words } from "../../controls/dom.js";
import { reachable } from "../../controls/scroller.js";
import { bracketed, figures, plain } from "../../i18n/numbers.js";
import { createQuantityLine } from "../../lecture/cards.js";
import { BACKWARD, FORWARD } from "../../lecture/graph.js";

/** @typedef {import("../../pkg/descent.js").ScalarState} State */

/** More characters than these are written smaller. */
const LONG = 25;

/** x and l as they were typed, the others as they were computed. @type {import("../../lecture/cards.js").Write} */
function write(name, value, first) {
  const text = name === "x" || name === "l" ? plain(value) : figures(value);
  return first ? text : bracketed(text);
}

/** @param {{ onPoint: (stage: string | null) => void }} options */
export function createPasses({ onPoint }) {
  const lines = new Map(
    [...FORWARD, ...BACKWARD].map((stage) => [stage, createQuantityLine(stage, { write })]),
  );
  /** @param {string} title @param {string} className @param {readonly (typeof FORWARD[number] | typeof BACKWARD[number])[]} stages */
  const part = (title, className, stages) =>
    element(
      "div",
      `pass ${className}`,
      words("h3", "pass-title", title),
      reachable(element("ul", "pass-lines", ...stages.map((stage) => lines.get(stage)?.element))),
    );
  const root = element(
    "div",
    "passes",
    part("neuron.forward", "pass-forward", FORWARD),
    part("neuron.backward", "pass-backward", BACKWARD),
  );
  root.addEventListener("pointerover", (event) => onPoint(stageAt(event)));
  root.addEventListener("pointerleave", () => onPoint(null));

  return {
    element: root,
    /** @param {State} state */
    show({ network: [V, v, U, u], pass }) {
      for (const { element: line, set } of lines.values()) {
        set({ ...pass, V, v, U, u });
        line.classList.toggle("long", lengthOf(line) > LONG);
      }
    },
    /** @param {string | null} lit */
    setLit(lit) {
      for (const [stage, line] of lines) line.element.classList.toggle("lit", stage === lit);
    },
  };
}

/** Characters of a line's numbers. @param {Element} line */
const lengthOf = (line) => line.querySelector(".pass-numbers")?.textContent?.length ?? 0;

/** The stage that the pointer is on. @param {Event} event */
function stageAt({ target }) {
  const at = target instanceof Element ? target.closest("[data-stage]") : null;
  return at?.getAttribute("data-stage") ?? null;
}
