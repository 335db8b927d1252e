// @ts-check
// "Teach it": the drawing becomes an example, with one step of the rule; and drawings are collected as a test set of one's own.

import { element } from "../../../controls/dom.js";
import { addTexts } from "../../../i18n/index.js";
import { createCollected } from "./collected.js";
import { createLessons } from "./lessons.js";
import { teach } from "./texts.js";

addTexts(teach);

/** @type {import("../sections.js").CreateSection} */
export function createSection(context) {
  const lessons = createLessons(context);
  const collected = createCollected(context);
  return {
    title: "digits.teach.title",
    element: element("div", "teach", lessons.element, collected.element),
    open() {
      lessons.show();
      collected.setOpen(true);
    },
    close: () => collected.setOpen(false),
    destroy() {
      lessons.destroy();
      collected.destroy();
    },
  };
}
