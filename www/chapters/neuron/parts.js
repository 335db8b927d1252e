// @ts-check
// What chapter 3 is made of, in its places: left the network, the transport, the sliders and two plots, right the passes and
// the rule, below the slices, the map, σ, the pairs and the check.

import { createSelect } from "../../controls/choice.js";
import { element, words } from "../../controls/dom.js";
import { createTransport } from "../../controls/transport.js";
import { createByHand } from "./by-hand.js";
import { createCheck } from "./check.js";
import { createNeuronError } from "./error.js";
import { createNeuronRule } from "./living.js";
import { createNeuronMap } from "./map.js";
import { createNeuronNetwork } from "./network.js";
import { createPairs } from "./pairs.js";
import { createPasses } from "./passes.js";
import { createRule } from "./rule.js";
import { LETTERS } from "./schema.js";
import { createSigma } from "./sigma.js";
import { createSlice } from "./slice.js";
import { createChosenSlice } from "./slice-choice.js";
import { createSliders } from "./sliders.js";

/**
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").State} State
 * @typedef {import("./schema.js").NeuronValues} Values
 *
 * @typedef {Object} PartsOptions
 * @property {import("../../frame/lab.js").Frame} frame
 * @property {Values} values
 * @property {() => import("../../chart/motion.js").Moment | null} moment how far a step that is seen has come
 * @property {ReturnType<typeof import("./light.js").createLight>} light
 * @property {(change: (session: Session) => void) => void} act changes the run, and shows it
 */

/** @param {PartsOptions} options */
export function createParts({ frame, values, moment, light, act }) {
  const { player } = frame;
  const pick = (/** @type {import("./network-layout.js").FieldName} */ name, /** @type {number} */ value) => {
    // x and l change what is learned, not the network: that goes on.
    if (name !== "x" && name !== "l") player.pause();
    act((session) => session.setNumber(name, value));
  };
  const picture = createNeuronNetwork({ onField: pick, onPoint: light.point });
  const passes = createPasses({ onPoint: light.point });
  const rule = createRule();
  const living = createNeuronRule({
    letter: values.slice,
    onLetter(slice) {
      frame.save({ slice });
      setLetter(slice);
    },
  });
  const { errorPlot, chosen, slices, map, sigma } = createPlots({ frame, values, moment, pick });
  const hand = createByHand(frame);
  const check = createCheck();
  const { pairs, sliders, start } = createInputs({ frame, values, act }, pick);
  const transport = createTransport(frame, {
    lead: { text: "neuron.walk", label: "neuron.walk.label", icon: "walk", onPress: walk },
  });
  /** @param {Values["slice"]} letter */
  function setLetter(letter) {
    chosen.setLetter(letter);
    living.setLetter(letter);
  }
  function walk() {
    player.pause();
    light.walk();
  }
  const lab = arrange({
    left: [picture, living, transport, sliders],
    plots: [errorPlot, chosen],
    right: [start, frame.notice, passes, rule],
  });
  const moving = [errorPlot, chosen, ...slices, map, sigma];
  for (const part of [...moving, picture, sliders, check, pairs]) frame.onEnd(part.destroy);

  return {
    elements: [lab, ...below({ slices, hand, map, sigma, pairs, check })],
    status: start.status,
    /** The core is there. @param {import("../../frame/core.js").Api} api @param {readonly import("./session.js").Preset[]} presets */
    open(api, presets) {
      sigma.open(api.sigmoid_curve);
      hand.open(api);
      start.setPresets(presets);
    },
    /**
     * @param {Session} session
     * @param {State} state
     * @param {{ settled: boolean }} how `settled`: not while steps are made faster than numbers are read; then the picture
     *   moves, and the numbers wait
     */
    show(session, state, { settled }) {
      lab.classList.toggle("hurried", !settled);
      sigma.show(state);
      if (settled) for (const part of [picture, living, passes, rule, sliders]) part.show(state);
      else picture.open(state);
      start.set(session.preset());
      errorPlot.show(session.run, state);
      for (const part of [chosen, ...slices, map]) part.show(session.run, state);
      pairs.show(state, session.shown);
      if (!player.state().playing) check.show(session.run);
    },
    showCheck: check.show,
    /** A step has been made, and is seen on its way. */
    move: living.move,
    /** As a step is seen on its way. */
    redraw() {
      for (const part of moving) part.redraw();
    },
    /** @param {string | null} stage */
    setLit(stage) {
      picture.setLit(stage);
      passes.setLit(stage);
    },
    /** @param {boolean} walking */
    setWalking(walking) {
      transport.element.querySelector('[data-command="walk"]')?.setAttribute("aria-pressed", String(walking));
    },
    /** Which slice, map and scale. @param {Values} next */
    setViews(next) {
      setLetter(next.slice);
      map.setMap(next.map);
      errorPlot.setLogarithmic(next.log);
    },
    bringIntoSight() {
      frame.scrollTo(lab, "start");
      transport.focus();
    },
  };
}

