// @ts-check
// The gradient check: each derivative of back propagation beside the slope that is measured on ε itself.

import { button, element, words } from "../../controls/dom.js";
import { sideways } from "../../controls/scroller.js";
import { onLanguage, say } from "../../i18n/index.js";
import { figures } from "../../i18n/numbers.js";
import { derivative, fraction, letter, math, node, row } from "../../lecture/math.js";

/** @typedef {import("../../pkg/descent.js").ScalarRun} Run */

/** The core counts no farther. */
const ALL_DIGITS = 16;
/** A slope stands above its rounding by three digits where it is measurable: fewer that agree are a difference. */
const MEASURABLE_DIGITS = 3;
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
  table.hidden = true;
  const press = button({
    text: "neuron.check.do",
    onPress() {
      open = true;
      table.hidden = false;
      show();
    },
  });
  press.dataset.check = "do";

  function show() {
    if (run && open) body.replaceChildren(...run.check().map(lineOf));
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
    words("th", "", "neuron.check.agree"),
  );
}

/** @param {import("../../pkg/descent.js").Check} check */
function lineOf({ name, derivative: exact, difference, digits, measurable }) {
  const verdict = element("td", "check-verdict");
  if (!measurable) say(verdict, "neuron.check.lost");
  else if (digits >= ALL_DIGITS) say(verdict, "neuron.check.all");
  else say(verdict, "neuron.check.digits", { digits });
  const line = element(
    "tr",
    measurable && digits < MEASURABLE_DIGITS ? "check-differs" : "",
    element("th", "", math([derivative(letter(name))])),
    element("td", "derivative", long(exact)),
    element("td", "", long(difference)),
    verdict,
  );
  line.dataset.check = name;
  return line;
}
