// @ts-check
// Chapter 4: the images themselves. The mistakes of the network in training, the most certain first, or a whole set by digit.

import { createChoice } from "../../../controls/choice.js";
import { element } from "../../../controls/dom.js";
import { createNotice } from "../../../controls/notice.js";
import { addTexts } from "../../../i18n/index.js";
import { createDigitChoice } from "../digit-choice.js";
import { createGallery } from "./gallery.js";
import { createPager } from "./pager.js";
import { Browse } from "./session.js";
import { mistakes } from "./texts.js";
import { createTold } from "./told.js";

addTexts(mistakes);

/** @typedef {import("./session.js").View} View */

/** @type {readonly View[]} */
const VIEWS = ["mistakes", "test", "train"];

/** @type {import("../sections.js").CreateSection} */
export function createSection({ frame, session, names, ask }) {
  const browse = new Browse(session);
  const filters = createFilters(browse);
  const told = createTold(names, () => browse.refresh());
  const notice = createNotice();
  const gallery = createGallery({
    names,
    onOpen({ index }) {
      const { view } = browse.state();
      ask("inside", { source: view === "train" ? "train" : "test", index });
    },
  });
  const pager = createPager((by) => {
    browse.turn(by);
    // On a phone the page's end is far below its beginning.
    if (gallery.element.getBoundingClientRect().top < 0) frame.scrollTo(told.element, "start");
  });

  function show() {
    const state = browse.state();
    filters.show(state);
    told.show(state);
    pager.show(state);
    // What was there stays until something else has come.
    if (state.total !== null || state.failure)
      gallery.show(state.items, state.view === "train" ? "train" : "test");
    gallery.element.classList.toggle("gallery-asking", state.total === null);
    if (state.failure)
      notice.showError(state.failure, { text: "page.retry", onPress: () => browse.refresh() });
    else notice.hide();
  }
  const stop = browse.on("change", show);

  return {
    title: "digits.mistakes.title",
    element: element(
      "div",
      "mistakes",
      filters.element,
      told.element,
      notice.element,
      gallery.element,
      pager.element,
    ),
    open: (subject) => browse.open(subject),
    close: () => browse.close(),
    destroy() {
      stop();
      browse.destroy();
      gallery.destroy();
    },
  };
}

/** @param {Browse} browse */
function createFilters(browse) {
  const view = createChoice({
    label: "digits.mistakes.view",
    options: VIEWS.map((value) => ({ value, text: `digits.mistakes.view.${value}` })),
    value: "mistakes",
    onChange: (next) => browse.setView(next),
  });
  const label = createDigitChoice({
    label: "digits.mistakes.label",
    all: "digits.mistakes.any",
    onChange: (digit) => browse.setLabel(digit),
  });
  const answer = createDigitChoice({
    label: "digits.mistakes.answer",
    all: "digits.mistakes.any-answer",
    onChange: (digit) => browse.setAnswer(digit),
  });
  view.element.classList.add("mistakes-view");
  return {
    element: element("div", "mistakes-filters", view.element, label.element, answer.element),
    /** @param {ReturnType<Browse["state"]>} state */
    show(state) {
      view.set(state.view);
      label.set(state.label);
      answer.set(state.answer);
      answer.element.hidden = state.view !== "mistakes";
    },
  };
}
