// @ts-check
// Points under a hand: a press on an empty place puts one, a drag moves one. Mouse, finger and pen.

import { placeIn } from "../../chart/whereabouts.js";
import { nearestPoint } from "./point-places.js";

/** @typedef {import("./point-editor.js").Pixel} Pixel */

/** How near a press must be to mean a point. A fingertip is broader than a cursor. CSS pixels. */
const REACH = { mouse: 12, pen: 14, touch: 24 };

/** A press that moves less is a press and no drag. CSS pixels. */
const STILL = 3;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import("./point-editor.js").Editing} editing
 * @param {AbortSignal} signal
 */
export function listenToHand(canvas, editing, signal) {
  const { options } = editing;
  const drag = createDrag(canvas, editing);

  /** @param {PointerEvent} event */
  function move(event) {
    if (drag.isOn) drag.move(event);
    else {
      const over = options.enabled() && event.pointerType === "mouse";
      canvas.style.cursor = over ? cursorAt(placeOf(canvas, event), options) : "";
    }
  }

  /** A click comes after a tap that did not scroll. @param {MouseEvent} event */
  function click(event) {
    if (!options.enabled() || drag.wasOnPoint) return;
    const place = placeOf(canvas, event);
    if (isInside(place, options)) editing.choice.choose(options.onAdd(place.x, place.y));
  }

  /** A finger on a point moves the point, not the page. @param {TouchEvent} event */
  function touch(event) {
    const finger = event.changedTouches[0];
    if (!options.enabled() || !finger || event.touches.length > 1) return;
    const { x, y } = placeOf(canvas, finger);
    if (nearestPoint(options.places(), x, y, REACH.touch) !== null) event.preventDefault();
  }

  canvas.addEventListener("pointerdown", drag.begin, { signal });
  canvas.addEventListener("pointermove", move, { signal });
  canvas.addEventListener("pointerup", drag.end, { signal });
  canvas.addEventListener("pointercancel", drag.end, { signal });
  canvas.addEventListener("click", click, { signal });
  canvas.addEventListener("touchstart", touch, { signal, passive: false });
}

/**
 * A point that is held.
 * @param {HTMLCanvasElement} canvas
 * @param {import("./point-editor.js").Editing} editing
 */
function createDrag(canvas, { options, choice, within }) {
  /** @type {{ id: number, index: number, x: number, y: number, moved: boolean } | null} */
  let held = null;
  /** The press was on a point: the click that follows puts none. */
  let onPoint = false;

  return {
    get isOn() {
      return held !== null;
    },
    get wasOnPoint() {
      return onPoint;
    },

    /** @param {PointerEvent} event */
    begin(event) {
      onPoint = false;
      if (!options.enabled() || held || event.button !== 0) return;
      const place = placeOf(canvas, event);
      const reach = REACH[/** @type {"mouse"} */ (event.pointerType)] ?? REACH.mouse;
      const index = nearestPoint(options.places(), place.x, place.y, reach);
      if (index === null) return;
      onPoint = true;
      choice.choose(index);
      const point = options.places()[index];
      // The point keeps its distance from the finger: it does not jump under it.
      held = { id: event.pointerId, index, x: point.x - place.x, y: point.y - place.y, moved: false };
      if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
    },

    /** @param {PointerEvent} event */
    move(event) {
      if (event.pointerId !== held?.id) return;
      const place = placeOf(canvas, event);
      const to = within({ x: place.x + held.x, y: place.y + held.y });
      const point = options.places()[held.index];
      if (!held.moved && Math.hypot(to.x - point.x, to.y - point.y) < STILL) return;
      const first = !held.moved;
      held.moved = true;
      options.onMove(held.index, to.x, to.y, first);
    },

    /** @param {PointerEvent} event */
    end(event) {
      if (event.pointerId !== held?.id) return;
      if (canvas.hasPointerCapture?.(event.pointerId)) canvas.releasePointerCapture(event.pointerId);
      held = null;
    },
  };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{ clientX: number, clientY: number }} event
 * @returns {Pixel}
 */
function placeOf(canvas, event) {
  const [x, y] = placeIn(canvas, event);
  return { x, y };
}

/** @param {Pixel} place @param {import("./point-editor.js").EditorOptions} options */
function isInside({ x, y }, { frame }) {
  const box = frame();
  return box !== null && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** @param {Pixel} place @param {import("./point-editor.js").EditorOptions} options */
function cursorAt(place, options) {
  if (nearestPoint(options.places(), place.x, place.y, REACH.mouse) !== null) return "move";
  return isInside(place, options) ? "copy" : "";
}
