// @ts-check
// The gradient check of the network in training: derivatives of many parameters beside slopes that are measured, the worst
// with its place.

import { button, element, words } from "../../../../controls/dom.js";
import { onLanguage, say } from "../../../../i18n/index.js";
import { figures, number, power } from "../../../../i18n/numbers.js";
import { derivative, fraction, letter, math, node, row } from "../../../../lecture/math.js";
import { symbolOfPick } from "./naming.js";

/**
 * @typedef {import("../session.js").Inside} Inside
 * @typedef {import("../session.js").Pick} Pick
 * @typedef {import("../../../../pkg/descent.js").GradientCheck} Outcome
 */

/** Parameters that are checked. */
const COUNT = 200;
/** Figures of what is compared. */
const SHOWN = 8;

/** @param {{ inside: Inside }} options */
export function createCheck({ inside }) {
  const body = element("dl", "check-numbers");
  const why = words("p", "caption", "digits.check.why");
  const note = element("p", "caption");
  /** @type {Outcome | null} */
  let outcome = null;
  let seed = 0;
  let busy = false;
  const press = button({ text: "digits.check.do", onPress: run });
  press.dataset.check = "gradient";
  const root = element(
    "section",
    "gradient-check",
    element("div", "part-head", words("h3", "part-title", "digits.check.title"), press),
    words("p", "caption", "digits.check.text"),
    formula(),
    note,
    body,
    why,
  );

  async function run() {
    const { image, label } = inside;
    if (busy || !image || label === null) return;
    busy = true;
    try {
      outcome = await inside.ask("check", image, label, COUNT, ++seed);
      const text = press.querySelector(".button-text");
      if (text) say(text, "digits.check.again");
    } catch {
      outcome = null;
    } finally {
      busy = false;
    }
    showOutcome();
  }

  function showOutcome() {
    for (const part of [body, why]) part.hidden = outcome === null;
    if (outcome) body.replaceChildren(...rowsOf(outcome, (pick) => inside.pick(pick)));
  }
  const stopLanguage = onLanguage(showOutcome);
  showOutcome();

  return {
    element: root,
    show() {
      const { image, label, network } = inside;
      const ready = network === "ready";
      press.disabled = ready || !image || label === null;
      note.hidden = !ready && label !== null;
      say(note, ready ? "digits.check.ready" : "digits.derivation.no-label");
    },
    destroy: stopLanguage,
  };
}

/** ∂ε/∂a ≈ (ε(a + h) − ε(a − h)) / 2h */
function formula() {
  const a = () => letter("a", "a");
  const h = () => letter("h");
  const error = (/** @type {string} */ sign) => row(letter("ε", "error"), "(", a(), sign, h(), ")");
  const slope = fraction(row(error("+"), "−", error("−")), row(node("mn", "", "2"), h()));
  return math([derivative(a()), "≈", slope], { className: "check-formula" });
}

/** @param {Outcome} outcome @param {(pick: Pick) => void} onPick */
function rowsOf(outcome, onPick) {
  const { name, row: line, column } = outcome;
  const places = { V: { i: line, j: column }, v: { i: line }, U: { k: line, i: column }, u: { k: line } };
  /** @type {Pick} */
  const pick = { name: /** @type {import("../session.js").Name} */ (`d_${name}`), ...places[name] };
  const where = element("button", "factor derivative", symbolOfPick(pick));
  where.type = "button";
  where.addEventListener("click", () => onPick(pick));
  const long = (/** @type {number} */ value) =>
    figures(value, { decimals: SHOWN, tiny: 1e-3, significant: SHOWN });
  return [
    entry("digits.check.worst", power(outcome.worst, 2), "worst"),
    entry("digits.check.where", where, "where"),
    entry("digits.check.analytic", long(outcome.analytic), "analytic"),
    entry("digits.check.numeric", long(outcome.numeric), "numeric"),
    entry("digits.check.measurable", power(outcome.worst_measurable, 2), "measurable"),
    entry("digits.check.absolute", power(outcome.absolute, 2), "absolute"),
    entry("digits.check.zeros", number(outcome.zero), "zeros"),
  ];
}

/** @param {string} key @param {string | Node} value @param {string} id */
function entry(key, value, id) {
  const place = element("dd", "", value);
  place.dataset.outcome = id;
  return element("div", "check-number", words("dt", "", key), place);
}
