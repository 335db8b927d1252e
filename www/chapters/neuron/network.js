// @ts-check
// The picture of chapter 3: the chain with a number at every node and parameter, and fields for those that may be typed.

import { watchTheme } from "../../chart/canvas.js";
import { element } from "../../controls/dom.js";
import { createNumberField } from "../../controls/number-field.js";
import { onLanguage, sayAttribute } from "../../i18n/index.js";
import { figures, plain } from "../../i18n/numbers.js";
import { GIVEN } from "../../lecture/graph.js";
import { createNetworkGraph } from "./network-graph.js";
import { L_RANGE, LETTERS, SCHEMA, X_RANGE } from "./schema.js";

/** @typedef {import("../../pkg/descent.js").ScalarState} State */
/** @typedef {import("./network-layout.js").FieldName} FieldName */

/** Fields are as high as the style sheet makes them: taller for a finger. */
const FIELD_HEIGHT = { fine: 28, coarse: 44 };

/** x and l are shown as they were typed. @param {string} name */
const isTyped = (name) => name === "x" || name === "l";

/** The greatest value of σ′, at 0. */
const WIDE_OPEN = 0.25;

/**
 * @param {{
 *   onField: (name: FieldName, value: number) => void,
 *   onPoint: (stage: string | null) => void,
 * }} options
 */
export function createNeuronNetwork({ onField, onPoint }) {
  /** @type {State | null} */
  let state = null;
  const problems = element("div", "network-problems");
  const coarse = matchMedia("(pointer: coarse)");
  const made = createFields(onField);
  for (const field of Object.values(made)) problems.append(field.problem);
  const graph = createNetworkGraph({
    fields: of((name) => element("label", "", made[name].field)),
    fieldHeight: () => (coarse.matches ? FIELD_HEIGHT.coarse : FIELD_HEIGHT.fine),
    onPoint,
  });
  sayAttribute(graph.svg, "aria-label", "neuron.graph.label");
  // As a picture it can be taken along, under this name.
  sayAttribute(graph.element, "data-drawn", "neuron.graph.label");

  function show() {
    if (!state) return;
    const { pass, network } = state;
    for (const [i, letter] of LETTERS.entries()) made[letter].set(Number(network[i]));
    made.x.set(pass.x);
    made.l.set(pass.l);
    const texts = textsOf(pass);
    graph.show({ texts, open: openOf(pass) });
    sayAttribute(graph.svg, "aria-label", "neuron.graph.spoken", texts);
  }
  const stopLanguage = onLanguage(show);
  const stopTheme = watchTheme(show);

  return {
    element: element("div", "neuron-picture", graph.element, problems),
    /** @param {State} next */
    show(next) {
      state = next;
      show();
    },
    /** How far σ′ is open, which is seen while the numbers wait. @param {State} state */
    open: ({ pass }) => graph.open(openOf(pass)),
    setLit: graph.setLit,
    destroy() {
      stopLanguage();
      stopTheme();
      graph.destroy();
      for (const field of Object.values(made)) field.destroy();
    },
  };
}

/** @param {import("../../lecture/graph.js").Pass} pass */
const openOf = (pass) => ({ dy_dp: pass.dy_dp / WIDE_OPEN, dz_dq: pass.dz_dq / WIDE_OPEN });

/** For the back row the numbers are so large that a fourth decimal would meet the next one. */
const decimals = () => (document.documentElement.hasAttribute("data-projector") ? 3 : 4);

/** In the picture a number has only so much room, whatever its size. @param {number} value */
const brief = (value) => figures(value, { decimals: decimals(), significant: 1 });

/**
 * @template T
 * @param {(name: FieldName) => T} make
 */
function of(make) {
  return /** @type {Record<FieldName, T>} */ (Object.fromEntries(GIVEN.map((name) => [name, make(name)])));
}

/** The fields of the numbers that may be typed. @param {(name: FieldName, value: number) => void} onField */
function createFields(onField) {
  return of((name) => {
    const { min, max } = name === "x" ? X_RANGE : name === "l" ? L_RANGE : SCHEMA[name];
    const made = createNumberField({
      min,
      max,
      value: 0,
      format: isTyped(name) ? plain : brief,
      onCommit: (value) => onField(name, value),
    });
    made.field.dataset.field = name;
    sayAttribute(made.field, "aria-label", `neuron.field.${name}`);
    return made;
  });
}

/** @param {import("../../lecture/graph.js").Pass} pass */
function textsOf(pass) {
  return /** @type {Record<keyof typeof pass, string>} */ (
    Object.fromEntries(
      Object.entries(pass).map(([name, value]) => [name, isTyped(name) ? plain(value) : brief(value)]),
    )
  );
}
