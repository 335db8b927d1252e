// @ts-check
// Chapter 4: training a network, full case: recognising images. The pad first, with the ready network; then the rest.

import { createChapterHead } from "../../controls/chapter-head.js";
import { element } from "../../controls/dom.js";
import { createNotice } from "../../controls/notice.js";
import { core } from "../../frame/core.js";
import { createDrawing } from "./drawing.js";
import { createDigitsFormulas } from "./formulas.js";
import { keepStrokes, keptStrokes, openClassifier } from "./ready.js";
import { SCHEMA } from "./schema.js";

/** @type {import("../../main.js").Chapter} */
export const digits = {
  id: "digits",
  number: 4,
  name: "digits.name",
  title: "digits.title",
  schema: SCHEMA,
  mount,
};

/**
 * @param {HTMLElement} root
 * @param {import("../../main.js").Tools} tools
 */
function mount(root, { settings, player }) {
  let alive = true;
  /** @type {import("./drawing.js").Image} */
  let image = null;
  /** @type {ReturnType<typeof import("./learning.js").createLearning> | null} */
  let learning = null;

  const before = keptStrokes();
  const drawing = createDrawing({
    slant: settings.values().slant === true,
    onSlant: (slant) => settings.set({ slant }),
    onStrokes: keepStrokes,
    onImage(next) {
      image = next;
      learning?.setImage(next);
    },
  });
  const modelNotice = createNotice();
  drawing.element.append(modelNotice.element);
  const lab = element("div", "lab", drawing.element);
  root.append(
    createChapterHead({
      number: digits.number,
      title: digits.title,
      sentence: "digits.sentence",
      formula: createDigitsFormulas(),
    }),
    lab,
  );
  drawing.pad.setStrokes(before);

  /** The pad answers. What prevents it is told here, but for a core that fails: that the training tells. */
  async function openPad() {
    try {
      const model = openClassifier();
      model.catch(() => {});
      const { api } = await core();
      if (!alive) return;
      drawing.setApi(api);
      const classifier = await model;
      if (alive) drawing.setClassifier(classifier);
    } catch (error) {
      if (!alive || /** @type {{ code?: string }} */ (error).code === "no-wasm") return;
      drawing.setNoClassifier();
      modelNotice.showError(error, {
        text: "page.retry",
        onPress: () => {
          modelNotice.hide();
          openPad();
        },
      });
    }
  }

  async function openAll() {
    await openPad();
    const { createLearning } = await import("./learning.js");
    if (!alive) return;
    learning = createLearning(root, lab, {
      settings,
      player,
      image,
      onAnswer: drawing.setTraining,
      onRetry: openPad,
    });
  }

  const stopSettings = settings.onChange(() => drawing.setSlant(settings.values().slant === true));
  openAll();

  return {
    destroy() {
      alive = false;
      stopSettings();
      drawing.destroy();
      learning?.destroy();
    },
  };
}
