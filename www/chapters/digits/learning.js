// @ts-check
// Chapter 4, all but the pad: the training and what is seen of it. Loaded when the pad answers, which it must not delay.

import { createNext } from "../../controls/next.js";
import { initialValues } from "../../frame/address.js";
import { forWorker } from "../../frame/host.js";
import { addTexts } from "../../i18n/index.js";
import { createAbout } from "./about.js";
import { Arrivals } from "./arrivals.js";
import { createBelow } from "./below/below.js";
import { ClassNames } from "./class-names.js";
import { Comparison } from "./compare/comparison.js";
import { attachPlayer, comeBack, keepAddress, placeOf } from "./driver.js";
import { createTaker, listenForPictures } from "./incoming.js";
import { keepInk } from "./ink.js";
import { createNotices, NOTICES } from "./notices.js";
import { readingsOf } from "./readings.js";
import { nextSeed, SCHEMA } from "./schema.js";
import { createSections } from "./sections.js";
import { Session } from "./session.js";
import { runTable } from "./table.js";
import { digits as texts } from "./texts.js";
import { createTrainingClient } from "./training/client.js";
import { mnistSources } from "./training/sources.js";
import { createTraining } from "./training.js";

export { createDigitsFormulas } from "./formulas.js";

/** @typedef {import("../../frame/lab.js").Frame} Frame */
/** @typedef {import("../../frame/core.js").PadCore} Core */
/** @typedef {import("./schema.js").DigitsValues} DigitsValues */
/** @typedef {import("./drawing.js").Image} Image */

addTexts(texts);

/**
 * The training with its data, begun at the first call; it goes on while the reader is in another chapter.
 * @param {Frame} frame
 * @param {import("../../frame/core.js").TrainingCore} core
 * @returns {import("./training.js").Opened & { client: import("./training/client.js").TrainingClient }}
 */
function openSession({ kept, values }, { module, glueUrl }) {
  if (!kept.training) {
    const place = placeOf(values());
    const { t: _, rates: __, ...settings } = place;
    const sources = mnistSources((file) => forWorker(`data/${file}`));
    const client = createTrainingClient({ module, glueUrl, data: sources, settings });
    const session = new Session(client, place);
    const [arrivals, comparison] = [new Arrivals(client, sources), new Comparison(session)];
    kept.training = { client, session, arrivals, comparison };
  }
  return kept.training;
}

/**
 * What survives a reload. Without it all else works.
 * @param {Parameters<typeof import("./keep/begin.js").beginKeeping>} parts
 */
async function keepFrom(...parts) {
  try {
    const { beginKeeping } = await import("./keep/begin.js");
    if (parts[0].alive()) beginKeeping(...parts);
  } catch {
    // It could not be loaded: the page keeps nothing.
  }
}

/**
 * What "what to notice" speaks of: the chapter from its beginning, running, in sight of the reader.
 * @param {Frame} frame
 * @param {Session} session
 * @param {ReturnType<typeof createTraining>} training
 * @param {string} id
 */
function setUp({ player, values, scrollTo }, session, training, id) {
  const notice = NOTICES[id];
  if (!notice) return;
  const changes = id === "seed" ? { seed: nextSeed(Number(values().seed)) } : notice.values;
  session.reset({ ...placeOf(initialValues(SCHEMA)), ...changes });
  player.setSpeed(notice.speed);
  player.play();
  training.focus();
  scrollTo(training.element);
}

/**
 * What the drawing is called by the network in training, whose classes may be a reader's own.
 * @param {Frame} frame @param {ClassNames} names @param {import("./drawing.js").DrawingPart} drawing
 */
function nameClasses({ onEnd }, names, drawing) {
  const show = () => drawing.setNames(names.given);
  onEnd(names.on("change", show));
  show();
}

/**
 * @param {Frame} frame
 * @param {{ lab: HTMLElement, below: HTMLElement, notices: HTMLElement, after: HTMLElement }} places beside the pad, below
 *   both, for "what to notice", and at the end
 * @param {import("./drawing.js").DrawingPart} drawing
 */
export function createLearning(frame, { lab, below, notices, after }, drawing) {
  /** @type {Session | null} */
  let session = null;
  /** @type {import("./sections.js").Context["ask"] | null} */
  let ask = null;
  let rowsVisible = false;
  /** @type {ClassNames} */
  const names = frame.kept.names ?? new ClassNames();
  frame.kept.names = names;
  nameClasses(frame, names, drawing);
  const values = () => /** @type {DigitsValues} */ (/** @type {unknown} */ (frame.values()));
  const training = createTraining(frame, { names, onAsk: (name) => ask?.(name) });
  const inner = createBelow(frame, {
    names,
    session: () => session,
    onVisible(visible) {
      rowsVisible = visible;
      session?.setWant({ rows: visible });
    },
    ask: async (name, subject) => ask?.(name, subject),
  });
  frame.onEnd(listenForPictures(drawing.element, createTaker(frame, drawing)));
  lab.append(training.element);
  below.append(...inner.elements);
  /** What "what to notice" was asked for before the training could be set up. @type {string | null} */
  let asked = null;
  notices.replaceWith(createNotices(notice));
  after.append(createNext({ to: "curve", text: "digits.next", link: "digits.next.link" }), createAbout());
  const ink = keepInk(frame, drawing);
  // Now that they have a width their height is known.
  inner.setHidden(values().hidden);

  /**
   * @param {Session} opened
   * @param {Core} core
   */
  function showInside(opened, { api }) {
    frame.onEnd(opened.on("state", () => inner.setHidden(opened.state().settings.hidden)));
    frame.onEnd(
      opened.on("snapshot", (snapshot) => {
        drawing.setTraining(snapshot.z, excuseOf(snapshot));
        inner.show(snapshot, api.confusion_summary);
      }),
    );
  }

  /** @param {string} id */
  function notice(id) {
    if (session) setUp(frame, session, training, id);
    else asked = id;
  }

  return {
    fail: training.fail,
    run: () => runTable(session?.state().snapshot ?? null),
    /** The core has come. @param {Core} core @param {import("../../frame/core.js").TrainingCore} forTraining */
    open(core, forTraining) {
      const found = openSession(frame, forTraining);
      session = found.session;
      comeBack(frame, session);
      attachPlayer(frame, session);
      keepAddress(frame, session);
      showInside(session, core);
      training.open(found);
      session.setDrawing(drawing.image());
      session.setWant({ confusion: true, rows: rowsVisible });
      const sections = createSections({ frame, ...found, names, drawing, api: core.api });
      below.prepend(sections.element);
      ask = sections.ask;
      drawing.setAskable();
      inner.setAskable();
      keepFrom(frame, { session: found.session, names }, drawing);
      if (asked) notice(asked);
      asked = null;
    },

    /** The address says something else. */
    load() {
      training.setLogarithmic(values().log);
      session?.open(placeOf(frame.values()));
      ink.load();
    },

    readings: () => session && readingsOf(session.state()),

    /** Opens what answers a question. @type {import("./sections.js").Context["ask"]} */
    ask: async (name, subject) => ask?.(name, subject),

    /** @param {Image} image what is on the pad */
    setImage: (image) => session?.setDrawing(image),
  };
}

/** @param {import("./training/types.js").Snapshot} snapshot @returns {import("./answer.js").Excuse | null} */
function excuseOf({ status, silent }) {
  if (status.t === 0) return "untrained";
  return silent ? "silent" : null;
}
