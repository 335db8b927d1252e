// @ts-check
// What is looked at: the image, its label, the network, and what that network answers.

import { mountPlot } from "../../../chart/canvas.js";
import { createChoice } from "../../../controls/choice.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { say } from "../../../i18n/index.js";
import { figures } from "../../../i18n/numbers.js";
import { formatOutput } from "../bars.js";
import { drawImage } from "../image.js";
import { createStepper } from "./stepper.js";

/** @typedef {import("./session.js").Inside} Inside */
/** @typedef {import("./looking.js").Place["source"]} Source */

const SOURCES = /** @type {readonly Source[]} */ (["drawing", "batch", "train", "test"]);
const DIGITS = Array.from({ length: 10 }, (_, digit) => ({ value: digit }));

/** @param {Inside} inside */
export function createSubject(inside) {
  const figure = createFigure({ className: "inside-thumb", label: "digits.inside.image" });
  const plot = mountPlot(figure.canvas, (ctx, { width, ratio, colours }) => {
    drawImage(ctx, inside.image, { left: 0, top: 0, side: width, ratio, colours });
  });
  const sources = createChoice({
    label: "digits.inside.source",
    options: SOURCES.map((value) => ({ value, text: `digits.inside.source.${value}` })),
    value: inside.subject.source,
    onChange: (source) => inside.setSubject(source),
  });
  const stepper = createStepper({
    label: "digits.inside.image.number",
    previous: "digits.inside.image.previous",
    next: "digits.inside.image.next",
    onChange: (index) => inside.setSubject(inside.subject.source, index),
  });
  const networks = createChoice({
    label: "digits.inside.network",
    options: [
      { value: /** @type {"training" | "ready"} */ ("training"), text: "digits.answer.training" },
      { value: "ready", text: "digits.answer.ready" },
    ],
    value: inside.network,
    onChange: (network) => inside.setNetwork(network),
  });
  const labels = createLabels(inside);
  const answer = element("p", "inside-answer");

  return {
    element: element(
      "div",
      "inside-subject",
      figure.element,
      element("div", "inside-choices", sources.element, stepper.element, networks.element, labels.element),
      answer,
    ),
    show() {
      const { source, index } = inside.subject;
      sources.set(source);
      networks.set(inside.network);
      stepper.element.hidden = source === "drawing";
      stepper.set(index, inside.count);
      labels.show();
      sayAnswer(answer, inside);
      figure.describe("digits.inside.image");
      plot.redraw();
    },
    destroy() {
      stepper.destroy();
      plot.destroy();
    },
  };
}

/** The label: of a drawing it is chosen, of an image of the data it is known. @param {Inside} inside */
function createLabels(inside) {
  const digits = createChoice({
    label: "digits.inside.label",
    options: DIGITS,
    value: -1,
    onChange: (digit) => inside.setLabel(digit),
  });
  const name = words("span", "inside-label-name", "digits.inside.label");
  name.setAttribute("aria-hidden", "true");
  const known = element("p", "inside-label");
  return {
    element: element("div", "inside-labels", name, digits.element, known),
    show() {
      const { label } = inside;
      const chosen = inside.subject.source === "drawing";
      digits.element.hidden = !chosen || !inside.image;
      name.hidden = digits.element.hidden;
      known.hidden = chosen || label === null;
      digits.set(label ?? -1);
      if (label !== null) say(known, "digits.inside.label.known", { digit: label });
    },
  };
}

/** @param {HTMLElement} place @param {Inside} inside */
function sayAnswer(place, { look, trace, status }) {
  if (!look || !trace) {
    say(place, `digits.inside.${status || "waiting"}`);
    return;
  }
  const { first, second } = look.judgement;
  const z = (/** @type {number} */ k) => formatOutput(Number(trace.z[k]));
  const key = trace.error === null ? "digits.inside.answer" : "digits.inside.answer.error";
  const error = () => figures(trace.error ?? Number.NaN);
  say(place, key, { first, second, z: () => z(first), other: () => z(second), error });
}
