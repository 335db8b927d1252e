// @ts-check
// A canvas with its name for those who cannot see it, and words in its place while there is nothing to draw.

import { say, sayAttribute } from "../i18n/index.js";
import { element } from "./dom.js";

/**
 * @param {{ className?: string, label: string }} options `label` is the key of the name
 */
export function createFigure({ className = "", label }) {
  const canvas = element("canvas", "figure-canvas");
  canvas.setAttribute("role", "img");
  sayAttribute(canvas, "aria-label", label);
  const empty = element("p", "figure-empty");
  empty.hidden = true;
  const root = element("div", `figure ${className}`.trim(), canvas, empty);
  return {
    element: root,
    canvas,
    /** @param {string | null} key null: there is something to see */
    setEmpty(key) {
      if (key) say(empty, key);
      empty.hidden = key === null;
    },
    /** Says in words what the drawing shows now. @param {string} key @param {import("../i18n/index.js").Params} [params] */
    describe(key, params) {
      sayAttribute(canvas, "aria-label", key, params);
    },
  };
}
