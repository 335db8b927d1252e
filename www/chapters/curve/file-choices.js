// @ts-check
// Chapter 1: what the reader decides about a table: which two of its columns are taken, and what begins the decimals where
// its numbers do not tell.

import { createSelect } from "../../controls/choice.js";
import { button, element, words } from "../../controls/dom.js";

/** @typedef {import("../../pkg/descent.js").MeasurementFile} MeasurementFile */
/** @typedef {{ columns?: readonly [number, number], decimal?: string }} Wanted */

/** @param {(wanted: Wanted) => void} onWant */
export function createChoices(onWant) {
  const root = element("div", "file-choices");
  root.hidden = true;
  return {
    element: root,
    /** @param {MeasurementFile} file */
    show(file) {
      const parts = [columnsOf(file, onWant), decimalsOf(file, onWant)].filter((part) => part !== null);
      const before = root.contains(document.activeElement) ? document.activeElement : null;
      const kept = before instanceof HTMLElement ? before.dataset.column : undefined;
      root.replaceChildren(...parts);
      root.hidden = parts.length === 0;
      // The list in which the reader has just chosen is another element now.
      const again = kept ? root.querySelector(`[data-column=${kept}]`) : null;
      if (again instanceof HTMLElement) again.focus({ preventScroll: true });
    },
    hide() {
      root.hidden = true;
    },
  };
}

/** Two lists of the columns that hold numbers. @param {MeasurementFile} file @param {(wanted: Wanted) => void} onWant */
function columnsOf({ names, numbers, columns }, onWant) {
  if (numbers.length < 3) return null;
  const options = numbers.map((index) => ({
    value: String(index),
    text: names[index] ? "curve.file.column.named" : "curve.file.column",
    params: { name: names[index] ?? "", index: index + 1 },
  }));
  const [x, l] = columns;
  const list = (/** @type {"x" | "l"} */ which, /** @type {number} */ value) => {
    const { element: select } = createSelect({
      label: `curve.file.column.${which}`,
      options,
      value: String(value),
      onChange: (next) => onWant({ columns: which === "x" ? [Number(next), l] : [x, Number(next)] }),
    });
    select.dataset.column = which;
    const letter = element("i", which === "l" ? "quantity label" : "quantity", which);
    return element("label", "file-column", letter, select);
  };
  return element(
    "div",
    "file-columns",
    words("span", "caption", "curve.file.columns", { count: numbers.length }),
    list("x", x),
    list("l", l),
  );
}

/** Two buttons, each with what the number then is. @param {MeasurementFile} file @param {(wanted: Wanted) => void} onWant */
function decimalsOf({ trouble }, onWant) {
  if (trouble?.code !== "unclear") return null;
  const isPoint = trouble.found.includes(".");
  const decimals = button({
    text: isPoint ? "curve.file.decimal-is.point" : "curve.file.decimal-is.comma",
    onPress: () => onWant({ decimal: isPoint ? "." : "," }),
  });
  const thousands = button({
    text: isPoint ? "curve.file.groups-are.point" : "curve.file.groups-are.comma",
    onPress: () => onWant({ decimal: isPoint ? "," : "." }),
  });
  decimals.dataset.decimal = "decimals";
  thousands.dataset.decimal = "thousands";
  return element("div", "file-buttons", decimals, thousands);
}
