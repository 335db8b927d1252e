// @ts-check
// Four numbers by hand, under the slices: what it is, and a button that opens it.

import { button, element, words } from "../../controls/dom.js";
import { loadStyle } from "../../frame/styles.js";

/** @typedef {import("./hand/view.js").Hand} Hand */

/** @param {import("../../frame/lab.js").Frame} frame */
export function createByHand(frame) {
  /** @type {import("../../frame/core.js").Api | null} */
  let api = null;
  /** @type {Hand | null} */
  let hand = null;
  const opener = button({ text: "neuron.hand.open", onPress: open });
  opener.disabled = true;
  opener.dataset.hand = "open";
  const place = element("div", "hand-place", opener);
  frame.onEnd(() => hand?.destroy());
  frame.onLanguage(() => hand?.show());

  function close() {
    hand?.destroy();
    hand = null;
    place.replaceChildren(opener);
    opener.focus({ preventScroll: true });
  }

  async function open() {
    frame.player.pause();
    try {
      const [{ Hand }] = await Promise.all([
        import("./hand/view.js"),
        loadStyle("chapters/neuron/hand/style.css"),
      ]);
      if (!frame.alive() || !api || hand) return;
      const { announce, kept } = frame;
      hand = new Hand({ api, kept, announce, onClose: close });
      place.replaceChildren(hand.element);
      hand.focus();
    } catch (error) {
      if (frame.alive()) frame.notice.showError(error, { text: "page.retry", onPress: open });
    }
  }

  return {
    element: element(
      "section",
      "section neuron-hand",
      words("h2", "section-title", "neuron.hand.title"),
      words("p", "", "neuron.hand.text"),
      place,
    ),
    /** The core is there. @param {import("../../frame/core.js").Api} next */
    open(next) {
      api = next;
      opener.disabled = false;
    },
  };
}
