// @ts-check
// The chosen output beside the runner-up: which pixels speak for the digit, ∂z_k/∂x_j, and which hidden units.

import { createChoice } from "../../../controls/choice.js";
import { element, words } from "../../../controls/dom.js";
import { say } from "../../../i18n/index.js";
import { plain } from "../../../i18n/numbers.js";
import { fraction, letter, math, row } from "../../../lecture/math.js";
import { symbolOf } from "../../../lecture/notation.js";
import { isAbout, largest } from "./flow-scene.js";
import { createNumber, put } from "./number.js";
import { createPicture } from "./picture.js";
import { sharedScale } from "./signed.js";
import { createTerms } from "./terms.js";

/** @typedef {import("./session.js").Inside} Inside */
/** @typedef {import("./looking.js").OutputLook} OutputLook */

const DIGITS = Array.from({ length: 10 }, (_, digit) => ({ value: digit }));

/** @param {Inside} inside */
export function createOutputs(inside) {
  const digits = createChoice({
    label: "digits.inside.output.choice",
    options: DIGITS,
    value: -1,
    onChange: (digit) => inside.setOutput(digit),
  });
  const text = words("p", "inside-text", "digits.inside.output.forward");
  const first = createOutput(inside);
  const second = createOutput(inside);
  const root = element(
    "section",
    "inside-panel inside-outputs",
    element(
      "div",
      "inside-panel-head",
      words("h3", "inside-panel-title", "digits.inside.output"),
      digits.element,
    ),
    text,
    element("div", "inside-pair", first.element, second.element),
  );
  return {
    element: root,
    show() {
      const { look, way } = inside;
      root.classList.toggle("inside-none", !look);
      root.classList.toggle("inside-back-stage", !isAbout(inside, ["U", "q", "z"]));
      if (!look) return;
      digits.set(look.choice.output);
      say(text, `digits.inside.output.${way}`);
      const back = way === "back";
      // One scale for both, so that they can be compared.
      const most = Math.max(largest(valuesOf(look.output, back)), largest(valuesOf(look.rival, back)));
      const scale = sharedScale(look.output.sensitivity, look.rival.sensitivity);
      first.show(look.output, look.choice.output, { most, scale });
      second.show(look.rival, look.choice.rival, { most, scale });
    },
    destroy() {
      first.destroy();
      second.destroy();
    },
  };
}

/** @param {OutputLook} look @param {boolean} back */
function valuesOf({ product, derivative }, back) {
  return back ? derivative : product;
}

/** @param {Inside} inside */
function createOutput(inside) {
  const digit = element("span", "inside-digit");
  const z = createNumber((pick) => inside.pick(pick));
  const picture = createPicture({ label: "digits.inside.picture" });
  const terms = createTerms(inside);
  let shown = -1;
  return {
    element: element(
      "div",
      "inside-output",
      element("div", "inside-output-head", digit, z.element),
      element("div", "inside-output-body", picture.element, terms.element),
    ),
    /** @param {OutputLook} look @param {number} k @param {{ most: number, scale: number }} scales */
    show(look, k, { most, scale }) {
      put(digit, plain(k));
      z.set({ name: "z", k }, look.z);
      picture.set({ values: look.sensitivity, image: inside.image, scale });
      picture.describe("digits.inside.picture.sensitivity", { digit: k });
      if (k !== shown) {
        shown = k;
        picture.caption.replaceChildren(math([slope(k)]));
      }
      terms.show(look, k, most);
    },
    destroy: picture.destroy,
  };
}

/** ∂z_k/∂x_j @param {number} k */
function slope(k) {
  const z = symbolOf("z", { indices: { output: String(k) } });
  const x = symbolOf("x", { indices: { input: "j" } });
  return fraction(row(letter("∂"), z), row(letter("∂"), x));
}
