// @ts-check
// "What does it see?": the way from the pad to the image, stage by stage; what the networks say to it, and what it is like.

import { element, words } from "../../../controls/dom.js";
import { createNotice } from "../../../controls/notice.js";
import { lookCore } from "../../../frame/core.js";
import { addTexts } from "../../../i18n/index.js";
import { createTaker } from "../incoming.js";
import { openClassifier } from "../ready.js";
import { createAnswers } from "./answers.js";
import { createNearest } from "./nearest.js";
import { createOffers } from "./offers.js";
import { Way } from "./session.js";
import { createStages } from "./stages.js";
import { way as texts } from "./texts.js";

addTexts(texts);

/** @type {import("../sections.js").CreateSection} */
export function createSection({ frame, session, drawing }) {
  const root = element("div", "way", words("p", "way-intro", "digits.way.text"));
  const notice = createNotice();
  const take = createTaker({ ...frame, notice }, drawing);
  root.append(createOffers({ onSample: drawing.setSample, onFile: take }), notice.element);
  /** @type {(() => void)[]} */
  const stops = [];
  let isOpen = false;

  /** The core and the ready network are here. @param {Way} way */
  function show(way) {
    const stages = createStages(way);
    const answers = createAnswers(way, drawing.recognition);
    const nearest = createNearest(way);
    const parts = [stages, answers, nearest];
    root.append(element("div", "way-row", stages.element, answers.element), nearest.element);
    const showAll = () => {
      for (const part of parts) part.show();
    };
    frame.onLanguage(showAll);
    stops.push(
      way.on("change", showAll),
      drawing.onChange(() => {
        if (isOpen) way.look();
      }),
      session.on("snapshot", () => {
        if (isOpen) way.refresh();
      }),
      ...parts.map((part) => part.destroy),
    );
    way.look();
  }

  /** @type {Promise<Way> | null} */
  let coming = null;
  async function bring() {
    const [{ api }, classifier] = await Promise.all([lookCore(), openClassifier().catch(() => null)]);
    const { content, isDrawing, recognition, chooseSlant } = drawing;
    const way = new Way({
      api,
      content,
      isDrawing,
      recognition,
      chooseSlant,
      classify: (image) => classifier?.classify(image) ?? null,
      ask: (method, ...args) => session.ask(method, ...args),
    });
    if (frame.alive()) show(way);
    return way;
  }

  function open() {
    isOpen = true;
    if (coming) coming.then((way) => way.look());
    else {
      coming = bring();
      coming.catch((error) => {
        coming = null;
        if (frame.alive()) notice.showError(error, { text: "page.retry", onPress: open });
      });
    }
  }

  return {
    title: "digits.way.title",
    element: root,
    open,
    close() {
      isOpen = false;
    },
    destroy() {
      for (const stop of stops) stop();
    },
  };
}
