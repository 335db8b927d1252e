// @ts-check
// A number that stands over the letter that it stands for, in a line of such numbers.

import { element } from "../controls/dom.js";
import { NONE } from "../i18n/numbers.js";

/** @typedef {{ x: number, y: number }} Place in the window, pixels */

/** Milliseconds that a number takes to its place. */
const FLIGHT = 450;

/** @param {string} id @param {string} quantity @param {Element} [picture] */
export function createTerm(id, quantity, picture) {
  const value = element("span", "living-number", NONE);
  value.dataset.rule = id;
  const symbol = element("span", "living-symbol");
  // The numbers are read one after the other; the letters between them would only be in the way.
  symbol.setAttribute("aria-hidden", "true");
  const root = element("span", `living-term ${quantity}`.trim(), picture, value, symbol);
  return {
    element: root,
    /** @param {string} text */
    write(text) {
      if (value.textContent !== text) value.textContent = text;
    },
    /** @param {(Node | string)[]} parts */
    symbol: (parts) => symbol.replaceChildren(...parts),
    /** From there it goes to its place. @param {Place} place */
    comesFrom(place) {
      const own = centreOf(root);
      const away = `translate(${place.x - own.x}px, ${place.y - own.y}px)`;
      value.animate([{ transform: away }, { transform: "none" }], {
        duration: FLIGHT,
        easing: "ease-in-out",
      });
    },
  };
}

/** @param {string} text */
export const sign = (text) => element("span", "living-sign", text);

/** @param {string} name */
export const letter = (name) => element("i", "", name);

/** @param {Element} of @returns {Place} */
export function centreOf(of) {
  const { left, top, width, height } = of.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
