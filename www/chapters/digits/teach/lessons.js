// @ts-check
// "This is a 7": which digit the drawing is, and what one step of the rule with it did.

import { mountPlot } from "../../../chart/canvas.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { createNotice } from "../../../controls/notice.js";
import { say } from "../../../i18n/index.js";
import { drawImage } from "../image.js";
import { createDigits } from "./digits.js";
import { createLesson } from "./lesson.js";
import { Teach } from "./session.js";

/** @param {import("../sections.js").Context} context */
export function createLessons({ frame, session, drawing, ask }) {
  const teach = new Teach({ content: drawing.content, image: drawing.image, session });
  const notice = createNotice();
  const figure = createFigure({ className: "teach-thumb", label: "digits.teach.thumb" });
  const plot = mountPlot(figure.canvas, (ctx, { width, ratio, colours }) => {
    drawImage(ctx, drawing.image(), { left: 0, top: 0, side: width, ratio, grid: true, colours });
  });
  const digits = createDigits({
    name: "teach",
    label: "digits.teach.digit",
    onPress: (digit) => teach.teach(digit),
  });
  const hint = element("p", "caption");
  hint.setAttribute("role", "status");
  const lesson = createLesson(teach, {
    recognition: drawing.recognition,
    onUnit: (unit) => ask("inside", { unit }),
  });

  function show() {
    const { hindrance, isBusy } = teach;
    digits.setEnabled(hindrance === null && !isBusy);
    const { rate } = session.state().settings;
    say(hint, `digits.teach.hint.${hindrance ?? "ready"}`, { rate });
    plot.redraw();
    lesson.show();
  }
  const stops = [
    teach.on("change", () => {
      if (!teach.isBusy) notice.hide();
      show();
    }),
    teach.on("refused", (error) => notice.showError(error)),
    drawing.onChange(show),
    session.on("state", show),
    () => teach.destroy(),
    plot.destroy,
    lesson.destroy,
  ];
  frame.onLanguage(show);
  show();

  const question = element(
    "div",
    "teach-question",
    figure.element,
    element("div", "teach-answer", words("h3", "teach-name", "digits.teach.question"), digits.element, hint),
  );
  return {
    element: element("div", "teach-lessons", question, notice.element, lesson.element),
    show,
    destroy() {
      for (const stop of stops) stop();
    },
  };
}
