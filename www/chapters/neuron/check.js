// @ts-check
// The gradient check: each derivative of back propagation beside the slope that is measured on ε itself.

import { button, element, words } from "../../controls/dom.js";
import { sideways } from "../../controls/scroller.js";
import { onLanguage, say } from "../../i18n/index.js";
import { figures, power } from "../../i18n/numbers.js";
import { derivative, fraction, letter, math, node, row } from "../../lecture/math.js";

/** @typedef {import("../../pkg/descent.js").ScalarRun} Run */

/** A slope stands above its rounding by three digits where it is measurable: what is farther apart differs. */
const DIFFERENT = 1e-3;
/** Figures shown of what is compared. */
const SHOWN = 10;

/** @param {number} value */
function long(value) {
  return figures(value, { decimals: SHOWN, tiny: 1e-3, significant: SHOWN });
}

export function createCheck() {
  /** @type {Run | null} */
  let run = null;
  let open = false;
  const body = element("tbody", "");
  const table = element("table", "check-table", element("thead", "", headings()), body);
  const worst = element("p", "caption check-worst");
  table.hidden = true;
  worst.hidden = true;
  const press = button({
    text: "neuron.check.do",
    onPress() {
      open = true;
      table.hidden = false;
      worst.hidden = false;
      show();
    },
  });
  press.dataset.check = "do";

  function show() {
    if (!run || !open) return;
    const checks = run.check();
    body.replaceChildren(...checks.map(lineOf));
    const { name, relative } = worstOf(checks);
    if (relative === null) say(worst, "neuron.check.none");
    else say(worst, "neuron.check.worst", { relative: power(relative, 2), name });
  }
  const stopLanguage = onLanguage(show);

  return {
    element: element(
      "section",
      "part check",
      element("div", "part-head", words("h2", "part-title", "neuron.check.title"), press),
      words("p", "caption", "neuron.check.text"),
      sideways(formula()),
      sideways(table),
      worst,
    ),
    /** @param {Run} of */
    show(of) {
      run = of;
      show();
    },
    /** Checks, as by the button. */
    check: () => press.click(),
    destroy: stopLanguage,
  };
}

/**
 * The greatest relative difference, of those that say anything.
 * @param {readonly import("../../pkg/descent.js").Check[]} checks
 */
function worstOf(checks) {
  /** @type {{ name: string, relative: number | null }} */
  let worst = { name: "", relative: null };
  for (const { name, measurable, relative } of checks) {
    if (measurable && Number(relative ?? -1) > (worst.relative ?? -1)) worst = { name, relative };
  }
  return worst;
}

/** ∂ε/∂a ≈ (ε(a + h) − ε(a − h)) / 2h, h = 10⁻⁵ */
function formula() {
  const a = () => letter("a", "a");
  const h = () => letter("h");
  const error = (/** @type {string} */ sign) => row(letter("ε", "error"), "(", a(), sign, h(), ")");
  const slope = fraction(row(error("+"), "−", error("−")), row(2, h()));
  const space = node("mspace", "");
  space.setAttribute("width", "0.5em");
  return math([derivative(a()), "≈", slope, ",", space, h(), "=", "10⁻⁵"], { className: "check-formula" });
}

function headings() {
  return element(
    "tr",
    "",
    element("td"),
    words("th", "", "neuron.check.derivative"),
    words("th", "", "neuron.check.slope"),
    words("th", "", "neuron.check.apart"),
  );
}

/** @param {import("../../pkg/descent.js").Check} check */
function lineOf({ name, derivative: exact, difference, relative, measurable }) {
  const verdict = element("td", "check-verdict");
  if (relative === null || !measurable) say(verdict, "neuron.check.lost");
  else verdict.textContent = power(relative, 2);
  const line = element(
    "tr",
    measurable && Number(relative) > DIFFERENT ? "check-differs" : "",
    element("th", "", math([derivative(letter(name))])),
    element("td", "derivative", long(exact)),
    element("td", "", long(difference)),
    verdict,
  );
  line.dataset.check = name;
  return line;
}
