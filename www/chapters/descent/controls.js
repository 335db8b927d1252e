// @ts-check
// Chapter 2's settings: the function, α, the runs side by side; start and window for those who want exact numbers.

import { createSelect } from "../../controls/choice.js";
import { createDisclosure } from "../../controls/disclosure.js";
import { element, uniqueId, words } from "../../controls/dom.js";
import { createFormulaField } from "../../controls/formula-field.js";
import { createNumberField } from "../../controls/number-field.js";
import { createSlider } from "../../controls/slider.js";
import { onLanguage, say } from "../../i18n/index.js";
import { number, plain } from "../../i18n/numbers.js";
import { treeToMath } from "../../lecture/formula-tree.js";
import { letter, math, row } from "../../lecture/math.js";
import { createRuns } from "./runs.js";
import { FUNCTIONS, LONGEST_FORMULA, PLANES, RATE } from "./schema.js";

const FAR = 1e6;

/**
 * @typedef {{
 *   plane: boolean, id: string, formula: string, tree: unknown, rates: readonly number[], active: number,
 *   start: readonly number[], window: readonly [number, number] | null,
 * }} ControlState
 *
 * @param {{
 *   plane: boolean,
 *   onFunction: (id: string) => void,
 *   onFormula: (text: string) => void,
 *   onRate: (rate: number) => void,
 *   onStart: (start: number[]) => void,
 *   onWindow: (window: [number, number]) => void,
 *   onRun: { onChoose: (index: number) => void, onAdd: () => void, onRemove: (index: number) => void },
 * }} options `onFormula` throws what is wrong with the text
 */
export function createDescentControls({ plane, onFunction, onFormula, onRate, onStart, onWindow, onRun }) {
  /** @type {ControlState | null} */
  let now = null;
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
    maxLength: LONGEST_FORMULA,
    onCommit: onFormula,
  });
  const read = element("div", "formula-read");
  const rate = createSlider({
    symbol: "α",
    text: "descent.rate",
    ...RATE,
    value: 1,
    logarithmic: true,
    onInput: onRate,
  });
  const runs = createRuns(onRun);

  /** @type {number[]} */
  const start = [0, 0];
  const numbers = (plane ? ["a", "b"] : ["a"]).map((name, index) => {
    const made = createNumberField({
      min: -FAR,
      max: FAR,
      value: 0,
      onCommit(value) {
        start[index] = value;
        onStart(start.slice(0, plane ? 2 : 1));
      },
    });
    return {
      made,
      ...entry(made, [element("i", "quantity a", name), element("sup", "", "0")], "descent.start"),
    };
  });
  const ends = ["low", "high"].map((name, index) => {
    const made = createNumberField({
      min: -FAR,
      max: FAR,
      value: 0,
      onCommit(value) {
        const window = /** @type {[number, number]} */ ([...(now?.window ?? [0, 1])]);
        window[index] = value;
        if (window[0] < window[1]) onWindow(window);
        else show();
      },
    });
    return { made, ...entry(made, [element("i", "quantity a", "a")], `descent.window.${name}`) };
  });
  const more = createDisclosure(
    { text: "descent.more" },
    element(
      "div",
      "descent-numbers",
      ...numbers.map(({ root }) => root),
      ...(plane ? [] : ends.map(({ root }) => root)),
    ),
    words("p", "caption", plane ? "descent.more.plane" : "descent.more.note"),
  );

  const root = element(
    "div",
    "descent-controls",
    element("div", "function-row", choice.element, about),
    field.element,
    read,
    rate.element,
    ...(plane ? [] : [runs.element]),
    more.element,
  );

  function showTree() {
    const tree = now?.tree;
    if (!tree) return;
    const arguments_ = plane ? [letter("a", "a"), ",", letter("b", "a")] : [letter("a", "a")];
    read.replaceChildren(
      math([letter("ε", "error"), row("(", ...arguments_, ")"), "=", treeToMath(tree, plain)], {
        className: "formula-seen",
      }),
    );
  }

  function show() {
    if (!now) return;
    choice.set(now.id);
    say(about, `${nameOf(now.id)}.about`);
    field.set(now.formula);
    showTree();
    rate.set(now.rates[now.active] ?? RATE.min);
    runs.set(now.rates, now.active);
    numbers.forEach(({ made }, index) => {
      start[index] = Number(now?.start[index]);
      made.set(Number(now?.start[index]));
    });
    ends.forEach(({ made }, index) => {
      made.set(Number(now?.window?.[index] ?? 0));
    });
    say(more.aside, plane ? "descent.more.now.plane" : "descent.more.now", {
      a: () => number(Number(now?.start[0]), { significant: 6 }),
      b: () => number(Number(now?.start[1] ?? 0), { significant: 6 }),
    });
  }

  const stop = onLanguage(showTree);
  return {
    element: root,
    /** @param {ControlState} next */
    show(next) {
      now = next;
      show();
    },
    destroy() {
      stop();
      rate.destroy();
      runs.destroy();
      for (const { made } of [...numbers, ...ends]) made.destroy();
    },
  };
}

/**
 * A number field with its symbol and its word.
 * @param {ReturnType<typeof createNumberField>} made
 * @param {Node[]} symbol
 * @param {string} text
 */
function entry(made, symbol, text) {
  made.field.id = uniqueId();
  const name = element("label", "slider-name", ...symbol, " · ", words("span", "", text));
  name.htmlFor = made.field.id;
  return { root: element("div", "number-entry", name, made.field, made.problem) };
}
