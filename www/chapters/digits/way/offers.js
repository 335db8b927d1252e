// @ts-check
// What may be put on the pad without drawing: a sample of a digit, in one hand after another, or a picture from a file.

import { button, element, words } from "../../../controls/dom.js";
import { sayAttribute } from "../../../i18n/index.js";
import { strokesOf } from "../pad/sample.js";
import { SAMPLES } from "./samples.js";

/**
 * @param {{ onSample: (strokes: import("../drawing.js").Strokes) => void, onFile: (file: Blob) => void }} options
 */
export function createOffers({ onSample, onFile }) {
  const next = SAMPLES.map(() => 0);
  const digits = SAMPLES.map((hands, digit) => {
    const made = element("button", "button way-sample", String(digit));
    made.type = "button";
    made.dataset.sample = String(digit);
    sayAttribute(made, "aria-label", "digits.way.sample", { digit: String(digit) });
    made.addEventListener("click", () => {
      const hand = next[digit] ?? 0;
      next[digit] = (hand + 1) % hands.length;
      onSample(strokesOf(hands[hand] ?? ""));
    });
    return made;
  });
  const picker = createPicker(onFile);
  const open = button({ text: "digits.way.picture", onPress: () => picker.click() });
  open.dataset.picture = "open";
  return element(
    "div",
    "way-offers",
    words("span", "caption", "digits.way.samples"),
    element("div", "way-samples", ...digits),
    open,
    picker,
    words("span", "caption", "digits.way.picture.hint"),
  );
}

/** @param {(file: Blob) => void} onFile */
function createPicker(onFile) {
  const picker = element("input", "visually-hidden");
  picker.type = "file";
  picker.accept = "image/*";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    if (file) onFile(file);
    // The same file may be chosen again.
    picker.value = "";
  });
  return picker;
}
