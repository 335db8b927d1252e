// @ts-check
// Chapter 1: approximating unknown functions. Connects the measurements, the run, the picture and what is seen of it.

import { createChapterHead } from "../../controls/chapter-head.js";
import { createSelect } from "../../controls/choice.js";
import { button, element, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { createNotice } from "../../controls/notice.js";
import { createNumberList } from "../../controls/number-list.js";
import { createTransport } from "../../controls/transport.js";
import { createWhatToNotice } from "../../controls/what-to-notice.js";
import { core } from "../../frame/core.js";
import { createErrorPlot } from "../../frame/error-plot.js";
import { addTexts, onLanguage, say, t } from "../../i18n/index.js";
import { figures, fixed } from "../../i18n/numbers.js";
import { createCurveControls } from "./controls.js";
import { createCurveFile } from "./file.js";
import { createCurveFormulas, createLaw } from "./formulas.js";
import { createCurveLegend, createCurvePicture } from "./picture.js";
import { createChosenPoint } from "./points.js";
import { decimalsFor, OWN, PACES, readNames, TABLES, writeNames } from "./schema.js";
import { initialCurve, openRun } from "./session.js";
import { curve as texts } from "./texts.js";

addTexts(texts);

/** @typedef {import("./schema.js").CurveValues} CurveValues */

/** ½(z − l)² of a network that says ½, for measurements spread evenly over 0.1..0.9: ½ · 0.8²/12. */
const UNTRAINED = 0.027;
/** A log axis shows at least so much of what is below. */
const LEAST_SHOWN = 2e-5;
/** As many as the core takes. */
const MOST = 5000;

/**
 * What "what to notice" sets up, the rest as it begins.
 * @type {readonly { id: string, values: Partial<CurveValues> }[]}
 */
const NOTICES = [
  { id: "maximum", values: { source: "water-maximum" } },
  { id: "parts", values: { source: "day-length", hidden: 6, rate: 4, units: true } },
  { id: "under", values: { source: "day-length", hidden: 1, pace: 50 } },
  {
    id: "over",
    values: { source: "day-length", hidden: 64, rate: 1, noise: 0.1, share: 0.6, seed: 4, pace: 50 },
  },
  {
    id: "right",
    values: { source: "day-length", hidden: 4, rate: 1, noise: 0.1, share: 0.6, seed: 4, pace: 50 },
  },
  { id: "outside", values: { source: "vapour-pressure", share: 0.4, where: "end", pace: 50 } },
];

/** @type {readonly import("../../frame/player.js").Speed[]} */
const SPEEDS = PACES.map((count) =>
  count > 0
    ? { id: String(count), text: "curve.pace", params: { count }, perFrame: count }
    : { id: "0", text: "curve.pace.full", perFrame: Number.POSITIVE_INFINITY },
);

/**
 * @param {HTMLElement} root
 * @param {import("../../main.js").Tools} tools
 */
export function mount(root, { settings, player }) {
  let alive = true;
  /** @type {import("./session.js").Run | null} */
  let run = null;
  /** @type {import("../../types/core.js").Api | null} */
  let api = null;
  /** Why the last step was not made. @type {"" | "empty" | "too-large" | "failed"} */
  let stuck = "";
  const read = () => /** @type {CurveValues} */ (/** @type {unknown} */ (settings.values()));

  const picture = createCurvePicture({ names, onEdit: edit, onUndo: undo, onChoose: showPoint });
  const legend = createCurveLegend();
  const chosenPoint = createChosenPoint({
    onMove(index, x, l) {
      const next = picture.points.slice();
      next.set([x, l], 2 * index);
      edit(next, true);
    },
    onRemove: picture.remove,
    onUndo: undo,
  });
  const source = createSelect({
    label: "curve.source",
    className: "curve-source",
    options: [...TABLES.map(({ id }) => id), OWN].map((id) => ({ value: id, text: `curve.table.${id}` })),
    value: read().source,
    onChange(next) {
      change({ source: next });
      if (next === OWN && picture.points.length === 0) setEditing(true);
    },
  });
  const editButton = button({
    text: "curve.edit",
    label: "curve.edit.label",
    icon: icon("edit"),
    onPress: () => setEditing(!picture.editing),
  });
  const partsButton = button({
    text: "curve.units",
    label: "curve.units.label",
    icon: icon("parts"),
    onPress: () => change({ units: !read().units }),
  });
  editButton.dataset.curve = "edit";
  partsButton.dataset.curve = "units";
  source.element.dataset.curve = "source";
  const origin = element("p", "caption curve-origin");

  const status = element("p", "status");
  status.setAttribute("role", "status");
  const notice = createNotice();
  const transport = createTransport(player);
  const errorPlot = createErrorPlot({
    title: "curve.error",
    label: "curve.error.label",
    empty: "curve.error.empty",
    names: { train: "curve.error.train", test: "curve.error.test" },
    untrained: UNTRAINED,
    least: LEAST_SHOWN,
    decimals: 6,
    logarithmic: read().log,
    onScale: (log) => settings.set({ log }),
    announce: picture.announce,
  });
  const numberPlace = element("div", "curve-numbers");
  let numbers = createNumbers();
  const controls = createCurveControls({ values: read(), onChange: change });
  const law = createLaw();
  const file = createCurveFile({
    parse: (text) => api?.parse_measurements(text) ?? null,
    most: MOST,
    onTake(points, header) {
      if (!run) return { inLink: true };
      player.pause();
      picture.forget();
      settings.set(run.load(points, writeNames(header)));
      setEditing(false);
      shown();
      return { inLink: !run.isLarge };
    },
  });
  const notices = createWhatToNotice({
    title: "curve.notice.title",
    items: NOTICES.map(({ id, values }) => ({
      id,
      text: `curve.notice.${id}`,
      action: `curve.notice.${id}.do`,
      onPress: () => setUp(values),
    })),
  });

  const left = element(
    "section",
    "part fitting",
    element(
      "div",
      "part-head curve-head",
      words("h2", "visually-hidden", "curve.picture"),
      source.element,
      element("div", "curve-tools", editButton, partsButton),
    ),
    picture.element,
    legend.element,
    chosenPoint.element,
    transport.element,
    status,
    element("div", "notices", notice.element),
  );
  const right = element(
    "section",
    "part curve-side",
    errorPlot.element,
    numberPlace,
    controls.element,
    law.element,
  );
  root.append(
    createChapterHead({
      number: 1,
      title: "curve.title",
      sentence: "curve.sentence",
      formula: createCurveFormulas(),
    }),
    element("div", "lab", left, right),
    element("section", "section curve-below", origin, file.element),
    notices,
  );

  const detach = player.attach({
    step: () => advance(1),
    back() {
      run?.back();
      stuck = "";
      showRun();
    },
    reset() {
      run?.reset();
      stuck = "";
      picture.forget();
      showRun();
    },
    advance,
    speeds: SPEEDS,
    speed: String(read().pace),
    onSpeed(id) {
      if (read().pace !== Number(id)) settings.set({ pace: Number(id) });
    },
  });
  player.report({ canStep: false });

  /** @param {number} steps @returns {boolean} whether there is a going on */
  function advance(steps) {
    if (!run) return false;
    const made = run.train(steps);
    stuck = made > 0 ? "" : run.heldOut().includes(0) ? "too-large" : "empty";
    showRun();
    return made > 0;
  }

  /** The names of the axes with their units, in the reader's language. */
  function names() {
    const { source: from, axes, names: own } = read();
    const table = TABLES.find(({ id }) => id === (from === OWN ? axes : from));
    if (table) {
      const { id, x, l } = table;
      return {
        x: `${x}, ${t(`curve.table.${id}.x`)}`,
        l: `${l}, ${t(`curve.table.${id}.l`)}`,
        xLetter: x,
        lLetter: l,
        unit: t(`curve.table.${id}.l`),
      };
    }
    const [x, l] = readNames(own) ?? ["X", "Y"];
    return { x: x || "X", l: l || "Y", xLetter: "X", lLetter: "Y", unit: "Y" };
  }

  function createNumbers() {
    const unit = () => names().unit;
    const made = createNumberList([
      { id: "error", symbol: "ε", quantity: "error", text: "curve.number.error" },
      { id: "test", symbol: "ε", quantity: "error", text: "curve.number.test" },
      { id: "deviation", text: "curve.number.deviation", params: { unit } },
      { id: "test-deviation", text: "curve.number.test-deviation" },
    ]);
    numberPlace.replaceChildren(made.element);
    return made;
  }

  /** The reader changes settings. @param {Partial<CurveValues>} changes */
  function change(changes) {
    settings.set(changes);
    apply();
  }

  /** Makes the run and what is seen of it follow the settings, which have changed. */
  function apply() {
    const values = read();
    picture.setParts(values.units);
    partsButton.setAttribute("aria-pressed", String(values.units));
    errorPlot.setLogarithmic(values.log);
    player.setSpeed(String(values.pace));
    if (run) {
      const before = run.status().step;
      const version = run.version;
      try {
        run.set(values);
        notice.hide();
        stuck = "";
      } catch (error) {
        player.pause();
        notice.showError(error);
      }
      if (run.version !== version || run.status().step < before) picture.forget();
    }
    shown();
  }

  /** Shows the settings as they are now, and the run. */
  function shown() {
    const values = read();
    source.set(values.source);
    say(origin, `curve.origin.${values.source}`);
    controls.show(values);
    numbers = createNumbers();
    showRun();
  }

  function showRun() {
    if (!run) {
      showStatus();
      return;
    }
    const state = run.status();
    picture.show(state.step);
    errorPlot.set(run.errors(), run.testErrors());
    legend.setTest(state.test_error !== null);
    player.report({
      t: state.step,
      canBack: state.can_back,
      canStep: state.error !== null,
    });
    numbers.set("error", state.error === null ? null : scientific(state.error));
    numbers.set("test", state.test_error === null ? null : scientific(state.test_error));
    const [, , low, high] = picture.view;
    const miss = (/** @type {number | null} */ value) =>
      value === null ? null : fixed(value, decimalsFor((high - low) / 10));
    numbers.set("deviation", miss(state.deviation));
    numbers.set("test-deviation", miss(state.test_deviation));
    const { xLetter, lLetter } = names();
    law.set(
      { parameters: run.parameters(), frame: run.frame(), x: xLetter, l: lLetter },
      player.state().playing,
    );
    showPoint();
    showStatus();
  }

  function showPoint() {
    const index = picture.chosen;
    const count = picture.points.length / 2;
    chosenPoint.show({
      point:
        index === null || index >= count
          ? null
          : { index, x: Number(picture.points[2 * index]), l: Number(picture.points[2 * index + 1]) },
      count,
      canUndo: run?.canUndo ?? false,
      editing: picture.editing,
      view: picture.view,
      letters: names(),
    });
  }

  function showStatus() {
    const { key, params } = describe();
    say(status, key, params);
  }

  /** @returns {{ key: string, params?: import("../../i18n/index.js").Params }} */
  function describe() {
    if (stuck === "failed") return { key: "curve.status.stopped" };
    if (!run) return { key: "curve.status.starting" };
    const { step, error } = run.status();
    if (error === null) return { key: "curve.status.empty" };
    if (stuck === "too-large") return { key: "curve.status.too-large" };
    if (player.state().playing) {
      const count = run.heldOut().reduce((sum, held) => sum + 1 - held, 0);
      return { key: "curve.status.playing", params: { count } };
    }
    if (run.edited) return { key: "curve.status.edited" };
    return { key: step === 0 ? "curve.status.fresh" : "curve.status.paused" };
  }

  /** @param {Float64Array<ArrayBuffer>} points @param {boolean} step */
  function edit(points, step) {
    if (!run) return;
    try {
      settings.set(run.edit(points, step));
      notice.hide();
      stuck = "";
    } catch (error) {
      notice.showError(error);
    }
    if (step) shown();
    else showRun();
  }

  function undo() {
    const changes = run?.undo();
    if (!changes) return;
    settings.set(/** @type {import("../../frame/address.js").Values} */ (changes));
    shown();
  }

  /** @param {boolean} next */
  function setEditing(next) {
    picture.setEditing(next);
    legend.element.hidden = next;
    editButton.setAttribute("aria-pressed", String(next));
    if (next) picture.focus();
    showRun();
  }

  /**
   * Sets the chapter up from its beginning and lets it run, in sight of the reader.
   * @param {Partial<CurveValues>} values
   */
  function setUp(values) {
    player.pause();
    const { log, axes, names: own, frame, points } = read();
    settings.set({ ...initialCurve(), log, axes, names: own, frame, points, ...values });
    setEditing(false);
    apply();
    player.reset();
    player.play();
    transport.focus();
    left.scrollIntoView({
      block: "nearest",
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
  }

  async function open() {
    try {
      ({ api } = await core());
      const opened = await openRun(read());
      if (!alive) return;
      run = opened;
      picture.open(run);
      apply();
      if (read().source === OWN && picture.points.length === 0) setEditing(true);
    } catch (error) {
      if (!alive) return;
      stuck = "failed";
      showStatus();
      notice.showError(error, {
        text: "page.retry",
        onPress: () => {
          stuck = "";
          notice.hide();
          open();
        },
      });
    }
  }

  editButton.setAttribute("aria-pressed", "false");
  shown();
  picture.setParts(read().units);
  partsButton.setAttribute("aria-pressed", String(read().units));
  const stops = [
    settings.onChange(apply),
    onLanguage(() => {
      if (run) showRun();
    }),
    player.subscribe(showStatus),
  ];
  open();

  return {
    destroy() {
      alive = false;
      detach();
      for (const stop of stops) stop();
      transport.destroy();
      controls.destroy();
      chosenPoint.destroy();
      law.destroy();
      errorPlot.destroy();
      picture.destroy();
    },
  };
}

/** ε in figures that keep their width: 0,00231, 2,31·10⁻⁴. @param {number} value */
function scientific(value) {
  return figures(value, { decimals: 5, tiny: 1e-3, even: true });
}
