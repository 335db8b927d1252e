// @ts-check
// Choosing a value on a picture: a mouse presses and drags; a finger taps, or drags sideways, since a drag up or down
// moves the page, unless the finger has taken hold of the point itself.

import { placeIn } from "./whereabouts.js";

/** A finger that has moved less has tapped. */
const SLACK = 8;

/** A fingertip's reach, pixels: so near to the point, it holds the point. */
export const FINGER = 24;

/** A value that is picked is as exact as a screen is, so that it can be said: one of about so many in the window. */
const PLACES = 500;

/**
 * @param {number} value
 * @param {readonly [number, number]} window the value is held inside
 */
export function pickedValue(value, [low, high]) {
  const unit = 10 ** Math.floor(Math.log10((high - low) / PLACES));
  const inside = Math.min(high, Math.max(low, value));
  return Number((Math.round(inside / unit) * unit).toPrecision(12));
}

/**
 * @typedef {Object} PickOptions
 * @property {(x: number, y: number) => boolean} holds whether a value can be chosen there
 * @property {(x: number, y: number) => boolean} [grabs] whether a finger there holds the point, and the page stays where it is
 * @property {(x: number, y: number, touch: boolean) => void} onPick
 * @property {() => void} onDone the choice is made
 * @property {(place: readonly [number, number] | null) => void} [onHover]
 *
 * @param {HTMLCanvasElement} canvas
 * @param {PickOptions} options
 * @returns {() => void} stops listening
 */
export function listenForPick(canvas, { holds, grabs = () => false, onPick, onDone, onHover = () => {} }) {
  const listening = new AbortController();
  const { signal } = listening;
  /** @type {{ id: number, x: number, y: number, picking: boolean, touch: boolean } | null} */
  let press = null;

  /** @param {{ clientX: number, clientY: number }} event @returns {[number, number]} */
  function at(event) {
    return placeIn(canvas, event);
  }

  // Only a touch that is refused before it has moved leaves the page where it is.
  canvas.addEventListener(
    "touchstart",
    (event) => {
      const finger = event.touches.length === 1 ? event.touches[0] : undefined;
      if (finger && event.cancelable && holds(...at(finger)) && grabs(...at(finger))) event.preventDefault();
    },
    { signal, passive: false },
  );

  canvas.addEventListener(
    "pointerdown",
    (event) => {
      const [x, y] = at(event);
      if (!event.isPrimary || event.button !== 0 || !holds(x, y)) return;
      const touch = event.pointerType === "touch";
      press = { id: event.pointerId, x, y, picking: !touch || grabs(x, y), touch };
      onHover(null);
      if (!press.picking) return;
      canvas.setPointerCapture(event.pointerId);
      onPick(x, y, touch);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointermove",
    (event) => {
      const [x, y] = at(event);
      if (press?.id !== event.pointerId) {
        if (event.pointerType !== "touch" && event.buttons === 0) onHover(holds(x, y) ? [x, y] : null);
        return;
      }
      if (!press.picking && Math.abs(x - press.x) > SLACK) {
        press.picking = true;
        canvas.setPointerCapture(event.pointerId);
      }
      if (press.picking) onPick(x, y, press.touch);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointerup",
    (event) => {
      if (press?.id !== event.pointerId) return;
      const [x, y] = at(event);
      const tapped = !press.picking && Math.hypot(x - press.x, y - press.y) <= SLACK;
      const chosen = press.picking || tapped;
      press = null;
      if (tapped) onPick(x, y, true);
      if (chosen) onDone();
    },
    { signal },
  );
  // The browser has taken the finger to move the page.
  canvas.addEventListener(
    "pointercancel",
    () => {
      if (press?.picking) onDone();
      press = null;
    },
    { signal },
  );
  canvas.addEventListener("pointerleave", () => onHover(null), { signal });
  return () => listening.abort();
}
