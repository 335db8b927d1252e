// @ts-check
// Chapter 4, right: the training. Its curves, the transport, the key numbers, the settings, and what it is doing in words.

import { element, words } from "../../controls/dom.js";
import { saveFile } from "../../controls/save.js";
import { createTransport } from "../../controls/transport.js";
import { loadStyle } from "../../frame/styles.js";
import { addTexts, say } from "../../i18n/index.js";
import { createCurves } from "./compare/curves.js";
import { compare } from "./compare/texts.js";
import { createDigitsControls } from "./controls.js";
import { createDataState } from "./data.js";
import { createFingerprint } from "./fingerprint.js";
import { createNumbers } from "./numbers.js";
import { createPatience, describe } from "./words.js";

/** @typedef {import("../../frame/lab.js").Frame} Frame */
/** @typedef {import("./session.js").Session} Session */
/** @typedef {ReturnType<Session["state"]>} State */
/** @typedef {import("./schema.js").DigitsValues} DigitsValues */
/** @typedef {{ session: Session, arrivals: import("./arrivals.js").Arrivals, comparison: import("./compare/comparison.js").Comparison }} Opened */

addTexts(compare);

/** To the end of the epoch. @param {() => void} onPress */
const epochButton = (onPress) => ({
  text: "digits.epoch",
  label: "digits.epoch.label",
  icon: "epoch",
  onPress,
});

/**
 * @param {Frame} frame
 * @param {{ names: import("./class-names.js").ClassNames, onAsk: (name: import("./sections.js").Name) => void }} options
 */
export function createTraining(frame, { names, onAsk }) {
  /** The session, once there is one. @type {Opened | null} */
  let opened = null;
  const values = () => /** @type {DigitsValues} */ (/** @type {unknown} */ (frame.values()));
  const onScale = (/** @type {boolean} */ log) => frame.save({ log });
  const plots = createCurves(frame, { logarithmic: values().log, onScale, names });
  const numbers = createNumbers();
  const status = createStatus(frame);
  const data = createDataState({ onRetry: () => opened?.arrivals.retry() });
  const transport = createTransport(frame, {
    extra: [epochButton(() => frame.player.playTowards(() => opened?.session.epoch()))],
  });
  const fingerprint = createFingerprint();
  const controls = createDigitsControls({
    identity: fingerprint.element,
    values: values(),
    onRate: (rate) => (opened ? opened.session.setRate(rate) : frame.save({ rate })),
    onNetwork: (changes) => (opened ? opened.session.reset(changes) : frame.save(changes)),
    onExport: () => opened && exportNetwork(frame, opened.session),
    onAsk,
  });
  frame.onEnd(controls.destroy);
  // Without a training there is nothing to play.
  frame.player.report({ canStep: false });
  transport.setExtraEnabled(false);

  /** @param {State} state */
  function showNumbers(state) {
    numbers.show(state, !state.stopped && opened?.arrivals.state().failure === null);
  }

  /** @param {State} state */
  function show(state) {
    status.tell(describe(state));
    transport.setExtraEnabled(!state.stopped && state.snapshot !== null && state.snapshot.status.total > 0);
    plots.show(state.snapshot, state, opened?.comparison ?? null);
    showNumbers(state);
  }

  const rulePlace = element("div", "rule-place");
  const title = words("h2", "part-title", "digits.train.title");
  return {
    element: element(
      "section",
      "part training",
      element("div", "part-head", title, status.element, data.progress),
      element("div", "plots", ...plots.elements),
      rulePlace,
      transport.element,
      element("div", "notices", data.notice, frame.notice.element),
      numbers.element,
      controls.element,
    ),
    focus: transport.focus,
    setLogarithmic: plots.setLogarithmic,
    /** Nothing can be trained here. */
    fail: () => status.tell({ key: "digits.status.stopped" }),
    /** @param {Opened} found */
    open(found) {
      opened = found;
      controls.setAskable();
      const { session, arrivals, comparison } = found;
      onSession(frame, session, {
        show,
        showSettings: ({ settings }) => controls.show({ ...values(), ...settings }),
      });
      frame.onLanguage(() => showNumbers(session.state()));
      frame.onEnd(comparison.on("change", () => show(session.state())));
      const showData = () => {
        data.show(arrivals.state());
        showNumbers(session.state());
      };
      frame.onEnd(arrivals.on("change", showData));
      showData();
      bringRule(frame, session, rulePlace);
      fingerprint.watch(session, frame.onEnd);
    },
  };
}

/**
 * The rule in numbers, which the pad and the training do not wait for.
 * @param {Frame} frame @param {Session} session @param {Element} place
 */
async function bringRule(frame, session, place) {
  try {
    const [{ createDigitsRule }] = await Promise.all([
      import("./rule/rule.js"),
      loadStyle("chapters/digits/rule/style.css"),
      // The pad did not wait for it.
      loadStyle("lecture/style.css"),
    ]);
    if (frame.alive()) place.replaceChildren(createDigitsRule({ frame, session }).element);
  } catch (error) {
    const again = () => bringRule(frame, session, place);
    if (frame.alive()) frame.notice.showError(error, { text: "page.retry", onPress: again });
  }
}

/**
 * @param {Frame} frame
 * @param {Session} session
 * @param {{ show: (state: State) => void, showSettings: (state: State) => void }} view
 */
function onSession({ notice, onEnd }, session, { show, showSettings }) {
  /** @type {State["settings"] | null} */
  let shown = null;
  function showAll() {
    const state = session.state();
    // A slider that the reader holds is not set back by what has nothing to do with it.
    if (state.settings !== shown) showSettings(state);
    shown = state.settings;
    show(state);
  }
  onEnd(session.on("state", showAll));
  onEnd(session.on("snapshot", () => show(session.state())));
  onEnd(session.on("refused", (report) => notice.showError(report)));
  function showCrash() {
    const restart = () => {
      notice.hide();
      session.restart();
    };
    const action = { text: "digits.restart", onPress: restart };
    notice.show({ key: "error.worker-crashed", kind: "error", action });
  }
  onEnd(
    session.on("crash", ({ message }) => {
      console.error(message);
      showCrash();
    }),
  );
  if (session.state().stopped) showCrash();
  showAll();
}

/** What the training is doing. @param {Frame} frame */
function createStatus({ onEnd }) {
  const place = element("p", "status");
  place.setAttribute("role", "status");
  const patience = createPatience(({ key, params }) => say(place, key, params));
  onEnd(patience.end);
  patience.tell({ key: "digits.status.starting" });
  return { element: place, tell: patience.tell };
}

/**
 * @param {Frame} frame
 * @param {Session} session
 */
async function exportNetwork({ notice }, session) {
  try {
    const bytes = await session.ask("model");
    const { settings, t } = session.state();
    saveFile(bytes, `descent-784-${settings.hidden}-10-t${t}.descent`);
  } catch (error) {
    notice.showError(error);
  }
}
