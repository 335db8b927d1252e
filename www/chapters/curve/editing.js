// @ts-check
// Editing the measurements on the picture: what hand and keyboard do to pixels becomes other points.

import { createPointEditor } from "./point-editor.js";
import { rounded } from "./schema.js";

/** @typedef {Float64Array<ArrayBuffer>} Numbers */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{
 *   scene: import("./scene.js").Scene,
 *   place: () => import("./fit.js").Place | null,
 *   enabled: () => boolean,
 *   onEdit: (points: Numbers, first: boolean) => void,
 *   onChoose: (index: number | null) => void,
 *   onUndo: () => void,
 * }} options `place`: of the last drawing
 */
export function createEditing(canvas, { scene, place, enabled, onEdit, onChoose, onUndo }) {
  /** @param {number} index */
  function pixel(index) {
    const here = place();
    const { points } = scene;
    return { x: here?.x.map(points[2 * index]) ?? 0, y: here?.y.map(points[2 * index + 1]) ?? 0 };
  }

  /** @param {number} px @param {number} py @returns {[number, number]} */
  function pointAt(px, py) {
    const here = place();
    const [x0, x1, l0, l1] = scene.view;
    return here ? [rounded(here.x.invert(px), x1 - x0), rounded(here.y.invert(py), l1 - l0)] : [0, 0];
  }

  /** @param {number} index */
  function remove(index) {
    onEdit(
      scene.points.filter((_, i) => i >> 1 !== index),
      true,
    );
  }

  const editor = createPointEditor(canvas, {
    enabled: () => enabled() && scene.run !== null,
    places: () => Array.from(scene.held, (_, i) => pixel(i)),
    frame: () => place()?.frame ?? null,
    onAdd(px, py) {
      onEdit(Float64Array.of(...scene.points, ...pointAt(px, py)), true);
      return scene.points.length / 2 - 1;
    },
    onMove(index, px, py, first) {
      const next = scene.points.slice();
      next.set(pointAt(px, py), 2 * index);
      onEdit(next, first);
    },
    onRemove: remove,
    onChoose,
    onUndo,
    height(px) {
      const here = place();
      return here ? here.y.map(scene.answer(here.x.invert(px))) : 0;
    },
  });

  return {
    get chosen() {
      return editor.chosen;
    },
    choose: editor.choose,
    /** The points are other ones: the chosen one may be gone. */
    check() {
      if (editor.chosen !== null && editor.chosen >= scene.held.length) editor.choose(null);
    },
    /** @param {number} index */
    remove(index) {
      remove(index);
      editor.choose(null);
    },
    destroy: editor.destroy,
  };
}
