// @ts-check
// Chapter 2: gradient descent. Connects the settings, the runs of the core, their picture and the player.

import { createChapterHead } from "../../controls/chapter-head.js";
import { createChoice } from "../../controls/choice.js";
import { element } from "../../controls/dom.js";
import { createNotice } from "../../controls/notice.js";
import { createNumberList } from "../../controls/number-list.js";
import { createScrub } from "../../controls/scrub.js";
import { createStepTable } from "../../controls/step-table.js";
import { createTransport } from "../../controls/transport.js";
import { createWhatToNotice } from "../../controls/what-to-notice.js";
import { initialValues } from "../../frame/address.js";
import { core } from "../../frame/core.js";
import { addTexts, onLanguage, say } from "../../i18n/index.js";
import { figures, number } from "../../i18n/numbers.js";
import { createCheck } from "./check.js";
import { createDescentControls } from "./controls.js";
import { createDescentFormulas, createPlaneRule } from "./formulas.js";
import { POINT } from "./function-plot.js";
import { createOneView } from "./one.js";
import { createPlaneView, PLANE_POINT } from "./plane.js";
import { MOST_RUNS, MOST_STEPS, readRates, readWindow, roundRate, SCHEMA } from "./schema.js";
import { descent as texts } from "./texts.js";
import { boundWords, statusWords } from "./words.js";

addTexts(texts);

/** @typedef {import("./schema.js").DescentValues} DescentValues */

const SPEEDS = [
  { id: "slow", text: "descent.speed.slow", perSecond: 1 },
  { id: "medium", text: "descent.speed.medium", perSecond: 3 },
  { id: "fast", text: "descent.speed.fast", perSecond: 15 },
  { id: "full", text: "descent.speed.full", perSecond: 60 },
];

/** Up to so many steps a second each is seen on its way. */
const SEEN_PACE = 3;

/** Milliseconds after which a change is in the address: browsers forbid writing it at every move of a slider. */
const PATIENCE = 300;

/**
 * What "what to notice" sets up.
 * @type {readonly { id: string, speed: string, values: Partial<DescentValues> }[]}
 */
const NOTICES = [
  { id: "shrink", speed: "medium", values: { f: "parabola", a: -2.5, rate: 0.25 } },
  { id: "three", speed: "medium", values: { f: "parabola", a: -1.5, rate: 1.7, others: "0.2 2.05" } },
  { id: "diverge", speed: "medium", values: { f: "ravine", a: 2, rate: 0.1 } },
  { id: "start", speed: "medium", values: { f: "wells", a: 0.1, rate: 0.05 } },
  { id: "plateau", speed: "fast", values: { f: "sigmoid", a: 7.5, rate: 8 } },
  { id: "plane", speed: "medium", values: { view: "two" } },
];

/**
 * @param {HTMLElement} root
 * @param {import("../../main.js").Tools} tools
 */
export function mount(root, { settings, player }) {
  let alive = true;
  /** @type {ReturnType<typeof createLab> | null} */
  let lab = null;
  const notice = createNotice();
  const place = element("div", "descent-place");
  root.append(
    createChapterHead({
      number: 2,
      title: "descent.title",
      sentence: "descent.sentence",
      formula: createDescentFormulas(),
    }),
    notice.element,
    place,
  );

  async function open() {
    notice.hide();
    try {
      const { api } = await core();
      if (!alive) return;
      lab = createLab({ api, settings, player, notice });
      place.append(lab.element);
      lab.start();
    } catch (error) {
      if (alive) notice.showError(error, { text: "page.retry", onPress: open });
    }
  }
  open();

  return {
    destroy() {
      alive = false;
      lab?.destroy();
    },
  };
}

/**
 * @param {{
 *   api: import("../../types/core.js").Api, settings: import("../../frame/address.js").Settings,
 *   player: import("../../frame/player.js").Player, notice: ReturnType<typeof createNotice>,
 * }} options
 */
