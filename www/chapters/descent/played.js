// @ts-check
// Being the descent opens in the picture's place, and closes again: the run is where it was.

import { loadStyle } from "../../frame/styles.js";
import { readCatalogue } from "./settings.js";

/** @typedef {import("./play/view.js").Play} Play */

/**
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {{ lab: HTMLElement, picture: HTMLElement, opener: HTMLElement }} places
 */
export function createPlayed(frame, { lab, picture, opener }) {
  /** @type {import("../../frame/core.js").Api | null} */
  let api = null;
  /** @type {Play | null} */
  let play = null;
  const end = () => play?.destroy();
  frame.onEnd(end);
  frame.onLanguage(() => play?.show());

  function close() {
    end();
    play?.element.remove();
    play = null;
    lab.classList.remove("played");
    opener.focus({ preventScroll: true });
  }

  return {
    /** @param {import("../../frame/core.js").Api} next */
    setApi(next) {
      api = next;
    },
    async open() {
      frame.player.pause();
      try {
        const [{ Play }] = await Promise.all([
          import("./play/view.js"),
          loadStyle("chapters/descent/play/style.css"),
        ]);
        if (!frame.alive() || !api || play) return;
        const { example } = readCatalogue(api);
        const { announce, kept } = frame;
        play = new Play({ api, example, kept, announce, onClose: close });
        picture.append(play.element);
        lab.classList.add("played");
        play.focus();
      } catch (error) {
        if (frame.alive()) frame.notice.showError(error, { text: "page.retry", onPress: () => this.open() });
      }
    },
  };
}
