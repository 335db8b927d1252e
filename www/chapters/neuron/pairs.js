// @ts-check
// The training pairs (x, l) as a table that can be edited. One of them is the one whose passes are shown.

import { button, element, uniqueId, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { createNumberField } from "../../controls/number-field.js";
import { sideways } from "../../controls/scroller.js";
import { sayAttribute } from "../../i18n/index.js";
import { figures, plain } from "../../i18n/numbers.js";
import { GRAPH } from "../../lecture/graph.js";
import { L_RANGE, MOST_PAIRS, X_RANGE } from "./schema.js";

/** @typedef {import("../../pkg/descent.js").ScalarState} State */

/**
 * @typedef {Object} On
 * @property {(numbers: number[], shown: number) => void} onPairs other numbers x₀, l₀, x₁, l₁, …, and which pair is shown now
 * @property {(index: number) => void} onShown
 *
 * @typedef {{ numbers: readonly number[], shown: number }} Table
 */

/** @param {On} on */
export function createPairs({ onPairs, onShown }) {
  /** @type {Table} */
  let now = { numbers: [], shown: 0 };
  /** @type {ReturnType<typeof createRow>[]} */
  let rows = [];
  const group = uniqueId();
  const body = element("tbody", "");
  const problems = element("div", "pairs-problems");
  const add = button({
    text: "neuron.pairs.add",
    onPress: () => onPairs(withAnother(now.numbers), now.shown),
  });
  add.dataset.pairs = "add";

  function build() {
    for (const row of rows) row.destroy();
    const count = now.numbers.length / 2;
    rows = Array.from({ length: count }, (_, index) =>
      createRow({ index, count, group, now: () => now, onPairs, onShown }),
    );
    problems.replaceChildren(...rows.flatMap((row) => row.problems));
    body.replaceChildren(...rows.map((row) => row.element));
    add.disabled = count >= MOST_PAIRS;
  }

  return {
    element: element(
      "section",
      "part",
      element("div", "part-head", words("h2", "part-title", "neuron.pairs.title"), add),
      sideways(element("table", "pairs-table", element("thead", "", headings()), body)),
      problems,
      words("p", "caption", "neuron.pairs.text"),
    ),
    /** @param {State} state @param {number} index of the pair that is shown */
    show({ answers }, index) {
      const another = 2 * answers.length !== now.numbers.length;
      now = { numbers: answers.flatMap(({ x, l }) => [x, l]), shown: index };
      if (another) build();
      for (const [i, answer] of answers.entries()) rows[i]?.show(answer, i === index);
    },
    destroy() {
      for (const row of rows) row.destroy();
    },
  };
}

function headings() {
  const head = element("tr", "", words("th", "", "neuron.pairs.shown"));
  for (const name of /** @type {const} */ (["x", "l", "z", "error"])) {
    const { symbol, quantity } = GRAPH[name];
    head.append(element("th", "", element("i", `quantity ${quantity}`.trim(), symbol)));
  }
  for (const cell of head.children) cell.setAttribute("scope", "col");
  // Over the buttons that remove a pair: nothing to say.
  head.append(element("td"));
  return head;
}

/** A new pair lies opposite the last one, so that there is something to learn from both. @param {readonly number[]} numbers */
function withAnother(numbers) {
  const x = Number(numbers.at(-2) ?? 0);
  const l = Number(numbers.at(-1) ?? 0);
  return [...numbers, x === 0 ? 1 : -x, 1 - l];
}

/** Without a pair, and what is shown then. @param {Table} table @param {number} index @returns {[number[], number]} */
function without({ numbers, shown }, index) {
  const rest = numbers.toSpliced(2 * index, 2);
  return [rest, shown > index ? shown - 1 : Math.min(shown, rest.length / 2 - 1)];
}

/** @param {On & { index: number, count: number, group: string, now: () => Table }} options `count` of pairs in all */
function createRow({ index, count, group, now, onPairs, onShown }) {
  const radio = element("input", "pairs-radio");
  radio.type = "radio";
  radio.name = group;
  sayAttribute(radio, "aria-label", "neuron.pairs.show", { index: index + 1 });
  radio.addEventListener("change", () => onShown(index));
  const setNumber = (/** @type {number} */ at, /** @type {number} */ value) =>
    onPairs(now().numbers.with(at, value), now().shown);
  const x = createField(X_RANGE, (value) => setNumber(2 * index, value));
  sayAttribute(x.field, "aria-label", "neuron.pairs.x", { index: index + 1 });
  const l = createField(L_RANGE, (value) => setNumber(2 * index + 1, value));
  sayAttribute(l.field, "aria-label", "neuron.pairs.l", { index: index + 1 });
  const z = element("td", "activation");
  const error = element("td", "error");
  const remove = button({
    icon: icon("clear"),
    label: "neuron.pairs.remove",
    className: "button-quiet",
    onPress: () => onPairs(...without(now(), index)),
  });
  remove.disabled = count === 1;

  return {
    element: element(
      "tr",
      "",
      element("td", "", element("label", "pairs-choose", radio, String(index + 1))),
      element("td", "", x.field),
      element("td", "", l.field),
      z,
      error,
      element("td", "", remove),
    ),
    problems: [x.problem, l.problem],
    /** @param {State["answers"][number]} answer @param {boolean} shown */
    show(answer, shown) {
      x.set(answer.x);
      l.set(answer.l);
      z.textContent = figures(answer.z);
      error.textContent = figures(answer.error);
      radio.checked = shown;
    },
    destroy() {
      x.destroy();
      l.destroy();
    },
  };
}

/** @param {{ min: number, max: number }} range @param {(value: number) => void} onCommit */
function createField(range, onCommit) {
  return createNumberField({ ...range, value: 0, format: plain, onCommit });
}
