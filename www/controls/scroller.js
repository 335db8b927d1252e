// @ts-check
// What is moved sideways can be moved from the keyboard too: it is reached by Tab, but only where there is more than is seen.

import { element } from "./dom.js";

/**
 * @template {HTMLElement} E
 * @param {E} scroller
 * @returns {E}
 */
export function reachable(scroller) {
  // It ends with the element: nothing else holds it.
  new ResizeObserver(() => {
    if (scroller.scrollWidth > scroller.clientWidth + 1) scroller.tabIndex = 0;
    else scroller.removeAttribute("tabindex");
  }).observe(scroller);
  // The arrows move it.
  scroller.dataset.ownKeys = "";
  return scroller;
}

/** What may be wider than its place: it is moved there, and the page stays. @param {...Node} children */
export function sideways(...children) {
  return reachable(element("div", "sideways", ...children));
}
