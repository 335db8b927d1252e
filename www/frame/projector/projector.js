// @ts-check
// The page for a projector: larger type and lines, more contrast, less around the picture. A presenter's clicker steps, and
// the formula shows what is being computed.

import { addTexts, t } from "../../i18n/index.js";
import { isOthers } from "../keys.js";
import { createPointer } from "./pointer.js";
import { projector } from "./texts.js";

addTexts(projector);

/** What a presenter's clicker sends. */
const CLICKS = new Map([
  ["PageDown", /** @type {const} */ ("step")],
  ["PageUp", /** @type {const} */ ("back")],
]);

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
 * @param {Parameters<typeof isOthers>[0] & { key: string }} event
 * @param {Element | null} target
 */
export function clickOf(event, target) {
  return isOthers(event, target) ? null : (CLICKS.get(event.key) ?? null);
}

/** @param {import("../player.js").Player} player @returns {() => void} ends it */
function begin(player) {
  const pointer = createPointer({ count: () => stages().length, onPoint: point });
  const stopPlayer = player.subscribe(pointer.show);
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
    stopPlayer();
    pointer.destroy();
  };
}

/**
 * What the open chapter's formulas compute in a step, one after the other: the network's lines, then of the rule the
 * derivative, and the rule.
 */
function stages() {
  const all = document.querySelectorAll(".chapter .formula-card > .formulas > math");
  const lines = [...all].filter((line) => line.checkVisibility());
  const rules = lines.filter((line) => line.querySelector(".derivative"));
  const network = lines.filter((line) => !rules.includes(line));
  return [
    ...network.map((line) => [line]),
    rules.flatMap((rule) => [...rule.querySelectorAll(".derivative")]),
    rules,
  ].filter((stage) => stage.length > 0);
}

/** @param {number | null} at the stage that is computed now */
function point(at) {
  for (const old of document.querySelectorAll(".pointed")) old.classList.remove("pointed");
  for (const term of at === null ? [] : (stages()[at] ?? [])) term.classList.add("pointed");
}
