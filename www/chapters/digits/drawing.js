// @ts-check
// Chapter 4, left: the pad, the 28 × 28 image that the networks see, their ten outputs and their answers.

import { mountPlot } from "../../chart/canvas.js";
import { element, words } from "../../controls/dom.js";
import { createFigure } from "../../controls/figure.js";
import { t } from "../../i18n/index.js";
import { createAnswer, wordsOfDoubt } from "./answer.js";
import { createAsks } from "./asks.js";
import { drawBars } from "./bars.js";
import { createField } from "./field.js";
import { Recognition } from "./recognition.js";
import { createSeen } from "./seen.js";

/** @typedef {import("./recognition.js").Image} Image */
/** @typedef {readonly import("./pad/strokes.js").Stroke[]} Strokes */
/** @typedef {ReturnType<typeof createDrawing>} DrawingPart */

/**
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {{ slant: boolean, onSlant: (slant: boolean) => void, onImage: (image: Image) => void,
 *   onStrokes: (strokes: Strokes) => void, onAsk: (name: import("./sections.js").Name) => void }} options
 */
export function createDrawing(
  { announce, onEnd, onLanguage },
  { slant, onSlant, onImage, onStrokes, onAsk },
) {
  const recognition = new Recognition(slant);
  const answers = createAnswers(recognition);
  const bars = createBars(recognition);
  const asks = createAsks(onAsk);
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const seen = createSeen(recognition, (next) => {
    recognition.setSlant(next);
    onSlant(next);
    show();
  });
  const field = createField({
    onChange: look,
    onStrokeEnd: () => requestAnimationFrame(() => speak(recognition, announce)),
  });

  /** @param {Strokes} strokes */
  function look(strokes) {
    const { isEmpty: wasEmpty } = recognition;
    recognition.setStrokes(strokes);
    onStrokes(strokes);
    field.showEmpty(recognition.isEmpty);
    onImage(recognition.image);
    show();
    if (recognition.isEmpty && !wasEmpty) announce(t("digits.answer.spoken.empty"));
  }

  function show() {
    seen.show();
    answers.show();
    // In the frame that follows the pen, not in the one after it.
    bars.drawNow();
    asks.show(recognition.judge(recognition.ready)?.digit ?? null);
    for (const listener of listeners) listener();
  }

  onLanguage(() => {
    answers.show();
    bars.redraw();
  });
  onEnd(() => field.pad.destroy());
  onEnd(seen.destroy);
  onEnd(bars.destroy);
  field.showEmpty(true);
  asks.setReady(false);
  show();

  return {
    element: layOut({ field, seen, answers, bars, asks }),
    recognition,
    strokes: () => field.pad.strokes,
    /** Called when the drawing, or an answer of the ready network, is another. @param {() => void} listener */
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** There is a training to look into. */
    setAskable: () => asks.setReady(true),
    /** What was drawn before. @param {Strokes} strokes */
    setStrokes: (strokes) => field.pad.setStrokes(strokes),
    image: () => recognition.image,
    /** @param {import("../../frame/core.js").PadApi} api */
    setApi(api) {
      recognition.setApi(api);
      onImage(recognition.image);
      show();
    },
    /** @param {import("../../pkg/descent.js").Classifier} classifier */
    setClassifier(classifier) {
      recognition.setClassifier(classifier);
      show();
    },
    setNoClassifier() {
      answers.setMissing();
    },
    /** @param {boolean} next */
    setSlant(next) {
      if (recognition.slant === next) return;
      recognition.setSlant(next);
      show();
    },
    /** @param {Float32Array | null} z of the network in training */
    setTraining(z) {
      if (!recognition.setTraining(z)) return;
      answers.show();
      bars.redraw();
    },
  };
}

/** @param {{ field: ReturnType<typeof createField> } & Record<"seen" | "answers" | "bars" | "asks", { element: HTMLElement }>} parts */
function layOut({ field, seen, answers, bars, asks }) {
  const side = element("div", "pad-side", seen.element, answers.element);
  return element(
    "section",
    "part drawing",
    element("div", "part-head", words("h2", "part-title", "digits.pad.title"), field.tools),
    element("div", "pad-row", field.element, side),
    element("div", "bars-block", words("p", "caption", "digits.bars.note"), bars.element, asks.element),
  );
}

/** The answers of both networks. @param {Recognition} recognition */
function createAnswers(recognition) {
  let missing = false;
  const ready = createAnswer("ready");
  const training = createAnswer("training");
  function show() {
    const empty = recognition.isEmpty ? "digits.answer.empty" : undefined;
    const reason =
      missing && !recognition.hasClassifier ? "digits.answer.none" : (empty ?? "digits.answer.waiting");
    ready.show(recognition.ready, recognition.judge(recognition.ready), reason);
    training.show(recognition.training, recognition.judge(recognition.training), empty);
  }
  return {
    element: element("div", "answers", ready.element, training.element),
    show,
    /** The ready network could not be loaded. */
    setMissing() {
      missing = true;
      show();
    },
  };
}

/** The outputs of both networks. @param {Recognition} recognition */
function createBars(recognition) {
  const figure = createFigure({ className: "bars", label: "digits.bars.label" });
  const plot = mountPlot(figure.canvas, (ctx, { width, height, colours }) => {
    const { ready, training } = recognition;
    // Nobody wins where the ready network is not sure.
    const winner = ready ? recognition.judge(ready)?.digit : recognition.judge(training)?.first;
    drawBars(ctx, [ready, training], { winner: winner ?? null, width, height, colours });
  });
  return { element: figure.element, drawNow: plot.drawNow, redraw: plot.redraw, destroy: plot.destroy };
}

/**
 * @param {Recognition} recognition
 * @param {(text: string) => void} announce
 */
function speak(recognition, announce) {
  const judgement = recognition.judge(recognition.ready);
  if (!judgement) return;
  const { digit } = judgement;
  if (digit !== null) announce(t("digits.answer.spoken", { digit }));
  else {
    const { key, params } = wordsOfDoubt(judgement);
    announce(t(`${key}.spoken`, params));
  }
}
