// @ts-check
// Chapter 4, left: the pad, the 28 × 28 image that the networks see, their ten outputs and their answers.

import { button, element, words } from "../controls/dom.js";
import { createFigure } from "../controls/figure.js";
import { icon } from "../controls/icons.js";
import { onLanguage, say, sayAttribute } from "../i18n/index.js";
import { createPad } from "../pad/pad.js";
import { toArrays } from "../pad/strokes.js";
import { drawBars, formatOutput, greatest } from "../plots/bars.js";
import { mountPlot } from "../plots/canvas.js";
import { drawImage } from "../plots/image.js";
import { decimalSign } from "./decimal.js";

/** @typedef {Uint8Array<ArrayBuffer> | null} Image */

/**
 * A network's answer: its name with its mark in the bars, and the digit, large.
 * @param {"ready" | "training"} which
 */
function createAnswer(which) {
  const digit = element("span", "answer-digit");
  const detail = element("span", "answer-detail");
  const name = element(
    "span",
    "answer-name",
    element("span", `answer-mark answer-mark-${which}`),
    words("span", "", `digits.answer.${which}`),
  );
  const root = element("div", `answer answer-${which}`, name, digit, detail);
  root.dataset.answer = which;
  return {
    element: root,
    /**
     * @param {ArrayLike<number> | null} z
     * @param {string} [reason] key of the words that stand there without an answer
     */
    show(z, reason) {
      const best = greatest(z);
      if (z && best !== null) {
        put(digit, String(best));
        detail.removeAttribute("data-i18n");
        const text = `z${"₀₁₂₃₄₅₆₇₈₉"[best]} = ${formatOutput(Number(z[best]), decimalSign())}`;
        put(detail, text);
      } else {
        digit.textContent = "";
        if (reason) say(detail, reason);
        else detail.replaceChildren();
      }
      root.classList.toggle("answer-none", best === null);
    },
  };
}

/**
 * Sets a text, if it is another: the page is laid out again for each that is set, and training sets them in each frame.
 * @param {HTMLElement} place
 * @param {string} text
 */
function put(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** @param {{ onImage: (image: Image) => void, onStrokes: (strokes: readonly import("../pad/strokes.js").Stroke[]) => void }} options */
export function createDrawing({ onImage, onStrokes }) {
  /** @type {import("../types/core.js").Api | null} */
  let api = null;
  /** @type {import("../types/core.js").Classifier | null} */
  let classifier = null;
  let withoutModel = false;
  /** @type {Image} */
  let image = null;
  /** @type {ArrayLike<number> | null} */
  let ready = null;
  /** @type {ArrayLike<number> | null} */
  let training = null;

  const canvas = element("canvas", "pad-canvas");
  canvas.setAttribute("role", "application");
  sayAttribute(canvas, "aria-label", "digits.pad.label");
  const hint = words("p", "pad-hint", "digits.pad.hint");
  const undo = button({
    text: "digits.undo",
    label: "digits.undo.label",
    icon: icon("undo"),
    onPress: () => pad.undo(),
  });
  const clear = button({
    text: "digits.clear",
    label: "digits.clear.label",
    icon: icon("clear"),
    onPress: () => pad.clear(),
  });
  undo.dataset.pad = "undo";
  clear.dataset.pad = "clear";

  const seen = createFigure({ className: "seen", label: "digits.seen.label" });
  const readyAnswer = createAnswer("ready");
  const trainingAnswer = createAnswer("training");
  const bars = createFigure({ className: "bars", label: "digits.bars.label" });
  const spoken = element("output", "visually-hidden");
  spoken.setAttribute("aria-live", "polite");

  const root = element(
    "section",
    "part drawing",
    element(
      "div",
      "part-head",
      words("h2", "part-title", "digits.pad.title"),
      element("div", "pad-tools", undo, clear),
    ),
    element(
      "div",
      "pad-row",
      element("div", "pad", canvas, hint),
      element(
        "div",
        "pad-side",
        element("div", "seen-block", seen.element, words("p", "caption", "digits.seen")),
        element("div", "answers", readyAnswer.element, trainingAnswer.element),
      ),
    ),
    element("div", "bars-block", words("p", "caption", "digits.bars.note"), bars.element),
    spoken,
  );

  const seenPlot = mountPlot(seen.canvas, (ctx, { width, height, ratio, colours }) => {
    drawImage(ctx, image, { left: 0, top: 0, side: Math.min(width, height), ratio, grid: true, colours });
  });
  const barsPlot = mountPlot(bars.canvas, (ctx, { width, height, colours }) => {
    drawBars(ctx, [ready, training], {
      width,
      height,
      decimal: decimalSign(),
      direction: "columns",
      colours,
    });
  });

  const pad = createPad(canvas, {
    onChange: look,
    onStrokeEnd: () => requestAnimationFrame(speak),
  });

  /** @param {readonly import("../pad/strokes.js").Stroke[]} strokes */
  function look(strokes) {
    onStrokes(strokes);
    const empty = strokes.length === 0;
    hint.hidden = !empty;
    undo.disabled = empty;
    clear.disabled = empty;
    const bytes = empty || !api ? null : rasterise(api, strokes);
    image = bytes && bytes.length > 0 ? bytes : null;
    if (!image) training = null;
    onImage(image);
    seenPlot.drawNow();
    answer();
    if (empty) say(spoken, "digits.answer.spoken.empty");
  }

  function answer() {
    ready = image && classifier ? classifier.classify(image) : null;
    showAnswers();
    // In the frame that follows the pen, not in the one after it.
    barsPlot.drawNow();
  }

  function showAnswers() {
    const without = pad.isEmpty ? "digits.answer.empty" : undefined;
    readyAnswer.show(ready, withoutModel ? "digits.answer.none" : (without ?? "digits.answer.waiting"));
    trainingAnswer.show(training, without);
    barsPlot.redraw();
  }

  function speak() {
    const digit = greatest(ready);
    if (digit !== null) say(spoken, "digits.answer.spoken", { digit });
  }

  const stopLanguage = onLanguage(showAnswers);
  look([]);

  return {
    element: root,
    pad,
    /** @param {import("../types/core.js").Api} loaded */
    setApi(loaded) {
      api = loaded;
      look(pad.strokes);
    },
    /** @param {import("../types/core.js").Classifier} loaded */
    setClassifier(loaded) {
      classifier = loaded;
      withoutModel = false;
      answer();
    },
    setNoClassifier() {
      withoutModel = true;
      showAnswers();
    },
    /** @param {ArrayLike<number> | null} z of the network in training */
    setTraining(z) {
      const next = image && z && z.length > 0 ? z : null;
      if (next === null && training === null) return;
      training = next;
      showAnswers();
    },
    destroy() {
      stopLanguage();
      pad.destroy();
      seenPlot.destroy();
      barsPlot.destroy();
    },
  };
}

/**
 * @param {import("../types/core.js").Api} api
 * @param {readonly import("../pad/strokes.js").Stroke[]} strokes
 */
function rasterise(api, strokes) {
  const { points, lengths } = toArrays(strokes);
  return api.rasterise(points, lengths);
}
