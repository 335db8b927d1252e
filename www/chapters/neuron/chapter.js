// @ts-check
// Chapter 3: training a network, simplified one-dimensional case, every number in sight.

import { createMotion } from "../../chart/motion.js";
import { say } from "../../i18n/index.js";
import { STAGES } from "../../lecture/graph.js";
import { createNeuronFormulas } from "./formulas.js";
import { createLight } from "./light.js";
import { createParts } from "./parts.js";
import { SCHEMA } from "./schema.js";
import { createSession } from "./session.js";
import { statusOf } from "./status.js";
import { neuron as texts } from "./texts.js";

/** @typedef {import("./schema.js").NeuronValues} Values */
/** @typedef {import("./session.js").Session} Session */
/** @typedef {{ id: string, preset: string, speed?: string, values?: Partial<Values>, act?: "walk" | "play" | "step" }} Scene */

const SPEEDS = [
  { id: "slow", text: "neuron.speed.slow", perSecond: 2 },
  { id: "medium", text: "neuron.speed.medium", perSecond: 15 },
  { id: "fast", text: "neuron.speed.fast", perSecond: 60 },
  { id: "full", text: "neuron.speed.full", perSecond: 1000 },
];

/** Up to so many steps a second each is seen on its way. */
const SEEN_PACE = 3;

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
  sentence: "neuron.sentence",
  formula: createNeuronFormulas,
  notices: {
    title: "neuron.notice.title",
    items: SCENES.map(({ id }) => ({ id, text: `neuron.notice.${id}`, action: `neuron.notice.${id}.do` })),
  },
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
  const light = createLight({
    stages: STAGES,
    onLit: (stage) => parts.setLit(stage),
    onWalk: (walking) => parts.setWalking(walking),
  });
  const parts = createParts({ frame, values: read(), moment: motion.now, light, act });

  /** Whatever the reader changes ends what is on its way. @param {(session: Session) => void} change */
  function act(change) {
    if (!session) return;
    light.stop();
    change(session);
    show();
  }

  function show() {
    if (!session) return;
    motion.stop();
    const state = session.state();
    const { t, last } = state;
    parts.show(session, state);
    player.report({ t, last, canStep: t < SCHEMA.t.max });
    showStatus(session, state);
    // While it plays nobody copies the address, and whether a run can be repeated is asked step by step.
    if (!player.state().playing) save(session);
  }

  /** @param {Session} now */
  function save(now) {
    frame.save({ ...now.values() });
  }

  /** @param {Session} now @param {import("./session.js").State} state */
  function showStatus(now, state) {
    const { key, params } = statusOf(state, now.preset());
    say(parts.status, key, params);
  }

  /** @param {number} steps @param {boolean} seen whether a single one is seen on its way */
  function advance(steps, seen) {
    if (!session) return false;
    light.stop();
    const before = session.t;
    const going = session.advance(steps);
    show();
    if (seen && session.t === before + 1) motion.begin(false);
    return going;
  }

  frame.attach({
    step() {
      advance(1, true);
      light.wave();
    },
    back() {
      let moved = false;
      act((now) => {
        moved = now.back();
      });
      if (moved) motion.begin(true);
    },
    go: (t) => act((now) => now.go(t)),
    reset: () => act((now) => now.reset()),
    advance(steps) {
      const pace = SPEEDS.find(({ id }) => id === player.state().speed)?.perSecond ?? 0;
      return advance(steps, pace <= SEEN_PACE);
    },
    speeds: SPEEDS,
    speed: "medium",
  });
  player.report({ canStep: false });

  /** @param {string} id of a scene */
  function setUp(id) {
    const scene = SCENES.find((candidate) => candidate.id === id);
    if (!scene || !session) return;
    player.pause();
    act((now) => now.open(scene.preset));
    if (scene.values) {
      frame.save(scene.values);
      parts.setViews(read());
    }
    if (scene.speed) player.setSpeed(scene.speed);
    parts.bringIntoSight();
    if (scene.act === "walk") light.walk();
    else if (scene.act === "play") player.play();
    else if (scene.act === "step") player.step();
  }

  frame.onLanguage(show);
  frame.onEnd(
    player.subscribe(({ playing }) => {
      if (playing) light.stop();
      else if (session) {
        parts.showCheck(session.run);
        save(session);
      }
    }),
  );

  return {
    elements: parts.elements,
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
    notice: setUp,
    destroy() {
      light.stop();
      motion.destroy();
      session?.free();
      session = null;
    },
  };
}
