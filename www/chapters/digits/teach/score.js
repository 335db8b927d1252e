// @ts-check
// How many of the collected drawings each network names rightly.

import { element, words } from "../../../controls/dom.js";
import { say } from "../../../i18n/index.js";

export function createScore() {
  const count = element("p", "caption");
  const parts = /** @type {const} */ (["ready", "training"]).map((which) => {
    const value = element("span", "score-value");
    value.dataset.score = which;
    const mark = element("span", `answer-mark answer-mark-${which}`);
    return {
      which,
      value,
      element: element("p", "score", mark, words("span", "", `digits.answer.${which}`), value),
    };
  });
  const at = element("span", "caption");
  parts[1]?.element.append(at);
  return {
    element: element("div", "scores", count, ...parts.map((part) => part.element)),
    /** @param {{ count: number, ready: number | null, training: number | null, t: number | null }} found */
    show(found) {
      say(count, found.count === 0 ? "digits.collected.none" : "digits.collected.count", {
        count: found.count,
      });
      for (const { which, value, element: part } of parts) {
        const right = found[which];
        part.hidden = found.count === 0 || right === null;
        if (right !== null) say(value, "digits.collected.right", { right, count: found.count });
      }
      if (found.t !== null) say(at, "digits.collected.at", { t: found.t });
    },
  };
}
