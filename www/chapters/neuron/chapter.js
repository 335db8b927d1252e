// @ts-check
// Chapter 3: training a network, simplified one-dimensional case, every number in sight. Connects the run in the core with
// the picture, the passes, the rule and the plots.

import { createMotion } from "../../chart/motion.js";
import { createChapterHead } from "../../controls/chapter-head.js";
import { createChoice, createSelect } from "../../controls/choice.js";
import { element, words } from "../../controls/dom.js";
import { createNotice } from "../../controls/notice.js";
import { createScrub } from "../../controls/scrub.js";
import { createSlider } from "../../controls/slider.js";
import { createTransport } from "../../controls/transport.js";
import { createWhatToNotice } from "../../controls/what-to-notice.js";
import { core } from "../../frame/core.js";
import { addTexts, onLanguage, say } from "../../i18n/index.js";
import { figures } from "../../i18n/numbers.js";
import { createCheck } from "./check.js";
import { createNeuronError } from "./error.js";
import { createNeuronFormulas } from "./formulas.js";
import { createLight } from "./light.js";
import { createNeuronMap } from "./map.js";
import { createNeuronNetwork } from "./network.js";
import { createPairs } from "./pairs.js";
import { createPasses, STAGES } from "./passes.js";
import { createRule } from "./rule.js";
import { formatPairs, LETTERS, parsePairs, SCHEMA } from "./schema.js";
import { createSigma } from "./sigma.js";
import { createSlice } from "./slice.js";
import { neuron as texts } from "./texts.js";

addTexts(texts);

/** @typedef {import("../../types/core.js").ScalarState} State */
/** @typedef {import("../../types/core.js").ScalarPreset} Preset */
/** @typedef {import("./schema.js").NeuronValues} Values */

const SPEEDS = [
  { id: "slow", text: "neuron.speed.slow", perSecond: 2 },
  { id: "medium", text: "neuron.speed.medium", perSecond: 15 },
  { id: "fast", text: "neuron.speed.fast", perSecond: 60 },
  { id: "full", text: "neuron.speed.full", perSecond: 1000 },
];

/** Up to so many steps a second each is seen on its way. */
const SEEN_PACE = 3;

/** The sliders of x and l: where σ has something to say; farther may be typed. */
const X_SLIDER = { min: -5, max: 5 };

/** Points of the error curve: more than a screen has columns. */
const CURVE = 1500;

/** The address is written when nothing has changed for so long: browsers refuse too many changes. */
const ADDRESS_REST = 300;

/** @typedef {{ id: string, preset: string, speed?: string, values?: Partial<Values>, act?: "walk" | "play" | "step" | "check" }} Notice */

/** What "what to notice" sets up. @type {readonly Notice[]} */
const NOTICES = [
  { id: "walk", preset: "learns", act: "walk" },
  { id: "saturated", preset: "saturated", speed: "medium", act: "play" },
  { id: "slices", preset: "learns", speed: "medium", values: { slice: "u" }, act: "play" },
  { id: "cut", preset: "cut", values: { slice: "V" } },
  { id: "symmetric", preset: "symmetric", values: { map: "VU" } },
  { id: "large", preset: "large", values: { slice: "u" }, act: "step" },
];

/**
 * @param {HTMLElement} root
 * @param {import("../../main.js").Tools} tools
 */
