// @ts-check
// Chapter 4: training a network, full case: recognising images. Connects the pad, the training and what is seen of both.

import { createChapterHead } from "../controls/chapter-head.js";
import { element } from "../controls/dom.js";
import { createNotice } from "../controls/notice.js";
import { createWhatToNotice } from "../controls/what-to-notice.js";
import { core } from "./core.js";
import { nextSeed, SCHEMA } from "./digits-controls.js";
import { createDrawing } from "./digits-drawing.js";
import { createDigitsFormulas } from "./digits-formulas.js";
import { createConfusion, createRows } from "./digits-inside.js";
import { keepStrokes, keptStrokes, openClassifier, openSession } from "./digits-session.js";
import { createDigitsTraining } from "./digits-training.js";

/** @typedef {import("./digits-controls.js").DigitsValues} DigitsValues */

/**
 * What "what to notice" sets up, the rest as it begins; slow enough to be watched.
 * @type {readonly { id: string, speed: string, values: Partial<DigitsValues> }[]}
 */
const NOTICES = [
  { id: "first", speed: "fast", values: {} },
  { id: "batch", speed: "fast", values: { batch: 1, rate: 0.3 } },
  { id: "small", speed: "fast", values: { rate: 0.01 } },
  { id: "large", speed: "fast", values: { rate: 100 } },
  { id: "narrow", speed: "full", values: { hidden: 3 } },
  { id: "seed", speed: "fast", values: {} },
];

/** @type {import("../main.js").Chapter} */
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
 * @param {import("../main.js").Tools} tools
 */
function mount(root, { settings, player }) {
  let alive = true;
  /** @type {import("./digits-session.js").Session | null} */
  let session = null;
  /** @type {import("./digits-drawing.js").Image} */
  let image = null;
  const read = () => /** @type {DigitsValues} */ (/** @type {unknown} */ (settings.values()));

  const before = keptStrokes();
  const drawing = createDrawing({
    onStrokes: keepStrokes,
    onImage(next) {
      image = next;
      session?.client.setDrawing(next);
    },
  });
  const modelNotice = createNotice();
  drawing.element.append(modelNotice.element);

  const training = createDigitsTraining({
    player,
    values: read(),
    onValues(changes) {
      settings.set(changes);
      if (changes.hidden) rows.setHidden(changes.hidden);
    },
  });
  let rowsVisible = false;
  const rows = createRows({
    onVisible(visible) {
      rowsVisible = visible;
      session?.client.setWant({ rows: visible });
    },
  });
  const confusion = createConfusion();
  const notices = createWhatToNotice({
    title: "digits.notice.title",
    items: NOTICES.map(({ id, speed, values }) => ({
      id,
      text: `digits.notice.${id}`,
      action: `digits.notice.${id}.do`,
      onPress: () => setUp(id === "seed" ? { seed: nextSeed(read().seed) } : values, speed),
    })),
  });

  root.append(
    createChapterHead({
      number: digits.number,
      title: digits.title,
      sentence: "digits.sentence",
      formula: createDigitsFormulas(),
    }),
    element("div", "lab", drawing.element, training.element),
    element("div", "below", rows.element, confusion.element),
    notices,
  );
  rows.setHidden(read().hidden);
  drawing.pad.setStrokes(before);

  /**
   * Sets the chapter up from its beginning and lets it run, in sight of the reader.
   * @param {Partial<DigitsValues>} values
   * @param {string} speed
   */
  function setUp(values, speed) {
    const { hidden, rate, batch, seed } = SCHEMA;
    const next = {
      hidden: hidden.initial,
      rate: rate.initial,
      batch: batch.initial,
      seed: seed.initial,
      log: read().log,
      ...values,
    };
    settings.set(next);
    show(next);
    training.begin(speed);
    training.element.scrollIntoView({
      block: "nearest",
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
  }

  /** @param {DigitsValues} values */
  function show(values) {
    training.setValues(values);
    rows.setHidden(values.hidden);
  }

  async function openCore() {
    try {
      const { api } = await core();
      if (!alive) return;
      drawing.setApi(api);
      const { hidden, rate, batch, seed } = read();
      const opened = await openSession({ hidden, rate, batch, seed });
      if (!alive) return;
      session = opened;
      stops.push(
        session.client.on("snapshot", (snapshot) => {
          drawing.setTraining(snapshot.z);
          if (snapshot.rows) rows.set(snapshot.rows);
          confusion.set(snapshot.confusion);
        }),
      );
      training.open(session);
      session.client.setDrawing(image);
      session.client.setWant({ confusion: true, rows: rowsVisible });
    } catch (error) {
      if (alive) training.fail(error, openAll);
    }
  }

  async function openModel() {
    try {
      const classifier = await openClassifier();
      if (alive) drawing.setClassifier(classifier);
    } catch (error) {
      // Without the core there is a message already.
      if (!alive || /** @type {{ code?: string }} */ (error).code === "no-wasm") return;
      drawing.setNoClassifier();
      modelNotice.showError(error, {
        text: "page.retry",
        onPress: () => {
          modelNotice.hide();
          openModel();
        },
      });
    }
  }

  function openAll() {
    openCore();
    openModel();
  }

  /** @type {(() => void)[]} */
  const stops = [settings.onChange(() => show(read()))];
  openAll();

  return {
    destroy() {
      alive = false;
      for (const stop of stops) stop();
      training.destroy();
      drawing.destroy();
      rows.destroy();
      confusion.destroy();
    },
  };
}
