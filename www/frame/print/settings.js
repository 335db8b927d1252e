// @ts-check
// What the open chapter is set to, read from its controls as a reader sees them: "α · learning rate: 0.5".

import { isThere, shownIn } from "./copy.js";

const CONTROLS = ".slider, .setting, select, fieldset, .transport-t";

/** @param {HTMLElement} chapter @returns {string[]} */
export function settingsIn(chapter) {
  return [...chapter.querySelectorAll(CONTROLS)].filter(isThere).flatMap((control) => {
    if (control.matches(".transport *") && !control.matches(".transport-t")) return [];
    const said = saidBy(control);
    return said ? [said] : [];
  });
}

/** @param {Element} control */
function saidBy(control) {
  if (control.matches(".transport-t")) return text(control);
  if (control instanceof HTMLSelectElement) return pair(control.getAttribute("aria-label"), shownIn(control));
  if (control instanceof HTMLFieldSetElement) {
    const chosen = control.querySelector("input:checked");
    const face = text(chosen?.parentElement ?? null) || chosen?.getAttribute("aria-label");
    return pair(text(control.querySelector("legend")), face);
  }
  return pair(
    text(control.querySelector(".slider-name")),
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
