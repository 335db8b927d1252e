// @ts-check
// Drawings that were collected, each with its digit: a test set of one's own, and its file, the one of
// `descent evaluate --strokes`. No DOM.

import { toArrays } from "../pad/strokes.js";
import { Emitter } from "../training/events.js";

/**
 * @typedef {import("../drawing.js").Strokes} Strokes
 * @typedef {import("../../../pkg/descent.js").StrokesFile} StrokesFile
 * @typedef {Pick<typeof import("../../../pkg/descent.js"), "read_strokes" | "write_strokes">} Files
 * @typedef {{ id: number, strokes: Strokes, label: number }} Collected
 */

/** @extends {Emitter<{ change: null }>} */
export class Collection extends Emitter {
  #last = 0;
  /** @type {readonly Collected[]} */
  list = [];

  /** @param {Strokes} strokes @param {number} label */
  add(strokes, label) {
    if (strokes.length === 0) return;
    this.#set([...this.list, this.#made(strokes, label)]);
  }

  /** @param {number} id @param {number} label */
  setLabel(id, label) {
    this.#set(this.list.map((drawing) => (drawing.id === id ? { ...drawing, label } : drawing)));
  }

  /** @param {number} id */
  remove(id) {
    this.#set(this.list.filter((drawing) => drawing.id !== id));
  }

  clear() {
    this.#set([]);
  }

  /** As a strokes file. @param {Files} files @returns {string} */
  toText(files) {
    const strokes = this.list.flatMap((drawing) => drawing.strokes);
    const { points, lengths } = toArrays(strokes);
    const counts = Uint32Array.from(this.list, (drawing) => drawing.strokes.length);
    const labels = Uint8Array.from(this.list, ({ label }) => label);
    return files.write_strokes(points, lengths, counts, labels);
  }

  /**
   * Adds the drawings of a strokes file; its bad lines are left out.
   * @param {Files} files
   * @param {string} text
   * @returns {StrokesFile} what was read
   */
  addText(files, text) {
    const read = files.read_strokes(text);
    if (read.labels.length > 0) this.#set([...this.list, ...this.#drawingsOf(read)]);
    return read;
  }

  /** @param {StrokesFile} file @returns {Collected[]} */
  #drawingsOf({ points, lengths, counts, labels }) {
    let [stroke, point] = [0, 0];
    return [...labels].map((label, i) => {
      const strokes = Array.from({ length: counts[i] ?? 0 }, () => {
        const length = lengths[stroke++] ?? 0;
        return Array.from({ length }, () => {
          const at = 2 * point++;
          return /** @type {const} */ ([points[at] ?? 0, points[at + 1] ?? 0]);
        });
      });
      return this.#made(strokes, label);
    });
  }

  /** @param {Strokes} strokes @param {number} label @returns {Collected} */
  #made(strokes, label) {
    this.#last += 1;
    return { id: this.#last, strokes: strokes.map((stroke) => [...stroke]), label };
  }

  /** @param {readonly Collected[]} list */
  #set(list) {
    this.list = list;
    this.emit("change", null);
  }
}
