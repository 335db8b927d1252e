// @ts-check
// A number with its symbol, p₇ = −1.18, that can be asked where it comes from.

import { button, element } from "../../../controls/dom.js";
import { sayAttribute } from "../../../i18n/index.js";
import { GRAPH } from "../../../lecture/graph.js";
import { math } from "../../../lecture/math.js";
import { symbolOf } from "../../../lecture/notation.js";
import { indicesOf } from "./derivation/numbers.js";
import { written } from "./derivation/writing.js";

/** @typedef {import("../../../lecture/graph.js").Name} Name */
/** @typedef {import("./session.js").Pick} Pick */

/** A text that is set again is laid out again. @param {Element} place @param {string} text */
export function put(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** One element's symbol: p₇. @param {Pick} pick */
export function symbolOfOne(pick) {
  return symbolOf(pick.name, { indices: indicesOf(pick) });
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
      put(value, written(next.name, number ?? Number.NaN));
    },
  };
}
