// @ts-check
// The forward pass and back propagation, each line as symbol, product of its factors, numbers, and result.

import { element, words } from "../../controls/dom.js";
import { bracketed, figures, plain } from "../../i18n/numbers.js";
import { derivative, letter, math, node, row, sigmoid, sup } from "../../lecture/math.js";

/** @typedef {import("../../types/core.js").ScalarState} State */
/** @typedef {import("../../lecture/math.js").Part} Part */

/** The stages in the lecture's order: forward, then back. */
export const FORWARD = /** @type {const} */ (["p", "y", "q", "z", "error"]);
export const BACKWARD = /** @type {const} */ (["d_z", "d_q", "d_U", "d_y", "d_p", "d_V"]);
export const STAGES = [...FORWARD, ...BACKWARD];

/** @param {string} name */
const activation = (name) => letter(name, "activation");
/** @param {string} name */
const by = (name) => derivative(letter(name));
/** @param {string} name */
const sigmoidPrime = (name) => row(node("mi", "", "σ′"), "(", activation(name), ")");

/**
 * @typedef {Object} Line
 * @property {Part[]} symbols
 * @property {Part[]} product
 * @property {string} numbers with a letter in braces where a number comes; bare: it needs no brackets when negative
 * @property {string} result the number that comes out
 * @property {import("../../lecture/math.js").Quantity} quantity
 */

/** @type {Record<typeof STAGES[number], () => Line>} */
const LINES = {
  p: () => ({
    symbols: [activation("p")],
    product: ["=", letter("V", "a"), letter("x"), "+", letter("v", "a")],
    numbers: "= {V:bare} · {x} + {v}",
    result: "p",
    quantity: "activation",
  }),
  y: () => ({
    symbols: [activation("y")],
    product: ["=", sigmoid(activation("p"))],
    numbers: "= σ( {p:bare} )",
    result: "y",
    quantity: "activation",
  }),
  q: () => ({
    symbols: [activation("q")],
    product: ["=", letter("U", "a"), activation("y"), "+", letter("u", "a")],
    numbers: "= {U:bare} · {y} + {u}",
    result: "q",
    quantity: "activation",
  }),
  z: () => ({
    symbols: [activation("z")],
    product: ["=", sigmoid(activation("q"))],
    numbers: "= σ( {q:bare} )",
    result: "z",
    quantity: "activation",
  }),
  error: () => ({
    symbols: [letter("ε", "error")],
    product: ["=", "½", "(", activation("z"), "−", letter("l", "label"), sup(")", 2)],
    numbers: "= ½ ( {z:bare} − {l} )²",
    result: "error",
    quantity: "error",
  }),
  d_z: () => ({
    symbols: [by("z")],
    product: ["=", activation("z"), "−", letter("l", "label")],
    numbers: "= {z:bare} − {l}",
    result: "d_z",
    quantity: "derivative",
  }),
  d_q: () => ({
    symbols: [by("u"), "=", by("q")],
    product: ["=", by("z"), "·", sigmoidPrime("q")],
    numbers: "= {d_z:bare} · {dz_dq}",
    result: "d_q",
    quantity: "derivative",
  }),
  d_U: () => ({
    symbols: [by("U")],
    product: ["=", by("q"), "·", activation("y")],
    numbers: "= {d_q:bare} · {y}",
    result: "d_U",
    quantity: "derivative",
  }),
  d_y: () => ({
    symbols: [by("y")],
    product: ["=", by("q"), "·", letter("U", "a")],
    numbers: "= {d_q:bare} · {U}",
    result: "d_y",
    quantity: "derivative",
  }),
  d_p: () => ({
    symbols: [by("v"), "=", by("p")],
    product: ["=", by("y"), "·", sigmoidPrime("p")],
    numbers: "= {d_y:bare} · {dy_dp}",
    result: "d_p",
    quantity: "derivative",
  }),
  d_V: () => ({
    symbols: [by("V")],
    product: ["=", by("p"), "·", letter("x")],
    numbers: "= {d_p:bare} · {x}",
    result: "d_V",
    quantity: "derivative",
  }),
};

/** What a letter of the numbers is coloured as. @type {Record<string, import("../../lecture/math.js").Quantity>} */
const QUANTITIES = {
  V: "a",
  v: "a",
  U: "a",
  u: "a",
  p: "activation",
  y: "activation",
  q: "activation",
  z: "activation",
};
Object.assign(QUANTITIES, {
  l: "label",
  d_z: "derivative",
  d_q: "derivative",
  d_y: "derivative",
  d_p: "derivative",
});

/**
 * @param {string} stage
 * @param {Line} line
 */
function createLine(stage, line) {
  /** @type {{ name: string, bare: boolean, place: Element }[]} */
  const slots = [];
  const parts = line.numbers.split(" ").map((part) => {
    const match = /^\{(\w+)(:bare)?\}$/.exec(part);
    if (match) {
      const name = match[1] ?? "";
      const place = node("mn", QUANTITIES[name] ?? "");
      slots.push({ name, bare: match[2] !== undefined, place });
      return place;
    }
    if (part === ")²") return sup(")", 2);
    if (part === "σ(") return row(node("mi", "", "σ"), "(");
    return part;
  });
  const result = node("mn", line.quantity);
  slots.push({ name: line.result, bare: true, place: result });

  const root = element(
    "li",
    "pass-line",
    math(line.symbols, { className: "pass-symbols" }),
    math(line.product, { className: "pass-product" }),
    math(parts, { className: "pass-numbers" }),
    math(["=", result], { className: "pass-result" }),
  );
  root.dataset.stage = stage;
  return { element: root, slots };
}

/** @param {{ onPoint: (stage: string | null) => void }} options */
export function createPasses({ onPoint }) {
  const lines = STAGES.map((stage) => ({ stage, ...createLine(stage, LINES[stage]()) }));
  /** @param {string} title @param {string} className @param {readonly string[]} stages */
  const part = (title, className, stages) =>
    element(
      "div",
      `pass ${className}`,
      words("h3", "pass-title", title),
      element(
        "ul",
        "pass-lines",
        ...lines.filter(({ stage }) => stages.includes(stage)).map((line) => line.element),
      ),
    );
  const root = element(
    "div",
    "passes",
    part("neuron.forward", "pass-forward", FORWARD),
    part("neuron.backward", "pass-backward", BACKWARD),
  );
  /** @param {Event} event */
  const stageOf = (event) =>
    (event.target instanceof Element ? event.target.closest("[data-stage]") : null)?.getAttribute(
      "data-stage",
    ) ?? null;
  root.addEventListener("pointerover", (event) => onPoint(stageOf(event)));
  root.addEventListener("pointerleave", () => onPoint(null));

  return {
    element: root,
    /** @param {State} state */
    show({ network: [V, v, U, u], pass }) {
      const values = /** @type {Record<string, number>} */ ({ ...pass, V, v, U, u });
      for (const { slots } of lines) {
        for (const { name, bare, place } of slots) {
          const value = values[name] ?? Number.NaN;
          const text = name === "x" || name === "l" ? plain(value) : figures(value);
          const shown = bare ? text : bracketed(text);
          if (place.textContent !== shown) place.textContent = shown;
        }
      }
    },
    /** @param {string | null} lit */
    setLit(lit) {
      for (const { stage, element: line } of lines) line.classList.toggle("lit", stage === lit);
    },
  };
}
