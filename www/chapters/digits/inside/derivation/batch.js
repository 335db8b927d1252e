// @ts-check
// What each image of the next mini-batch contributes to the step of one parameter, their mean, and the step.

import { element, words } from "../../../../controls/dom.js";
import { say, t } from "../../../../i18n/index.js";
import { bracketed, figures, plain } from "../../../../i18n/numbers.js";
import { letter, math, node } from "../../../../lecture/math.js";
import { symbolOf } from "../../../../lecture/notation.js";
import { createBatchImages } from "./batch-images.js";
import { isSamePick } from "./naming.js";
import { indicesOf } from "./numbers.js";

/**
 * @typedef {import("../session.js").Inside} Inside
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../session.js").MiniBatch} MiniBatch
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
  /** @type {Pick | null} */
  let pick = null;
  let asking = false;
  /** Of which look and which parameter the last answer is. @type {unknown} */
  let answered = null;
  /** @type {{ batch: MiniBatch, shares: Shares | null, of: Pick } | null} */
  let last = null;

  /** One question at a time. */
  async function ask() {
    const { look } = inside;
    if (asking || !pick || !look || inside.network === "ready" || answered === look) return;
    asking = true;
    const asked = pick;
    const { name, i = 0, j = 0, k = 0 } = asked;
    const [rowIndex, column] = { V: [i, j], v: [i, 0], U: [k, i], u: [k, 0] }[/** @type {"V"} */ (name)];
    try {
      const [batch, shares] = await Promise.all([
        inside.ask("batch"),
        inside.ask("shares", name, rowIndex, column),
      ]);
      if (isSamePick(asked, pick)) {
        answered = look;
        last = { batch, shares, of: asked };
        show();
      }
    } catch {
      // The run has been begun anew meanwhile: the next look asks again.
      answered = look;
    } finally {
      asking = false;
    }
    if (!isSamePick(asked, pick)) ask();
  }

  function show() {
    if (!last) return;
    const { batch, shares, of } = last;
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
      if (!isSamePick(parameter, pick)) answered = null;
      pick = parameter;
      if (ready) {
        images.hide();
        rule.hidden = true;
        say(text, "digits.batch.ready");
      } else {
        if (last && isSamePick(last.of, pick)) show();
        ask();
      }
    },
    destroy: images.destroy,
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
