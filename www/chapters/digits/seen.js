// @ts-check
// The drawing as the ready network sees it, and whether its slant is taken out first.

import { mountPlot } from "../../chart/canvas.js";
import { createChoice } from "../../controls/choice.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { icon } from "../../controls/icons.js";
import { say } from "../../i18n/index.js";
import { drawImage } from "./image.js";

/**
 * @param {import("./recognition.js").Recognition} recognition
 * @param {(slant: boolean) => void} onSlant
 */
export function createSeen(recognition, onSlant) {
  const figure = createFigure({ className: "seen", label: "digits.seen.label" });
  const stage = createChoice({
    label: "digits.slant",
    options: [
      { value: "out", text: "digits.slant.out", icon: icon("upright") },
      { value: "kept", text: "digits.slant.kept", icon: icon("slanted") },
    ],
    value: recognition.slant ? "kept" : "out",
    onChange: (value) => onSlant(value === "kept"),
  });
  stage.element.classList.add("seen-stage");
  stage.element.hidden = true;
  const caption = words("p", "caption", "digits.seen");
  const plot = mountPlot(figure.canvas, (ctx, { width, height, ratio, colours }) => {
    const side = Math.min(width, height);
    drawImage(ctx, recognition.prepared, { left: 0, top: 0, side, ratio, grid: true, colours });
  });
  return {
    element: element("div", "seen-block", figure.element, stage.element, caption),
    show() {
      const { straightens, slant } = recognition;
      stage.element.hidden = !straightens;
      stage.set(slant ? "kept" : "out");
      const withSlant = slant ? "digits.seen.slanted" : "digits.seen.upright";
      say(caption, straightens ? withSlant : "digits.seen");
      plot.drawNow();
    },
    destroy: plot.destroy,
  };
}
