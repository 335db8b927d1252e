// @ts-check
// The place to draw in: the pad with its hint, and what takes lines away.

import { button, element, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { say, sayAttribute } from "../../i18n/index.js";
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
    /** @param {"empty" | "sample" | "own" | "picture"} content */
    show(content) {
      hint.hidden = content === "own" || content === "picture";
      say(hint, content === "sample" ? "digits.pad.sample" : "digits.pad.hint");
      hint.classList.toggle("pad-sample", content === "sample");
      undo.disabled = content === "empty";
      clear.disabled = content === "empty";
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
