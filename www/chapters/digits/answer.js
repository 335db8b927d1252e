// @ts-check
// What a network says to the drawing: a digit, or that it is not sure.

import { element, words } from "../../controls/dom.js";
import { say } from "../../i18n/index.js";
import { indexed } from "../../i18n/numbers.js";
import { formatOutput } from "./bars.js";

/** @typedef {import("../../pkg/descent.js").Judgement} Judgement */

/** Why a network says nothing to any drawing: it has made no step yet, or no step changes it any more. @typedef {"untrained" | "silent"} Excuse */

/**
 * A network's answer: its name with its mark in the bars, and the digit, large.
 * @param {"ready" | "training"} which
 */
export function createAnswer(which) {
  const digit = element("span", "answer-digit");
  const detail = element("span", "answer-detail");
  const first = element("span", "answer-first");
  // Where there is little room it is left out.
  const runnerUp = element("span", "answer-second");
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
     * @param {Judgement | null} judgement of z
     * @param {string} [reason] key of the words that stand there without outputs
     * @param {readonly string[] | null} [names] what this network's classes are called
     * @param {Excuse | null} [excuse] the drawing is not to blame
     */
    show(z, judgement, reason, names, excuse = null) {
      const decided = judgement?.digit ?? null;
      root.classList.toggle("answer-none", !z || !judgement);
      root.classList.toggle("answer-unsure", judgement !== null && decided === null);
      if (!z || !judgement) {
        digit.textContent = "";
        if (reason) say(detail, reason);
        else detail.replaceChildren();
      } else if (decided === null) {
        put(digit, "?");
        const { key, params } = wordsOfDoubt(judgement, names);
        if (excuse) say(detail, `digits.answer.${excuse}`);
        else say(detail, key, params);
      } else {
        put(digit, String(decided));
        detail.removeAttribute("data-i18n");
        if (first.parentNode !== detail) detail.replaceChildren(first, runnerUp);
        const output = (/** @type {number} */ k) =>
          `${indexed("z", k)}\u00a0=\u00a0${formatOutput(Number(z[k]))}`;
        const called = names?.[decided];
        put(first, called ? `${called} · ${output(decided)}` : output(decided));
        put(runnerUp, `, ${output(judgement.second)}`);
      }
    },
  };
}

/**
 * Why a network is not sure: two digits are alike to it, or none is.
 * @param {Judgement} judgement
 * @param {readonly string[] | null} [names] what its classes are called
 * @returns {{ key: string, params?: { first: number | string, second: number | string } }}
 */
export function wordsOfDoubt({ doubt, first, second }, names) {
  const called = (/** @type {number} */ k) => names?.[k] || k;
  if (doubt === "either")
    return { key: "digits.answer.either", params: { first: called(first), second: called(second) } };
  return { key: names ? "digits.answer.unsure.class" : "digits.answer.unsure" };
}

/**
 * Sets a text, if it is another: the page is laid out again for each that is set, and training sets them in each frame.
 * @param {HTMLElement} place
 * @param {string} text
 */
function put(place, text) {
  if (place.textContent !== text) place.textContent = text;
}
