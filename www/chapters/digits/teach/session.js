// @ts-check
// "This is a 7": one step of the rule with the drawing alone, what it did, and the way back. No DOM.

import { Emitter } from "../training/events.js";

/**
 * @typedef {import("../../../pkg/descent.js").Lesson} Lesson
 * @typedef {{ unit: number, norm: number, weights: Float32Array }} Row a row of V after the lesson; `norm`: ‖ΔV_i‖
 *
 * @typedef {Object} Taught
 * @property {number} label
 * @property {Uint8Array<ArrayBuffer>} image
 * @property {Lesson} lesson
 * @property {readonly Row[]} rows those that changed most; empty until they have come
 * @property {number | null} t where the training stood right after it; null: not told yet
 *
 * @typedef {Object} Parts
 * @property {() => import("../drawing.js").Content} content what is on the pad
 * @property {() => Uint8Array<ArrayBuffer> | null} image the same as the network in training sees it
 * @property {Pick<import("../session.js").Session, "ask" | "change" | "back" | "on" | "state">} session
 */

/** Rows of V that are shown. */
const ROWS = 6;

/** @extends {Emitter<{ change: null, refused: unknown }>} */
export class Teach extends Emitter {
  #parts;
  #stop;

  /** @type {Taught | null} */
  taught = null;
  isBusy = false;

  /** @param {Parts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    this.#stop = parts.session.on("snapshot", ({ status }) => this.#stand(status.t));
  }

  /** Why nothing can be taught now; null: it can. @returns {"empty" | "sample" | null} */
  get hindrance() {
    const { content, image } = this.#parts;
    if (!image()) return "empty";
    return content().kind === "sample" ? "sample" : null;
  }

  /** Whether the lesson is the last step that was made. */
  get canTakeBack() {
    return this.taught !== null && this.taught.t === this.#parts.session.state().t;
  }

  /** @param {number} label which digit the drawing is */
  async teach(label) {
    const image = this.#parts.image();
    if (this.isBusy || this.hindrance || !image) return;
    this.#set({ isBusy: true });
    try {
      const lesson = await this.#parts.session.change("teach", image, label);
      this.#set({ taught: { label, image, lesson, rows: [], t: null } });
      await this.#askRows();
    } catch (error) {
      this.emit("refused", error);
    } finally {
      this.#set({ isBusy: false });
    }
  }

  takeBack() {
    if (!this.canTakeBack) return;
    this.#parts.session.back();
    this.#set({ taught: null });
  }

  destroy() {
    this.#stop();
  }

  async #askRows() {
    const { taught } = this;
    if (!taught) return;
    const { image, label, lesson } = taught;
    const units = [...lesson.changed.subarray(0, ROWS)];
    const looks = await Promise.all(units.map((unit) => this.#parts.session.ask("unit", image, label, unit)));
    const rows = looks.flatMap((look, i) => {
      const [unit, norm] = [units[i] ?? 0, lesson.norms[i] ?? 0];
      return look ? [{ unit, norm, weights: Float32Array.from(look.weights) }] : [];
    });
    if (this.taught?.lesson === lesson) this.#set({ taught: { ...this.taught, rows } });
  }

  /** Where the training stands; the first that is told after a lesson is right behind it. @param {number} t */
  #stand(t) {
    if (!this.taught) return;
    if (this.taught.t === null) this.taught = { ...this.taught, t };
    this.emit("change", null);
  }

  /** @param {{ taught?: Taught | null, isBusy?: boolean }} changes */
  #set(changes) {
    Object.assign(this, changes);
    this.emit("change", null);
  }
}
