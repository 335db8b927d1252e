// @ts-check
// What the browser keeps until the next time, and a way to forget it.

import { button, element, words } from "../../../controls/dom.js";
import { say } from "../../../i18n/index.js";
import { percent } from "../../../i18n/numbers.js";

/** @typedef {ReturnType<import("./keeper.js").Keeper["state"]>} State */

/** @param {import("./keeper.js").Keeper} keeper */
export function createKeptView(keeper) {
  const told = element("p", "keep-text");
  told.setAttribute("role", "status");
  const forget = button({ text: "digits.keep.forget", onPress: () => keeper.forget() });
  const again = button({ text: "digits.keep.again", onPress: () => keeper.keepAgain() });
  const restore = button({ text: "digits.keep.restore", onPress: () => keeper.restore() });
  forget.dataset.keep = "forget";
  again.dataset.keep = "again";
  restore.dataset.keep = "restore";

  function show() {
    const state = keeper.state();
    const { key, params } = wordsFor(state);
    say(told, key, params);
    const focused = [forget, again].find((one) => one === document.activeElement);
    forget.hidden = state.mode !== "on";
    again.hidden = state.mode !== "off";
    restore.hidden = state.offer === null;
    // The other one takes the place of the one that was pressed.
    if (focused?.hidden) (focused === forget ? again : forget).focus();
  }
  const stop = keeper.on("change", show);
  show();
  return {
    element: element(
      "section",
      "keep-part",
      words("h3", "keep-name", "digits.keep.browser"),
      words("p", "keep-text", "digits.keep.browser.text"),
      told,
      element("div", "keep-tools", restore, forget, again),
    ),
    show,
    destroy: stop,
  };
}

/** @param {State} state @returns {{ key: string, params?: import("../../../i18n/index.js").Params }} */
function wordsFor({ mode, kept, offer, own }) {
  if (mode === "forbidden") return { key: "digits.keep.forbidden" };
  if (mode === "off") return { key: "digits.keep.off" };
  if (own) return { key: "digits.keep.own" };
  if (!kept) return { key: "digits.keep.nothing" };
  const { t, hidden, accuracy } = kept;
  const share = () => percent(Number(accuracy), 1);
  const params = { t, hidden: String(hidden), share };
  if (offer) return { key: "digits.keep.found", params };
  return { key: accuracy === null ? "digits.keep.run" : "digits.keep.run.share", params };
}
