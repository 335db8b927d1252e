// @ts-check
// What a network says to the drawing: a digit, or that it is not sure.

import { element, words } from "../../controls/dom.js";
import { say } from "../../i18n/index.js";
import { formatOutput, greatest } from "./bars.js";

/** With less than this no output says anything. */
const NOTHING = 0.2;

/**
 * A network's answer: its name with its mark in the bars, and the digit, large.
 * @param {"ready" | "training"} which
 */
export function createAnswer(which) {
  const digit = element("span", "answer-digit");
  const detail = element("span", "answer-detail");
  const name = element(
    "span",
    "answer-name",
    element("span", `answer-mark answer-mark-${which}`),
    words("span", "", `digits.answer.${which}`),
  );
  const root = element("div", `answer answer-${which}`, name, digit, detail);
  root.dataset.answer = which;

  return {
    element: root,
    /**
     * @param {ArrayLike<number> | null} z
     * @param {number | undefined} decided the digit that the outputs name
     * @param {string} [reason] key of the words that stand there without outputs
     */
    show(z, decided, reason) {
      root.classList.toggle("answer-none", !z);
      root.classList.toggle("answer-unsure", z !== null && decided === undefined);
      if (!z) {
        digit.textContent = "";
        if (reason) say(detail, reason);
        else detail.replaceChildren();
      } else if (decided === undefined) {
        put(digit, "?");
        const { key, params } = doubt(z);
        say(detail, key, params);
      } else {
        put(digit, String(decided));
        detail.removeAttribute("data-i18n");
        put(detail, `z${"₀₁₂₃₄₅₆₇₈₉"[decided]} = ${formatOutput(Number(z[decided]))}`);
      }
    },
  };
}

/**
 * Why a network is not sure: two digits are alike to it, or none is.
 * @param {ArrayLike<number>} z
 * @returns {{ key: string, params?: { first: number, second: number } }}
 */
export function doubt(z) {
  const first = greatest(z) ?? 0;
  const others = Array.from(z, (value, k) => (k === first ? Number.NEGATIVE_INFINITY : value));
  const second = greatest(others) ?? 0;
  if (!(z[second] >= NOTHING)) return { key: "digits.answer.unsure" };
  return { key: "digits.answer.either", params: { first, second } };
}

/**
 * Sets a text, if it is another: the page is laid out again for each that is set, and training sets them in each frame.
 * @param {HTMLElement} place
 * @param {string} text
 */
function put(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
