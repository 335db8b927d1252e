// @ts-check
// Chapter 1 as it stands in the page: its parts in their places, and what each shows of the settings and of the run.

import { element } from "../../controls/dom.js";
import { createTransport } from "../../controls/transport.js";
import { createErrorPlot } from "../../frame/error-plot.js";
import { GHOST_DASH, Ghost } from "../../frame/ghost.js";
import { say, t as text } from "../../i18n/index.js";
import { createAsk } from "./ask.js";
import { createCurveControls } from "./controls.js";
import { createCurveFile } from "./file.js";
import { createCurveHead } from "./head.js";
import { createLaw } from "./law.js";
import { createCurveLegend } from "./legend.js";
import { namesOf } from "./names.js";
import { createCurveNumbers } from "./numbers.js";
import { createCurvePicture } from "./picture.js";
import { createChosenPoint } from "./points.js";
import { createCurveRule } from "./rule.js";
import { statusOf } from "./status.js";

/** @typedef {import("./schema.js").CurveValues} CurveValues */
/** @typedef {import("./session.js").CurveSession} CurveSession */
/** @typedef {Float64Array<ArrayBuffer>} Numbers */

/**
 * @typedef {Object} Actions what the reader can do
 * @property {() => CurveValues} values what the chapter is set to
 * @property {(changes: Partial<CurveValues>) => void} change
 * @property {(changes: Partial<CurveValues>) => void} save what the view alone needs to know
 * @property {(source: string) => void} choose measurements
 * @property {(points: Numbers, first: boolean) => void} edit
 * @property {() => void} undo
 * @property {(next: boolean) => void} setEditing
 * @property {Parameters<typeof createCurveFile>[0]["parse"]} parse
 * @property {Parameters<typeof createCurveFile>[0]["onTake"]} take
 * @property {() => void} showPoint
 */

/** ½(z − l)² of a network that says ½, for measurements spread evenly over 0.1..0.9: ½ · 0.8²/12. */
const UNTRAINED = 0.027;
/** A log axis shows at least so much of what is below. */
const LEAST_SHOWN = 2e-5;
/** As many as the core takes. */
const MOST = 5000;

/** @typedef {ReturnType<typeof createCurveView>} CurveView */

/**
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {Actions} actions
 */
export function createCurveView(frame, actions) {
  const parts = createParts(frame, actions);
  const { head, picture, legend, point, transport, status, error, numbers, controls, law } = parts;
  const places = arrange(frame, parts);
  /** @type {Ghost<Numbers>} */
  const ghost = new Ghost();

  /** The chosen point in numbers. @param {import("./fitting.js").Standing | null} standing */
  function showPoint(standing) {
    const { points, view } = picture.scene;
    point.show({
      points,
      index: picture.chosen,
      canUndo: standing?.canUndo ?? false,
      editing: picture.editing,
      view,
      letters: namesOf(actions.values()),
    });
  }

  return {
    elements: [places.lab, places.below],
    places,
    picture,
    transport,
    showPoint,

    /** The settings have changed. @param {CurveValues} values */
    showSettings(values) {
      head.setSource(values.source);
      head.setParts(values.units);
      picture.setParts(values.units);
      error.setLogarithmic(values.log);
      controls.show(values);
      say(parts.origin, `curve.origin.${values.source}`);
    },

    /**
     * The run stands elsewhere.
     * @param {CurveSession} session
     * @param {import("./fitting.js").Standing} standing
     * @param {boolean} playing
     */
    showRun(session, standing, playing) {
      const { run } = session;
      const { t, last } = standing;
      picture.show(session, t);
      const bins = run.errors();
      const before = ghost.show({ run: session.network, data: session.version, curve: bins, last });
      error.set({
        bins,
        test: run.test_errors(),
        t,
        last,
        marks: run.marks(),
        rates: run.rates(),
        others: before ? [{ bins: before, dash: GHOST_DASH, name: () => text("curve.error.before") }] : [],
        name: () => text("curve.error.now"),
      });
      parts.rule.show(run);
      legend.setTest(standing.testError !== null);
      numbers.show(standing, picture.scene.view);
      parts.ask.show(picture.scene);
      law.set(
        { parameters: run.parameters(), scaling: run.scaling(), ...namesOf(actions.values()) },
        playing,
      );
      showPoint(standing);
    },

    /** @param {Parameters<typeof statusOf>} how */
    showStatus(...how) {
      const { key, params } = statusOf(...how);
      say(status, key, params);
    },

    /** @param {boolean} next */
    setEditing(next) {
      picture.setEditing(next);
      legend.element.hidden = next;
      head.setEditing(next);
      if (next) picture.focus();
    },
  };
}

/**
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {Actions} actions
 */
function createParts(frame, actions) {
  const { values, change } = actions;
  const names = () => namesOf(values());
  const picture = createCurvePicture({
    names,
    announce: frame.announce,
    onEdit: actions.edit,
    onUndo: actions.undo,
    onChoose: actions.showPoint,
  });
  const parts = {
    head: createCurveHead({
      source: values().source,
      onSource: actions.choose,
      onEdit: () => actions.setEditing(!picture.editing),
      onParts: () => change({ units: !values().units }),
    }),
    picture,
    legend: createCurveLegend(),
    point: createChosenPoint({
      onMove(index, x, l) {
        const next = picture.scene.points.slice();
        next.set([x, l], 2 * index);
        actions.edit(next, true);
      },
      onRemove: picture.remove,
      onUndo: actions.undo,
    }),
    rule: createCurveRule({ kept: frame.kept }),
    transport: createTransport(frame),
    status: element("p", "status"),
    error: createErrorPlot({
      title: "curve.error",
      label: "curve.error.label",
      empty: "curve.error.empty",
      names: { train: "curve.error.train", test: "curve.error.test" },
      changed: "curve.error.changed",
      untrained: UNTRAINED,
      least: LEAST_SHOWN,
      decimals: 6,
      logarithmic: values().log,
      onScale: (log) => actions.save({ log }),
      announce: frame.announce,
    }),
    numbers: createCurveNumbers({ unit: () => names().unit }),
    controls: createCurveControls({ values: values(), onChange: change }),
    ask: createAsk({ names }),
    law: createLaw(),
    origin: element("p", "caption curve-origin"),
    file: createCurveFile({ parse: actions.parse, most: MOST, onTake: actions.take }),
  };
  parts.status.setAttribute("role", "status");
  frame.onLanguage(picture.redraw);
  for (const part of [picture, parts.point, parts.error, parts.controls, parts.ask, parts.law])
    frame.onEnd(part.destroy);
  return parts;
}

/**
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {ReturnType<typeof createParts>} parts
 */
function arrange(frame, parts) {
  const left = element(
    "section",
    "part fitting",
    parts.head.element,
    parts.picture.element,
    parts.legend.element,
    parts.point.element,
    parts.rule.element,
    parts.transport.element,
    parts.status,
    element("div", "notices", frame.notice.element),
  );
  const right = element(
    "section",
    "part curve-side",
    parts.error.element,
    parts.numbers.element,
    parts.controls.element,
    parts.ask.element,
    parts.law.element,
  );
  return {
    left,
    lab: element("div", "lab", left, right),
    below: element("section", "section curve-below", parts.origin, parts.file.element),
  };
}
