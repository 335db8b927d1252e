// @ts-check
// One of a few: a segmented row of radio buttons.

import { say, sayAttribute } from "../i18n/index.js";
import { element, uniqueId, words } from "./dom.js";

/**
 * @template {string | number} V
 * @param {{
 *   label: string, showLabel?: boolean,
 *   options: readonly { value: V, text?: string, plain?: string, lang?: string, symbol?: string, icon?: Node, params?: import("../i18n/index.js").Params }[],
 *   value: V, onChange: (value: V) => void,
 * }} options `label` is the key of the group's name; an option has a text key, a plain number, or a symbol of the
 *   formulas; with an icon its text is read aloud only
 */
export function createChoice({ label, showLabel = false, options, value, onChange }) {
  const group = element("fieldset", "choice");
  const legend = words("legend", showLabel ? "choice-name" : "visually-hidden", label);
  const row = element("div", "choice-row");
  const name = uniqueId();
  /** @type {Map<V, HTMLInputElement>} */
  const inputs = new Map();

  for (const option of options) {
    const input = element("input", "visually-hidden");
    input.type = "radio";
    input.name = name;
    input.value = String(option.value);
    input.checked = option.value === value;
    input.addEventListener("change", () => onChange(option.value));
    const face = element("span", "choice-face");
    const segment = element("label", "choice-option", input, face);
    if (option.icon) {
      face.append(option.icon);
      if (option.text) {
        sayAttribute(input, "aria-label", option.text, option.params);
        sayAttribute(segment, "title", option.text, option.params);
      }
    } else if (option.text) say(face, option.text, option.params);
    else if (option.symbol) {
      face.classList.add("choice-symbol");
      face.textContent = option.symbol;
    } else face.textContent = option.plain ?? String(option.value);
    if (option.lang) segment.lang = option.lang;
    inputs.set(option.value, input);
    row.append(segment);
  }
  group.append(legend, row);

  return {
    element: group,
    /** @param {V} next */
    set(next) {
      for (const [key, input] of inputs) input.checked = key === next;
    },
  };
}

/**
 * One of several, when a row would be too wide: the browser's own list.
 * @param {{
 *   label: string, className?: string,
 *   options: readonly { value: string, text: string, params?: import("../i18n/index.js").Params }[],
 *   value: string, onChange: (value: string) => void,
 * }} options
 */
export function createSelect({ label, className = "", options, value, onChange }) {
  const select = element("select", `select ${className}`.trim());
  sayAttribute(select, "aria-label", label);
  sayAttribute(select, "title", label);

  /** @param {readonly { value: string, text: string, params?: import("../i18n/index.js").Params }[]} next */
  function setOptions(next) {
    select.replaceChildren(
      ...next.map((option) => {
        const made = words("option", "", option.text, option.params);
        made.value = option.value;
        return made;
      }),
    );
  }
  setOptions(options);
  select.value = value;
  select.addEventListener("change", () => onChange(select.value));
  return {
    element: select,
    setOptions,
    /** @param {string} next */
    set(next) {
      select.value = next;
    },
  };
}
