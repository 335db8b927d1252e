// @ts-check
// A slider with its number beside it, linear or logarithmic. The number may be typed, with a point or a comma.

import { onLanguage, sayAttribute } from "../i18n/index.js";
import { number } from "../i18n/numbers.js";
import { element, uniqueId, words } from "./dom.js";
import { createNumberField } from "./number-field.js";

/** The slider's own steps: fine enough that a drag looks smooth, coarse enough for the arrow keys. */
const STEPS = 240;

/**
 * Where a value stands on a slider, 0..STEPS.
 * @param {number} value
 * @param {{ min: number, max: number, logarithmic?: boolean }} range
 */
export function positionOf(value, { min, max, logarithmic = false }) {
  const share = logarithmic ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return Math.round(Math.min(1, Math.max(0, share)) * STEPS);
}

/**
 * The value at a slider's position, rounded so that a person can say it.
 * @param {number} position 0..STEPS
 * @param {{ min: number, max: number, logarithmic?: boolean, integer?: boolean }} range
 */
export function valueAt(position, { min, max, logarithmic = false, integer = false }) {
  const share = position / STEPS;
  const raw = logarithmic ? min * (max / min) ** share : min + (max - min) * share;
  const value = integer ? Math.round(raw) : Number(raw.toPrecision(logarithmic ? 2 : 3));
  return Math.min(max, Math.max(min, value));
}

/**
 * @param {{
 *   symbol: string, quantity?: import("../lecture/math.js").Quantity, text: string,
 *   min: number, max: number, value: number, logarithmic?: boolean, integer?: boolean,
 *   onInput: (value: number) => void, onCommit?: (value: number) => void,
 * }} options `onInput` follows the drag; `onCommit` comes once, when it ends. `text` is the key of the word.
 */
export function createSlider(options) {
  const { symbol, quantity = "", text, min, max, onInput, onCommit } = options;
  let { value } = options;
  const id = uniqueId();

  const name = element(
    "label",
    "slider-name",
    element("i", `quantity ${quantity}`.trim(), symbol),
    " · ",
    words("span", "", text),
  );
  name.htmlFor = id;

  const track = element("input", "slider-track");
  track.type = "range";
  track.min = "0";
  track.max = String(STEPS);
  track.id = id;

  const typed = createNumberField({
    min,
    max,
    integer: options.integer ?? false,
    value,
    onCommit(next) {
      value = next;
      show();
      onInput(value);
      onCommit?.(value);
    },
  });
  sayAttribute(typed.field, "aria-label", text);

  function show() {
    track.value = String(positionOf(value, options));
    track.style.setProperty("--share", String(Number(track.value) / STEPS));
    track.setAttribute("aria-valuetext", number(value));
    typed.set(value);
  }

  track.addEventListener("input", () => {
    value = valueAt(Number(track.value), options);
    show();
    onInput(value);
  });
  track.addEventListener("change", () => onCommit?.(value));

  const root = element("div", "slider", name, track, typed.field, typed.problem);
  show();
  const stopLanguage = onLanguage(show);

  return {
    element: root,
    value: () => value,
    /** Shows a value that came from elsewhere. @param {number} next */
    set(next) {
      value = next;
      show();
    },
    destroy() {
      stopLanguage();
      typed.destroy();
    },
  };
}
