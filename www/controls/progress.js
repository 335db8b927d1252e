// @ts-check
// How much of something has come, as a bar and in words.

import { say, sayAttribute } from "../i18n/index.js";
import { element } from "./dom.js";

/** @param {string} name key of what is being waited for */
export function createProgress(name) {
  const bar = element("progress", "progress-bar");
  bar.max = 1;
  const text = element("span", "progress-text");
  sayAttribute(bar, "aria-label", name);
  const root = element("div", "progress", bar, text);
  root.hidden = true;

  return {
    element: root,
    /**
     * @param {number | null} share 0..1, or null while nobody knows
     * @param {string} key
     * @param {import("../i18n/index.js").Params} [params]
     */
    show(share, key, params) {
      if (share === null) bar.removeAttribute("value");
      else bar.value = share;
      say(text, key, params);
      root.hidden = false;
    },
    hide() {
      root.hidden = true;
    },
  };
}
