// @ts-check
// Points that a reader puts, moves and removes on a plot: mouse, finger, pen or keyboard. It knows pixels and indices only.

import { listenToHand } from "./point-hand.js";
import { listenToKeys } from "./point-keys.js";

/**
 * @typedef {{ x: number, y: number }} Pixel CSS pixels on the canvas
 *
 * @typedef {Object} EditorOptions
 * @property {() => boolean} enabled
 * @property {() => readonly Pixel[]} places of the points
 * @property {() => import("../../chart/axes.js").Frame | null} frame
 * @property {(x: number, y: number) => number} onAdd puts a point there; gives its index
 * @property {(index: number, x: number, y: number, first: boolean) => void} onMove `first`: another move begins
 * @property {(index: number) => void} onRemove
 * @property {(index: number | null) => void} onChoose
 * @property {() => void} onUndo
 * @property {(x: number) => number} height of the curve at x, where the keyboard puts points
 *
 * @typedef {Object} Choice the point that is chosen
 * @property {number | null} index
 * @property {(index: number | null) => void} choose
 * @property {(next: number | null) => void} removed the chosen one is gone; another is chosen in its place
 *
 * @typedef {Object} Editing what hand and keyboard share
 * @property {EditorOptions} options
 * @property {Choice} choice
 * @property {(place: Pixel) => Pixel} within the nearest place on the plot
 */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {EditorOptions} options
 */
export function createPointEditor(canvas, options) {
  const choice = createChoice(options.onChoose);
  /** @type {Editing["within"]} */
  const within = ({ x, y }) => {
    const box = options.frame();
    if (!box) return { x, y };
    return {
      x: Math.min(box.right, Math.max(box.left, x)),
      y: Math.min(box.bottom, Math.max(box.top, y)),
    };
  };
  const listening = new AbortController();
  const { signal } = listening;
  listenToHand(canvas, { options, choice, within }, signal);
  listenToKeys(canvas, { options, choice, within }, signal);
  return {
    get chosen() {
      return choice.index;
    },
    choose: choice.choose,
    destroy: () => listening.abort(),
  };
}

/**
 * @param {EditorOptions["onChoose"]} onChoose
 * @returns {Choice}
 */
function createChoice(onChoose) {
  /** @type {Choice} */
  const choice = {
    index: null,
    choose(index) {
      if (index === choice.index) return;
      choice.index = index;
      onChoose(index);
    },
    removed(next) {
      choice.index = next;
      onChoose(next);
    },
  };
  return choice;
}
