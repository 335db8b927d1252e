// @ts-check
// A second pad, for drawing one digit after another: draw, say which digit it is, and the next may come.

import { button, element, words } from "../../../controls/dom.js";
import { icon } from "../../../controls/icons.js";
import { sayAttribute } from "../../../i18n/index.js";
import { Pad } from "../pad/pad.js";
import { createDigits } from "./digits.js";

/**
 * @param {{ onCollect: (strokes: import("../drawing.js").Strokes, digit: number) => void,
 *   fromAbove: () => import("../drawing.js").Strokes }} options `fromAbove`: the drawing on the chapter's own pad
 */
export function createGather({ onCollect, fromAbove }) {
  const canvas = element("canvas", "pad-canvas gather-canvas");
  canvas.setAttribute("role", "application");
  sayAttribute(canvas, "aria-label", "digits.gather.pad");
  const pad = new Pad(canvas, { onChange: show });
  const hint = words("p", "pad-hint", "digits.pad.hint");
  const clear = button({ label: "digits.clear.label", icon: icon("clear"), onPress: () => pad.clear() });
  const copy = button({ text: "digits.gather.copy", onPress: () => pad.setStrokes(fromAbove()) });
  copy.dataset.gather = "copy";
  const digits = createDigits({
    name: "gather",
    label: "digits.gather.digit",
    onPress(digit) {
      onCollect(pad.strokes, digit);
      pad.clear();
    },
  });

  function show() {
    digits.setEnabled(!pad.isEmpty);
    clear.disabled = pad.isEmpty;
    hint.hidden = !pad.isEmpty;
    copy.disabled = fromAbove().length === 0;
  }
  show();
  return {
    element: element(
      "div",
      "gather",
      element("div", "gather-pad", canvas, hint),
      element("div", "gather-tools", copy, clear),
      words("p", "caption", "digits.gather.which"),
      digits.element,
    ),
    show,
    destroy: () => pad.destroy(),
  };
}
