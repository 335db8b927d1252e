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

/**
 * @param {{ values: CurveValues, onChange: (changes: Partial<CurveValues>) => void }} options
 */
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
  const seed = createNumberField({
    ...SCHEMA.seed,
    integer: true,
    value: values.seed,
    onCommit: (next) => onChange({ seed: next }),
  });
  seed.field.id = uniqueId();
  const seedName = words("label", "seed-name", "curve.seed");
  seedName.htmlFor = seed.field.id;
  const another = button({
    text: "curve.seed.another",
    // Counting up, and not at random, so that what was seen can be told to others.
    onPress: () => onChange({ seed: now.seed < SCHEMA.seed.max ? now.seed + 1 : 0 }),
  });

  const more = createDisclosure(
    { text: "curve.more" },
    noise.element,
    share.element,
    where.element,
    element("div", "seed", seedName, another, seed.field, seed.problem),
    words("p", "caption", "curve.more.note"),
  );

  let now = values;
  /** @param {CurveValues} next */
  function show(next) {
    now = next;
    rate.set(next.rate);
    hidden.set(next.hidden);
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
    element: element("div", "curve-controls", rate.element, hidden.element, more.element),
    show,
    destroy() {
      for (const control of [rate, hidden, noise, share, seed]) control.destroy();
    },
  };
}
