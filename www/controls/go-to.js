// @ts-check
// Asks for the number of a step, or until when to go, in the place of the button that was pressed: loaded when it is first pressed.

import { sayAttribute } from "../i18n/index.js";
import { plain } from "../i18n/numbers.js";
import { element, words } from "./dom.js";
import { createNumberField } from "./number-field.js";
import { holds, readCondition } from "./until.js";

/**
 * @param {HTMLElement} place comes back when a step was named, or none
 * @param {{ t: number } & import("./scrub.js").GoTo} options
 */
export function askForStep(place, { t, most, go, until }) {
  const { field, problem, destroy } = createNumberField({
    min: 0,
    max: most,
    integer: true,
    value: t,
    onCommit: go,
    ...(until && { onText: (text) => playUntil(until, text) }),
  });
  sayAttribute(field, "aria-label", until ? "transport.go.until" : "transport.go");
  const hint = until ? createHint(until) : null;
  const box = element("span", "scrub-go", field, problem, hint);

  /** @param {boolean} [byKey] then the focus stays where it was */
  function leave(byKey = false) {
    if (!box.isConnected) return;
    destroy();
    box.replaceWith(place);
    if (byKey) place.focus({ preventScroll: true });
  }

  let byKey = false;
  // Before the field itself, which leaves the focus at Enter.
  field.addEventListener(
    "keydown",
    (event) => {
      byKey = event.key === "Enter";
      // Or the button, which has the focus by then, would be pressed by the same key.
      if (byKey) event.preventDefault();
      if (event.key === "Escape") leave(true);
    },
    { capture: true },
  );
  function settle() {
    if (field.getAttribute("aria-invalid") !== "true") leave(byKey);
    // A number that cannot be gone to stays, with what is wrong with it.
    else if (byKey) field.focus({ preventScroll: true });
    byKey = false;
  }
  field.addEventListener("blur", () => queueMicrotask(settle));
  place.replaceWith(box);
  field.focus({ preventScroll: true });
  field.select();
}

/** @param {import("./scrub.js").Until} until @param {string} text @returns {boolean} whether it is a condition */
function playUntil({ letters, play }, text) {
  const condition = readCondition(text, letters);
  if (condition) play((readings) => holds(condition, readings));
  return condition !== null;
}

/** What besides a number may be typed. @param {import("./scrub.js").Until} until */
function createHint({ letters }) {
  const [letter = ""] = Object.keys(letters);
  const hint = words("span", "scrub-hint", "transport.until", { letter, value: () => plain(0.1) });
  hint.setAttribute("aria-hidden", "true");
  return hint;
}
