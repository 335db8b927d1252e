// @ts-check
// Being the descent, in the place of the picture: what is to be done, the picture, the way without a pointer, the verdict.

import { button, element, words } from "../../../controls/dom.js";
import { createSlider } from "../../../controls/slider.js";
import { Unfolding } from "../../../frame/attempts.js";
import { addTexts, say, t } from "../../../i18n/index.js";
import { figures, plain } from "../../../i18n/numbers.js";
import { Game, MOST } from "./game.js";
import { hiddenCurve } from "./hidden.js";
import { createPlayPicture, spoken } from "./picture.js";
import { play as texts } from "./texts.js";

addTexts(texts);

/** Milliseconds a step of the rule is seen. */
const SEEN = 500;
/** Slopes less steep than this share of what was seen are nearly none. */
const FLAT = 0.02;

/**
 * @typedef {Object} PlayOptions
 * @property {import("../../../frame/core.js").Api} api
 * @property {(id: string) => import("./hidden.js").Hidden | undefined} example of the chapter's catalogue
 * @property {{ curve?: number }} kept which curve was seen last
 * @property {(text: string) => void} announce
 * @property {() => void} onClose
 */

export class Play {
  #options;
  /** @type {Game | null} */
  #game = null;
  /** Where the reader points. */
  #a = 0;
  #seen = new Unfolding(() => this.show(), SEEN);
  /** For those without a pointer; each curve has its own range. @type {ReturnType<typeof createSlider> | null} */
  #slider = null;
  #sliderPlace = element("div", "play-slider");
  #picture;
  #count = element("span");
  #best = element("span");
  #hint = element("p", "status");
  #look;
  #rule;

  /** @param {PlayOptions} options */
  constructor(options) {
    this.#options = options;
    this.#picture = createPlayPicture({
      onMove: this.#move,
      onTry: this.#tryHere,
      announce: options.announce,
    });
    this.#hint.setAttribute("role", "status");
    this.#look = button({ text: "descent.play.try", onPress: this.#tryHere });
    this.#rule = button({ text: "descent.play.rule", className: "button-main", onPress: this.#reveal });
    const again = button({ text: "descent.play.again", onPress: this.#begin });
    const close = button({ text: "descent.play.close", onPress: options.onClose });
    const count = element("p", "play-count", this.#count, " · ", this.#best);
    this.element = element(
      "section",
      "play",
      element("div", "part-head", words("h2", "part-title", "descent.play.title"), count),
      this.#hint,
      this.#picture.element,
      this.#sliderPlace,
      element("div", "play-buttons", this.#look, this.#rule, again, close),
    );
    this.#begin();
  }

  /** Gives the focus to what is to be done. */
  focus() {
    this.element.querySelector("input")?.focus({ preventScroll: true });
  }

  /** All of it: after a change, of the language too. */
  show() {
    const game = this.#game;
    if (!game) return;
    const { attempts, canTry, best, rule } = game;
    this.#picture.show(game, this.#a, this.#seen.steps);
    say(this.#count, "descent.play.count", { count: attempts, most: MOST });
    say(this.#best, "descent.play.best", { error: () => figures(best.error) });
    this.#look.disabled = !canTry;
    this.#sliderPlace.inert = !canTry;
    this.#rule.disabled = attempts === 0 || rule !== null;
    const isOver = rule !== null && this.#seen.steps >= rule.length - 1;
    this.#hint.replaceChildren(...(isOver ? verdictOf(game) : hereOf(game)));
  }

  destroy() {
    this.#seen.stop();
    this.#slider?.destroy();
    this.#picture.destroy();
    this.#game?.free();
  }

  #begin = () => {
    const { api, example, kept } = this.#options;
    this.#seen.stop();
    kept.curve = (kept.curve ?? -1) + 1;
    const hidden = hiddenCurve(kept.curve, example);
    if (!hidden) return;
    this.#game?.free();
    this.#game = new Game(api, hidden);
    this.#a = hidden.start;
    const [min, max] = hidden.window;
    this.#slider?.destroy();
    this.#slider = createSlider({
      symbol: "a",
      quantity: "a",
      text: "descent.play.a",
      min,
      max,
      value: hidden.start,
      onInput: this.#move,
    });
    this.#sliderPlace.replaceChildren(this.#slider.element);
    this.show();
  };

  #move = (/** @type {number} */ a) => {
    this.#a = a;
    this.#slider?.set(a);
    this.show();
  };

  #tryHere = () => {
    const game = this.#game;
    if (!game?.try(this.#a)) return;
    const last = game.seen.at(-1);
    if (last) this.#options.announce(t("descent.play.spoken", spoken(last, game.attempts)));
    this.show();
  };

  #reveal = () => {
    const game = this.#game;
    if (!game || game.attempts === 0) return;
    game.reveal();
    this.#seen.begin((game.rule?.length ?? 1) - 1);
  };
}

/** What is to be done, and then what is seen where the reader has been last. @param {Game} game */
function hereOf(game) {
  const last = game.seen.at(-1);
  if (!last || game.attempts === 0) return [words("span", "", "descent.play.text")];
  const here = words("span", "", "descent.play.here", spoken(last, game.attempts));
  return [here, " ", words("span", "", `descent.play.slope.${slopeOf(game)}`)];
}

/** Both results, and whose is lower. @param {Game} game */
function verdictOf(game) {
  const verdict = game.verdict();
  if (!verdict) return [];
  const { yours, rules, steps, winner } = verdict;
  const result = words("span", "", "descent.play.result", {
    yours: () => figures(yours.error),
    rules: () => figures(rules.error),
    attempts: game.attempts,
    steps,
    rate: () => plain(game.hidden.rate),
  });
  return [result, " ", words("strong", "", `descent.play.winner.${winner}`)];
}

/** Which way is down where the reader has been last. @param {Game} game */
function slopeOf({ seen }) {
  const slope = seen.at(-1)?.slope ?? 0;
  const steepest = Math.max(...seen.map((one) => Math.abs(one.slope)));
  if (!(Math.abs(slope) > FLAT * steepest)) return "flat";
  return slope > 0 ? "right" : "left";
}