/** @param {Record<"left" | "plots" | "right", readonly { element: Element }[]>} parts */
function arrange({ left, plots, right }) {
  const elements = (/** @type {readonly { element: Element }[]} */ of) => of.map((part) => part.element);
  return element(
    "div",
    "lab",
    element(
      "section",
      "part neuron-left",
      words("h2", "visually-hidden", "neuron.picture"),
      ...elements(left),
      element("div", "plots", ...elements(plots)),
    ),
    element(
      "section",
      "part neuron-right",
      words("h2", "visually-hidden", "neuron.numbers"),
      ...elements(right),
    ),
  );
}

/**
 * What the reader sets besides the numbers in the picture.
 * @param {Pick<PartsOptions, "frame" | "values" | "act">} options
 * @param {(name: import("./network-layout.js").FieldName, value: number) => void} pick
 */
function createInputs({ frame: { player }, values, act }, pick) {
  return {
    pairs: createPairs({
      onPairs: (numbers, index) => act((session) => session.setPairs(numbers, index)),
      onShown: (index) => act((session) => session.show(index)),
    }),
    sliders: createSliders({
      rate: values.rate,
      onRate: (rate) => act((session) => session.setRate(rate)),
      onNumber: pick,
    }),
    start: createStart((id) => {
      player.pause();
      act((session) => session.open(id));
    }),
  };
}

/**
 * The plots, all of which show a step on its way and say what is read.
 * @param {Pick<PartsOptions, "frame" | "values" | "moment"> & { pick: import("./slice.js").SliceOptions["onPick"] }} options
 */
function createPlots({ frame, values, moment, pick }) {
  const plot = { moment, announce: frame.announce };
  return {
    errorPlot: createNeuronError({
      logarithmic: values.log,
      onScale: (log) => frame.save({ log }),
      ...plot,
    }),
    chosen: createChosenSlice({
      letter: values.slice,
      onPick: pick,
      ...plot,
    }),
    slices: LETTERS.map((letter) => createSlice({ letter, alone: true, onPick: pick, ...plot })),
    map: createNeuronMap({ map: values.map, onMap: (map) => frame.save({ map }), ...plot }),
    sigma: createSigma(plot),
  };
}

/** The starts that are offered, and what is said of the run. @param {(id: string) => void} onChoose */
function createStart(onChoose) {
  const select = createSelect({
    label: "neuron.start",
    className: "neuron-start",
    options: [],
    value: "",
    onChange: onChoose,
  });
  const status = words("p", "status", "neuron.status.starting");
  status.setAttribute("role", "status");
  return {
    element: element(
      "div",
      "neuron-start-row",
      element("label", "neuron-start-choice", words("span", "pass-title", "neuron.start"), select.element),
      status,
    ),
    status,
    /** @param {readonly import("./session.js").Preset[]} presets */
    setPresets(presets) {
      select.setOptions([
        ...presets.map(({ id }) => ({ value: id, text: `neuron.preset.${id}` })),
        { value: "", text: "neuron.preset.own" },
      ]);
    },
    set: select.set,
  };
}

/**
 * @param {{
 *   slices: readonly { element: HTMLElement }[], hand: { element: HTMLElement }, map: { element: HTMLElement },
 *   sigma: { element: HTMLElement }, pairs: { element: HTMLElement }, check: { element: HTMLElement },
 * }} parts
 */
function below({ slices, hand, map, sigma, pairs, check }) {
  return [
    element(
      "section",
      "section neuron-slices",
      words("h2", "section-title", "neuron.slices.title"),
      words("p", "", "neuron.slices.text"),
      element("div", "neuron-four", ...slices.map((slice) => slice.element)),
    ),
    hand.element,
    element("div", "below", map.element, element("div", "neuron-side", sigma.element, pairs.element)),
    element("div", "section", check.element),
  ];
}
