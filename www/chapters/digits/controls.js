// @ts-check
// Chapter 4's settings: α, which may change while training, and what makes another network: H, mini-batch, seed.

import { createDisclosure } from "../../controls/disclosure.js";
import { button, element, uniqueId, words } from "../../controls/dom.js";
import { icon } from "../../controls/icons.js";
import { createNumberField } from "../../controls/number-field.js";
import { createSlider } from "../../controls/slider.js";
import { say } from "../../i18n/index.js";
import { plain } from "../../i18n/numbers.js";
import { nextSeed, SCHEMA } from "./schema.js";

/** @typedef {import("./schema.js").DigitsValues} DigitsValues */

/**
 * @param {{
 *   values: DigitsValues,
 *   onRate: (rate: number) => void,
 *   onNetwork: (changes: Partial<DigitsValues>) => void,
 *   onExport: () => void,
 *   onAsk: (name: import("./sections.js").Name) => void,
 *   identity: HTMLElement,
 * }} options `identity`: what tells a run from another
 */
export function createDigitsControls({ values, onRate, onNetwork, onExport, onAsk, identity }) {
  const rate = createSlider({
    symbol: "α",
    text: "digits.rate",
    ...SCHEMA.rate,
    value: values.rate,
    logarithmic: true,
    onInput: onRate,
  });
  const hidden = createSlider({
    symbol: "H",
    text: "digits.hidden",
    ...SCHEMA.hidden,
    value: values.hidden,
    integer: true,
    logarithmic: true,
    onInput: () => {},
    onCommit: (next) => onNetwork({ hidden: next }),
  });
  const batch = createSlider({
    symbol: "m",
    text: "digits.batch",
    ...SCHEMA.batch,
    value: values.batch,
    integer: true,
    logarithmic: true,
    onInput: () => {},
    onCommit: (next) => onNetwork({ batch: next }),
  });
  const seed = createNumberField({
    ...SCHEMA.seed,
    integer: true,
    value: values.seed,
    onCommit: (next) => onNetwork({ seed: next }),
  });
  seed.field.id = uniqueId();
  const seedName = words("label", "seed-name", "digits.seed");
  seedName.htmlFor = seed.field.id;
  const another = button({
    text: "digits.seed.another",
    onPress: () => onNetwork({ seed: nextSeed(now.seed) }),
  });

  const [course, keep] = /** @type {const} */ (["course", "keep"]).map((name) => {
    const ask = button({ text: `digits.ask.${name}`, className: "ask", onPress: () => onAsk(name) });
    ask.dataset.ask = name;
    ask.disabled = true;
    return ask;
  });
  const more = createDisclosure(
    { text: "digits.more" },
    hidden.element,
    batch.element,
    element("div", "seed", seedName, another, seed.field, seed.problem),
    words("p", "caption", "digits.more.note"),
    identity,
    element(
      "div",
      "asks",
      button({ text: "digits.export", icon: icon("download"), onPress: onExport }),
      keep,
    ),
  );

  let now = values;
  /** @param {DigitsValues} next */
  function show(next) {
    now = next;
    rate.set(next.rate);
    hidden.set(next.hidden);
    batch.set(next.batch);
    seed.set(next.seed);
    say(more.aside, "digits.more.now", {
      hidden: next.hidden,
      batch: next.batch,
      seed: () => plain(next.seed, 12),
    });
  }
  show(values);

  return {
    element: element("div", "digits-controls", rate.element, more.element, course),
    show,
    /** There is a training to ask about. */
    setAskable() {
      for (const ask of [course, keep]) if (ask) ask.disabled = false;
    },
    destroy() {
      for (const control of [rate, hidden, batch, seed]) control.destroy();
    },
  };
}
