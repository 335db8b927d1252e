// @ts-check
// How a prediction is made: one of a few, a place on the picture's axis, or a number.

import { element, uniqueId, words } from "../../controls/dom.js";
import { createSlider } from "../../controls/slider.js";
import { sayAttribute } from "../../i18n/index.js";
import { plain } from "../../i18n/numbers.js";
import { parseNumber } from "../../i18n/typed.js";
import { chapterOf, READABLE } from "./parts.js";
import { tell } from "./words.js";

/**
 * @typedef {{ element: HTMLElement, show: (session: import("./session.js").TourSession) => void,
 *   setRange?: (range: readonly [number, number]) => void, destroy: () => void }} Field
 */

/**
 * @param {import("./types.js").Station} station
 * @param {(given: number | null) => void} onGive
 * @returns {Field}
 */
export function createAnswer(station, onGive) {
  const { answer, at } = station;
  if (answer.kind === "choice") return createOptions(station, answer, onGive);
  const named = READABLE[chapterOf(at)]?.[answer.on] ?? { symbol: answer.on };
  return answer.kind === "place" ? createPlace(named, onGive) : createTyped(named, onGive);
}

/**
 * @param {import("./types.js").Station} station
 * @param {import("./types.js").Choice} answer
 * @param {(given: number) => void} onGive
 * @returns {Field}
 */
function createOptions({ question }, { options, right }, onGive) {
  const group = element("fieldset", "tour-options");
  const name = uniqueId();
  const made = options.map((option, i) => {
    const input = element("input", "visually-hidden");
    input.type = "radio";
    input.name = name;
    input.addEventListener("change", () => onGive(i));
    const label = element("label", "tour-option", input, tell(element("span"), option));
    const mark = element("span", "tour-option-mark");
    mark.setAttribute("aria-hidden", "true");
    label.append(mark);
    return { input, label, mark };
  });
  group.append(tell(element("legend", "visually-hidden"), question), ...made.map(({ label }) => label));
  return {
    element: group,
    show({ given, phase, verdict }) {
      const chosen = verdict ? verdict.given : given;
      made.forEach(({ input, label, mark }, i) => {
        input.checked = i === chosen;
        input.disabled = phase !== "ask";
        label.classList.toggle("tour-option-right", verdict !== null && i === right);
        mark.textContent = verdict === null ? "" : i === right ? "✓" : i === chosen ? "×" : "";
      });
    },
    destroy() {},
  };
}

/**
 * @param {import("./parts.js").Named} named
 * @param {(given: number) => void} onGive
 * @returns {Field}
 */
function createPlace({ symbol, quantity }, onGive) {
  const root = element("div", "tour-place-field");
  const how = words("p", "caption", "tour.mark.how");
  /** @type {ReturnType<typeof createSlider> | null} */
  let slider = null;
  root.append(how);
  return {
    element: root,
    setRange([min, max]) {
      slider?.destroy();
      slider = createSlider({
        symbol,
        ...(quantity && { quantity }),
        text: "tour.mark",
        min,
        max,
        value: (min + max) / 2,
        onInput: onGive,
      });
      root.replaceChildren(slider.element, how);
    },
    show({ given, phase }) {
      if (given !== null) slider?.set(given);
      root.inert = phase !== "ask";
    },
    destroy: () => slider?.destroy(),
  };
}

/**
 * @param {import("./parts.js").Named} named
 * @param {(given: number | null) => void} onGive
 * @returns {Field}
 */
function createTyped({ symbol, quantity = "" }, onGive) {
  const field = element("input", "number-field");
  field.type = "text";
  field.inputMode = "decimal";
  field.autocomplete = "off";
  sayAttribute(field, "aria-label", "tour.number");
  const name = element("i", `quantity ${quantity}`.trim(), symbol);
  field.addEventListener("input", () => {
    const typed = parseNumber(field.value);
    field.toggleAttribute("aria-invalid", typed === null && field.value.trim() !== "");
    onGive(typed);
  });
  return {
    element: element("label", "tour-typed", name, " = ", field),
    show({ given, phase }) {
      if (given !== null && parseNumber(field.value) !== given) field.value = plain(given, 12);
      field.disabled = phase !== "ask";
    },
    destroy() {},
  };
}
