// @ts-check
// Chapter 4, at the end: where the ready network comes from, with the numbers of its card.

import { element, words } from "../../controls/dom.js";
import { fetchFile } from "../../frame/host.js";
import { say } from "../../i18n/index.js";
import { percent } from "../../i18n/numbers.js";

/**
 * @typedef {{ accuracy: number, total: number }} Score
 * @typedef {{ network: string, epoch: number, test: Score, drawings: Score }} Card as `descent train` wrote it
 */

/** Stays hidden while the card is not there: the rest of the page does without it. */
export function createAbout() {
  const text = element("p", "about-text");
  const root = element("section", "section", words("h2", "section-title", "digits.about.title"), text);
  root.hidden = true;
  root.setAttribute("aria-busy", "true");

  async function open() {
    const card = /** @type {Card} */ (await (await fetchFile("data/model.card.json")).json());
    say(text, "digits.about", {
      hidden: Number(card.network.split("-")[1]),
      epochs: card.epoch,
      test: () => percent(card.test.accuracy, 1),
      drawings: () => percent(card.drawings.accuracy, 1),
      count: card.drawings.total,
    });
    root.hidden = false;
  }

  open()
    .catch(() => {})
    .finally(() => root.removeAttribute("aria-busy"));
  return root;
}