function createLab({ api, settings, player, notice }) {
  let now = read();
  /** α of each run in its order; the chosen one is `now.rate`. */
  let rates = [now.rate, ...readRates(now.others)];
  let active = 0;
  /** The greatest step that was reached since the runs were set: the scrub goes so far. */
  let furthest = now.t;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saving;

  const examples = new Map(api.errorFunctions().map(([id, ...rest]) => [id, rest]));
  const planes = new Map(api.planeFunctions().map(([id, ...rest]) => [id, rest]));

  const one = createOneView({
    api,
    onStart: (a) => change({ a, t: 0 }),
    onDone: save,
  });
  const plane = createPlaneView({
    api,
    onStart: (a2, b2) => change({ a2, b2, t: 0 }),
    onDone: save,
  });
  const view = () => (now.view === "two" ? plane : one);

  const choice = createChoice({
    label: "descent.view",
    options: [
      { value: "one", text: "descent.view.one" },
      { value: "two", text: "descent.view.two" },
    ],
    value: now.view,
    onChange: (value) => change({ view: value === "two" ? "two" : "one", t: 0 }),
  });
  const status = element("p", "status");
  status.setAttribute("role", "status");
  const transport = createTransport(player);
  const scrub = createScrub({
    text: "descent.scrub",
    onInput(t) {
      player.pause();
      go(t);
    },
  });

  const oneControls = createDescentControls({
    plane: false,
    onFunction: chooseFunction,
    onFormula: typeFormula,
    onRate: (rate) => setRate(rate),
    onStart: ([a = 0]) => change({ a, t: 0 }),
    onWindow: ([low, high]) => change({ window: `${low} ${high}` }),
    onRun: { onChoose: chooseRun, onAdd: addRun, onRemove: removeRun },
  });
  const planeControls = createDescentControls({
    plane: true,
    onFunction: choosePlane,
    onFormula: typePlane,
    onRate: (rate2) => change({ rate2 }),
    onStart: ([a2 = 0, b2 = 0]) => change({ a2, b2, t: 0 }),
    onWindow() {},
    onRun: { onChoose() {}, onAdd() {}, onRemove() {} },
  });

  const symbol = (/** @type {string} */ name, /** @type {string} */ index) => [
    name,
    element("sup", "", index),
  ];
  const oneNumbers = createNumberList([
    { id: "a", symbol: "aᵗ", quantity: "a", text: "descent.number.a" },
    { id: "error", symbol: "ε", quantity: "error", text: "descent.number.error" },
    { id: "slope", symbol: "ε′", quantity: "derivative", text: "descent.number.slope" },
    { id: "step", symbol: "−α·ε′", quantity: "derivative", text: "descent.number.step" },
  ]);
  const planeNumbers = createNumberList([
    { id: "a", symbol: "aᵗ", quantity: "a", text: "descent.number.a" },
    { id: "b", symbol: "bᵗ", quantity: "a", text: "descent.number.b" },
    { id: "error", symbol: "ε", quantity: "error", text: "descent.number.error" },
    { id: "da", symbol: "∂ε/∂a", quantity: "derivative", text: "descent.number.da" },
    { id: "db", symbol: "∂ε/∂b", quantity: "derivative", text: "descent.number.db" },
  ]);
  const bound = element("p", "bound");
  const oneTable = createStepTable({
    columns: [
      { heading: () => ["t"] },
      { heading: () => symbol("a", "t"), quantity: "a" },
      { heading: () => ["ε"], quantity: "error" },
      { heading: () => ["ε′"], quantity: "derivative" },
      { heading: () => ["−α·ε′"], quantity: "derivative" },
    ],
    caption: "descent.table",
    older: "descent.table.older",
    onRow,
  });
  const planeTable = createStepTable({
    columns: [
      { heading: () => ["t"] },
      { heading: () => ["a"], quantity: "a" },
      { heading: () => ["b"], quantity: "a" },
      { heading: () => ["ε"], quantity: "error" },
      { heading: () => ["∂ε/∂a"], quantity: "derivative" },
      { heading: () => ["∂ε/∂b"], quantity: "derivative" },
    ],
    caption: "descent.table",
    older: "descent.table.older",
    onRow,
  });
  const check = createCheck({ numbers: () => one.check() });

  const rule = createPlaneRule();
  const side = element(
    "section",
    "part descent-side",
    rule,
    oneControls.element,
    planeControls.element,
    oneNumbers.element,
    planeNumbers.element,
    bound,
    oneTable.element,
    planeTable.element,
  );
  const picture = element(
    "section",
    "part descent-picture",
    element("div", "part-head", choice.element, status),
    one.element,
    plane.element,
    transport.element,
    scrub.element,
  );
  const notices = createWhatToNotice({
    title: "descent.notice.title",
    items: NOTICES.map(({ id, speed, values }) => ({
      id,
      text: `descent.notice.${id}`,
      action: `descent.notice.${id}.do`,
      onPress: () => setUp(values, speed),
    })),
  });

  const detach = player.attach({
    step: () => made(() => view().step()),
    back: () => made(() => view().back()),
    reset: () => go(0),
    speeds: SPEEDS,
    speed: "medium",
    advance(steps) {
      const pace = SPEEDS.find(({ id }) => id === player.state().speed)?.perSecond ?? 0;
      if (steps === 1 && pace <= SEEN_PACE) view().step();
      else view().goTo(view().report().t + steps);
      settle();
      const { done, canStep } = view().report();
      return canStep && !done;
    },
  });

  function read() {
    return /** @type {DescentValues} */ (/** @type {unknown} */ (settings.values()));
  }

  /** @param {() => void} act one step or one step back */
  function made(act) {
    act();
    settle();
    save();
  }

  /** @param {number} t */
  function go(t) {
    view().goTo(t);
    settle();
    save();
  }

  /** @param {number} t */
  function onRow(t) {
    player.pause();
    go(t);
  }

  /** The address follows, not at every move. */
  function save() {
    clearTimeout(saving);
    saving = setTimeout(write, PATIENCE);
  }

  function write() {
    clearTimeout(saving);
    settings.set({ ...now });
  }

  /**
   * Takes settings over and shows them. When they cannot be, the error is thrown and the present ones stay.
   * @param {Partial<DescentValues>} changes
   */
  function change(changes) {
    const before = now;
    now = { ...now, ...changes };
    now.rate = rates[active] ?? now.rate;
    now.others = rates.filter((_, index) => index !== active).join(" ");
    try {
      apply();
    } catch (error) {
      now = before;
      // A start at which ε has no value: the pointer goes on, the run stays.
      if (/** @type {{ code?: string }} */ (error).code === "start" && ("a" in changes || "a2" in changes))
        return;
      throw error;
    }
    notice.hide();
    if (changes.t !== undefined) {
      player.pause();
      furthest = changes.t;
    }
    view().goTo(now.t);
    settle();
    save();
  }

  function apply() {
    if (now.view === "two") plane.apply(planeSetting());
    else one.apply(oneSetting());
  }

  /** @returns {import("./one.js").OneSetting} */
  function oneSetting() {
    const [formula = "", low = 0, high = 1] = now.f === "own" ? [now.formula] : (examples.get(now.f) ?? []);
    /** @type {readonly [number, number] | null} */
    const usual = now.f === "own" ? null : [low, high];
    return { formula, window: readWindow(now.window) ?? usual, start: now.a, rates, active };
  }

  /** @returns {import("./plane.js").PlaneSetting} */
  function planeSetting() {
    const [known = "", a = 0, b = 0, halfA = 3, halfB = 2] = planes.get(now.g) ?? [];
    return {
      formula: now.g === "own" ? now.formula2 : known,
      middle: [a, b],
      half: [halfA, halfB],
      start: [now.a2, now.b2],
      rate: now.rate2,
    };
  }

  /** @param {string} id */
  function chooseFunction(id) {
    const [formula, , , a = 0, rate = 1] = examples.get(id) ?? [];
    if (formula === undefined) {
      // One's own begins with what is there.
      change({ f: "own", formula: oneSetting().formula, window: one.window().join(" ") });
      return;
    }
    [rates, active] = [[rate], 0];
    change({ f: id, formula: "", window: "", a, t: 0 });
  }

  /** @param {string} text @throws what is wrong with it */
  function typeFormula(text) {
    const error = new api.ErrorFunction(text, false);
    try {
      const [low = -4, high = 4] = error.window();
      const start = firstStart(error, low, high);
      const trial = new api.Descent(error, low, high, start, 0.1);
      const limit = trial.status().goal?.bound;
      trial.free();
      [rates, active] = [[roundRate(limit ? 0.3 * limit : 0.1)], 0];
      change({ f: "own", formula: text, window: "", a: start, t: 0 });
    } finally {
      error.free();
    }
  }

  /**
   * A start in the left part of the window, where ε has a value.
   * @param {import("../../types/core.js").ErrorFunction} error
   * @param {number} low
   * @param {number} high
   */
  function firstStart(error, low, high) {
    const places = [0.15, 0.85, 0.5, 0.3, 0.7, 0.05, 0.95].map((share) => low + share * (high - low));
    const good = places.find((a) => error.at(a).every(Number.isFinite));
    return Number((good ?? low).toFixed(2));
  }

  /** @param {string} id */
  function choosePlane(id) {
    const [formula, , , , , a2 = 0, b2 = 0, rate2 = 0.1] = planes.get(id) ?? [];
    if (formula === undefined) change({ g: "own", formula2: planeSetting().formula });
    else change({ g: id, formula2: "", a2, b2, rate2, t: 0 });
  }

  /** @param {string} text @throws what is wrong with it */
  function typePlane(text) {
    new api.ErrorFunction(text, true).free();
    change({ g: "own", formula2: text, t: 0 });
  }

  /** @param {number} rate */
  function setRate(rate) {
    rates = rates.map((other, index) => (index === active ? rate : other));
    change({});
  }

  /** @param {number} index */
  function chooseRun(index) {
    active = index;
    change({});
  }

  function addRun() {
    if (rates.length >= MOST_RUNS) return;
    rates = [...rates, roundRate(2 * Number(rates[active]))];
    active = rates.length - 1;
    change({});
  }

  /** @param {number} index */
  function removeRun(index) {
    rates = rates.filter((_, other) => other !== index);
    active = Math.min(rates.length - 1, active > index ? active - 1 : active);
    change({});
  }

  /** Everything that depends on the step. */
  function settle() {
    const { t, canStep, status: state, trail } = view().report();
    now.t = t;
    furthest = Math.min(MOST_STEPS, Math.max(furthest, t));
    player.report({ t, canBack: t > 0, canStep });
    scrub.set(t, furthest);
    const two = now.view === "two";
    const rate = two ? now.rate2 : now.rate;
    const told = statusWords(state, rate, two);
    say(status, told.key, told.params);
    const limit = boundWords(state, rate, two);
    say(bound, limit.key, limit.params);
    showNumbers(trail);
    showControls();
    check.show();
  }

  /** @param {Float64Array} trail of the chosen run */
  function showNumbers(trail) {
    const two = now.view === "two";
    const size = two ? PLANE_POINT : POINT;
    const last = trail.length / size - 1;
    const at = (/** @type {number} */ k, /** @type {number} */ i) => Number(trail[size * k + i]);
    const [list, table] = two ? [planeNumbers, planeTable] : [oneNumbers, oneTable];
    (two ? ["a", "b", "error", "da", "db"] : ["a", "error", "slope", "step"]).forEach((id, i) => {
      list.set(id, figures(at(last, i)));
    });
    table.set(last, (k) => [number(k), ...Array.from({ length: size }, (_, i) => figures(at(k, i)))]);
    view().figure.describe(two ? "descent.plane.spoken" : "descent.figure.spoken", {
      t: last,
      a: () => figures(at(last, 0)),
      b: () => figures(at(last, 1)),
      error: () => figures(at(last, two ? 2 : 1)),
      step: () => figures(at(last, 3)),
    });
  }

  function showControls() {
    const two = now.view === "two";
    for (const part of [oneControls, oneNumbers, oneTable, one]) part.element.hidden = two;
    for (const part of [planeControls, planeNumbers, planeTable, plane]) part.element.hidden = !two;
    check.element.hidden = two;
    rule.hidden = !two;
    choice.set(now.view);
    if (two) {
      const { formula, start, rate } = planeSetting();
      planeControls.show({
        plane: true,
        id: now.g,
        formula,
        tree: plane.tree(),
        rates: [rate],
        active: 0,
        start,
        window: null,
      });
    } else {
      oneControls.show({
        plane: false,
        id: now.f,
        formula: oneSetting().formula,
        tree: one.tree(),
        rates,
        active,
        start: [now.a],
        window: one.window(),
      });
    }
  }

  /** What the address says; what it cannot say becomes what the chapter begins with. */
  function takeOver() {
    const given = read();
    [rates, active] = [[given.rate, ...readRates(given.others)], 0];
    furthest = given.t;
    try {
      change(given);
    } catch (error) {
      const initial = /** @type {DescentValues} */ (/** @type {unknown} */ (initialValues(SCHEMA)));
      [rates, active] = [[initial.rate], 0];
      change({ ...initial, view: given.view });
      notice.showError(error);
    }
  }

  /**
   * Sets the chapter up from its beginning and lets it run, in sight of the reader.
   * @param {Partial<DescentValues>} values
   * @param {string} speed
   */
  function setUp(values, speed) {
    const initial = /** @type {DescentValues} */ (/** @type {unknown} */ (initialValues(SCHEMA)));
    const next = { ...initial, ...values };
    [rates, active] = [[next.rate, ...readRates(next.others)], 0];
    change(next);
    player.setSpeed(speed);
    player.play();
    transport.focus();
    picture.scrollIntoView({
      block: "nearest",
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
  }

  const stops = [
    settings.onChange(takeOver),
    onLanguage(() => settle()),
    // Where a run stopped by itself is what a link should lead to.
    player.subscribe(({ playing }) => {
      if (!playing && saving !== undefined) save();
    }),
  ];

  return {
    element: element(
      "div",
      "descent-whole",
      element("div", "lab descent-lab", picture, side),
      element("div", "descent-more", check.element),
      notices,
    ),

    start: takeOver,

    destroy() {
      write();
      detach();
      for (const stop of stops) stop();
      transport.destroy();
      scrub.destroy();
      oneControls.destroy();
      planeControls.destroy();
      check.destroy();
      one.destroy();
      plane.destroy();
    },
  };
}
