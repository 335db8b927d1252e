// @ts-check
// From page to page of the images.

import { button, element } from "../../../controls/dom.js";
import { say } from "../../../i18n/index.js";
import { PAGE } from "./session.js";

/** @param {(by: number) => void} onTurn pages */
export function createPager(onTurn) {
  const back = button({ text: "digits.mistakes.back", onPress: () => onTurn(-1) });
  const next = button({ text: "digits.mistakes.next", onPress: () => onTurn(1) });
  const place = element("p", "pager-place");
  place.setAttribute("aria-live", "polite");
  const root = element("div", "pager", back, place, next);
  root.hidden = true;
  back.dataset.pager = "back";
  next.dataset.pager = "next";
  return {
    element: root,
    /** @param {{ from: number, total: number | null }} state */
    show({ from, total }) {
      // While another list is on its way the buttons stay where they are.
      if (total === null) return;
      root.hidden = total <= PAGE;
      const last = Math.min(from + PAGE, total);
      say(place, "digits.mistakes.place", { first: from + 1, last, total });
      setEnabled(back, from > 0);
      setEnabled(next, last < total);
    },
  };
}

/** It keeps the focus of who came to the end with it. @param {HTMLButtonElement} made @param {boolean} enabled */
function setEnabled(made, enabled) {
  if (enabled) made.removeAttribute("aria-disabled");
  else made.setAttribute("aria-disabled", "true");
}
