// @ts-check
// The place to draw in: the pad with its hint, and what takes lines away.

import { button, element, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { say, sayAttribute } from "../../i18n/index.js";
import { Pad } from "./pad/pad.js";

/** What a pen that keys move has a use for. */
const HAND = /^(Arrow\w+|[ \d]|Enter)$/;

/**
 * @param {import("./pad/pad.js").PadOptions & Parameters<typeof import("./pad/hand/hand.js").createHand>[2]} options
 */
export function createField(options) {
  const canvas = element("canvas", "pad-canvas");
  canvas.setAttribute("role", "application");
  sayAttribute(canvas, "aria-label", "digits.pad.label");
  const hint = words("p", "pad-hint", "digits.pad.hint");
  const pad = new Pad(canvas, options);
  /** @type {Promise<ReturnType<typeof import("./pad/hand/hand.js").createHand>> | undefined} */
  let hand;
  canvas.addEventListener("keydown", async (event) => {
    if (!HAND.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    hand ??= import("./pad/hand/hand.js").then(({ createHand }) => createHand(canvas, pad, options));
    (await hand).press(event);
  });
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
      undo.disabled = content === "empty" && !pad.canUndo;
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
