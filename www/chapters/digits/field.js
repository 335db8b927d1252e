// @ts-check
// The place to draw in: the pad with its hint, and what takes lines away.

import { button, element, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { sayAttribute } from "../../i18n/index.js";
import { Pad } from "./pad/pad.js";

/** @param {import("./pad/pad.js").PadOptions} options */
export function createField(options) {
  const canvas = element("canvas", "pad-canvas");
  canvas.setAttribute("role", "application");
  sayAttribute(canvas, "aria-label", "digits.pad.label");
  const hint = words("p", "pad-hint", "digits.pad.hint");
  const pad = new Pad(canvas, options);
  const undo = createTool("undo", () => pad.undo());
  const clear = createTool("clear", () => pad.clear());
  return {
    element: element("div", "pad", canvas, hint),
    tools: element("div", "pad-tools", undo, clear),
    pad,
    /** @param {boolean} empty */
    showEmpty(empty) {
      hint.hidden = !empty;
      undo.disabled = empty;
      clear.disabled = empty;
    },
  };
}

/**
 * @param {"undo" | "clear"} name
 * @param {() => void} onPress
 */
function createTool(name, onPress) {
  const made = button({
    text: `digits.${name}`,
    label: `digits.${name}.label`,
    icon: icon(name),
    onPress,
  });
  made.dataset.pad = name;
  return made;
}
