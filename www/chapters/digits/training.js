// @ts-check
// Chapter 4, right: the training. Its curves, the transport, the key numbers, the settings, and what it is doing in words.

import { element, words } from "../../controls/dom.js";
import { createNotice } from "../../controls/notice.js";
import { createNumberList } from "../../controls/number-list.js";
import { createSpoken } from "../../controls/spoken.js";
import { createTransport } from "../../controls/transport.js";
import { onLanguage, say } from "../../i18n/index.js";
import { fixed, number, percent } from "../../i18n/numbers.js";
import { createDigitsControls } from "./controls.js";
import { createDataState } from "./data.js";
import { createAccuracyPlot, createDigitsErrorPlot } from "./plots.js";
import { createRate } from "./rate.js";

/** @typedef {import("./training/types.js").Snapshot} Snapshot */
/** @typedef {import("./schema.js").DigitsValues} DigitsValues */

/** Mini-batches a frame; null: as fast as it goes. @type {readonly (import("../../frame/player.js").Speed & { pace: number | null })[]} */
const SPEEDS = [
  { id: "full", text: "digits.speed.full", pace: null },
  { id: "fast", text: "digits.speed.fast", pace: 10 },
  { id: "medium", text: "digits.speed.medium", pace: 1 },
  { id: "slow", text: "digits.speed.slow", pace: 1 / 15 },
];

/** Milliseconds without news after which training is said to wait. */
const PATIENCE = 400;

/**
 * @param {{
 *   player: import("../../frame/player.js").Player, values: DigitsValues,
 *   onValues: (changes: Partial<DigitsValues>) => void,
 * }} options `onValues`: the reader has changed settings, which are in `values` already
 */
