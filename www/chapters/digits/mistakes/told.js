// @ts-check
// What the images are, in words: which, how many, of which network, and whether it has learned more since.

import { button, element } from "../../../controls/dom.js";
import { say } from "../../../i18n/index.js";

/** @typedef {ReturnType<import("./session.js").Browse["state"]>} State */

/** @param {import("../class-names.js").ClassNames} names @param {() => void} onRefresh */
export function createTold(names, onRefresh) {
  const what = element("p", "mistakes-what");
  const how = element("p", "caption mistakes-how");
  const old = element("p", "caption mistakes-old");
  const refresh = button({ text: "digits.mistakes.refresh", className: "ask", onPress: onRefresh });
  refresh.dataset.refresh = "";
  const aside = element("div", "mistakes-aside", old, refresh);
  what.setAttribute("role", "status");
  return {
    element: element("div", "mistakes-told", element("div", "mistakes-words", what, how), aside),
    /** @param {State} state */
    show(state) {
      const { key, params } = whatOf(state, names);
      say(what, key, params);
      say(how, howOf(state));
      how.hidden = state.total === 0;
      aside.hidden = state.t === null;
      refresh.hidden = !state.isOld;
      if (state.t !== null) say(old, "digits.mistakes.step", { t: state.t });
    },
  };
}

/** @param {State} state @param {import("../class-names.js").ClassNames} names @returns {{ key: string, params?: import("../../../i18n/index.js").Params }} */
function whatOf({ view, label, answer, total, waits }, names) {
  if (total === null) return { key: "digits.mistakes.asking" };
  if (total === 0 && waits) return { key: "digits.mistakes.waits" };
  if (view !== "mistakes") {
    const params = { count: total, digit: names.of(label ?? 0) };
    return { key: `digits.mistakes.set.${view}${label === null ? "" : ".digit"}`, params };
  }
  const params = { count: total, label: names.of(label ?? 0), answer: names.of(answer ?? 0) };
  if (label !== null && label === answer) return { key: "digits.mistakes.right", params };
  if (label !== null && answer !== null) return { key: "digits.mistakes.pair", params };
  if (label !== null) return { key: "digits.mistakes.of-label", params };
  return { key: answer === null ? "digits.mistakes.all" : "digits.mistakes.of-answer", params };
}

/** @param {State} state */
function howOf({ view, label, answer }) {
  if (view !== "mistakes") return "digits.mistakes.how.set";
  return label !== null && label === answer ? "digits.mistakes.how.right" : "digits.mistakes.how";
}
