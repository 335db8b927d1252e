// @ts-check
// Moving along the steps that were made: a slider from 0 to the last of them. Part of the transport.

import { onLanguage, sayAttribute } from "../i18n/index.js";
import { number } from "../i18n/numbers.js";
import { element, uniqueId, words } from "./dom.js";

/** @param {{ onInput: (t: number) => void }} options */
export function createScrub({ onInput }) {
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
  const place = element("output", "scrub-place");
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
