// @ts-check
// The drawing pad: pointer events in, strokes in pad units out. It knows nothing of digits or networks.

import { mountPlot } from "../../../chart/canvas.js";
import { drawStrokes } from "./ink.js";
import { besidePad, padPoint } from "./place.js";
import { createStrokes } from "./strokes.js";

/** @typedef {import("./strokes.js").Stroke} Stroke */

/**
 * @typedef {(ctx: CanvasRenderingContext2D, look: { side: number, left: number, top: number,
 *   colours: import("../../../chart/colours.js").Colours }) => void} Guest draws what stands on the pad until it is touched
 *
 * @typedef {Object} PadOptions
 * @property {(strokes: readonly Stroke[]) => void} [onChange] at most once an animation frame, with the latest strokes
 * @property {() => void} [onStrokeEnd] the pen was lifted
 */

/** A touch within this time of the last sign of a pen is the hand that holds it. Milliseconds. */
const PALM_TIME = 700;

/** A stroke cancelled so early was the beginning of a gesture of the system, not of a digit. Milliseconds. */
const GESTURE_TIME = 120;

/** A finger that has moved no further, and is cancelled, was a palm, however late. Share of the pad's side. */
const PALM = 0.05;

export class Pad {
  #canvas;
  #onChange;
  #onStrokeEnd;
  #model = createStrokes();
  /** @type {Guest | null} */
  #guest = null;
  /** @type {{ id: number, type: string, began: number } | null} */
  #pen = null;
  #penSeen = Number.NEGATIVE_INFINITY;
  #frame = 0;
  #plot;
  #listening = new AbortController();