export function mount(root, { settings, player }) {
  let alive = true;
  /** @type {import("../../types/core.js").ScalarRun | null} */
  let run = null;
  /** @type {Preset[]} */
  let presets = [];
  /** @type {State | null} */
  let state = null;
  /** The number of the pair that is shown. */
  let shown = 0;
  /** The preset that the run started from, as long as it is what the preset says. @type {string} */
  let preset = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;
  /** @type {(() => void)[]} */
  const stops = [];
  const read = () => /** @type {Values} */ (/** @type {unknown} */ (settings.values()));
  const first = read();

  const motion = createMotion({
    redraw() {
      for (const part of [errorPlot, slice, ...slices, map, sigma]) part?.redraw();
    },
  });
  const moment = motion.now;
  const light = createLight({
    stages: STAGES,
    onLit(stage) {
      picture.setLit(stage);
      passes.setLit(stage);
    },
    onWalk: (walking) => root.classList.toggle("neuron-walking", walking),
  });
  const picture = createNeuronNetwork({ onField: setNumber, onPoint: light.point });
  const passes = createPasses({ onPoint: light.point });
  const rule = createRule();
  const notice = createNotice();
  const status = element("p", "status");
  status.setAttribute("role", "status");

  const start = createSelect({
    label: "neuron.start",
    className: "neuron-start",
    options: [],
    value: "",
    onChange(id) {
      const chosen = presets.find((candidate) => candidate.id === id);
      if (chosen) open(chosen);
    },
  });
  const transport = createTransport(player, {
    extra: [{ text: "neuron.walk", label: "neuron.walk.label", icon: "walk", onPress: walk }],
  });
  const scrub = createScrub({
    text: "neuron.scrub",
    onInput(t) {
      player.pause();
      light.stop();
      run?.go(t);
      show();
    },
  });
  const rate = createSlider({
    symbol: "α",
    text: "digits.rate",
    ...SCHEMA.rate,
    value: first.rate,
    logarithmic: true,
    onInput(value) {
      run?.set_rate(value);
      show();
    },
  });
  const x = createSlider({
    symbol: "x",
    text: "neuron.x",
    ...X_SLIDER,
    value: 0,
    onInput: (value) => setNumber("x", value),
  });
  const l = createSlider({
    symbol: "l",
    quantity: "label",
    text: "neuron.l",
    min: 0,
    max: 1,
    value: 0,
    onInput: (value) => setNumber("l", value),
  });

  const errorPlot = createNeuronError({
    logarithmic: first.log,
    onScale: (log) => settings.set({ log }),
    errorAt: (t) => run?.error_at(t),
    moment,
  });
  const slice = createSlice({ letter: first.slice, onPick: setNumber, moment });
  const letters = createChoice({
    label: "neuron.slice.choice",
    options: LETTERS.map((letter) => ({ value: letter, symbol: letter })),
    value: first.slice,
    onChange(letter) {
      slice.setLetter(letter);
      settings.set({ slice: letter });
    },
  });
  const slices = LETTERS.map((letter) => createSlice({ letter, alone: true, onPick: setNumber, moment }));
  const map = createNeuronMap({ map: first.map, onMap: (next) => settings.set({ map: next }), moment });
  const check = createCheck();
  const pairs = createPairs({
    onPairs(numbers, index) {
      shown = index;
      setPairs(numbers);
    },
    onShown(index) {
      shown = index;
      show();
    },
  });
  /** @type {ReturnType<typeof createSigma> | null} */
  let sigma = null;
  const sigmaPlace = element("div", "");

  const lab = element(
    "div",
    "lab",
    element(
      "section",
      "part neuron-left",
      picture.element,
      transport.element,
      element("div", "neuron-sliders", scrub.element, rate.element, x.element, l.element),
      element(
        "div",
        "plots",
        errorPlot.element,
        element(
          "div",
          "plot-block",
          element("div", "plot-head", words("h3", "plot-title", "neuron.slice"), letters.element),
          slice.element,
        ),
      ),
    ),
    element(
      "section",
      "part neuron-right",
      element(
        "div",
        "neuron-start-row",
        element("label", "neuron-start-choice", words("span", "pass-title", "neuron.start"), start.element),
        status,
      ),
      notice.element,
      passes.element,
      rule.element,
    ),
  );
  root.append(
    createChapterHead({
      number: 3,
      title: "neuron.title",
      sentence: "neuron.sentence",
      formula: createNeuronFormulas(),
    }),
    lab,
    element(
      "section",
      "section neuron-slices",
      words("h2", "section-title", "neuron.slices.title"),
      words("p", "", "neuron.slices.text"),
      element("div", "neuron-four", ...slices.map((one) => one.element)),
    ),
    element("div", "below", map.element, element("div", "neuron-side", sigmaPlace, pairs.element)),
    element("div", "section", check.element),
    createWhatToNotice({
      title: "neuron.notice.title",
      items: NOTICES.map((item) => ({
        id: item.id,
        text: `neuron.notice.${item.id}`,
        action: `neuron.notice.${item.id}.do`,
        onPress: () => setUp(item),
      })),
    }),
  );

  const detach = player.attach({
    step() {
      advance(1, true);
      light.wave();
    },
    back() {
      light.stop();
      const before = state?.t ?? 0;
      run?.back();
      show();
      if (state && state.t < before) motion.begin(true);
    },
    reset() {
      light.stop();
      const from = state?.start;
      if (from) run?.restart(...from);
      show();
    },
    advance: (steps) => advance(steps, paceOf(player.state().speed) <= SEEN_PACE),
    speeds: SPEEDS,
    speed: "medium",
  });
  player.report({ canStep: false });

  /** @param {number} steps @param {boolean} seen whether a single one is seen on its way */
  function advance(steps, seen) {
    if (!run) return false;
    light.stop();
    const before = state?.t ?? 0;
    let going = true;
    for (let i = 0; i < steps && going; i++) going = run.step();
    show();
    if (seen && state?.t === before + 1) motion.begin(false);
    // Where no derivative is left, every step is the same picture.
    return going && state?.outlook !== "still";
  }

  function walk() {
    player.pause();
    light.walk();
  }

  /** @param {import("./network-graph.js").FieldName} name @param {number} value */
  function setNumber(name, value) {
    if (!run || !state) return;
    light.stop();
    if (name === "x" || name === "l") {
      setPairs(pairsOf(state).with(2 * shown + (name === "x" ? 0 : 1), value));
      return;
    }
    player.pause();
    const next = /** @type {import("../../types/core.js").Four} */ (
      state.network.with(LETTERS.indexOf(name), value)
    );
    run.restart(...next);
    show();
  }

  /** @param {readonly number[]} numbers */
  function setPairs(numbers) {
    run?.set_pairs(Float64Array.from(numbers));
    show();
  }

  /** @param {Preset} chosen */
  function open(chosen) {
    if (!run) return;
    player.pause();
    light.stop();
    shown = 0;
    run.set_rate(chosen.rate);
    run.set_pairs(Float64Array.from(chosen.pairs));
    run.restart(...chosen.network);
    show();
  }

  /** @param {Notice} item */
  function setUp({ preset: id, speed, values, act }) {
    const chosen = presets.find((candidate) => candidate.id === id);
    if (!chosen) return;
    open(chosen);
    if (values) {
      settings.set(values);
      showViews(read());
    }
    if (speed) player.setSpeed(speed);
    lab.scrollIntoView({
      block: "start",
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
    transport.focus();
    if (act === "walk") light.walk();
    else if (act === "play") player.play();
    else if (act === "step") player.step();
  }

  /** @param {Values} values */
  function showViews(values) {
    slice.setLetter(values.slice);
    letters.set(values.slice);
    map.setMap(values.map);
    errorPlot.setLogarithmic(values.log);
  }

  function show() {
    if (!run) return;
    motion.stop();
    state = run.state(shown);
    const { t, last } = state;
    picture.show(state);
    passes.show(state);
    rule.show(state);
    scrub.set(t, last);
    rate.set(state.rate);
    x.set(state.pass.x);
    l.set(state.pass.l);
    errorPlot.set(run.curve(CURVE), t, last);
    slice.show(run, state);
    for (const one of slices) one.show(run, state);
    map.show(run, state);
    sigma?.show(state);
    pairs.show(state, shown);
    if (!player.state().playing) check.show(run);
    player.report({ t, canBack: t > 0, canStep: t < SCHEMA.t.max });
    preset = presetOf(state);
    start.set(preset);
    showStatus();
    clearTimeout(resting);
    resting = setTimeout(writeAddress, ADDRESS_REST);
  }

  function showStatus() {
    if (!state) return;
    if (state.t === 0 && preset) say(status, `neuron.preset.${preset}.text`);
    else if (state.t >= SCHEMA.t.max) say(status, "neuron.status.end");
    else {
      say(status, `neuron.status.${state.outlook}`, {
        z: figures(state.pass.z),
        slope: figures(state.pass.dz_dq),
        before: figures(state.error),
        after: figures(state.next_error),
      });
    }
  }

  /** @param {State} of */
  function presetOf({ start: from, rate: alpha, answers }) {
    const numbers = answers.flatMap((answer) => [answer.x, answer.l]);
    const same = (/** @type {readonly number[]} */ a, /** @type {readonly number[]} */ b) =>
      a.length === b.length && a.every((value, i) => value === b[i]);
    const found = presets.find(
      (candidate) =>
        same(candidate.network, from) && same(candidate.pairs, numbers) && candidate.rate === alpha,
    );
    return found?.id ?? "";
  }

  /** What leads here: start, α, pairs and t; after a change on the way, the numbers here as a new start. */
  function writeAddress() {
    clearTimeout(resting);
    if (!run || !state) return;
    const repeatable = run.is_repeatable();
    const [V, v, U, u] = repeatable ? state.start : state.network;
    settings.set({
      V,
      v,
      U,
      u,
      rate: state.rate,
      pairs: formatPairs(pairsOf(state)),
      pair: shown,
      t: repeatable ? state.t : 0,
    });
  }

  /** @param {Values} values */
  function load(values) {
    if (!run) return;
    player.pause();
    light.stop();
    const numbers = parsePairs(values.pairs) ?? parsePairs(SCHEMA.pairs.initial) ?? [];
    shown = Math.min(values.pair, numbers.length / 2 - 1);
    run.set_rate(values.rate);
    run.set_pairs(Float64Array.from(numbers));
    run.restart(values.V, values.v, values.U, values.u);
    for (let t = 0; t < values.t; t++) run.step();
    showViews(values);
    show();
  }

  async function openCore() {
    try {
      const { api } = await core();
      if (!alive) return;
      presets = api.scalar_presets();
      start.setOptions([
        ...presets.map(({ id }) => ({ value: id, text: `neuron.preset.${id}` })),
        { value: "", text: "neuron.preset.own" },
      ]);
      const { V, v, U, u, rate: alpha } = SCHEMA;
      run = new api.ScalarRun(
        V.initial,
        v.initial,
        U.initial,
        u.initial,
        alpha.initial,
        Float64Array.of(1, 0),
      );
      sigma = createSigma({ curve: api.sigmoid_curve, moment });
      sigmaPlace.replaceWith(sigma.element);
      load(read());
    } catch (error) {
      if (!alive) return;
      notice.showError(error, {
        text: "page.retry",
        onPress() {
          notice.hide();
          openCore();
        },
      });
    }
  }

  say(status, "neuron.status.starting");
  stops.push(
    settings.onChange(() => load(read())),
    onLanguage(show),
    player.subscribe(({ playing }) => {
      if (playing) light.stop();
      else if (run) check.show(run);
    }),
  );
  openCore();

  return {
    destroy() {
      alive = false;
      if (state) writeAddress();
      clearTimeout(resting);
      light.stop();
      motion.destroy();
      detach();
      for (const stop of stops) stop();
      for (const part of [
        transport,
        picture,
        scrub,
        rate,
        x,
        l,
        errorPlot,
        slice,
        ...slices,
        map,
        check,
        pairs,
      ])
        part.destroy();
      sigma?.destroy();
      run?.free();
      run = null;
    },
  };
}

/** @param {string} speed */
function paceOf(speed) {
  return SPEEDS.find(({ id }) => id === speed)?.perSecond ?? 0;
}

/** @param {State} state */
function pairsOf({ answers }) {
  return answers.flatMap(({ x, l }) => [x, l]);
}
