// @ts-check
// Chapter 3: training a network, simplified one-dimensional case, every number in sight.

import { createMotion } from "../../chart/motion.js";
import { createDriver, isHurried } from "./driver.js";
import { createNeuronFormulas } from "./formulas.js";
import { createParts } from "./parts.js";
import { readingsOf } from "./readings.js";
import { SCHEMA } from "./schema.js";
import { createSession } from "./session.js";
import { statusOf } from "./status.js";
import { runTable } from "./table.js";
import { neuron as texts } from "./texts.js";
import { createTold } from "./told.js";

/** @typedef {import("./schema.js").NeuronValues} Values */
/** @typedef {import("./session.js").Session} Session */
/** @typedef {{ id: string, preset: string, speed?: string, values?: Partial<Values>, act?: "walk" | "play" | "step" }} Scene */

/** What "what to notice" sets up. @type {readonly Scene[]} */
const SCENES = [
  { id: "walk", preset: "learns", act: "walk" },
  { id: "saturated", preset: "saturated", speed: "medium", act: "play" },
  { id: "slices", preset: "learns", speed: "medium", values: { slice: "u" }, act: "play" },
  { id: "cut", preset: "cut", values: { slice: "V" } },
  { id: "symmetric", preset: "symmetric", values: { map: "VU" } },
  { id: "large", preset: "large", values: { slice: "u" }, act: "step" },
];

/** @type {import("../../frame/lab.js").Lab} */
export const lab = {
  texts,
  title: "neuron.title",
  next: { to: "digits", text: "neuron.next", link: "neuron.next.link" },
  sentence: "neuron.sentence",
  formula: createNeuronFormulas,
  notices: {
    title: "neuron.notice.title",
    items: SCENES.map(({ id }) => ({ id, text: `neuron.notice.${id}`, action: `neuron.notice.${id}.do` })),
  },
  until: { z: "z", ε: "error", y: "y", q: "q", V: "V", v: "v", U: "U", u: "u" },
  build,
};

/**
 * @param {import("../../frame/lab.js").Frame} frame
 * @returns {import("../../frame/lab.js").View}
 */
function build(frame) {
  const { player } = frame;
  /** @type {Session | null} */
  let session = null;
  const read = () => /** @type {Values} */ (/** @type {unknown} */ (frame.values()));

  const motion = createMotion({ redraw: () => parts.redraw() });
  const told = createTold(() => parts);
  const { light } = told;
  /** A step that is seen on its way. */
  const seen = {
    begin(/** @type {boolean} */ back) {
      motion.begin(back);
      if (!back) parts.move();
    },
  };
  const parts = createParts({ frame, values: read(), moment: motion.now, light, act });

  /**
   * Whatever the reader changes ends what is on its way.
   * @template R
   * @param {(session: Session) => R} change
   * @returns {R | undefined} what it gives; nothing before the core is there
   */
  function act(change) {
    if (!session) return undefined;
    light.stop();
    const given = change(session);
    show();
    return given;
  }

  function show() {
    if (!session) return;
    motion.stop();
    const state = session.state();
    const { t, last } = state;
    parts.show(session, state, { settled: !isHurried(player.state()) });
    player.report({ t, last, canStep: t < SCHEMA.t.max });
    told.set(statusOf(state, session.preset()));
    // While it plays nobody copies the address, and whether a run can be repeated is asked step by step.
    if (!player.state().playing) frame.save({ ...session.values() });
  }

  frame.attach(createDriver({ player, act, motion: seen, light }));
  player.report({ canStep: false });
  frame.onLanguage(show);
  let played = false;
  frame.onEnd(
    player.subscribe(({ playing }) => {
      if (playing === played) return;
      played = playing;
      // While it plays the sentence changes faster than it can be said.
      parts.status.setAttribute("aria-live", playing ? "off" : "polite");
      if (playing) light.stop();
      else show();
    }),
  );

  return {
    elements: parts.elements,
    readings: () => session && readingsOf(session.state()),
    open({ api }) {
      session = createSession(api, read());
      parts.open(api, session.presets);
      parts.setViews(read());
      show();
    },
    load() {
      player.pause();
      act((now) => now.load(read()));
      parts.setViews(read());
    },
    run: () => (session ? runTable(session.run) : []),
    notice(id) {
      const scene = SCENES.find((candidate) => candidate.id === id);
      if (!scene || !session) return;
      player.pause();
      act((now) => now.open(scene.preset));
      frame.save({ ...scene.values });
      parts.setViews(read());
      parts.bringIntoSight();
      if (scene.speed) player.setSpeed(scene.speed);
      if (scene.act === "walk") light.walk();
      else if (scene.act) player[scene.act]();
    },
    destroy() {
      light.stop();
      motion.destroy();
      session?.free();
      session = null;
    },
  };
}
