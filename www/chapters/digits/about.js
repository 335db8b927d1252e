// @ts-check
// Chapter 4, at the end: where the ready network comes from, with the numbers of its card.

import { element, words } from "../../controls/dom.js";
import { DATA, fetchFile } from "../../frame/host.js";
import { say } from "../../i18n/index.js";
import { percent } from "../../i18n/numbers.js";

/** Images that MNIST has. */
const ALL = { train: 60_000, test: 10_000 };
/** Bytes of a file of labels before the labels. */
const HEADER = 8;

/**
 * @typedef {{ accuracy: number, total: number }} Score
 * @typedef {{ drawings: number, writers: number }} Strokes
 * @typedef {{ network: string, epoch: number, test: Score, strokes: Strokes }} Card as `descent train` wrote it
 */

/** What is told where the page carries a part of the data. @returns {HTMLElement[]} */
function aboutData() {
  const images = (/** @type {string} */ file) => Number(DATA[file]?.size) - HEADER;
  const train = images("train-labels-idx1-ubyte.gz");
  const test = images("t10k-labels-idx1-ubyte.gz");
  if (!(train < ALL.train || test < ALL.test)) return [];
  return [
    say(element("p", "about-text"), "digits.about.part", { train, test, all: ALL.train, tests: ALL.test }),
  ];
}

/** Stays hidden while the card is not there: the rest of the page does without it. */
export function createAbout() {
  const text = element("p", "about-text");
  const root = element(
    "section",
    "section",
    words("h2", "section-title", "digits.about.title"),
    text,
    ...aboutData(),
  );
  root.hidden = true;
  root.setAttribute("aria-busy", "true");

  async function open() {
    const card = /** @type {Card} */ (await (await fetchFile("data/model.card.json")).json());
    say(text, "digits.about", {
      hidden: Number(card.network.split("-")[1]),
      epochs: card.epoch,
      test: () => percent(card.test.accuracy, 1),
      drawings: card.strokes.drawings,
      writers: card.strokes.writers,
    });
    root.hidden = false;
  }

  open()
    .catch(() => {})
    .finally(() => root.removeAttribute("aria-busy"));
  return root;
}
