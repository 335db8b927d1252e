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
import { drawStrokes } from "./pad/ink.js";
import { Recognition } from "./recognition.js";
import { createSeen } from "./seen.js";

/** @typedef {import("./recognition.js").Image} Image */
/** @typedef {readonly import("./pad/strokes.js").Stroke[]} Strokes */
/** @typedef {ReturnType<typeof createDrawing>} DrawingPart */

/**
 * What is on the pad: the reader's own strokes, the page's, which are no drawing of anybody's, or the ink of a picture.
 * @typedef {{ kind: "own" | "sample", strokes: Strokes, picture: null }
 *   | { kind: "picture", strokes: Strokes, picture: Picture }} Content
 *
 * @typedef {import("./recognition.js").Picture & { ink: Uint8Array<ArrayBuffer>, width: number, height: number,
 *   draw: import("./pad/pad.js").Guest }} Picture with its ink, row by row, 0 is paper; and how it is drawn on the pad
 */

/**
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {{ slant: boolean, onSlant: (slant: boolean) => void, onImage: (image: Image) => void,
 *   onStrokes: (strokes: Strokes) => void, onPicture: (picture: Picture) => void, onAsk: (name: import("./sections.js").Name) => void }} options
 */
export function createDrawing(
  { announce, onEnd, onLanguage },
  { slant, onSlant, onImage, onStrokes, onPicture, onAsk },
) {
  const recognition = new Recognition(slant);
  const answers = createAnswers(recognition);
  const bars = createBars(recognition);
  const asks = createAsks(onAsk);
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const seen = createSeen(recognition, chooseSlant);
  /** @type {Content} */
  let content = { kind: "own", strokes: [], picture: null };
  const field = createField({
    onChange: look,
    onStrokeEnd: () => requestAnimationFrame(() => speak(recognition, announce)),
    onSample: (strokes) => offers.setSample(strokes),
    announce,
  });
  const offers = createOffers({ recognition, pad: field.pad, take, onPicture });

  /** @param {boolean} next */
  function chooseSlant(next) {
    recognition.setSlant(next);
    onSlant(next);
    show();
  }

  /** @param {Strokes} strokes */
  function look(strokes) {
    const { isEmpty: wasEmpty } = recognition;
    recognition.setStrokes(strokes);
    onStrokes(strokes);
    take({ kind: "own", strokes, picture: null });
    if (recognition.isEmpty && !wasEmpty) announce(t("digits.answer.spoken.empty"));
  }

  /** @param {Content} next */
  function take(next) {
    content = next;
    field.show(recognition.isEmpty ? "empty" : next.kind);
    onImage(recognition.image);
    show();
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
  field.show("empty");
  asks.setReady(false);
  show();

  return {
    element: layOut({ field, seen, answers, bars, asks }),
    recognition,
    content: () => content,
    /** The reader's own: none while a sample or a picture stands there. */
    strokes: () => field.pad.strokes,
    isDrawing: () => field.pad.isDrawing,
    chooseSlant,
    /** Called when the drawing, or an answer of the ready network, is another. @param {() => void} listener */
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** There is a training to look into. */
    setAskable: () => asks.setReady(true),
    ...offers,
    image: () => recognition.image,
    ...createComing({ recognition, onImage, show }),
    setNoClassifier() {
      answers.setMissing();
    },
    /** @param {Float32Array | null} z of the network in training @param {import("./answer.js").Excuse | null} [excuse] */
    setTraining(z, excuse = null) {
      if (!recognition.setTraining(z, excuse)) return;
      answers.show();
      bars.redraw();
    },
  };
}

/**
 * What comes later: the core, the ready network, and another slant from the address.
 * @param {{ recognition: Recognition, onImage: (image: Image) => void, show: () => void }} parts
 */
function createComing({ recognition, onImage, show }) {
  return {
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
    /** What the classes of the network in training are called. @param {readonly string[] | null} names */
    setNames(names) {
      recognition.names = names;
      show();
    },
    /** @param {boolean} next */
    setSlant(next) {
      if (recognition.slant === next) return;
      recognition.setSlant(next);
      show();
    },
  };
}

/**
 * What may be put on the pad, other than by drawing.
 * @param {{ recognition: Recognition, pad: import("./pad/pad.js").Pad, take: (next: Content) => void,
 *   onPicture: (picture: Picture) => void }} parts
 */
function createOffers({ recognition, pad, take, onPicture }) {
  return {
    /** What was drawn before. @param {Strokes} strokes */
    setStrokes: (strokes) => pad.setStrokes(strokes),
    /** Until the first touch: strokes that are not the reader's. @param {Strokes} strokes */
    setSample(strokes) {
      recognition.setStrokes(strokes);
      pad.setGuest((ctx, { colours, ...place }) =>
        drawStrokes(ctx, strokes, { ...place, ink: colours.muted }),
      );
      take({ kind: "sample", strokes, picture: null });
    },
    /** Until the first touch: the ink of a picture. @param {Picture} picture */
    setPicture(picture) {
      recognition.setPicture(picture);
      pad.setGuest(picture.draw);
      onPicture(picture);
      take({ kind: "picture", strokes: [], picture });
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
    const { training: z, names, excuse } = recognition;
    training.show(z, recognition.judge(z), empty, names, excuse);
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
  /** @type {import("../../chart/canvas.js").Draw} */
  const draw = (ctx, { width, height, colours }) => {
    const { ready, training, names } = recognition;
    // Nobody wins where the ready network is not sure.
    const winner = ready ? recognition.judge(ready)?.digit : recognition.judge(training)?.first;
    drawBars(ctx, [ready, training], { winner: winner ?? null, names, width, height, colours });
  };
  const numbers = () => [
    { name: t("export.ready"), values: recognition.ready ?? [] },
    { name: t("export.training"), values: recognition.training ?? [] },
  ];
  const plot = mountPlot(figure.canvas, draw, { zoomed: true, numbers });
  return { element: figure.element, drawNow: plot.drawNow, redraw: plot.redraw, destroy: plot.destroy };
}

/** @param {Recognition} recognition @param {(text: string) => void} announce */
function speak(recognition, announce) {
  const judgement = recognition.judge(recognition.ready);
  if (!judgement) return;
  const { digit } = judgement;
  if (digit !== null) return announce(t("digits.answer.spoken", { digit }));
  const { key, params } = wordsOfDoubt(judgement);
  announce(t(`${key}.spoken`, params));
}
