// @ts-check
// The walk through the derivation: the same transport as everywhere, one press a line, with a player of its own.

import { element } from "../../../../controls/dom.js";
import { createTransport } from "../../../../controls/transport.js";
import { commandOf } from "../../../../frame/keys.js";
import { createPlayer } from "../../../../frame/player.js";
import { say, sayAttribute } from "../../../../i18n/index.js";
import { LINES } from "../lines.js";

const LAST = LINES.at(-1);

const SPEEDS = [
  { id: "slow", text: "digits.derivation.speed.slow", perSecond: 0.25 },
  { id: "medium", text: "digits.derivation.speed.medium", perSecond: 0.6 },
  { id: "fast", text: "digits.derivation.speed.fast", perSecond: 1.5 },
];

/** @param {{ inside: import("../session.js").Inside }} options */
export function createWalk({ inside }) {
  const player = createPlayer();
  const detach = player.attach({
    step: () => inside.next(),
    back: () => inside.previous(),
    go: () => {},
    reset: () => inside.setLine(null),
    advance() {
      inside.next();
      return inside.line !== LAST;
    },
    speeds: SPEEDS,
    speed: "medium",
  });
  /** @type {(() => void)[]} */
  const stops = [];
  const transport = createTransport({ player, onEnd: (stop) => stops.push(stop) });
  // The slider is for the steps of a run; here the lines themselves can be pressed.
  const scrub = transport.element.querySelector(".scrub");
  if (scrub instanceof HTMLElement) scrub.hidden = true;
  const bar = transport.element.querySelector(".transport");
  if (bar) sayAttribute(bar, "aria-label", "digits.derivation.walk");
  const place = element("output", "walk-place");
  bar?.querySelector(".transport-side")?.prepend(place);

  return {
    element: element("div", "walk", transport.element),
    pause: player.pause,
    show() {
      const { line } = inside;
      player.report({ t: null, last: 0, canBack: line !== null, canStep: line !== LAST });
      say(place, "digits.derivation.place", {
        line: line ? LINES.indexOf(line) + 1 : 0,
        count: LINES.length,
      });
    },
    /** Space, → and ← within it are the walk's. @param {HTMLElement} root */
    listen(root) {
      root.addEventListener("keydown", (event) => {
        const command = commandOf(event, event.target instanceof Element ? event.target : null);
        if (!command || command === "help") return;
        event.preventDefault();
        if (event.repeat && (command === "toggle" || command === "reset")) return;
        player[command]();
      });
    },
    destroy() {
      player.pause();
      for (const stop of stops) stop();
      detach();
    },
  };
}
