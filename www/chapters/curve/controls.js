// @ts-check
// Chapter 1's settings: α, which may change at any time; H, which makes another network; noise, test and seed, which
// make other measurements.

import { createChoice } from "../../controls/choice.js";
import { createDisclosure } from "../../controls/disclosure.js";
import { button, element, uniqueId, words } from "../../controls/dom.js";
import { createNumberField } from "../../controls/number-field.js";
import { createSlider } from "../../controls/slider.js";
import { say } from "../../i18n/index.js";
import { percent, plain } from "../../i18n/numbers.js";
import { SCHEMA } from "./schema.js";

/** @typedef {import("./schema.js").CurveValues} CurveValues */

/** @typedef {{ values: CurveValues, onChange: (changes: Partial<CurveValues>) => void }} Options */

/** @param {Options} options */
export function createCurveControls({ values, onChange }) {
  const rate = createSlider({
    symbol: "α",
    text: "curve.rate",
    ...SCHEMA.rate,
    value: values.rate,
    logarithmic: true,
    onInput: (next) => onChange({ rate: next }),
  });
  const hidden = createSlider({
    symbol: "H",
    text: "curve.hidden",
    ...SCHEMA.hidden,
    value: values.hidden,
    integer: true,
    logarithmic: true,
    onInput: (next) => onChange({ hidden: next }),
  });
  const more = createMore({ values, onChange });
  return {
    element: element("div", "curve-controls", rate.element, hidden.element, more.element),
    /** @param {CurveValues} next */
    show(next) {
      rate.set(next.rate);
      hidden.set(next.hidden);
      more.show(next);
    },
    destroy() {
      for (const control of [rate, hidden, more]) control.destroy();
    },
  };
}

/** What makes other measurements, closed at first. @param {Options} options */
function createMore({ values, onChange }) {
  const noise = createSlider({
    symbol: "η",
    text: "curve.noise",
    ...SCHEMA.noise,
    value: values.noise,
    onInput: (next) => onChange({ noise: next }),
  });
  const share = createSlider({
    symbol: "τ",
    text: "curve.share",
    ...SCHEMA.share,
    value: values.share,
    onInput: (next) => onChange({ share: next }),
  });
  const where = createChoice({
    label: "curve.where",
    showLabel: true,
    options: [
      { value: /** @type {const} */ ("random"), text: "curve.where.random" },
      { value: /** @type {const} */ ("end"), text: "curve.where.end" },
    ],
    value: values.where,
    onChange: (next) => onChange({ where: next }),
  });
  const seed = createSeed({ seed: values.seed, onSeed: (next) => onChange({ seed: next }) });
  const more = createDisclosure(
    { text: "curve.more" },
    noise.element,
    share.element,
    where.element,
    seed.element,
    words("p", "caption", "curve.more.note"),
  );

  /** @param {CurveValues} next */
  function show(next) {
    noise.set(next.noise);
    share.set(next.share);
    where.set(next.where);
    seed.set(next.seed);
    say(more.aside, "curve.more.now", {
      noise: () => percent(next.noise, 0),
      share: () => percent(next.share, 0),
      seed: () => plain(next.seed, 12),
    });
  }
  show(values);

  return {
    element: more.element,
    show,
    destroy() {
      for (const control of [noise, share, seed]) control.destroy();
    },
  };
}

/** @param {{ seed: number, onSeed: (seed: number) => void }} options */
function createSeed({ seed, onSeed }) {
  let now = seed;
  const typed = createNumberField({ ...SCHEMA.seed, integer: true, value: seed, onCommit: onSeed });
  typed.field.id = uniqueId();
  const name = words("label", "seed-name", "curve.seed");
  name.htmlFor = typed.field.id;
  const another = button({
    text: "curve.seed.another",
    // Counting up, and not at random, so that what was seen can be told to others.
    onPress: () => onSeed(now < SCHEMA.seed.max ? now + 1 : 0),
  });
  return {
    element: element("div", "seed", name, another, typed.field, typed.problem),
    /** @param {number} next */
    set(next) {
      now = next;
      typed.set(next);
    },
    destroy: typed.destroy,
  };
}
