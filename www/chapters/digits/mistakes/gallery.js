// @ts-check
// A page of small images, each with what it is and what it was taken for; each opens.

import { watchTheme } from "../../../chart/canvas.js";
import { readColours } from "../../../chart/colours.js";
import { element } from "../../../controls/dom.js";
import { onLanguage, say, sayAttribute } from "../../../i18n/index.js";
import { number } from "../../../i18n/numbers.js";
import { formatOutput } from "../bars.js";
import { createThumb, greys, paintThumb } from "../thumb.js";
import { PAGE } from "./session.js";

/** @typedef {import("./session.js").Item} Item */

/** @param {{ names: import("../class-names.js").ClassNames, onOpen: (item: Item) => void }} options */
export function createGallery({ names, onOpen }) {
  /** @type {readonly Item[]} */
  let items = [];
  /** @type {"test" | "train"} */
  let set = "test";
  /** @type {import("../thumb.js").Greys | null} */
  let table = null;
  const cards = Array.from({ length: PAGE }, (_, i) => createCard(() => items[i] && onOpen(items[i])));
  const root = element("div", "gallery", ...cards.map((card) => card.element));
  root.setAttribute("role", "group");
  sayAttribute(root, "aria-label", "digits.mistakes.gallery");
  const goTo = moveByArrows(
    root,
    cards.map((card) => card.element),
  );

  function paint() {
    table ??= greys(readColours(root));
    const shades = table;
    items.forEach((item, i) => {
      cards[i]?.paint(item, shades);
    });
  }
  function write() {
    cards.forEach((card, i) => {
      card.write(items[i] ?? null, set, names);
    });
  }
  const stops = [
    watchTheme(() => {
      table = null;
      paint();
    }),
    onLanguage(write),
    names.on("change", write),
  ];
  return {
    element: root,
    /** @param {readonly Item[]} next @param {"test" | "train"} from */
    show(next, from) {
      if (next === items && from === set) return;
      items = next;
      set = from;
      write();
      paint();
      goTo();
    },
    destroy() {
      for (const stop of stops) stop();
    },
  };
}

/** @param {() => void} onPress */
function createCard(onPress) {
  const thumb = createThumb();
  const label = element("span", "label");
  const arrow = element("span", "gallery-arrow", "→");
  const answer = element("span", "activation");
  const detail = element("span", "gallery-detail");
  const names = element("span", "gallery-names", label, arrow, answer);
  // Two figures and an arrow say it to the eye, a sentence to the ear.
  for (const seen of [names, detail]) seen.setAttribute("aria-hidden", "true");
  const sentence = element("span", "visually-hidden");
  const root = element("button", "gallery-card", thumb, names, detail, sentence);
  root.type = "button";
  root.addEventListener("click", onPress);
  return {
    element: root,
    /** @param {Item} item @param {import("../thumb.js").Greys} table */
    paint: (item, table) => paintThumb(thumb, item.image, table),
    /** @param {Item | null} item @param {"test" | "train"} set @param {import("../class-names.js").ClassNames} called */
    write(item, set, called) {
      root.hidden = item === null;
      if (!item) return;
      label.textContent = String(item.label);
      arrow.hidden = item.answer === null;
      answer.hidden = item.answer === null;
      answer.textContent = String(item.answer ?? "");
      const name = { index: item.index + 1, label: called.of(item.label) };
      if (item.answer === null) {
        detail.textContent = number(item.index + 1);
        say(sentence, `digits.mistakes.image.${set}`, name);
      } else {
        const z = () => formatOutput(item.z ?? Number.NaN);
        detail.textContent = z();
        say(sentence, "digits.mistakes.image.named", { ...name, answer: called.of(item.answer), z });
      }
    },
  };
}

/**
 * One of the buttons is reached by Tab; from there the arrows lead to the others.
 * @param {HTMLElement} root
 * @param {readonly HTMLElement[]} buttons
 * @returns {() => void} begins with the first again
 */
function moveByArrows(root, buttons) {
  root.dataset.ownKeys = "";
  const shown = () => buttons.filter((button) => !button.hidden);
  /** @param {HTMLElement | undefined} one */
  function choose(one) {
    for (const button of buttons) button.tabIndex = button === one ? 0 : -1;
  }
  root.addEventListener("focusin", (event) => {
    if (event.target instanceof HTMLElement && buttons.includes(event.target)) choose(event.target);
  });
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = shown();
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = at < 0 ? null : placeAfter(event.key, at, all);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    all[next]?.focus();
  });
  return () => choose(shown()[0]);
}

/**
 * @param {string} key
 * @param {number} at
 * @param {readonly HTMLElement[]} all
 * @returns {number | null} null: the key leads nowhere
 */
function placeAfter(key, at, all) {
  // As many stand in a row as begin at the height of the first.
  const columns = all.filter((button) => button.offsetTop === all[0]?.offsetTop).length;
  const last = all.length - 1;
  /** @type {Record<string, number>} */
  const places = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: last,
  };
  const place = places[key];
  if (place === undefined) return null;
  return place < 0 || place > last ? at : place;
}
