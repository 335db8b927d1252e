// @ts-check
// Inside the network: why it answers so, and where each number comes from. The subject on top, the flow with its unit and its
// outputs at the left, at the right the derivation with the card of the number that was asked for.

import { element } from "../../../controls/dom.js";
import { addTexts } from "../../../i18n/index.js";
import { createCard } from "./derivation/card.js";
import { createDerivation } from "./derivation/derivation.js";
import { createFlow } from "./flow.js";
import { createOutputs } from "./outputs.js";
import { createPace } from "./pace.js";
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
  const { frame, session, drawing } = context;
  const inside = new Inside(createWorld(context));
  const subject = createSubject(inside);
  const flow = createFlow({ inside, frame });
  const unit = createUnit(inside, () => session.state().settings.rate);
  const outputs = createOutputs(inside);
  const derivation = createDerivation({ inside, frame });
  const card = createCard({ inside, frame });
  const parts = [subject, flow, unit, outputs];
  const root = element(
    "div",
    "inside",
    subject.element,
    element("div", "inside-picture-column", flow.element, unit.element, outputs.element),
    element("div", "inside-derivation-column", derivation.element, card.element),
  );
  let isHeard = false;

  const seen = createSeenParts(parts);
  const show = () => seen.show(session.state().doing === "still");
  const pace = createPace(() => inside.refresh());
  const stops = [
    inside.on("change", show),
    session.on("snapshot", ({ playing }) => {
      if (inside.network === "training" || inside.subject.source === "batch") pace.tell(playing);
    }),
    drawing.onChange(() => {
      if (inside.subject.source === "drawing") inside.refresh();
    }),
    seen.destroy,
    pace.stop,
    watch(root, (visible) => inside.setVisible(visible)),
    ...[...parts, derivation, card].map((part) => part.destroy),
  ];
  frame.onLanguage(show);
  show();

  return {
    title: "digits.inside.title",
    element: root,
    /** @param {Subject} [asked] */
    open(asked = {}) {
      // The title has the focus at first, and stands outside.
      if (!isHeard) derivation.listen(root.closest("section") ?? root);
      isHeard = true;
      begin(inside, drawing, asked);
      inside.setVisible(true);
    },
    close: () => inside.setVisible(false),
    destroy() {
      inside.setVisible(false);
      for (const stop of stops) stop();
    },
  };
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
