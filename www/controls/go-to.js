// @ts-check
// Asks for the number of a step, in the place of the button that was pressed: loaded when it is first pressed.

import { sayAttribute } from "../i18n/index.js";
import { element } from "./dom.js";
import { createNumberField } from "./number-field.js";

/**
 * @param {HTMLElement} place comes back when a step was named, or none
 * @param {{ t: number } & import("./scrub.js").GoTo} options
 */
export function askForStep(place, { t, most, go }) {
  const { field, problem, destroy } = createNumberField({
    min: 0,
    max: most,
    integer: true,
    value: t,
    onCommit: go,
  });
  sayAttribute(field, "aria-label", "transport.go");
  const box = element("span", "scrub-go", field, problem);

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
