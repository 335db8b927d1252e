// @ts-check
// Chapter 2's parts and where they stand: the picture with the transport, beside it settings and figures, below the check.
// Everything is there twice, for one number and for two, and one of the two is seen.

import { createChoice } from "../../controls/choice.js";
import { button, element } from "../../controls/dom.js";
import { createTransport } from "../../controls/transport.js";
import { say } from "../../i18n/index.js";
import { createLivingRule } from "../../lecture/living-rule.js";
import { createCheck } from "./check.js";
import { createDescentControls } from "./controls.js";
import { createPlaneRule } from "./formulas.js";
import { createNumbers, standing } from "./numbers.js";
import { createOneView } from "./one.js";
import { createPlaneView } from "./plane.js";
import { createPlayed } from "./played.js";
import { nextStep } from "./rule.js";
import { aheadWords, boundWords, statusWords } from "./words.js";

/** @typedef {import("./session.js").Session} Session */

/**
 * @typedef {import("./controls.js").ControlActions & {
 *   onView: (view: "one" | "two") => void, onPick: (start: readonly number[]) => void, onRow: (t: number) => void,
 *   check: () => import("../../pkg/descent.js").Check | null,
 * }} Actions `onPick`: another start, chosen in the picture; `check`: null when there is no run
 */

/**
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {Actions} actions
 */
export function createLayout(frame, actions) {
  const opener = button({ text: "descent.play", onPress: () => played.open() });
  const picture = createPicture(frame, actions, opener);
  const side = createSide(frame, actions);
  const check = createCheck({ numbers: actions.check });
  const lab = element("div", "lab descent-lab", picture.element, side.element);
  const more = element("div", "descent-more", check.element);
  const played = createPlayed(frame, { lab, picture: picture.element, opener });

  return {
    elements: [element("div", "descent-place", lab), more],
    picture,

    /** The core has come. */
    setApi: played.setApi,

    /** Whether there is a run to be seen and moved. @param {boolean} ready */
    setReady(ready) {
      lab.inert = !ready;
      more.inert = !ready;
    },

    /** Nothing but the message above. @param {boolean} hidden */
    setHidden(hidden) {
      lab.hidden = hidden;
      more.hidden = hidden;
    },

    /** @param {Session} session */
    show(session) {
      picture.show(session);
      side.show(session);
      check.element.hidden = session.two;
      if (!session.two) check.show();
    },
  };
}

/**
 * The picture, how the run stands in words, and the transport.
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {Actions} actions
 * @param {HTMLElement} opener of what stands in the picture's place when it is asked for
 */
function createPicture(frame, { onView, onPick }, opener) {
  const { announce, onEnd } = frame;
  const one = createOneView({ announce, onStart: (a) => onPick([a]) });
  const plane = createPlaneView({ announce, onStart: (a, b) => onPick([a, b]) });
  onEnd(one.destroy);
  onEnd(plane.destroy);
  const choice = createChoice({
    label: "descent.view",
    options: [
      { value: /** @type {const} */ ("one"), text: "descent.view.one" },
      { value: /** @type {const} */ ("two"), text: "descent.view.two" },
    ],
    value: "one",
    onChange: onView,
  });
  const status = element("p", "status");
  status.setAttribute("role", "status");
  const rule = createLivingRule();
  const bar = createTransport(frame);
  const root = element(
    "section",
    "part descent-picture",
    element("div", "part-head", choice.element, opener, status),
    one.element,
    plane.element,
    rule.element,
    bar.element,
  );
  plane.element.hidden = true;

  return {
    element: root,
    /** Gives the focus to play and pause. */
    focus: bar.focus,

    /** @param {Session} session */
    show({ two, one: runs, plane: path, run, rate }) {
      one.element.hidden = two;
      plane.element.hidden = !two;
      opener.hidden = two;
      choice.set(two ? "two" : "one");
      if (two) plane.show(path);
      else one.show(runs);
      rule.set(nextStep(run.trail, rate, two));
      const spoken = two ? "descent.plane.spoken" : "descent.figure.spoken";
      (two ? plane : one).describe(spoken, standing(run.trail, two));
      const { key, params } = statusWords(run.status, rate, two);
      say(status, key, params);
    },

    /**
     * The step that has just been made, or taken back, is seen on its way.
     * @param {Session} session
     * @param {{ back: boolean }} step
     */
    move({ two }, step) {
      const seen = two ? plane : one;
      seen.move(step);
      if (!step.back) rule.move(seen.tangentAt());
    },

    /** @type {NonNullable<import("../../frame/lab.js").View["pick"]>} */
    pick: (name, onValue) => (name === "a" && !one.element.hidden ? one.guess(onValue) : null),
  };
}

/**
 * Settings, key numbers, the bound of α and the table of steps.
 * @param {import("../../frame/lab.js").Frame} frame
 * @param {Actions} actions
 */
function createSide({ onEnd }, actions) {
  const rule = createPlaneRule();
  const bound = element("p", "bound");
  const ahead = element("p", "bound ahead");
  const parts = [false, true].map((plane) => {
    const controls = createDescentControls({ plane, ...actions });
    onEnd(controls.destroy);
    return { plane, controls, numbers: createNumbers({ plane, onRow: actions.onRow }) };
  });
  const root = element(
    "section",
    "part descent-side",
    rule,
    ...parts.map(({ controls }) => controls.element),
    ...parts.map(({ numbers }) => numbers.list),
    bound,
    ahead,
    ...parts.map(({ numbers }) => numbers.table),
  );
  /** @param {boolean} two */
  function showOnly(two) {
    rule.hidden = !two;
    for (const { plane, controls, numbers } of parts) {
      for (const part of [controls.element, numbers.list, numbers.table]) part.hidden = plane !== two;
    }
  }
  showOnly(false);

  return {
    element: root,
    /** @param {Session} session */
    show(session) {
      const { two, run, rate } = session;
      showOnly(two);
      for (const { plane, controls, numbers } of parts) {
        if (plane !== two) continue;
        controls.show(session);
        numbers.show(run.trail);
      }
      const { key, params } = boundWords(run.status, rate, two);
      say(bound, key, params);
      const goes = aheadWords(run.status, Number(run.trail[0]), two);
      ahead.hidden = goes === null;
      if (goes) say(ahead, goes.key, goes.params);
    },
  };
}
