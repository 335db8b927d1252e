// @ts-check
// What a step does to one row of V, seen as it happens: the row, what is taken from it, and the row after. How much of it has
// been taken is moved by hand, or watched.

import { mixed } from "../../../chart/motion.js";
import { button, element } from "../../../controls/dom.js";
import { isCalm } from "../../../frame/calm.js";
import { onLanguage, sayAttribute } from "../../../i18n/index.js";
import { percent } from "../../../i18n/numbers.js";
import { createPicture } from "./picture.js";

/** Milliseconds in which all of it is taken. */
const DURATION = 1600;
/** Places of the slider. */
const PLACES = 50;

/**
 * @typedef {Object} Step
 * @property {ArrayLike<number>} weights the row before, 784
 * @property {ArrayLike<number> | null} after the row after; null: there is no step to be made
 * @property {number} scale the number in full colour
 * @property {number | null} pixel that is marked
 */

/** @param {{ onPass: (pixel: number | null) => void, onPick: (pixel: number) => void }} options */
export function createSubtraction(options) {
  const before = createPicture({ label: "digits.inside.picture", ...options });
  const after = createPicture({ label: "digits.inside.picture", ...options });
  const track = element("input", "slider-track");
  Object.assign(track, { type: "range", min: "0", max: String(PLACES), value: String(PLACES) });
  sayAttribute(track, "aria-label", "digits.inside.subtract.share");
  const play = button({ text: "digits.inside.subtract", className: "inside-subtract", onPress: watch });
  const between = new Float32Array(784);
  let share = 1;
  let frame = 0;
  /** @type {Step | null} */
  let step = null;

  function draw() {
    track.value = String(Math.round(share * PLACES));
    track.style.setProperty("--share", String(share));
    track.setAttribute("aria-valuetext", percent(share, 0));
    if (!step) return;
    const { weights, after: made, scale, pixel } = step;
    before.set({ values: weights, scale, pixel });
    if (made) {
      for (let j = 0; j < between.length; j++) between[j] = mixed(Number(weights[j]), Number(made[j]), share);
    }
    after.set({ values: made ? between : weights, scale, pixel });
  }

  function watch() {
    cancelAnimationFrame(frame);
    // Who wants no motion sees one and the other.
    if (isCalm()) {
      share = share === 1 ? 0 : 1;
      return draw();
    }
    const begun = performance.now();
    frame = requestAnimationFrame(function go(now) {
      share = Math.min(1, Math.max(0, (now - begun) / DURATION));
      draw();
      if (share < 1) frame = requestAnimationFrame(go);
    });
  }

  track.addEventListener("input", () => {
    cancelAnimationFrame(frame);
    share = Number(track.value) / PLACES;
    draw();
  });
  const stopLanguage = onLanguage(draw);
  const middle = element("div", "inside-taking", element("span", "inside-arrow", "→"), track, play);
  return {
    element: element("div", "inside-subtraction", before.element, middle, after.element),
    before,
    after,
    /** @param {Step} next */
    set(next) {
      step = next;
      play.disabled = track.disabled = !next.after;
      draw();
    },
    destroy() {
      cancelAnimationFrame(frame);
      stopLanguage();
      before.destroy();
      after.destroy();
    },
  };
}
