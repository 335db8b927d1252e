// @ts-check
// What both networks say to the image at the end of the way.

import { mountPlot } from "../../../chart/canvas.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { say } from "../../../i18n/index.js";
import { createAnswer } from "../answer.js";
import { drawBars } from "../bars.js";

/**
 * @param {import("./session.js").Way} way
 * @param {Pick<import("../recognition.js").Recognition, "judge" | "names">} recognition
 */
export function createAnswers(way, recognition) {
  const ready = createAnswer("ready");
  const training = createAnswer("training");
  const figure = createFigure({ className: "way-bars", label: "digits.way.bars.label" });
  const note = element("p", "caption");
  note.setAttribute("role", "status");
  const judge = (/** @type {import("../recognition.js").Outputs} */ z) => recognition.judge(z);
  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    const winner = judge(way.ready)?.digit ?? judge(way.training)?.first ?? null;
    drawBars(ctx, [way.ready, way.training], {
      winner,
      names: recognition.names,
      width,
      height,
      colours,
    });
  });

  function show() {
    const reason = way.stages ? undefined : "digits.answer.empty";
    ready.show(way.ready, judge(way.ready), reason);
    training.show(way.training, judge(way.training), reason, recognition.names);
    note.hidden = !way.stages;
    say(note, way.isWhole ? "digits.way.whole" : "digits.way.part");
    plot.redraw();
  }
  return {
    element: element(
      "div",
      "way-answers",
      words("h3", "way-name", "digits.way.answers"),
      element("div", "answers", ready.element, training.element),
      figure.element,
      note,
    ),
    show,
    destroy: plot.destroy,
  };
}
