// @ts-check
// "Which α is best?": runs with different α over each other, a test that finds a good one, and what becomes of the weights.

import { element } from "../../../controls/dom.js";
import { addTexts } from "../../../i18n/index.js";
import { createCompare } from "./compare.js";
import { createFinder } from "./finder.js";
import { createPulseView } from "./pulse-view.js";
import { course } from "./texts.js";

addTexts(course);

/** @type {import("../sections.js").CreateSection} */
export function createSection(context) {
  const { frame, session, comparison } = context;
  const compare = createCompare(context);
  const finder = createFinder(context);
  const pulse = createPulseView(context);
  let isOpen = false;

  function show() {
    if (!isOpen) return;
    compare.show();
    finder.show();
    pulse.show();
  }
  const stops = [session.on("state", show), session.on("snapshot", show), comparison.on("change", show)];
  frame.onLanguage(show);
  return {
    title: "digits.ask.course",
    element: element("div", "course", compare.element, finder.element, pulse.element),
    open() {
      isOpen = true;
      show();
    },
    close() {
      isOpen = false;
    },
    destroy() {
      for (const stop of stops) stop();
      finder.destroy();
      pulse.destroy();
    },
  };
}
