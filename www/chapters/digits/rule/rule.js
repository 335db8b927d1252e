// @ts-check
// The rule for one weight of the network in training, which the reader chooses, under the pictures of the row of V that it
// belongs to: the same line as in every chapter, with the next mini-batch's mean. Loaded when the training stands.

import { element } from "../../../controls/dom.js";
import { addTexts, say, sayAttribute } from "../../../i18n/index.js";
import { createLivingRule } from "../../../lecture/living-rule.js";
import { createPicture } from "../inside/picture.js";
import { createSeenParts } from "../inside/seen-parts.js";
import { sharedScale } from "../inside/signed.js";
import { createRowQuestion } from "./asking.js";
import { rule as texts } from "./texts.js";

/** @typedef {import("../../../pkg/descent.js").RowStep} RowStep */
/** @typedef {import("../../../lecture/living-rule.js").Term} Term */

addTexts(texts);

/**
 * The weight that is shown until the reader chooses one: of the pixel in the middle of an image, which most digits ink. Never
 * one that depends on when it was first looked at: a link shows everyone the same.
 */
const MIDDLE = 14 * 28 + 14;

/**
 * @param {{ frame: Pick<import("../../../frame/lab.js").Frame, "kept" | "onEnd" | "onLanguage">,
 *   session: import("../session.js").Session }} options
 */
export function createDigitsRule({ frame, session }) {
  const { kept } = frame;
  const select = element("select", "select");
  sayAttribute(select, "aria-label", "digits.rule.row");
  sayAttribute(select, "title", "digits.rule.row");
  const pictures = createPictures((pixel) => {
    kept.weight = pixel;
    show();
  });
  const caption = element("p", "caption rule-caption");
  const line = createLivingRule({ choice: select, pictures: pictures.elements });
  const root = element("div", "digits-rule", line.element, caption);
  /** @type {RowStep | null} */
  let step = null;
  const question = createRowQuestion({
    ask: (row) => session.ask("row_step", row),
    onAnswer(answer) {
      step = answer;
      show();
    },
    onBusy: (busy) => root.setAttribute("aria-busy", String(busy)),
  });

  function show() {
    if (!step) {
      line.set([]);
      say(caption, "digits.rule.empty");
      return;
    }
    const pixel = Number(kept.weight ?? MIDDLE);
    const { rate } = step;
    const [next = 0, now = 0, derivative = 0] = [step.next, step.now, step.derivative].map((of) => of[pixel]);
    line.set([{ name: "V", index: `${Number(select.value) + 1},${pixel + 1}`, next, now, rate, derivative }]);
    pictures.show(step, pixel);
    say(caption, "digits.rule.caption", { row: Number(select.value) + 1 });
  }

  function offerRows() {
    const { hidden } = session.state().settings;
    if (select.length === hidden) return;
    const options = Array.from({ length: hidden }, (_, i) => {
      const option = element("option", "", `V ${i + 1}`);
      option.value = String(i);
      return option;
    });
    select.replaceChildren(...options);
    select.value = String(Math.min(hidden - 1, Number(kept.row ?? 0)));
    choose();
  }

  function choose() {
    kept.row = Number(select.value);
    question.want(kept.row);
  }

  const parts = createSeenParts([{ element: root, show: () => question.changed() }]);
  select.addEventListener("change", choose);
  frame.onEnd(session.on("state", offerRows));
  // A network that stands is told of wherever the reader looks, and one that learns only where it is seen.
  frame.onEnd(session.on("snapshot", ({ playing }) => parts.show(!playing)));
  frame.onLanguage(show);
  frame.onEnd(parts.destroy);
  frame.onEnd(question.end);
  frame.onEnd(pictures.destroy);
  offerRows();
  show();
  return { element: root };
}

/** @param {(pixel: number) => void} onPick */
function createPictures(onPick) {
  /** @type {{ step: RowStep, pixel: number } | null} */
  let latest = null;
  const make = (/** @type {Term} */ term) =>
    createPicture({
      className: "rule-picture",
      label: `digits.rule.${term}`,
      onPick,
      onPass: (pixel) => latest && mark(pixel ?? latest.pixel),
    });
  const [next, now, derivative] = [make("next"), make("now"), make("derivative")];

  /** @param {number} pixel */
  function mark(pixel) {
    if (!latest) return;
    const { step } = latest;
    // Both rows in one scale, or a step would not be seen as one.
    const scale = sharedScale(step.now, step.next);
    next.set({ values: step.next, scale, pixel });
    now.set({ values: step.now, scale, pixel });
    derivative.set({ values: step.derivative, scale: sharedScale(step.derivative), pixel });
  }

  return {
    elements: { next: next.element, now: now.element, derivative: derivative.element },
    /** @param {RowStep} step @param {number} pixel that is chosen */
    show(step, pixel) {
      latest = { step, pixel };
      mark(pixel);
    },
    destroy() {
      for (const picture of [next, now, derivative]) picture.destroy();
    },
  };
}
