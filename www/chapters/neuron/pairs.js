// @ts-check
// The training pairs (x, l) as a table that can be edited. One of them is the one whose passes are shown.

import { button, element, uniqueId, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { createNumberField } from "../../controls/number-field.js";
import { sayAttribute } from "../../i18n/index.js";
import { figures, plain } from "../../i18n/numbers.js";
import { L_RANGE, MOST_PAIRS, X_RANGE } from "./schema.js";

/** @typedef {import("../../types/core.js").ScalarState} State */

/**
 * @param {{ onPairs: (numbers: number[], shown: number) => void, onShown: (index: number) => void }} options
 *   `onPairs`: other numbers x₀, l₀, x₁, l₁, …, and which pair is shown now
 */
export function createPairs({ onPairs, onShown }) {
  /** @type {number[]} */
  let numbers = [];
  let shown = 0;
  /** @type {{ x: Field, l: Field, z: HTMLElement, error: HTMLElement, radio: HTMLInputElement }[]} */
  let rows = [];
  const group = uniqueId();
  const body = element("tbody", "");
  const head = element("tr", "", words("th", "", "neuron.pairs.shown"));
  for (const [symbol, quantity] of [
    ["x", ""],
    ["l", "label"],
    ["z", "activation"],
    ["ε", "error"],
  ]) {
    head.append(element("th", "", element("i", `quantity ${quantity}`.trim(), symbol)));
  }
  head.append(element("th", ""));
  for (const cell of head.children) cell.setAttribute("scope", "col");
  const problems = element("div", "pairs-problems");
  const add = button({
    text: "neuron.pairs.add",
    onPress() {
      // A new pair lies opposite the last one, so that there is something to learn from both.
      const x = Number(numbers.at(-2) ?? 0);
      const l = Number(numbers.at(-1) ?? 0);
      onPairs([...numbers, x === 0 ? 1 : -x, 1 - l], shown);
    },
  });
  add.dataset.pairs = "add";

  /** @typedef {ReturnType<typeof createNumberField>} Field */

  /**
   * @param {number} index
   * @param {0 | 1} part
   * @param {{ min: number, max: number }} range
   */
  function field(index, part, range) {
    const made = createNumberField({
      ...range,
      value: Number(numbers[2 * index + part]),
      format: plain,
      onCommit: (value) => onPairs(numbers.with(2 * index + part, value), shown),
    });
    sayAttribute(made.field, "aria-label", part === 0 ? "neuron.pairs.x" : "neuron.pairs.l", {
      index: index + 1,
    });
    problems.append(made.problem);
    return made;
  }

  function build() {
    for (const { x, l } of rows) {
      x.destroy();
      l.destroy();
    }
    problems.replaceChildren();
    const count = numbers.length / 2;
    rows = Array.from({ length: count }, (_, index) => {
      const radio = element("input", "pairs-radio");
      radio.type = "radio";
      radio.name = group;
      sayAttribute(radio, "aria-label", "neuron.pairs.show", { index: index + 1 });
      radio.addEventListener("change", () => onShown(index));
      return {
        radio,
        x: field(index, 0, X_RANGE),
        l: field(index, 1, L_RANGE),
        z: element("td", "activation"),
        error: element("td", "error"),
      };
    });
    body.replaceChildren(
      ...rows.map(({ radio, x, l, z, error }, index) => {
        const remove = button({
          icon: icon("clear"),
          label: "neuron.pairs.remove",
          className: "button-quiet",
          onPress() {
            onPairs(numbers.toSpliced(2 * index, 2), shown > index ? shown - 1 : Math.min(shown, count - 2));
          },
        });
        remove.disabled = count === 1;
        return element(
          "tr",
          "",
          element("td", "", element("label", "pairs-choose", radio, String(index + 1))),
          element("td", "", x.field),
          element("td", "", l.field),
          z,
          error,
          element("td", "", remove),
        );
      }),
    );
    add.disabled = count >= MOST_PAIRS;
  }

  return {
    element: element(
      "section",
      "part",
      element("div", "part-head", words("h2", "part-title", "neuron.pairs.title"), add),
      element("table", "pairs-table", element("thead", "", head), body),
      problems,
      words("p", "caption", "neuron.pairs.text"),
    ),
    /** @param {State} state @param {number} index of the pair that is shown */
    show({ answers }, index) {
      const next = answers.flatMap(({ x, l }) => [x, l]);
      const another = next.length !== numbers.length;
      numbers = next;
      shown = index;
      if (another) build();
      for (const [i, { x, l, z, error }] of answers.entries()) {
        const row = rows[i];
        if (!row) continue;
        row.x.set(x);
        row.l.set(l);
        row.z.textContent = figures(z);
        row.error.textContent = figures(error);
        row.radio.checked = i === index;
      }
    },
    destroy() {
      for (const { x, l } of rows) {
        x.destroy();
        l.destroy();
      }
    },
  };
}
