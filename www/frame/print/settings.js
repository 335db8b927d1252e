// @ts-check
// What the open chapter is set to, read from its controls as a reader sees them: "α · learning rate: 0.5".

import { isThere, shownIn } from "./copy.js";

const CONTROLS = ".slider, .seed, select, fieldset";
/** How something is looked at is no setting of what is seen. */
const LOOKS = ".transport *, .plot-head *, .digit-choice, .seen-stage, .digits-section *, .point-row *";

/** @param {HTMLElement} chapter @returns {string[]} */
export function settingsIn(chapter) {
  const controls = [...chapter.querySelectorAll(CONTROLS)].filter(
    (control) => isThere(control) && !control.matches(LOOKS),
  );
  return [text(chapter.querySelector(".transport-t")), ...controls.map(saidBy)].filter(Boolean);
}

/** @param {Element} control */
function saidBy(control) {
  if (control instanceof HTMLSelectElement) return pair(control.getAttribute("aria-label"), shownIn(control));
  if (control instanceof HTMLFieldSetElement) {
    const chosen = control.querySelector("input:checked");
    const face = text(chosen?.parentElement ?? null) || chosen?.getAttribute("aria-label");
    return pair(text(control.querySelector("legend")), face);
  }
  return pair(
    text(control.querySelector("label")),
    shownIn(control.querySelector("input[type=text]") ?? undefined),
  );
}

/** @param {string | null | undefined} name @param {string | null | undefined} value */
function pair(name, value) {
  return name && value ? `${name}: ${value}` : "";
}

/** @param {Element | null} element */
function text(element) {
  return element?.textContent?.trim() ?? "";
}
