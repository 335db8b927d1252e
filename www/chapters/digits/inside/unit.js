// @ts-check
// One hidden unit: its row of V laid over the image. Forward: the products, whose sum with v_i is p_i. Back: ∂ε/∂p_i times
// the image is its row of ∂ε/∂V, which a step takes from the row, times α.

import { element, words } from "../../../controls/dom.js";
import { say } from "../../../i18n/index.js";
import { figures } from "../../../i18n/numbers.js";
import { letter, math, node, row } from "../../../lecture/math.js";
import { symbolOf } from "../../../lecture/notation.js";
import { isAbout } from "./flow-scene.js";
import { createNumber, put } from "./number.js";
import { createPicture } from "./picture.js";
import { sharedScale } from "./signed.js";
import { createStepper } from "./stepper.js";
import { createSubtraction } from "./subtraction.js";
import { createTensor } from "./tensor.js";

/** @typedef {import("./session.js").Inside} Inside */
/** @typedef {import("../../../lecture/graph.js").Name} Name */

/** @param {Inside} inside @param {() => number} rate α of a step */
export function createUnit(inside, rate) {
  const stepper = createStepper({
    label: "digits.inside.unit.number",
    previous: "digits.inside.unit.previous",
    next: "digits.inside.unit.next",
    onChange: (unit) => inside.setUnit(unit),
  });
  const text = words("p", "inside-text", "digits.inside.unit.forward");
  const forward = createForward(inside);
  const back = createBack(inside);
  const tensor = createTensor(inside);
  const reading = element("p", "caption inside-reading");
  const root = element(
    "section",
    "inside-panel inside-unit",
    element(
      "div",
      "inside-panel-head",
      words("h3", "inside-panel-title", "digits.inside.unit"),
      stepper.element,
    ),
    text,
    forward.element,
    back.element,
    reading,
    tensor.element,
  );

  return {
    element: root,
    show() {
      const { unitLook, way } = inside;
      root.classList.toggle("inside-none", !unitLook);
      root.classList.toggle("inside-back-stage", !isAbout(inside, ["V", "p", "y"]));
      if (!unitLook) return;
      stepper.set(inside.unit, inside.hidden);
      const isBack = way === "back";
      say(text, `digits.inside.unit.${isBack && !unitLook.derivative ? "nolabel" : way}`, { rate: rate() });
      forward.element.hidden = isBack;
      back.element.hidden = !isBack || !unitLook.derivative;
      if (isBack) back.show(unitLook);
      else forward.show(unitLook);
      sayPixel(reading, inside);
      tensor.show();
    },
    destroy() {
      stepper.destroy();
      forward.destroy();
      back.destroy();
      tensor.destroy();
    },
  };
}

/** V_i · x⃗ = the product; its sum, v_i, p_i, y_i. @param {Inside} inside */
function createForward(inside) {
  const onPass = (/** @type {number | null} */ pixel) => pixel !== null && inside.setPixel(pixel);
  const weights = createPicture({
    label: "digits.inside.picture",
    onPass,
    onPick: (j) => inside.pick({ name: "V", i: inside.unit, j }),
  });
  const image = createPicture({ label: "digits.inside.image", onPass, onPick: (j) => inside.setPixel(j) });
  const product = createPicture({
    label: "digits.inside.picture",
    onPass,
    onPick: (j) => inside.setPixel(j),
  });
  const pick = (/** @type {import("./session.js").Pick} */ of) => inside.pick(of);
  const numbers = { v: createNumber(pick), p: createNumber(pick), y: createNumber(pick) };
  const sum = element("span", "inside-sum");
  const sumLine = element("p", "inside-sum-line", math([sumOfProducts()]), sum);
  return {
    element: element(
      "div",
      "inside-equation",
      weights.element,
      sign("·"),
      image.element,
      sign("="),
      product.element,
      element("div", "inside-numbers", sumLine, numbers.v.element, numbers.p.element, numbers.y.element),
    ),
    /** @param {import("./looking.js").UnitLook} look */
    show(look) {
      const { unit: i, pixel, image: bytes } = inside;
      weights.set({ values: look.weights, image: bytes, scale: sharedScale(look.weights), pixel });
      image.set({ image: bytes, pixel });
      product.set({ values: look.product, scale: sharedScale(look.weights), pixel });
      weights.describe("digits.inside.picture.weights", { unit: i + 1 });
      product.describe("digits.inside.picture.product", { unit: i + 1 });
      caption(weights, "V", i);
      caption(image, "x", i);
      under(product, [one("V", i), "·", one("x", i)], `product ${i}`);
      put(sum, ` = ${figures(look.sum)}`);
      numbers.v.set({ name: "v", i }, look.bias);
      numbers.p.set({ name: "p", i }, look.p);
      numbers.y.set({ name: "y", i }, look.y);
    },
    destroy() {
      for (const picture of [weights, image, product]) picture.destroy();
    },
  };
}

