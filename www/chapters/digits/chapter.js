// @ts-check
// Chapter 4: training a network, full case: recognising images. The pad first, with the ready network; then the rest,
// which `learning.js` brings.

import { element } from "../../controls/dom.js";
import { createNotice } from "../../controls/notice.js";
import { padCore, trainingCore } from "../../frame/core.js";
import { addTexts } from "../../i18n/index.js";
import { createDrawing } from "./drawing.js";
import { FIRST_SAMPLE, strokesOf } from "./pad/sample.js";
import { openClassifier } from "./ready.js";

/** @typedef {ReturnType<typeof import("./learning.js").createLearning>} Learning */

/** @type {import("../../frame/lab.js").Lab} */
export const lab = {
  title: "digits.title",
  sentence: "digits.sentence",
  core: padCore,
  build,
};

/**
 * @param {import("../../frame/lab.js").Frame} frame
 * @returns {import("../../frame/lab.js").View}
 */
function build(frame) {
  /** @type {Learning | null} */
  let learning = null;
  const isSlanted = () => frame.values().slant === true;
  const drawing = createDrawing(frame, {
    slant: isSlanted(),
    onSlant: (slant) => frame.save({ slant }),
    onStrokes(strokes) {
      frame.kept.strokes = strokes.map((stroke) => [...stroke]);
      frame.kept.picture = null;
    },
    onPicture(picture) {
      frame.kept.picture = picture;
    },
    onImage: (image) => learning?.setImage(image),
    onAsk: (name) => learning?.ask(name),
  });
  const openPad = createPadOpener(frame, drawing);
  const places = {
    lab: element("div", "lab", element("div", "drawing-place", drawing.element)),
    below: element("div", "below"),
    notices: element("div"),
    after: element("div"),
  };
  const { picture, strokes } = frame.kept;
  if (picture) drawing.setPicture(picture);
  else if (strokes) drawing.setStrokes(strokes);
  else if (!frame.values().ink) drawing.setSample(strokesOf(FIRST_SAMPLE));

  /** @type {(card: Element) => void} */
  let showFormula = () => {};
  /** The pad does not wait for it. @type {Promise<Element>} */
  const formula = new Promise((resolve) => {
    showFormula = resolve;
  });

  /** @returns {Promise<Learning | null>} null: the reader has left */
  async function bringLearning() {
    const { createLearning, createDigitsFormulas } = await import("./learning.js");
    if (!frame.alive()) return null;
    showFormula(createDigitsFormulas());
    learning ??= createLearning(frame, places, drawing);
    return learning;
  }

  return {
    formula,
    elements: [places.lab, places.below],
    after: [places.notices, places.after],
    readings: () => learning?.readings() ?? null,
    async open(core) {
      drawing.setApi(core.api);
      await openPad();
      const [brought, forTraining] = await Promise.all([bringLearning(), trainingCore()]);
      // Who has left meanwhile would find this training in the next chapter's transport.
      if (frame.alive()) brought?.open(core, forTraining);
    },
    failed() {
      drawing.setNoClassifier();
      bringLearning().then(
        (brought) => brought?.fail(),
        () => {}, // What prevents it is being told.
      );
    },
    run: () => learning?.run() ?? [],
    load() {
      drawing.setSlant(isSlanted());
      learning?.load();
    },
  };
}

/** The texts of rarer faults come only now. */
async function bringTexts() {
  try {
    addTexts((await import("./texts.js")).digits);
  } catch {
    // Then the fault's own message is told.
  }
}

/**
 * What gives the pad its ready network. That network's failure is told beside the pad, and does not keep the training away.
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {ReturnType<typeof createDrawing>} drawing
 */
function createPadOpener({ alive }, drawing) {
  const notice = createNotice();
  drawing.element.append(notice.element);
  /** @type {ReturnType<typeof openClassifier> | null} */
  let begun = null;
  function begin() {
    begun ??= openClassifier();
    // A core that fails is told elsewhere, and tried again together with this.
    begun.catch(({ code }) => {
      if (code === "no-wasm") begun = null;
    });
    return begun;
  }
  // On its way while the core is.
  begin();

  return async function openPad() {
    try {
      const classifier = await begin();
      if (alive()) drawing.setClassifier(classifier);
    } catch (error) {
      await bringTexts();
      if (!alive()) return;
      drawing.setNoClassifier();
      notice.showError(error, { text: "page.retry", onPress: again });
    }
    function again() {
      notice.hide();
      begun = null;
      openPad();
    }
  };
}
