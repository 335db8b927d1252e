// @ts-check
// The page for a projector: larger type and lines, more contrast, less around the picture. A presenter's clicker steps, and
// the formula shows what is being computed.

import { addTexts, t } from "../../i18n/index.js";
import { commandOf } from "../keys.js";
import { createPointer } from "./pointer.js";
import { projector } from "./texts.js";

addTexts(projector);

/** What a presenter's clicker sends. @type {Readonly<Record<string, "step" | "back">>} */
const CLICKS = { PageDown: "step", PageUp: "back" };

/** What ends the mode, while it is on. @type {(() => void) | null} */
let stop = null;

/** Turns it on, or off again. @param {import("../tools.js").ToolContext} context */
export function open({ address, player, announce }) {
  if (stop) {
    stop();
    stop = null;
  } else {
    stop = begin(player);
  }
  const on = stop !== null;
  document.documentElement.toggleAttribute("data-projector", on);
  document.querySelector('[data-tool="projector"]')?.setAttribute("aria-pressed", String(on));
  address.setPage({ projector: on ? "1" : undefined });
  announce(t(on ? "projector.on" : "projector.off"));
}

/**
 * The step that a key of a clicker means, or null; never while typing, or where a dialog is open.
 * @param {Parameters<typeof commandOf>[0]} event
 * @param {Element | null} target
 */
export function clickOf(event, target) {
  const command = CLICKS[event.key];
  // What would not be a step by the arrow is none by the clicker.
  return command && commandOf({ ...pick(event), key: "R", code: "KeyR" }, target) ? command : null;
}

/** @param {Parameters<typeof commandOf>[0]} event */
function pick({ ctrlKey, metaKey, altKey, defaultPrevented }) {
  return { ctrlKey, metaKey, altKey, defaultPrevented };
}

/** @param {import("../player.js").Player} player @returns {() => void} ends it */
function begin(player) {
  const pointer = createPointer(player);
  /** @param {KeyboardEvent} event */
  function press(event) {
    const command = clickOf(event, event.target instanceof Element ? event.target : null);
    if (!command || !player.state().attached) return;
    event.preventDefault();
    player[command]();
  }
  document.addEventListener("keydown", press);
  return () => {
    document.removeEventListener("keydown", press);
    pointer.destroy();
  };
}