/** ∂ε/∂p_i · x⃗ = ∂ε/∂V_i, and V_i − α · ∂ε/∂V_i. @param {Inside} inside */
function createBack(inside) {
  const onPass = (/** @type {number | null} */ pixel) => pixel !== null && inside.setPixel(pixel);
  const pickPoint = (/** @type {Name} */ name) => (/** @type {number} */ j) =>
    inside.pick({ name, i: inside.unit, j });
  const factor = createNumber((pick) => inside.pick(pick));
  const image = createPicture({ label: "digits.inside.image", onPass, onPick: (j) => inside.setPixel(j) });
  const derivative = createPicture({
    className: "inside-derivative",
    label: "digits.inside.picture",
    onPass,
    onPick: pickPoint("d_V"),
  });
  const step = createSubtraction({ onPass, onPick: pickPoint("V") });
  const { before: weights, after } = step;
  return {
    element: element(
      "div",
      "inside-equation",
      element("div", "inside-numbers", factor.element),
      sign("·"),
      image.element,
      sign("="),
      derivative.element,
      element("span", "inside-then"),
      step.element,
    ),
    /** @param {import("./looking.js").UnitLook} look */
    show(look) {
      const { unit: i, pixel, image: bytes } = inside;
      factor.set({ name: "d_p", i }, look.d_p);
      image.set({ image: bytes, pixel });
      derivative.set({ values: look.derivative, scale: sharedScale(look.derivative), pixel });
      step.set({ weights: look.weights, after: look.after, scale: sharedScale(look.weights), pixel });
      for (const [picture, name] of /** @type {const} */ ([
        [weights, "weights"],
        [derivative, "derivative"],
        [after, "after"],
      ])) {
        picture.describe(`digits.inside.picture.${name}`, { unit: i + 1 });
      }
      caption(image, "x", i);
      caption(derivative, "d_V", i);
      caption(weights, "V", i);
      under(after, [one("V", i), "−", letter("α"), "·", one("d_V", i)], `after ${i}`);
    },
    destroy() {
      for (const part of [image, derivative, step]) part.destroy();
    },
  };
}

/** @param {string} text */
function sign(text) {
  return element("span", "inside-sign", text);
}

/** ∑ over j of V_ij x_j, whatever i is. */
function sumOfProducts() {
  return row(
    node("munder", "", node("mo", "", "∑"), letter("j")),
    symbolOf("V", { indices: { hidden: "i", input: "j" } }),
    "·",
    symbolOf("x", { indices: { input: "j" } }),
  );
}

/** @param {Name} name @param {number} i */
function one(name, i) {
  return symbolOf(name, { indices: { hidden: String(i + 1), input: "j" } });
}

/** @param {ReturnType<typeof createPicture>} picture @param {Name} name @param {number} i */
function caption(picture, name, i) {
  under(picture, [one(name, i)], `${name} ${i}`);
}

/** @param {ReturnType<typeof createPicture>} picture @param {import("../../../lecture/math.js").Part[]} parts @param {string} key */
function under({ caption: place }, parts, key) {
  if (place.dataset.shown === key) return;
  place.dataset.shown = key;
  place.replaceChildren(math(parts));
}

/** The point that is pointed at. @param {HTMLElement} place @param {Inside} inside */
function sayPixel(place, { pixel, unitLook, trace, way }) {
  if (pixel === null || !unitLook || !trace) {
    say(place, "digits.inside.pixel.none");
    return;
  }
  const at = (/** @type {ArrayLike<number> | null} */ values) =>
    figures(Number(values?.[pixel] ?? Number.NaN));
  const params = {
    pixel: pixel + 1,
    x: () => at(trace.x),
    weight: () => at(unitLook.weights),
    product: () => at(unitLook.product),
    derivative: () => at(unitLook.derivative),
    after: () => at(unitLook.after),
  };
  say(place, way === "back" ? "digits.inside.pixel.back" : "digits.inside.pixel.forward", params);
}
