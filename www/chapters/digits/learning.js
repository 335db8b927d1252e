// @ts-check
// Chapter 4, all but the pad: the training and what is seen of it. Loaded when the pad answers, which it must not delay.

import { element } from "../../controls/dom.js";
import { createWhatToNotice } from "../../controls/what-to-notice.js";
import { core } from "../../frame/core.js";
import { createAbout } from "./about.js";
import { createConfusion, createRows } from "./inside.js";
import { nextSeed, SCHEMA } from "./schema.js";
import { openSession } from "./session.js";
import { createDigitsTraining } from "./training.js";

/** @typedef {import("./schema.js").DigitsValues} DigitsValues */
/** @typedef {import("./drawing.js").Image} Image */

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

/**
 * @param {HTMLElement} root the chapter
 * @param {HTMLElement} lab where the pad is
 * @param {{
 *   settings: import("../../frame/address.js").Settings, player: import("../../frame/player.js").Player, image: Image,
 *   onAnswer: (z: ArrayLike<number> | null) => void, onRetry: () => void,
 * }} options `image`: on the pad now; `onAnswer`: of the network in training, for the latest image; `onRetry`: the core
 *   could not be started, and the reader wants another attempt
 */
export function createLearning(root, lab, { settings, player, image: first, onAnswer, onRetry }) {
  let alive = true;
  let image = first;
  /** @type {import("./session.js").Session | null} */
  let session = null;
  const read = () => /** @type {DigitsValues} */ (/** @type {unknown} */ (settings.values()));

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
  lab.append(training.element);
  root.append(element("div", "below", rows.element, confusion.element), notices, createAbout());
  // Now that they have a width their height is known.
  rows.setHidden(read().hidden);

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
      slant: read().slant,
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

  async function open() {
    try {
      const { hidden, rate, batch, seed } = read();
      await core();
      const opened = await openSession({ hidden, rate, batch, seed });
      if (!alive) return;
      session = opened;
      stops.push(
        session.client.on("snapshot", (snapshot) => {
          onAnswer(snapshot.z);
          if (snapshot.rows) rows.set(snapshot.rows);
          confusion.set(snapshot.confusion);
        }),
      );
      training.open(session);
      session.client.setDrawing(image);
      session.client.setWant({ confusion: true, rows: rowsVisible });
    } catch (error) {
      if (!alive) return;
      training.fail(error, () => {
        onRetry();
        open();
      });
    }
  }

  /** @type {(() => void)[]} */
  const stops = [settings.onChange(() => show(read()))];
  open();

  return {
    /** @param {Image} next what is on the pad */
    setImage(next) {
      image = next;
      session?.client.setDrawing(next);
    },
    destroy() {
      alive = false;
      for (const stop of stops) stop();
      training.destroy();
      rows.destroy();
      confusion.destroy();
    },
  };
}
