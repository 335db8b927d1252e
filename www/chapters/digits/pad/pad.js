// @ts-check
// The drawing pad: pointer events in, strokes in pad units out. It knows nothing of digits or networks.

import { mountPlot } from "../../../chart/canvas.js";
import { createStrokes, traceSmooth } from "./strokes.js";

/** @typedef {import("./strokes.js").Stroke} Stroke */

/**
 * @typedef {Object} PadOptions
 * @property {(strokes: readonly Stroke[]) => void} [onChange] at most once an animation frame, with the latest strokes
 * @property {(strokes: readonly Stroke[]) => void} [onStrokeEnd] the pen was lifted
 * @property {number} [penWidth] share of the pad's side
 *
 * @typedef {Object} Pad
 * @property {() => void} clear
 * @property {() => void} undo takes the last stroke away
 * @property {readonly Stroke[]} strokes
 * @property {(strokes: readonly Stroke[]) => void} setStrokes
 * @property {boolean} isEmpty
 * @property {boolean} isDrawing whether the pen is down
 * @property {() => void} destroy
 */

/** As thick in relation to a digit that fills the pad as MNIST's lines are to theirs. */
const PEN_WIDTH = 0.07;

/** A touch within this time of the last sign of a pen is the hand that holds it. Milliseconds. */
const PALM_TIME = 700;

/** A stroke cancelled so early was the beginning of a gesture of the system, not of a digit. Milliseconds. */
const GESTURE_TIME = 120;

/**
 * @param {HTMLCanvasElement} canvas square, sized by the style sheet
 * @param {PadOptions} [options]
 * @returns {Pad}
 */
export function createPad(canvas, { onChange, onStrokeEnd, penWidth = PEN_WIDTH } = {}) {
  const model = createStrokes();
  /** @type {{ id: number, type: string, began: number } | null} */
  let pen = null;
  let penSeen = Number.NEGATIVE_INFINITY;
  let frame = 0;

  const plot = mountPlot(canvas, (ctx, { width, height, colours }) => {
    const side = Math.min(width, height);
    const left = (width - side) / 2;
    const top = (height - side) / 2;
    ctx.strokeStyle = colours.ink;
    ctx.fillStyle = colours.ink;
    ctx.lineWidth = penWidth * side;
    ctx.lineCap = "round";
    ctx.lineJoin = "round";
    for (const stroke of model.list) {
      ctx.beginPath();
      if (stroke.length === 1) {
        ctx.arc(left + stroke[0][0] * side, top + stroke[0][1] * side, ctx.lineWidth / 2, 0, 2 * Math.PI);
        ctx.fill();
      } else {
        traceSmooth(ctx, stroke, side, left, top);
        ctx.stroke();
      }
    }
  });

  function changed() {
    if (frame !== 0 || !onChange) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      onChange(model.list);
    });
  }

  /**
   * @param {number} clientX
   * @param {number} clientY
   * @param {DOMRect} box
   * @returns {[number, number]}
   */
  function padPoint(clientX, clientY, box) {
    // The border is no part of the pad.
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    const side = Math.min(width, height);
    const x = clientX - box.left - canvas.clientLeft - (width - side) / 2;
    const y = clientY - box.top - canvas.clientTop - (height - side) / 2;
    return [x / side, y / side];
  }

  /** @param {PointerEvent} event */
  function down(event) {
    if (event.pointerType === "pen") penSeen = event.timeStamp;
    if (pen) {
      // The hand touched down before its pen: what it drew was not meant.
      const handFirst = pen.type === "touch" && event.pointerType === "pen";
      if (!handFirst) return;
      model.undo();
      release();
    }
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (event.pointerType === "pen" && event.button !== 0) return;
    if (event.pointerType === "touch" && event.timeStamp - penSeen < PALM_TIME) return;
    if (!model.begin(...padPoint(event.clientX, event.clientY, canvas.getBoundingClientRect()))) return;
    pen = { id: event.pointerId, type: event.pointerType, began: event.timeStamp };
    // A synthetic event has no active pointer to capture; the stroke then simply ends where the canvas does.
    if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
    plot.drawNow();
    changed();
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (event.pointerType === "pen") penSeen = event.timeStamp;
    if (event.pointerId !== pen?.id) return;
    const box = canvas.getBoundingClientRect();
    const coalesced = event.getCoalescedEvents?.() ?? [];
    let grew = false;
    for (const { clientX, clientY } of coalesced.length > 0 ? coalesced : [event]) {
      grew = model.extend(...padPoint(clientX, clientY, box)) || grew;
    }
    if (!grew) return;
    plot.drawNow();
    changed();
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (event.pointerType === "pen") penSeen = event.timeStamp;
    if (event.pointerId !== pen?.id) return;
    model.extend(...padPoint(event.clientX, event.clientY, canvas.getBoundingClientRect()));
    finish();
  }

  /** @param {PointerEvent} event */
  function cancelled(event) {
    if (event.pointerId !== pen?.id) return;
    if (event.timeStamp - pen.began < GESTURE_TIME) model.undo();
    finish();
  }

  function finish() {
    model.end();
    release();
    plot.drawNow();
    changed();
    onStrokeEnd?.(model.list);
  }

  function release() {
    const id = pen?.id;
    pen = null;
    if (id !== undefined && canvas.hasPointerCapture(id)) canvas.releasePointerCapture(id);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const undoKey =
      event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (undoKey || event.key === "Backspace") undo();
    else if (event.key === "Delete" || event.key === "Escape") clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function undo() {
    release();
    if (model.undo()) afterEdit();
  }

  function clear() {
    release();
    if (model.clear()) afterEdit();
  }

  function afterEdit() {
    plot.redraw();
    changed();
  }

  /** @param {Event} event */
  const prevent = (event) => event.preventDefault();

  const listening = new AbortController();
  const { signal } = listening;
  canvas.addEventListener("pointerdown", down, { signal });
  canvas.addEventListener("pointermove", move, { signal });
  canvas.addEventListener("pointerup", up, { signal });
  canvas.addEventListener("pointercancel", cancelled, { signal });
  canvas.addEventListener("lostpointercapture", cancelled, { signal });
  canvas.addEventListener("keydown", key, { signal });
  // A long press would open a menu or select text in the middle of a stroke.
  canvas.addEventListener("contextmenu", prevent, { signal });
  // WebKit on phones: without this a double tap zooms and a press shows the magnifier.
  canvas.addEventListener("touchstart", prevent, { signal, passive: false });
  canvas.style.touchAction = "none";
  canvas.style.userSelect = "none";
  canvas.style.setProperty("-webkit-user-select", "none");
  if (!canvas.hasAttribute("tabindex")) canvas.tabIndex = 0;

  return {
    clear,
    undo,
    get strokes() {
      return model.list;
    },
    setStrokes(strokes) {
      release();
      model.set(strokes);
      afterEdit();
    },
    get isEmpty() {
      return model.isEmpty;
    },
    get isDrawing() {
      return pen !== null;
    },
    destroy() {
      release();
      listening.abort();
      cancelAnimationFrame(frame);
      plot.destroy();
    },
  };
}
