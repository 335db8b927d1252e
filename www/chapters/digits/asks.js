// @ts-check
// The questions that arise from an answer, under its bars: why, how the drawing was seen, and what if it is wrong.

import { button, element } from "../../controls/dom.js";
import { say } from "../../i18n/index.js";

/** @typedef {import("./sections.js").Name} Name */

/** @param {(name: Name) => void} onAsk */
export function createAsks(onAsk) {
  const made = /** @type {const} */ (["inside", "way", "teach"]).map((name) => {
    const ask = button({ text: `digits.ask.${name}`, className: "ask", onPress: () => onAsk(name) });
    ask.dataset.ask = name;
    return ask;
  });
  const [why] = made;
  return {
    element: element("div", "asks", ...made),
    /** @param {number | null} digit the answer; null: there is none, or none that is sure */
    show(digit) {
      const text = why?.querySelector(".button-text");
      if (!text) return;
      if (digit === null) say(text, "digits.ask.inside");
      else say(text, "digits.ask.inside.digit", { digit });
    },
    /** Not before there is a training to look into. @param {boolean} ready */
    setReady(ready) {
      for (const ask of made) ask.disabled = !ready;
    },
  };
}
