// @ts-check
// The transport: reset, back, play or pause, step, what a chapter adds, speed, t, and under them the way through the steps
// that were made. It talks to the player only.

import { onLanguage, say, sayAttribute } from "../i18n/index.js";
import { number } from "../i18n/numbers.js";
import { createSelect } from "./choice.js";
import { button, element } from "./dom.js";
import { icon } from "./icons.js";
import { createScrub } from "./scrub.js";

/** @typedef {import("../frame/player.js").Player} Player */
/** @typedef {{ text: string, label?: string, icon: string, onPress: () => void }} Extra */

/**
 * The bar of a chapter, until that is left; one a chapter.
 * @param {{ player: Player, onEnd: (stop: () => void) => void, goTo?: import("./scrub.js").GoTo }} frame
 * @param {{ lead?: Extra, extra?: readonly Extra[] }} [options] `lead`: what is to be done first, before playing
 */
export function createTransport({ player, onEnd, goTo }, { lead, extra = [] } = {}) {
  const buttons = createButtons(player, lead, extra);
  const side = createSide(player);
  const scrub = createScrub({ onInput: player.go, goTo });
  const bar = element("div", "transport", buttons.element, side.element);
  bar.setAttribute("role", "group");
  sayAttribute(bar, "aria-label", "transport.name");

  function show() {
    const state = player.state();
    buttons.show(state);
    side.show(state);
    scrub.set(state.t ?? 0, state.last);
  }
  for (const stop of [player.subscribe(show), onLanguage(show), scrub.destroy]) onEnd(stop);

  return {
    element: element("div", "transport-block", bar, scrub.element),
    setExtraEnabled: buttons.setExtraEnabled,
    /** Gives the focus to play and pause, without moving the page. */
    focus: buttons.focus,
  };
}

/** @typedef {ReturnType<typeof createTransport>} Transport */
/** @typedef {import("../frame/player.js").PlayerState} PlayerState */

/**
 * @param {Player} player
 * @param {Extra | undefined} lead
 * @param {readonly Extra[]} extra
 */
function createButtons(player, lead, extra) {
  const reset = command(player, "reset");
  const back = command(player, "back");
  const step = command(player, "step");
  const play = button({
    text: "transport.play",
    icon: icon("play"),
    className: lead ? "transport-play" : "button-main transport-play",
    onPress: player.toggle,
  });
  play.dataset.command = "play";
  const first = lead && createExtra(lead);
  first?.classList.add("button-main");
  const extras = extra.map(createExtra);
  let shownPlaying = false;

  return {
    element: element("div", "transport-buttons", reset, back, first, play, step, ...extras),
    /** @param {PlayerState} state */
    show(state) {
      back.disabled = !state.canBack;
      step.disabled = !state.canStep;
      play.disabled = !state.canStep && !state.playing;
      if (state.playing === shownPlaying) return;
      shownPlaying = state.playing;
      play.querySelector("svg")?.replaceWith(icon(state.playing ? "pause" : "play"));
      const text = play.querySelector("span");
      if (text) say(text, state.playing ? "transport.pause" : "transport.play");
    },
    /** @param {boolean} able */
    setExtraEnabled(able) {
      for (const made of extras) made.disabled = !able;
    },
    focus: () => play.focus({ preventScroll: true }),
  };
}

/**
 * @param {Player} player
 * @param {"reset" | "back" | "step"} name
 */
function command(player, name) {
  const made = button({
    text: `transport.${name}`,
    label: `transport.${name}.label`,
    icon: icon(name),
    onPress: player[name],
  });
  made.dataset.command = name;
  return made;
}

/** @param {Extra} extra */
function createExtra({ text, label, icon: name, onPress }) {
  const made = button({
    text,
    ...(label ? { label } : {}),
    icon: icon(name),
    className: "transport-extra",
    onPress,
  });
  made.dataset.command = name;
  return made;
}

/** Speed and t. @param {Player} player */
function createSide(player) {
  const speed = createSelect({
    label: "transport.speed",
    className: "transport-speed",
    options: [],
    value: "",
    onChange: player.setSpeed,
  });
  const t = element("output", "transport-t");
  t.setAttribute("aria-live", "off");
  /** @type {PlayerState["speeds"] | null} */
  let shownSpeeds = null;
  /** @type {string | null} */
  let shownSpeed = null;

  return {
    element: element("div", "transport-side", speed.element, t),
    /** @param {PlayerState} state */
    show(state) {
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
      t.textContent = state.t === null ? "" : `t = ${number(state.t)}`;
    },
  };
}
