// @ts-check
// What each image of the next mini-batch contributes to the step of one parameter, their mean, and the step.

import { element, words } from "../../../../controls/dom.js";
import { say, t } from "../../../../i18n/index.js";
import { bracketed, figures, plain } from "../../../../i18n/numbers.js";
import { letter, math, node } from "../../../../lecture/math.js";
import { symbolOf } from "../../../../lecture/notation.js";
import { createBatchImages } from "./batch-images.js";
import { indicesOf } from "./numbers.js";
import { createShares } from "./shares.js";

/**
 * @typedef {import("../session.js").Inside} Inside
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../../../../pkg/descent.js").Shares} Shares
 */

/** @param {{ inside: Inside }} options */
export function createBatch({ inside }) {
  const text = element("p", "caption");
  const images = createBatchImages({ inside });
  const rule = element("p", "batch-rule");
  const root = element(
    "div",
    "batch",
    words("h4", "card-subtitle", "digits.batch.title"),
    text,
    ...images.elements,
    rule,
  );
  const question = createShares({ inside, onAnswer: show });

  /** @param {import("./shares.js").Answer} answer */
  function show({ batch, shares, of }) {
    const known = shares !== null && batch.labels.length > 0;
    rule.hidden = !known;
    if (!known) {
      images.hide();
      say(text, "digits.batch.empty");
      return;
    }
    say(text, "digits.batch.text", { count: batch.labels.length });
    images.show(batch, shares);
    rule.replaceChildren(...ruleOf(of, shares));
  }

  return {
    element: root,
    /** @param {Pick | null} parameter null: none is asked about */
    show(parameter) {
      const ready = inside.network === "ready";
      root.hidden = parameter === null;
      question.want(ready ? null : parameter);
      const known = question.answer();
      if (known) show(known);
      if (!ready) return;
      images.hide();
      rule.hidden = true;
      say(text, "digits.batch.ready");
    },
    destroy() {
      question.end();
      images.destroy();
    },
  };
}

/** V₇,₄₀₅ ← V₇,₄₀₅ − α · mean = 0.3123 − 3 · (−0.0031) = 0.3216 @param {Pick} pick @param {Shares} shares */
function ruleOf({ name, ...at }, { value, rate, mean, after }) {
  const symbol = () => symbolOf(name, { indices: indicesOf(at) });
  const number = (/** @type {string} */ text, quantity = "") => node("mn", quantity, text);
  const slope = symbolOf(/** @type {import("../session.js").Name} */ (`d_${name}`), {
    indices: indicesOf(at),
  });
  const meanOf = node("mtext", "", `${t("digits.batch.mean")}\u00a0`);
  const line = [
    [symbol(), "←", symbol(), "−", letter("α"), "·", meanOf, slope],
    [
      "=",
      number(figures(value), "a"),
      "−",
      number(plain(rate)),
      "·",
      number(bracketed(figures(mean)), "derivative"),
    ],
    ["=", number(figures(after), "a")],
  ];
  // Where there is no room it breaks before a sign of equality.
  return line.map((part) => math(part));
}
