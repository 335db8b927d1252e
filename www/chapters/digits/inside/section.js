// @ts-check
// Inside the network: why it answers so, and where each number comes from. The subject on top, the flow with its unit and its
// outputs at the left, at the right the derivation with the card of the number that was asked for.

import { element } from "../../../controls/dom.js";
import { breathe } from "../../../frame/breath.js";
import { addTexts } from "../../../i18n/index.js";
import { createPace } from "../pace.js";
import { createCard } from "./derivation/card.js";
import { createDerivation } from "./derivation/derivation.js";
import { createFlow } from "./flow.js";
import { changesWith } from "./looking.js";
import { createOutputs } from "./outputs.js";
import { createSeenParts } from "./seen-parts.js";
import { Inside } from "./session.js";
import { createSubject } from "./subject.js";
import { inside as texts } from "./texts.js";
import { createUnit } from "./unit.js";
import { createWorld } from "./world.js";

addTexts(texts);

/** What others ask this section for: an image of the data, a hidden unit; nothing: the drawing. @typedef {{ source?: "drawing" | "batch" | "train" | "test", index?: number, unit?: number }} Subject */

/** @type {import("../sections.js").CreateSection} */
export function createSection(context) {
  const { drawing } = context;
  const inside = new Inside(createWorld(context));
  const root = element("div", "inside");
  let isOpen = false;
  let isHeard = false;
  const parts = new AbortController();
  const built = build(context, { inside, root, signal: parts.signal });

  return {
    title: "digits.inside.title",
    element: root,
    /** @param {Subject} [asked] */
    async open(asked = {}) {
      isOpen = true;
      begin(inside, drawing, asked);
      const listen = await built;
      if (!isOpen || !listen) return;
      // The title has the focus at first, and stands outside.
      if (!isHeard) listen(root.closest("section") ?? root);
      isHeard = true;
      inside.setVisible(true);
    },
    close() {
      isOpen = false;
      inside.setVisible(false);
    },
    destroy() {
      isOpen = false;
      inside.setVisible(false);
      parts.abort();
    },
  };
}

/**
 * Makes what is seen, one thing after another: all of it at once would keep the page from answering for too long.
 * @param {import("../sections.js").Context} context
 * @param {{ inside: Inside, root: HTMLElement, signal: AbortSignal }} options
 * @returns {Promise<((root: HTMLElement) => void) | null>} has the walk listen to the keys in `root`; null: it was left before
 */
async function build({ frame, session, drawing }, { inside, root, signal }) {
  const picture = element("div", "inside-picture-column");
  const derived = element("div", "inside-derivation-column");
  /** @type {ReturnType<typeof createDerivation>[]} */
  const walked = [];
  /** @type {{ element: HTMLElement, show: () => void, destroy: () => void }[]} */
  const seenParts = [];
  const onEnd = (/** @type {() => void} */ stop) => signal.addEventListener("abort", stop);
  const add = (/** @type {HTMLElement} */ place, /** @type {(typeof seenParts)[number]} */ part) => {
    place.append(part.element);
    onEnd(part.destroy);
    seenParts.push(part);
  };
  const rate = () => session.state().settings.rate;
  for (const make of [
    () => add(root, createSubject(inside)),
    () => {
      root.append(picture, derived);
      add(picture, createFlow({ inside, frame }));
    },
    () => add(picture, createUnit(inside, rate)),
    () => add(picture, createOutputs(inside)),
    () => {
      const derivation = createDerivation({ inside, frame });
      walked.push(derivation);
      onEnd(derivation.destroy);
      derived.append(derivation.element);
    },
    () => {
      const card = createCard({ inside, frame });
      onEnd(card.destroy);
      derived.append(card.element);
    },
  ]) {
    make();
    await breathe();
    if (signal.aborted) return null;
  }
  const seen = createSeenParts(seenParts);
  onEnd(seen.destroy);
  const show = () => seen.show(session.state().doing === "still");
  frame.onLanguage(show);
  show();
  follow({ inside, root, session, drawing, show, onEnd });
  return walked[0]?.listen ?? null;
}

/**
 * Looks again when something has changed.
 * @param {Pick<import("../sections.js").Context, "session" | "drawing"> & {
 *   inside: Inside, root: HTMLElement, show: () => void, onEnd: (stop: () => void) => void }} options
 */
function follow({ inside, root, session, drawing, show, onEnd }) {
  const pace = createPace(() => inside.refresh());
  for (const stop of [
    inside.on("change", show),
    session.on("snapshot", ({ playing, status }) => {
      if (changesWith(inside, status)) pace.tell(playing);
    }),
    drawing.onChange(() => {
      if (inside.subject.source === "drawing") inside.refresh();
    }),
    pace.stop,
    watch(root, (visible) => inside.setVisible(visible)),
  ])
    onEnd(stop);
}

/** @param {Inside} inside @param {import("../drawing.js").DrawingPart} drawing @param {Subject} asked */
function begin(inside, { recognition }, { source, index = 0, unit }) {
  if (source) {
    inside.setNetwork("training");
    inside.setSubject(source, index);
  } else if (unit === undefined) {
    // The network whose answer was asked about; the one in training if it says the same, since it can be watched.
    const ready = recognition.judge(recognition.ready)?.digit ?? null;
    const training = recognition.judge(recognition.training)?.digit ?? null;
    inside.setNetwork(recognition.ready && ready !== training ? "ready" : "training");
    inside.setSubject(recognition.isEmpty ? "test" : "drawing");
    inside.setUnit(null);
  } else {
    inside.setNetwork("training");
    if (recognition.isEmpty && !inside.image) inside.setSubject("test");
    inside.setUnit(unit);
  }
}

/** @param {Element} root @param {(visible: boolean) => void} onVisible */
function watch(root, onVisible) {
  const observer = new IntersectionObserver((entries) => onVisible(entries.at(-1)?.isIntersecting ?? false));
  observer.observe(root);
  return () => observer.disconnect();
}
