// @ts-check
// Copies of parts of the page for paper: what can be pressed is left out, what is typed in becomes text.

import { element } from "../../controls/dom.js";

/** Nothing to be read on paper. */
const LEFT_OUT =
  "button, [hidden], .visually-hidden, .field-problem, .figure-empty, canvas, [role=alert], input[type=range]";

/** Whether a part is in the page: not taken away, though it may be in something closed. @param {Element} part */
export function isThere(part) {
  return part.closest("[hidden], dialog") === null;
}

/** @param {Element} part @returns {HTMLElement} */
export function copyOf(part) {
  const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
  const fields = [...part.querySelectorAll("input, select, textarea")];
  [...copy.querySelectorAll("input, select, textarea")].forEach((field, i) => {
    const text = element("span", field.className, shownIn(fields[i]));
    text.classList.add("handout-value");
    field.replaceWith(text);
  });
  for (const left of copy.querySelectorAll(LEFT_OUT)) left.remove();
  for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
  shorten(copy);
  return copy;
}

/** A table of steps may be long: so many rows of its beginning and of its end are printed. */
const FIRST = 3;
const LAST = 9;

/** @param {HTMLElement} copy */
function shorten(copy) {
  const rows = [...copy.querySelectorAll("tbody > tr")];
  const left = rows.slice(FIRST, -LAST);
  if (left.length < 2) return;
  const gap = element("td", "", "…");
  gap.colSpan = left[0]?.children.length ?? 1;
  left[0]?.replaceChildren(gap);
  for (const row of left.slice(1)) row.remove();
}

/** What a field shows. @param {Element | undefined} field */
export function shownIn(field) {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.textContent ?? "";
  if (field instanceof HTMLInputElement && /^(?:text|number)$/.test(field.type)) return field.value;
  return "";
}