  /**
   * @param {HTMLCanvasElement} canvas square, sized by the style sheet
   * @param {PadOptions} [options]
   */
  constructor(canvas, { onChange, onStrokeEnd } = {}) {
    this.#canvas = canvas;
    this.#onChange = onChange;
    this.#onStrokeEnd = onStrokeEnd;
    this.#plot = mountPlot(canvas, (ctx, { width, height, colours }) => {
      const side = Math.min(width, height);
      const place = { side, left: (width - side) / 2, top: (height - side) / 2 };
      this.#guest?.(ctx, { ...place, colours });
      drawStrokes(ctx, this.#model.list, { ...place, ink: colours.ink });
    });
    this.#listen();
  }

  /** @returns {readonly Stroke[]} */
  get strokes() {
    return this.#model.list;
  }

  get isEmpty() {
    return this.#model.isEmpty;
  }

  get canUndo() {
    return this.#model.canUndo;
  }

  /** Whether the pen is down. */
  get isDrawing() {
    return this.#pen !== null;
  }

  /** @param {readonly Stroke[]} strokes */
  setStrokes(strokes) {
    this.#release();
    this.#guest = null;
    this.#model.set(strokes);
    this.#showEdit();
  }

  /** In place of strokes: something that the first touch takes away, as `undo` and `clear` do. @param {Guest} guest */
  setGuest(guest) {
    this.#release();
    this.#model.clear();
    this.#guest = guest;
    this.#plot.redraw();
  }

  /** Takes the last stroke away. */
  undo() {
    this.#release();
    if (this.#sendAway() || this.#model.undo()) this.#showEdit();
  }

  clear() {
    this.#release();
    if (this.#sendAway() || this.#model.clear()) this.#showEdit();
  }

  destroy() {
    this.#release();
    this.#listening.abort();
    cancelAnimationFrame(this.#frame);
    this.#plot.destroy();
  }

  #listen() {
    const canvas = this.#canvas;
    const { signal } = this.#listening;
    /** @param {Event} event */
    const prevent = (event) => event.preventDefault();
    canvas.addEventListener("pointerdown", (event) => this.#down(event), { signal });
    canvas.addEventListener("pointermove", (event) => this.#move(event), { signal });
    canvas.addEventListener("pointerup", (event) => this.#up(event), { signal });
    canvas.addEventListener("pointercancel", (event) => this.#cancel(event), { signal });
    canvas.addEventListener("lostpointercapture", (event) => this.#recapture(event), { signal });
    besidePad(canvas, signal, {
      pointermove: (event) => this.#move(event),
      pointerup: (event) => this.#up(event),
      pointercancel: (event) => this.#cancel(event),
    });
    canvas.addEventListener("keydown", (event) => this.#press(event), { signal });
    // A long press would open a menu or select text in the middle of a stroke.
    canvas.addEventListener("contextmenu", prevent, { signal });
    // WebKit on phones: without this a double tap zooms and a press shows the magnifier.
    canvas.addEventListener("touchstart", prevent, { signal, passive: false });
    Object.assign(canvas.style, { touchAction: "none", userSelect: "none", webkitUserSelect: "none" });
    if (!canvas.hasAttribute("tabindex")) canvas.tabIndex = 0;
  }

  /** @param {PointerEvent} event */
  #down(event) {
    const { pointerType, timeStamp, button } = event;
    if (pointerType === "pen") this.#penSeen = timeStamp;
    if (this.#pen) {
      // The hand touched down before its pen: what it drew was not meant.
      const handFirst = this.#pen.type === "touch" && pointerType === "pen";
      if (!handFirst) return;
      this.#model.undo();
      this.#release();
    }
    if (pointerType !== "touch" && button !== 0) return;
    if (pointerType === "touch" && timeStamp - this.#penSeen < PALM_TIME) return;
    if (!this.#model.begin(...padPoint(this.#canvas, event))) return;
    this.#sendAway();
    this.#pen = { id: event.pointerId, type: pointerType, began: timeStamp };
    // A synthetic event has no active pointer to capture; the stroke then simply ends where the canvas does.
    if (event.isTrusted) this.#canvas.setPointerCapture(event.pointerId);
    this.#showStroke();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerType === "pen") this.#penSeen = event.timeStamp;
    if (event.pointerId !== this.#pen?.id) return;
    // It was lifted where nobody told the page: on the way here nothing was drawn.
    if (event.buttons === 0 && event.pointerType !== "touch") return this.#finish();
    const box = this.#canvas.getBoundingClientRect();
    const coalesced = event.getCoalescedEvents?.() ?? [];
    let grew = false;
    for (const point of coalesced.length > 0 ? coalesced : [event]) {
      grew = this.#model.extend(...padPoint(this.#canvas, point, box)) || grew;
    }
    if (grew) this.#showStroke();
  }

  /** @param {PointerEvent} event */
  #up(event) {
    if (event.pointerType === "pen") this.#penSeen = event.timeStamp;
    if (event.pointerId !== this.#pen?.id) return;
    this.#model.extend(...padPoint(this.#canvas, event));
    this.#finish();
  }

  /** @param {PointerEvent} event */
  #cancel(event) {
    if (event.pointerId !== this.#pen?.id) return;
    const isGesture = event.timeStamp - this.#pen.began < GESTURE_TIME;
    if (isGesture || (this.#pen.type === "touch" && this.#model.isShort(PALM))) this.#model.undo();
    this.#finish();
  }

  /** The pen is down still: the stroke goes on. @param {PointerEvent} event */
  #recapture(event) {
    if (event.pointerId !== this.#pen?.id || !event.isTrusted) return;
    try {
      this.#canvas.setPointerCapture(event.pointerId);
    } catch {
      // That pointer is gone, so the stroke ends where it is.
      this.#finish();
    }
  }

  #finish() {
    this.#model.end();
    this.#release();
    this.#showStroke();
    this.#onStrokeEnd?.();
  }

  /** @returns {boolean} whether there was a guest */
  #sendAway() {
    const had = this.#guest !== null;
    this.#guest = null;
    return had;
  }

  #release() {
    const id = this.#pen?.id;
    this.#pen = null;
    if (id !== undefined && this.#canvas.hasPointerCapture(id)) this.#canvas.releasePointerCapture(id);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const undoKey =
      event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (undoKey || event.key === "Backspace") this.undo();
    else if (event.key === "Delete") this.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** In the event itself: a line must not lag behind its pen. */
  #showStroke() {
    this.#plot.drawNow();
    this.#tell();
  }

  #showEdit() {
    this.#plot.redraw();
    this.#tell();
  }

  #tell() {
    if (this.#frame !== 0 || !this.#onChange) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#guest) this.#onChange?.(this.#model.list);
    });
  }
}
