// @ts-check
// Points by keyboard: arrows choose one, with Shift they move it, Enter puts one, Delete removes the chosen one.

import { neighbourPoint } from "./point-places.js";

/** @typedef {import("./point-editor.js").Editing} Editing */

/** Key presses that take a point from one end of the plot to the other. */
const KEY_STEPS = 100;

/** Where an arrow leads, to the right and down. @type {Record<string, readonly [number, number]>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Editing} editing
 * @param {AbortSignal} signal
 */
export function listenToKeys(canvas, editing, signal) {
  const { options } = editing;
  canvas.addEventListener(
    "keydown",
    (event) => {
      if (!options.enabled() || !act(event, editing)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
}

/**
 * @param {KeyboardEvent} event
 * @param {Editing} editing
 * @returns {boolean} whether the key means something here
 */
function act(event, editing) {
  const { options, choice } = editing;
  const modified = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[event.key];
  if (modified && event.code === "KeyZ" && !event.shiftKey) options.onUndo();
  else if (modified || event.altKey) return false;
  else if (event.shiftKey && arrow) nudge(editing, arrow, !event.repeat);
  else if (arrow?.[0]) choice.choose(neighbourPoint(options.places(), choice.index, arrow[0] > 0 ? 1 : -1));
  else if (event.key === "Enter" || event.key === "Insert") put(editing);
  else if (event.key === "Delete" || event.key === "Backspace") remove(editing);
  else if (event.key === "Escape") choice.choose(null);
  else return false;
  return true;
}

/** @param {Editing} editing @param {readonly [number, number]} towards @param {boolean} first */
function nudge({ options, choice, within }, [towardsX, towardsY], first) {
  const box = options.frame();
  const point = choice.index === null ? undefined : options.places()[choice.index];
  if (!box || !point || choice.index === null) return;
  const to = within({
    x: point.x + (towardsX * (box.right - box.left)) / KEY_STEPS,
    y: point.y + (towardsY * (box.bottom - box.top)) / KEY_STEPS,
  });
  options.onMove(choice.index, to.x, to.y, first);
}

/** Half way to the next point on the right, or into the middle. @param {Editing} editing */
function put({ options, choice, within }) {
  const box = options.frame();
  if (!box) return;
  const all = options.places();
  const next = neighbourPoint(all, choice.index, 1);
  const here = choice.index === null ? undefined : all[choice.index];
  const right = next === null || next === choice.index ? undefined : all[next];
  const x = here ? (here.x + (right?.x ?? box.right)) / 2 : (box.left + box.right) / 2;
  const place = within({ x, y: options.height(x) });
  choice.choose(options.onAdd(place.x, place.y));
}

/** The chosen point; the one on its left is chosen next. @param {Editing} editing */
function remove({ options, choice }) {
  const { index } = choice;
  if (index === null) return;
  const before = neighbourPoint(options.places(), index, -1);
  options.onRemove(index);
  const first = options.places().length > 0 ? 0 : null;
  // The indices after the removed one have moved down.
  choice.removed(before === null || before === index ? first : before - (before > index ? 1 : 0));
}