export function createDigitsTraining({ player, values, onValues }) {
  /** @type {import("./session.js").Session | null} */
  let session = null;
  let now = { ...values };
  /** @type {Snapshot | null} */
  let last = null;
  /** What the reader did last, as far as the words depend on it. @type {"" | "epoch" | "reset"} */
  let latest = "";
  let stopped = false;
  const rate = createRate();
  /** @type {number | null} */
  let examplesPerSecond = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  /** @type {(() => void)[]} */
  const stops = [];

  const spoken = createSpoken();
  const { announce } = spoken;
  const errorPlot = createDigitsErrorPlot({
    logarithmic: values.log,
    announce,
    onScale: (log) => {
      now.log = log;
      onValues({ log });
    },
  });
  const accuracyPlot = createAccuracyPlot({ announce });
  const numbers = createNumberList([
    { id: "epoch", text: "digits.number.epoch" },
    { id: "error", symbol: "ε", quantity: "error", text: "digits.number.error" },
    { id: "accuracy", text: "digits.number.accuracy" },
    { id: "speed", text: "digits.number.speed" },
  ]);
  const status = element("p", "status");
  status.setAttribute("role", "status");
  const notice = createNotice();
  const data = createDataState({
    onRetry(parts) {
      for (const part of parts) {
        session?.failures.delete(part);
        session?.client.retry(part);
      }
      showData();
    },
  });
  const transport = createTransport(player, {
    extra: [{ text: "digits.epoch", label: "digits.epoch.label", icon: "epoch", onPress: trainEpoch }],
  });
  const controls = createDigitsControls({
    values,
    onRate(rate) {
      now.rate = rate;
      session?.client.setRate(rate);
      if (session) session.settings.rate = rate;
      onValues({ rate });
    },
    onNetwork(changes) {
      now = { ...now, ...changes };
      onValues(changes);
      reset();
    },
    onExport: save,
  });

  const root = element(
    "section",
    "part training",
    element("div", "part-head", words("h2", "part-title", "digits.train.title"), status, data.progress),
    element("div", "plots", errorPlot.element, accuracyPlot.element),
    transport.element,
    element("div", "notices", data.notice, notice.element),
    numbers.element,
    controls.element,
    spoken.element,
  );

  const detach = player.attach({
    step: () => session?.client.step(),
    back: () => session?.client.back(),
    reset,
    start() {
      latest = "";
      session?.client.play();
      showStatus();
    },
    stop: () => session?.client.pause(),
    speeds: SPEEDS,
    onSpeed() {
      rate.clear();
      session?.client.setPace(pace());
    },
  });
  player.report({ canStep: false });

  function pace() {
    const { speed } = player.state();
    return SPEEDS.find(({ id }) => id === speed)?.pace ?? null;
  }

  function trainEpoch() {
    player.playTowards(() => {
      latest = "epoch";
      session?.client.epoch();
      showStatus();
    });
  }

  /** A new network with the present settings, paused. */
  function reset() {
    player.pause();
    latest = "reset";
    controls.show(now);
    if (!session) return;
    const { hidden, rate, batch, seed } = now;
    session.settings = { hidden, rate, batch, seed };
    session.client.reset(session.settings);
  }

  async function save() {
    if (!session) return;
    try {
      const bytes = await session.client.exportModel();
      const link = element("a");
      link.href = URL.createObjectURL(new Blob([bytes]));
      link.download = `descent-784-${now.hidden}-10-t${last?.status.step ?? 0}.descent`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (error) {
      notice.showError(error);
    }
  }

  /** @param {Snapshot} snapshot */
  function show(snapshot) {
    last = snapshot;
    const { status: state } = snapshot;
    if (!snapshot.playing && player.state().playing && snapshot.turn === session?.client.turn) player.ended();
    player.report({ t: state.step, canBack: state.step > 0, canStep: !stopped });
    transport.setExtraEnabled(state.total > 0 && !stopped);
    errorPlot.set(snapshot.curve);
    accuracyPlot.set(snapshot.accuracies, state.steps_per_epoch);
    if (snapshot.playing) {
      const watched = rate.note(performance.now(), state.step * state.batch);
      examplesPerSecond = pace() === null ? snapshot.examplesPerSecond : watched;
    } else {
      rate.clear();
      if (state.step === 0) examplesPerSecond = null;
    }
    showNumbers();
    showStatus();
  }

  function showNumbers() {
    if (!last) return;
    const { status: state } = last;
    numbers.set("epoch", state.steps_per_epoch > 0 ? fixed(state.step / state.steps_per_epoch, 2) : null);
    numbers.set("error", state.error === null ? null : fixed(state.error, 4));
    numbers.set("accuracy", state.accuracy === null ? null : percent(state.accuracy, 2));
    numbers.set("speed", examplesPerSecond === null ? null : number(examplesPerSecond, { significant: 3 }));
  }

  function showStatus() {
    clearTimeout(patience);
    const { key, params } = describe();
    // While data trickle in, training and waiting alternate many times a second: only a real wait is told.
    if (key === "digits.status.waiting") patience = setTimeout(() => say(status, key, params), PATIENCE);
    else say(status, key, params);
  }

  /** @returns {{ key: string, params?: import("../../i18n/index.js").Params }} */
  function describe() {
    if (stopped) return { key: "digits.status.stopped" };
    if (!last) return { key: "digits.status.starting" };
    const { step, position, arrived, total, waiting } = last.status;
    const partly = arrived < total || total === 0;
    if (player.state().playing) {
      if (waiting && partly) return { key: "digits.status.waiting" };
      return partly
        ? { key: "digits.status.playing-part" }
        : { key: "digits.status.playing", params: { total } };
    }
    if (step === 0) {
      if (latest === "reset") return { key: "digits.status.reset" };
      return { key: partly ? "digits.status.fresh-loading" : "digits.status.fresh" };
    }
    return {
      key: latest === "epoch" && position % total === 0 ? "digits.status.epoch" : "digits.status.paused",
    };
  }

  function showData() {
    if (session) data.show(session.progress, session.failures);
  }

  /** @param {{ message: string }} report */
  function crashed({ message }) {
    stopped = true;
    player.ended();
    player.report({ canStep: false, canBack: false });
    transport.setExtraEnabled(false);
    notice.show({
      key: "error.worker-crashed",
      params: { what: message },
      kind: "error",
      action: { text: "digits.restart", onPress: restart },
    });
    showStatus();
  }

  function restart() {
    stopped = false;
    latest = "reset";
    notice.hide();
    session?.client.restart();
  }

  transport.setExtraEnabled(false);
  errorPlot.set(new Float64Array(0));
  accuracyPlot.set(new Float64Array(0), 0);
  showStatus();
  stops.push(onLanguage(showNumbers), player.subscribe(showStatus));

  return {
    element: root,

    /** The training is there. @param {import("./session.js").Session} opened */
    open(opened) {
      session = opened;
      const { client } = opened;
      stops.push(
        client.on("snapshot", show),
        client.on("progress", showData),
        client.on("data-error", showData),
        client.on("crash", crashed),
        client.on("refused", (report) => notice.showError(report)),
      );
      showData();
      client.setPace(pace());
      player.report({ canStep: true });
      const { hidden, batch, seed } = opened.settings;
      if (hidden !== now.hidden || batch !== now.batch || seed !== now.seed) reset();
      else if (opened.settings.rate !== now.rate) client.setRate(now.rate);
      if (client.crashed) crashed({ message: "" });
    },

    /** Settings that came from elsewhere: the address bar, or "what to notice". @param {DigitsValues} next */
    setValues(next) {
      const another = next.hidden !== now.hidden || next.batch !== now.batch || next.seed !== now.seed;
      now = { ...next };
      errorPlot.setLogarithmic(next.log);
      controls.show(now);
      session?.client.setRate(next.rate);
      if (session) session.settings.rate = next.rate;
      if (another) reset();
    },

    /** Nothing can be trained here. @param {unknown} error @param {() => void} retry */
    fail(error, retry) {
      stopped = true;
      showStatus();
      notice.showError(error, {
        text: "page.retry",
        onPress: () => {
          stopped = false;
          notice.hide();
          showStatus();
          retry();
        },
      });
    },

    /** A new network that learns at once. @param {string} speed */
    begin(speed) {
      reset();
      player.setSpeed(speed);
      player.play();
      transport.focus();
    },

    destroy() {
      clearTimeout(patience);
      detach();
      for (const stop of stops) stop();
      transport.destroy();
      controls.destroy();
      errorPlot.destroy();
      accuracyPlot.destroy();
    },
  };
}
