// @ts-check
// Chapter 4, left: the pad, the 28 × 28 image that the networks see, their ten outputs and their answers.

import { mountPlot } from "../../chart/canvas.js";
import { createChoice } from "../../controls/choice.js";
import { button, element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { icon } from "../../controls/icons.js";
import { onLanguage, say, sayAttribute } from "../../i18n/index.js";
import { createAnswer, doubt } from "./answer.js";
import { drawBars } from "./bars.js";
import { drawImage } from "./image.js";
import { createPad } from "./pad/pad.js";
import { toArrays } from "./pad/strokes.js";

/** @typedef {Uint8Array<ArrayBuffer> | null} Image */

/**
 * @param {{
 *   slant: boolean, onSlant: (slant: boolean) => void,
 *   onImage: (image: Image) => void, onStrokes: (strokes: readonly import("./pad/strokes.js").Stroke[]) => void,
 * }} options `slant`: the ready network gets the drawing with its slant, though it was trained without
 */
export function createDrawing({ slant, onSlant, onImage, onStrokes }) {
  /** @type {import("../../types/core.js").Api | null} */
  let api = null;
  /** @type {import("../../types/core.js").Classifier | null} */
  let classifier = null;
  let withoutModel = false;
  /** @type {Image} as the network in training sees it */
  let image = null;
  /** @type {Image} as the ready network sees it */
  let prepared = null;
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
  const stage = createChoice({
    label: "digits.slant",
    options: [
      { value: "out", text: "digits.slant.out", icon: icon("upright") },
      { value: "kept", text: "digits.slant.kept", icon: icon("slanted") },
    ],
    value: slant ? "kept" : "out",
    onChange: (value) => {
      slant = value === "kept";
      onSlant(slant);
      answer();
    },
  });
  stage.element.classList.add("seen-stage");
  stage.element.hidden = true;
  const caption = words("p", "caption", "digits.seen");
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
        element("div", "seen-block", seen.element, stage.element, caption),
        element("div", "answers", readyAnswer.element, trainingAnswer.element),
      ),
    ),
    element("div", "bars-block", words("p", "caption", "digits.bars.note"), bars.element),
    spoken,
  );

  const seenPlot = mountPlot(seen.canvas, (ctx, { width, height, ratio, colours }) => {
    drawImage(ctx, prepared, { left: 0, top: 0, side: Math.min(width, height), ratio, grid: true, colours });
  });
  const barsPlot = mountPlot(bars.canvas, (ctx, { width, height, colours }) => {
    drawBars(ctx, [ready, training], {
      // Nobody wins where the ready network is not sure.
      winner: ready ? (decide(ready) ?? null) : undefined,
      width,
      height,
      direction: "columns",
      colours,
    });
  });

  const pad = createPad(canvas, {
    onChange: look,
    onStrokeEnd: () => requestAnimationFrame(speak),
  });

  /** @param {readonly import("./pad/strokes.js").Stroke[]} strokes */
  function look(strokes) {
    onStrokes(strokes);
    const empty = strokes.length === 0;
    hint.hidden = !empty;
    undo.disabled = empty;
    clear.disabled = empty;
    image = rasterise(strokes, false);
    if (!image) training = null;
    onImage(image);
    answer();
    if (empty) say(spoken, "digits.answer.spoken.empty");
  }

  /**
   * @param {readonly import("./pad/strokes.js").Stroke[]} strokes
   * @param {boolean} straighten
   * @returns {Image}
   */
  function rasterise(strokes, straighten) {
    if (!api || strokes.length === 0) return null;
    const { points, lengths } = toArrays(strokes);
    const bytes = api.rasterise(points, lengths, straighten);
    return bytes.length > 0 ? bytes : null;
  }

  /** The ready network, asked about the drawing after the stages that its images went through. */
  function answer() {
    const straighten = !slant && classifier?.straightens === true;
    prepared = straighten ? rasterise(pad.strokes, true) : image;
    ready = prepared && classifier ? classifier.classify(prepared) : null;
    const withoutSlant = straighten ? "digits.seen.upright" : "digits.seen.slanted";
    say(caption, classifier?.straightens ? withoutSlant : "digits.seen");
    seenPlot.drawNow();
    showAnswers();
    // In the frame that follows the pen, not in the one after it.
    barsPlot.drawNow();
  }

  /** @param {ArrayLike<number> | null} z */
  const decide = (z) => (z && api ? api.decide(Float32Array.from(z)) : undefined);

  function showAnswers() {
    const without = pad.isEmpty ? "digits.answer.empty" : undefined;
    const reason = withoutModel ? "digits.answer.none" : (without ?? "digits.answer.waiting");
    readyAnswer.show(ready, decide(ready), reason);
    trainingAnswer.show(training, decide(training), without);
    barsPlot.redraw();
  }

  function speak() {
    if (!ready) return;
    const digit = decide(ready);
    if (digit !== undefined) say(spoken, "digits.answer.spoken", { digit });
    else {
      const { key, params } = doubt(ready);
      say(spoken, `${key}.spoken`, params);
    }
  }

  const stopLanguage = onLanguage(showAnswers);
  look([]);

  return {
    element: root,
    pad,
    /** @param {import("../../types/core.js").Api} loaded */
    setApi(loaded) {
      api = loaded;
      look(pad.strokes);
    },
    /** @param {import("../../types/core.js").Classifier} loaded */
    setClassifier(loaded) {
      classifier = loaded;
      withoutModel = false;
      stage.element.hidden = !loaded.straightens;
      answer();
    },
    /** @param {boolean} next */
    setSlant(next) {
      if (slant === next) return;
      slant = next;
      stage.set(next ? "kept" : "out");
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
