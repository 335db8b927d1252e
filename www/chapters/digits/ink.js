// @ts-check
// The drawing in the address: a link opens what is on its sender's pad, point for point.

import { accepts } from "../../frame/address.js";
import { readInk, writeInk } from "./pad/ink-text.js";
import { SCHEMA } from "./schema.js";

/**
 * @param {Pick<import("../../frame/lab.js").Frame, "values" | "save" | "onEnd">} frame
 * @param {Pick<import("./drawing.js").DrawingPart, "strokes" | "setStrokes" | "onChange">} drawing
 */
export function keepInk({ values, save, onEnd }, drawing) {
  function note() {
    const text = writeInk(drawing.strokes());
    // Too much for a link: it opens an empty pad.
    save({ ink: accepts(SCHEMA.ink, text) ? text : "" });
  }

  /** The address says something else. */
  function load() {
    const { ink } = values();
    const shown = writeInk(drawing.strokes());
    if (ink !== shown && !(ink === "" && !accepts(SCHEMA.ink, shown)))
      drawing.setStrokes(readInk(String(ink)));
  }

  // Who has begun to draw before this came goes on drawing, and who comes back finds his drawing.
  if (drawing.strokes().length === 0) load();
  onEnd(drawing.onChange(note));
  note();
  return { load };
}
