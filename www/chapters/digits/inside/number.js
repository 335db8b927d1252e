// @ts-check
// A number with its symbol, p₇ = −1.18, that can be asked where it comes from.

import { button, element } from "../../../controls/dom.js";
import { sayAttribute } from "../../../i18n/index.js";
import { figures } from "../../../i18n/numbers.js";
import { GRAPH } from "../../../lecture/graph.js";
import { math } from "../../../lecture/math.js";
import { symbolOf } from "../../../lecture/notation.js";

/** @typedef {import("../../../lecture/graph.js").Name} Name */
/** @typedef {import("./session.js").Pick} Pick */

/** A text that is set again is laid out again. @param {Element} place @param {string} text */
export function put(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** How a reader counts: hidden units and pixels from 1, digits as they are called. @param {Pick} pick */
export function indicesOf({ i, j, k }) {
  return {
    ...(i === undefined ? {} : { hidden: String(i + 1) }),
    ...(j === undefined ? {} : { input: String(j + 1) }),
    ...(k === undefined ? {} : { output: String(k) }),
  };
}

/** One element's symbol: p₇. @param {Pick} pick */
export function symbolOfOne(pick) {
  return symbolOf(pick.name, { indices: indicesOf(pick) });
}

/** σ never reaches 1, and is not shown as if it did. @param {Name} name @param {number} value */
function shownOf(name, value) {
  return name === "y" || name === "z" ? Math.min(value, 0.9999) : value;
}

/** @param {(pick: Pick) => void} onPick */
export function createNumber(onPick) {
  const symbol = element("span", "inside-number-symbol");
  const value = element("span", "inside-number-value");
  /** @type {Pick | null} */
  let pick = null;
  let shown = "";
  const made = button({ className: "inside-number", onPress: () => pick && onPick(pick) });
  made.append(symbol, value);
  sayAttribute(made, "title", "digits.inside.whence");
  return {
    element: made,
    /** @param {Pick} next @param {number | null | undefined} number */
    set(next, number) {
      pick = next;
      const key = JSON.stringify(next);
      if (key !== shown) {
        shown = key;
        symbol.replaceChildren(math([symbolOfOne(next), "="]));
        value.className = `inside-number-value ${GRAPH[next.name].quantity}`.trim();
      }
      put(value, figures(shownOf(next.name, number ?? Number.NaN)));
    },
  };
}
