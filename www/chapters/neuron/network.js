// @ts-check
// The picture of chapter 3: the chain with a number at every node and parameter, and fields for those that may be typed.

import { element } from "../../controls/dom.js";
import { createNumberField } from "../../controls/number-field.js";
import { onLanguage, sayAttribute } from "../../i18n/index.js";
import { figures, plain } from "../../i18n/numbers.js";
import { createNetworkGraph } from "./network-graph.js";
import { L_RANGE, LETTERS, SCHEMA, X_RANGE } from "./schema.js";

/** @typedef {import("../../types/core.js").ScalarState} State */
/** @typedef {import("./network-graph.js").FieldName} FieldName */

const FIELDS = /** @type {const} */ (["x", "V", "v", "U", "u", "l"]);

/** Fields are as high as the style sheet makes them: taller for a finger. */
const FIELD_HEIGHT = { fine: 28, coarse: 44 };

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

  /** @param {FieldName} name */
  function createField(name) {
    const range = name === "x" ? X_RANGE : name === "l" ? L_RANGE : SCHEMA[name];
    const made = createNumberField({
      min: range.min,
      max: range.max,
      value: 0,
      format: name === "x" || name === "l" ? plain : figures,
      onCommit: (value) => onField(name, value),
    });
    made.field.dataset.field = name;
    sayAttribute(made.field, "aria-label", `neuron.field.${name}`);
    problems.append(made.problem);
    return made;
  }
  const made = /** @type {Record<FieldName, ReturnType<typeof createField>>} */ (
    Object.fromEntries(FIELDS.map((name) => [name, createField(name)]))
  );
  const graph = createNetworkGraph({
    fields: /** @type {Record<FieldName, HTMLElement>} */ (
      /** @type {unknown} */ (
        Object.fromEntries(FIELDS.map((name) => [name, element("label", "", made[name].field)]))
      )
    ),
    fieldHeight: () => (coarse.matches ? FIELD_HEIGHT.coarse : FIELD_HEIGHT.fine),
    onPoint,
  });
  sayAttribute(graph.svg, "aria-label", "neuron.graph.label");

  function show() {
    if (!state) return;
    const { pass, network } = state;
    for (const [i, letter] of LETTERS.entries()) made[letter].set(Number(network[i]));
    made.x.set(pass.x);
    made.l.set(pass.l);
    graph.show({
      nodes: {
        x: plain(pass.x),
        p: figures(pass.p),
        y: figures(pass.y),
        q: figures(pass.q),
        z: figures(pass.z),
        error: figures(pass.error),
      },
      backward: {
        d_z: figures(pass.d_z),
        d_q: figures(pass.d_q),
        d_y: figures(pass.d_y),
        d_p: figures(pass.d_p),
        d_V: figures(pass.d_V),
        d_v: figures(pass.d_v),
        d_U: figures(pass.d_U),
        d_u: figures(pass.d_u),
      },
      valves: {
        p: { share: 4 * pass.dy_dp, text: figures(pass.dy_dp) },
        q: { share: 4 * pass.dz_dq, text: figures(pass.dz_dq) },
      },
    });
    sayAttribute(graph.svg, "aria-label", "neuron.graph.spoken", {
      x: plain(pass.x),
      p: figures(pass.p),
      y: figures(pass.y),
      q: figures(pass.q),
      z: figures(pass.z),
      l: plain(pass.l),
      error: figures(pass.error),
    });
  }
  const stopLanguage = onLanguage(show);

  return {
    element: element("div", "neuron-picture", graph.element, problems),
    /** @param {State} next */
    show(next) {
      state = next;
      show();
    },
    setLit: graph.setLit,
    destroy() {
      stopLanguage();
      graph.destroy();
      for (const field of Object.values(made)) field.destroy();
    },
  };
}
