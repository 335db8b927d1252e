// @ts-check
// The transport bar: reset, back, play or pause, step, what a chapter adds, speed, t. It talks to the player only.

import { onLanguage, say, sayAttribute } from "../i18n/index.js";
import { number } from "../i18n/numbers.js";
import { createSelect } from "./choice.js";
import { button, element } from "./dom.js";
import { icon } from "./icons.js";

/**
 * @param {import("../frame/player.js").Player} player
 * @param {{ extra?: { text: string, label?: string, icon: string, onPress: () => void }[], onHelp?: () => void }} [options]
 */
export function createTransport(player, { extra = [], onHelp } = {}) {
  const root = element("div", "transport");
  root.setAttribute("role", "toolbar");
  sayAttribute(root, "aria-label", "transport.name");

  const reset = button({
    text: "transport.reset",
    label: "transport.reset.label",
    icon: icon("reset"),
    onPress: player.reset,
  });
  const back = button({
    text: "transport.back",
    label: "transport.back.label",
    icon: icon("back"),
    onPress: player.back,
  });
  const play = button({
    text: "transport.play",
    icon: icon("play"),
    className: "button-main",
    onPress: player.toggle,
  });
  const step = button({
    text: "transport.step",
    label: "transport.step.label",
    icon: icon("step"),
    onPress: player.step,
  });
  const extras = extra.map(({ text, label, icon: name, onPress }) =>
    button({
      text,
      ...(label ? { label } : {}),
      icon: icon(name),
      className: "transport-extra",
      onPress,
    }),
  );
  reset.dataset.command = "reset";
  back.dataset.command = "back";
  play.dataset.command = "play";
  step.dataset.command = "step";
  for (const [index, made] of extras.entries()) made.dataset.command = extra[index]?.icon ?? "extra";

  const speed = createSelect({
    label: "transport.speed",
    className: "transport-speed",
    options: [],
    value: "",
    onChange: player.setSpeed,
  });
  const t = element("output", "transport-t");
  t.setAttribute("aria-live", "off");

  root.append(element("div", "transport-buttons", reset, back, play, step, ...extras));
  const side = element("div", "transport-side", speed.element, t);
  if (onHelp)
    side.append(
      button({
        label: "help.open",
        icon: icon("help"),
        className: "button-quiet transport-help",
        onPress: onHelp,
      }),
    );
  root.append(side);

  let shownPlaying = false;
  /** @type {readonly import("../frame/player.js").Speed[] | null} */
  let shownSpeeds = null;
  /** @type {string | null} */
  let shownSpeed = null;

  function show() {
    const state = player.state();
    if (state.playing !== shownPlaying) {
      shownPlaying = state.playing;
      play.querySelector("svg")?.replaceWith(icon(state.playing ? "pause" : "play"));
      const text = play.querySelector("span");
      if (text) say(text, state.playing ? "transport.pause" : "transport.play");
    }
    if (state.speeds !== shownSpeeds) {
      shownSpeeds = state.speeds;
      speed.setOptions(state.speeds.map(({ id, text, params = {} }) => ({ value: id, text, params })));
      speed.element.hidden = state.speeds.length < 2;
      shownSpeed = null;
    }
    if (state.speed !== shownSpeed) {
      shownSpeed = state.speed;
      speed.set(state.speed);
    }
    back.disabled = !state.canBack;
    step.disabled = !state.canStep;
    play.disabled = !state.canStep && !state.playing;
    t.textContent = state.t === null ? "" : `t = ${number(state.t)}`;
  }

  const stops = [player.subscribe(show), onLanguage(show)];
  return {
    element: root,
    /** @param {boolean} able */
    setExtraEnabled(able) {
      for (const made of extras) made.disabled = !able;
    },
    /** Gives the focus to play and pause, without moving the page. */
    focus() {
      play.focus({ preventScroll: true });
    },
    destroy() {
      for (const stop of stops) stop();
    },
  };
}
