// @ts-check
// Moving along the steps that were made: a slider from 0 to the last of them, and a number that can be typed, which may lie
// beyond. Part of the transport.

import { onLanguage, sayAttribute } from "../i18n/index.js";
import { number } from "../i18n/numbers.js";
import { element, uniqueId, words } from "./dom.js";

/**
 * @typedef {Object} GoTo where a reader may go besides along the steps that were made
 * @property {number} most the furthest step that may be named, though it was not made yet
 * @property {(t: number) => void} go to a step
 * @property {Until} [until] plays until something is so; absent where a chapter knows no such thing
 *
 * @typedef {Object} Until
 * @property {import("./until.js").Letters} letters
 * @property {(isReached: (readings: Parameters<typeof import("./until.js").holds>[1]) => boolean) => void} play
 */

/** @param {{ onInput: (t: number) => void, goTo?: GoTo | undefined }} options without `goTo` the number is only shown */
export function createScrub({ onInput, goTo }) {
  const id = uniqueId();
  const name = element(
    "label",
    "slider-name",
    element("i", "quantity", "t"),
    " · ",
    words("span", "", "transport.scrub"),
  );
  name.htmlFor = id;
  const track = element("input", "slider-track");
  track.type = "range";
  track.min = "0";
  track.id = id;
  sayAttribute(track, "aria-label", "transport.scrub.label");
  const place = goTo ? createAsking(goTo, () => now.t) : element("output", "scrub-place");
  place.setAttribute("aria-live", "off");
  track.addEventListener("input", () => onInput(Number(track.value)));

  let now = { t: 0, last: 0 };
  function show() {
    const { t, last } = now;
    track.max = String(last);
    track.value = String(t);
    track.disabled = last === 0;
    track.style.setProperty("--share", String(last > 0 ? t / last : 0));
    place.textContent = `${number(t)} / ${number(last)}`;
  }
  show();
  const stopLanguage = onLanguage(show);

  return {
    element: element("div", "slider scrub", name, track, place),
    /** @param {number} t @param {number} last */
    set(t, last) {
      if (t === now.t && last === now.last) return;
      now = { t, last };
      show();
    },
    destroy: stopLanguage,
  };
}

/** Where the run stands, as a button that asks where to go. @param {GoTo} goTo @param {() => number} now */
function createAsking(goTo, now) {
  const place = element("button", "scrub-place");
  place.type = "button";
  sayAttribute(place, "title", "transport.go");
  place.addEventListener("click", async () => {
    const { askForStep } = await import("./go-to.js");
    if (place.isConnected) askForStep(place, { t: now(), ...goTo });
  });
  return place;
}
