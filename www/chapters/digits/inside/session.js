// @ts-check
// What is looked at inside a network: which image, which network, which unit, output and line of the derivation, and what
// the core says of them. No DOM.

import { GRAPH } from "../../../lecture/graph.js";
import { Emitter } from "../training/events.js";
import { lineBeside } from "./lines.js";
import { lookAt } from "./looking.js";

/**
 * @typedef {import("../../../lecture/graph.js").Name} Name
 * @typedef {import("../../../pkg/descent.js").MiniBatch} MiniBatch
 * @typedef {import("./looking.js").Place} Place
 * @typedef {import("./looking.js").Which} Which
 *
 * @typedef {{ name: Name, i?: number, j?: number, k?: number }} Pick one number of a quantity: hidden unit i, pixel j,
 *   output k, as far as the quantity has them
 */

/** @extends {Emitter<{ change: null }>} */
export class Inside extends Emitter {
  #world;
  #place = /** @type {Place} */ ({ source: "drawing", index: 0 });
  network = /** @type {Which} */ ("training");
  /** l where the reader has chosen it; null: the image's own. @type {number | null} */
  #label = null;
  hidden = 0;
  /** As the network sees it. @type {Uint8Array<ArrayBuffer> | null} */
  image = null;
  /** @type {number | null} */
  #imageLabel = null;
  count = 0;
  /** By the reader; null: what the network makes the most of. @type {{ unit: number | null, output: number | null }} */
  chosen = { unit: null, output: null };
  /** What the pointer only passes. @type {{ unit?: number, output?: number }} */
  #passing = {};
  /** The pixel j that is looked at. @type {number | null} */
  pixel = null;
  /** The line of the derivation that lights up; null: none, all is seen. @type {Name | null} */
  line = null;
  way = /** @type {"forward" | "back"} */ ("forward");
  /** From the number that was asked for first to the one that is shown. @type {readonly Pick[]} */
  trail = [];
  /** So that the same number, asked for again, is shown again. */
  pickCount = 0;
  /** The last look: trace, judgement, choice, unit, output, rival. @type {import("./looking.js").Look | null} */
  look = null;
  /** The next mini-batch, where it was asked for. @type {MiniBatch | null} */
  batch = null;
  /** Why there is no look. @type {"" | "empty" | "waiting" | "failed"} */
  status = "waiting";
  error = /** @type {unknown} */ (null);
  wantsBatch = false;
  #visible = false;
  #asking = false;
  #stale = true;

  /** @param {import("./looking.js").World} world */
  constructor(world) {
    super();
    this.#world = world;
  }

  get subject() {
    return { ...this.#place, image: this.image };
  }
  get label() {
    return this.#label ?? this.#imageLabel;
  }
  get trace() {
    return this.look?.trace ?? null;
  }
  get unitLook() {
    return this.look?.unit ?? null;
  }
  get outputLook() {
    return this.look?.output ?? null;
  }
  /** Hidden unit i and output k as they are shown, and the runner-up. */
  get unit() {
    return this.look?.choice.unit ?? 0;
  }
  get output() {
    return this.look?.choice.output ?? 0;
  }
  get rival() {
    return this.look?.choice.rival ?? 1;
  }
  get picked() {
    return this.trail.at(-1) ?? null;
  }

  /** @param {Place["source"]} source @param {number} [index] */
  setSubject(source, index = 0) {
    this.#place = { source, index };
    this.#label = null;
    // The number that was asked for is asked for of this image, too.
    this.chosen = { ...this.chosen, output: this.picked?.k ?? null };
    this.#again();
  }

  /** @param {number} label of the drawing */
  setLabel(label) {
    this.#label = label;
    this.#again();
  }

  /** @param {Which} network */
  setNetwork(network) {
    if (network === this.network) return;
    this.network = network;
    this.look = null;
    this.chosen = { unit: null, output: null };
    this.trail = [];
    this.#again();
  }

  /** @param {number | null} unit null: the one that weighs most */
  setUnit(unit) {
    this.#choose({ unit });
  }

  /** @param {number | null} output null: the answer; the unit follows unless it was chosen */
  setOutput(output) {
    this.#choose({ output });
  }

  /** What the pointer passes is shown until it has left. @param {{ unit?: number, output?: number }} passing */
  pass(passing) {
    if (passing.unit === this.#passing.unit && passing.output === this.#passing.output) return;
    this.#passing = passing;
    this.#again();
  }

  /** @param {number | null} pixel */
  setPixel(pixel) {
    this.pixel = pixel;
    this.emit("change", null);
  }

  /** @param {Name | null} line */
  setLine(line) {
    this.line = line;
    if (line) this.way = GRAPH[line].by ? "back" : "forward";
    this.#again();
  }

  /** @param {"forward" | "back"} way all of it, and no single line */
  setWay(way) {
    this.way = way;
    this.line = null;
    this.#again();
  }

  next() {
    this.setLine(lineBeside(this.line, 1));
  }

  previous() {
    this.setLine(lineBeside(this.line, -1));
  }

  /** Asks where a number comes from: a new trail. @param {Pick} pick */
  pick(pick) {
    this.#show([pick]);
  }

  /** Asks the same of a factor of the number that is shown. @param {Pick} pick */
  follow(pick) {
    this.#show([...this.trail, pick]);
  }

  /** Back to an earlier one. @param {number} at in the trail; −1: none */
  returnTo(at) {
    this.#show(this.trail.slice(0, at + 1));
  }

  /** Asks the chosen network something else. @param {string} method of the core @param {...unknown} args */
  ask(method, ...args) {
    return this.#world.ask(this.network, method, args);
  }

  /** @param {boolean} visible what nobody sees is not asked for */
  setVisible(visible) {
    this.#visible = visible;
    if (visible && this.#stale) this.refresh();
  }

  /** The network or the drawing is another one now. */
  refresh() {
    this.#stale = true;
    if (this.#visible && !this.#asking) this.#ask();
  }

  /** @param {readonly Pick[]} trail */
  #show(trail) {
    this.trail = trail;
    this.pickCount += 1;
    const { i, j, k } = trail.at(-1) ?? {};
    if (j !== undefined) this.pixel = j;
    this.#choose({ ...(i === undefined ? {} : { unit: i }), ...(k === undefined ? {} : { output: k }) });
  }

  /** @param {{ unit?: number | null, output?: number | null }} choice */
  #choose(choice) {
    this.chosen = { ...this.chosen, ...choice };
    this.#passing = {};
    this.#again();
  }

  #again() {
    this.emit("change", null);
    this.refresh();
  }

  /** One look at a time; what changes meanwhile is looked at afterwards. */
  async #ask() {
    this.#asking = true;
    while (this.#stale && this.#visible) {
      this.#stale = false;
      try {
        await this.#lookOnce();
        this.error = null;
      } catch (error) {
        this.look = null;
        this.status = "failed";
        this.error = error;
      }
      this.emit("change", null);
    }
    this.#asking = false;
  }

  async #lookOnce() {
    const { network: which, line, way } = this;
    const place = this.#place;
    const wanted = { ...this.chosen, ...this.#passing, line, way, label: this.#label };
    const guess = this.look?.choice ?? null;
    const found = await lookAt(this.#world, { which, place, wanted, guess, batch: this.wantsBatch });
    // Of something that is not asked for any more.
    if (which !== this.network || place !== this.#place) return;
    const { imageLabel, ...rest } = found;
    this.#imageLabel = imageLabel;
    Object.assign(this, rest);
    const empty = place.source === "drawing" && !found.image;
    if (empty) this.#label = null;
    this.status = found.look ? "" : empty ? "empty" : "waiting";
  }
}
