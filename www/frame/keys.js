// @ts-check
// The keyboard: space play or pause, → step, ← back, R reset, P projector, ? help. Never while typing or moving a slider.

import { lettersOn } from "../controls/letters.js";

/** @typedef {"toggle" | "step" | "back" | "reset" | "projector" | "help"} Command */

/**
 * The command that a key press means, or null. Letters go by their place on the keyboard: a Russian layout has no R.
 * @param {Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "defaultPrevented">} event
 * @param {Element | null} target what has the focus
 * @returns {Command | null}
 */
export function commandOf(event, target) {
  if (isOthers(event, target)) return null;
  // A single letter or sign, whichever it is, may be switched off (WCAG 2.1.4).
  if (!lettersOn() && event.key.length === 1 && event.key !== " ") return null;
  if (event.key === "?") return "help";
  if (event.code === "Space" || event.key === " ") {
    // A focused button is pressed by space already.
    return target?.closest("button, a[href], summary, [role=button]") ? null : "toggle";
  }
  // The arrows of a plot that has the focus move its read-out.
  if (event.key.startsWith("Arrow") && target?.closest("[data-own-keys]")) return null;
  if (event.key === "ArrowRight") return "step";
  if (event.key === "ArrowLeft") return "back";
  if (event.code === "KeyP") return "projector";
  if (event.code === "KeyR" || event.key === "r") return "reset";
  return null;
}

/**
 * Whether a key belongs to the browser, to a dialog, or to what is being typed or moved.
 * @param {Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "defaultPrevented">} event
 * @param {Element | null} target
 */
export function isOthers(event, target) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  return Boolean(
    target?.closest(
      "input, textarea, select, [contenteditable], [role=slider]:not([data-own-keys]), dialog[open]",
    ),
  );
}

/**
 * @param {import("./player.js").Player} player
 * @param {{ help: () => void, projector: () => void }} others what does not go to the player
 */
export function listenToKeys(player, others) {
  document.addEventListener("keydown", (event) => {
    const command = commandOf(event, event.target instanceof Element ? event.target : null);
    if (!command) return;
    if (command === "help" || command === "projector") {
      event.preventDefault();
      if (!event.repeat) others[command]();
      return;
    }
    if (!player.state().attached) return;
    event.preventDefault();
    if (event.repeat && (command === "toggle" || command === "reset")) return;
    player[command]();
  });
}
