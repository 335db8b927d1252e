// @ts-check
// Four sliders, what a hand came to with them, and then the rule: over attempts, in one plot.

import { button, element, words } from "../../../controls/dom.js";
import { createSlider } from "../../../controls/slider.js";
import { Unfolding } from "../../../frame/attempts.js";
import { addTexts, say, t } from "../../../i18n/index.js";
import { figures, number, plain } from "../../../i18n/numbers.js";
import { LETTERS } from "../schema.js";
import { Game, MOST } from "./game.js";
import { createHandPicture } from "./picture.js";
import { taskOf } from "./tasks.js";
import { hand as texts } from "./texts.js";

addTexts(texts);

/** How far a slider goes to either side. */
const REACH = 8;
/** Milliseconds a step of the rule is seen. */
const SEEN = 120;

/** @typedef {import("./game.js").Four} Four */

/**
 * @typedef {Object} HandOptions
 * @property {import("../../../frame/core.js").Api} api
 * @property {{ task?: number }} kept which pairs were seen last
 * @property {(text: string) => void} announce
 * @property {() => void} onClose
 */

export class Hand {
  #options;
  /** @type {Game} */
  #game;
  #seen = new Unfolding(() => this.show(), SEEN);
  #picture;
  #sliders;
  #board = element("div", "hand-sliders");
  #count = element("span");
  #best = element("span");
  #told = element("p", "status");
  #numbers = element("div", "hand-numbers");
  #return;
  #rule;

  /** @param {HandOptions} options */
  constructor(options) {
    this.#options = options;
    this.#game = this.#newGame();
    this.#picture = createHandPicture(options);
    this.#sliders = LETTERS.map((letter, i) =>
      createSlider({
        symbol: letter,
        quantity: "a",
        text: `neuron.hand.slider.${letter}`,
        min: -REACH,
        max: REACH,
        value: Number(this.#game.task.start[i]),
        onInput: () => {},
        onCommit: this.#try,
      }),
    );
    this.#board.append(...this.#sliders.map((slider) => slider.element));
    this.#told.setAttribute("role", "status");
    this.#return = button({ text: "neuron.hand.return", onPress: this.#toBest });
    this.#rule = button({ text: "neuron.hand.rule", className: "button-main", onPress: this.#reveal });
    const again = button({ text: "neuron.hand.again", onPress: this.#begin });
    const close = button({ text: "neuron.hand.close", onPress: options.onClose });
    this.element = element(
      "div",
      "hand",
      element(
        "div",
        "hand-side",
        element("p", "hand-count", this.#count, " · ", this.#best),
        this.#board,
        element("div", "hand-buttons", this.#rule, this.#return, again, close),
        this.#told,
      ),
      element("div", "hand-side", this.#picture.element, this.#numbers),
    );
    this.show();
  }

  /** Gives the focus to what is to be done. */
  focus() {
    this.element.querySelector("input")?.focus({ preventScroll: true });
  }

  /** All of it: after a change, of the language too. */
  show() {
    const game = this.#game;
    const { attempts, canTry, best, rule } = game;
    const isOver = rule !== null && this.#seen.steps >= rule.length - 1;
    this.#picture.show(game, this.#seen.steps);
    say(this.#count, "neuron.hand.count", { count: attempts, most: MOST });
    say(this.#best, "neuron.hand.best", { error: () => figures(best.error) });
    this.#board.inert = !canTry;
    this.#rule.disabled = attempts === 0 || rule !== null;
    this.#return.disabled = !canTry || game.seen.at(-1) === best;
    this.#told.replaceChildren(...(isOver ? verdictOf(game) : hereOf(game)));
    this.#numbers.replaceChildren(...(isOver ? [numbersOf(game)] : []));
  }

  destroy() {
    this.#seen.stop();
    for (const slider of this.#sliders) slider.destroy();
    this.#picture.destroy();
    this.#game.free();
  }

  #newGame() {
    const { api, kept } = this.#options;
    kept.task = (kept.task ?? -1) + 1;
    return new Game(api, taskOf(api, kept.task));
  }

  #begin = () => {
    this.#seen.stop();
    this.#game.free();
    this.#game = this.#newGame();
    this.#set(this.#game.task.start);
    this.show();
  };

  /** @param {Four} network */
  #set(network) {
    for (const [i, slider] of this.#sliders.entries()) slider.set(Number(network[i]));
  }

  #try = () => {
    const game = this.#game;
    if (!game.try(/** @type {Four} */ (this.#sliders.map((slider) => slider.value())))) return;
    const error = () => figures(Number(game.seen.at(-1)?.error));
    this.#options.announce(t("neuron.hand.spoken", { count: game.attempts, error }));
    this.show();
  };

  #toBest = () => {
    this.#set(this.#game.best.network);
    this.#try();
  };

  #reveal = () => {
    const game = this.#game;
    game.reveal();
    this.#seen.begin((game.rule?.length ?? 1) - 1);
  };
}

/** What is to be done, and then whether the last attempt was better. @param {Game} game */
function hereOf({ seen, rule }) {
  const [before, last] = seen.slice(-2);
  if (rule) return [];
  if (!before || !last) return [words("span", "", "neuron.hand.begin")];
  const way = last.error < before.error ? "lower" : "higher";
  return [words("span", "", `neuron.hand.${way}`, { error: () => figures(last.error) })];
}

/** Both results, and why. @param {Game} game */
function verdictOf(game) {
  const verdict = game.verdict();
  if (!verdict) return [];
  const { yours, rules, last, level } = verdict;
  const result = words("span", "", "neuron.hand.result", {
    yours: () => figures(yours.error),
    rules: () => figures(rules.error),
    last: () => figures(last.error),
    attempts: game.attempts,
    most: MOST,
    rate: () => plain(game.task.rate),
  });
  const passed =
    level === null
      ? words("span", "", "neuron.hand.ahead")
      : words("span", "", "neuron.hand.level", { step: level });
  return [result, " ", passed, " ", words("strong", "", "neuron.hand.why")];
}

/** What both came to: other numbers may answer alike. @param {Game} game */
function numbersOf(game) {
  const verdict = game.verdict();
  const cells = (/** @type {string} */ tag, /** @type {readonly (string | Node)[]} */ of) =>
    element("tr", "", ...of.map((text) => element(/** @type {"td"} */ (tag), "", text)));
  const letters = LETTERS.map((letter) => element("i", "quantity a", letter));
  const table = element(
    "table",
    "hand-table",
    words("caption", "visually-hidden", "neuron.hand.numbers"),
    cells("th", ["", ...letters, element("i", "quantity error", "ε")]),
  );
  for (const [name, seen] of /** @type {const} */ ([
    ["you", verdict?.yours],
    ["by-rule", verdict?.last],
  ])) {
    if (!seen) continue;
    const row = cells("td", [
      ...seen.network.map((value) => number(value, { decimals: 2 })),
      figures(seen.error),
    ]);
    row.prepend(words("th", "", `neuron.hand.${name}`));
    table.append(row);
  }
  return table;
}
