// @ts-check
// What both networks say to the collected drawings, and how many of them they name rightly. No DOM.

import { toArrays } from "../pad/strokes.js";
import { Emitter } from "../training/events.js";

/**
 * @typedef {import("./collection.js").Collected} Collected
 * @typedef {import("../recognition.js").Outputs} Outputs
 * @typedef {{ image: Uint8Array<ArrayBuffer>, ready: Outputs, training: Outputs }} Answered `image`: as the network in
 *   training sees it
 *
 * @typedef {Object} Parts
 * @property {import("./collection.js").Collection} collection
 * @property {Pick<import("../../../frame/core.js").PadApi, "rasterise">} api
 * @property {Pick<import("../../../pkg/descent.js").Classifier, "straightens" | "classify"> | null} classifier
 * @property {import("../training/client.js").TrainingClient["ask"]} ask
 * @property {() => Promise<void>} [rest] lets the page draw between two shares of the work
 */

/** Drawings that the page asks the ready network about at a time. */
const SHARE = 16;

/** @extends {Emitter<{ change: null }>} */
export class Trial extends Emitter {
  #parts;
  /** By the drawing's id. @type {Map<number, Answered>} */
  #answers = new Map();
  #work = 0;
  /** The step whose network was asked; null: none yet, or it could not answer. @type {number | null} */
  t = null;

  /** @param {Parts} parts */
  constructor({ rest = () => new Promise((resolve) => setTimeout(resolve)), ...parts }) {
    super();
    this.#parts = { ...parts, rest };
  }

  /** @param {number} id @returns {Answered | null} */
  of(id) {
    return this.#answers.get(id) ?? null;
  }

  /**
   * How many of the collected drawings a network names rightly.
   * @param {"ready" | "training"} which
   * @param {(z: Outputs) => number | null} digitOf the digit that outputs name
   * @returns {number | null} null: not all have been asked about
   */
  right(which, digitOf) {
    let right = 0;
    for (const { id, label } of this.#parts.collection.list) {
      const z = this.#answers.get(id)?.[which];
      if (!z) return null;
      if (digitOf(z) === label) right += 1;
    }
    return right;
  }

  /** Asks about what has not been asked about yet, and the network in training, which stands at step t, about all. @param {number} t */
  async run(t) {
    this.#work += 1;
    const work = this.#work;
    const { list } = this.#parts.collection;
    for (let i = 0; i < list.length; i += SHARE) {
      const fresh = list.slice(i, i + SHARE).filter(({ id }) => !this.#answers.has(id));
      for (const drawing of fresh) this.#look(drawing);
      if (fresh.length === 0) continue;
      this.emit("change", null);
      await this.#parts.rest();
      if (work !== this.#work) return;
    }
    const known = list.flatMap(({ id }) => this.#answers.get(id) ?? []);
    const outputs = await Promise.all(known.map(({ image }) => this.#parts.ask("classify", image))).catch(
      () => [],
    );
    if (work !== this.#work) return;
    for (const [i, answered] of known.entries()) {
      const z = outputs[i];
      answered.training = z && z.length > 0 ? z : null;
    }
    this.t = outputs.length > 0 ? t : null;
    this.emit("change", null);
  }

  /** @param {Collected} drawing */
  #look({ id, strokes }) {
    const { api, classifier } = this.#parts;
    const { points, lengths } = toArrays(strokes);
    const image = api.rasterise(points, lengths, false);
    const prepared = classifier?.straightens ? api.rasterise(points, lengths, true) : image;
    this.#answers.set(id, { image, ready: classifier?.classify(prepared) ?? null, training: null });
  }
}
