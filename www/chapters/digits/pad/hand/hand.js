// @ts-check
// Drawing without a pointer: arrows move a pen over the pad, space puts it down and lifts it, a figure puts a sample there.
// Loaded with the first such key.

import { element } from "../../../../controls/dom.js";
import { loadStyle } from "../../../../frame/styles.js";
import { addTexts, t } from "../../../../i18n/index.js";
import { afterKey, atRest, CELLS, createSamples } from "./pen.js";
import { hand as texts } from "./texts.js";

addTexts(texts);

/** So long the pen stands still before its place is said, milliseconds: not each of its steps. */
const QUIET = 700;

/** With the shift key a step is so many cells. */
const FAR = 4;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import("../pad.js").Pad} pad
 * @param {{ announce: (text: string) => void, onSample: (strokes: readonly import("../strokes.js").Stroke[]) => void,
 *   onStrokeEnd: () => void }} on
 */
export function createHand(canvas, pad, { announce, onSample, onStrokeEnd }) {
  let pen = atRest();
  let timer = 0;
  const sampleOf = createSamples();
  const cross = element("div", "pad-cross");
  loadStyle("chapters/digits/pad/hand/style.css").then(
    () => canvas.after(cross),
    () => {}, // It draws, though nobody sees where.
  );

  function show() {
    cross.style.left = `${(100 * pen.column) / CELLS}%`;
    cross.style.top = `${(100 * pen.row) / CELLS}%`;
    cross.classList.toggle("pad-cross-down", pen.down);
  }

  /** @param {"at" | "down"} what */
  const say = (what) => announce(t(`digits.pen.${what}`, { column: pen.column, row: pen.row, cells: CELLS }));

  canvas.addEventListener("blur", () => {
    clearTimeout(timer);
    pen = { ...pen, down: false };
    show();
  });
  // Whoever draws by hand has the pen in the hand.
  canvas.addEventListener("pointerdown", () => {
    pen = { ...pen, down: false };
    show();
  });
  show();

  return {
    /** @param {{ key: string, shiftKey: boolean }} event */
    press({ key, shiftKey }) {
      if (/^\d$/.test(key)) {
        pen = { ...pen, down: false };
        onSample(sampleOf(Number(key)));
        onStrokeEnd();
        show();
        return;
      }
      const after = afterKey(pen, pad.strokes, key, shiftKey ? FAR : 1);
      if (!after) return;
      const was = pen.down;
      const drawn = after.strokes !== pad.strokes;
      pen = after.pen;
      if (drawn) pad.setStrokes(after.strokes);
      show();
      clearTimeout(timer);
      if (pen.down && !was) say("down");
      else if (was && !pen.down) onStrokeEnd();
      else timer = Number(setTimeout(say, QUIET, "at"));
    },
  };
}
