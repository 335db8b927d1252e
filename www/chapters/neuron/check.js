// @ts-check
// The gradient check: each derivative of back propagation beside the slope that is measured on ε itself.

import { button, element, words } from "../../controls/dom.js";
import { onLanguage, say } from "../../i18n/index.js";
import { figures } from "../../i18n/numbers.js";
import { derivative, fraction, letter, math, node, row } from "../../lecture/math.js";

/** @typedef {import("../../types/core.js").ScalarRun} Run */

/** The core counts no farther. */
const ALL_DIGITS = 16;
/** Figures shown of what is compared. */
const SHOWN = 10;

/** @param {number} value */
function long(value) {
  return figures(value, { decimals: SHOWN, tiny: 1e-3, significant: SHOWN });
}

/** Between a formula and what is said of its letters. */
function space() {
  const made = node("mspace", "");
  made.setAttribute("width", "0.5em");
  return made;
}

export function createCheck() {
  /** @type {Run | null} */
  let run = null;
  let open = false;
  const body = element("tbody", "");
  const head = element(
    "tr",
    "",
    element("th", ""),
    words("th", "", "neuron.check.derivative"),
    words("th", "", "neuron.check.slope"),
    words("th", "", "neuron.check.agree"),
  );
  const table = element("table", "check-table", element("thead", "", head), body);
  table.hidden = true;
  const a = () => letter("a", "a");
  const formula = math(
    [
      derivative(a()),
      "≈",
      fraction(
        row(
          letter("ε", "error"),
          "(",
          a(),
          "+",
          letter("h"),
          ")",
          "−",
          letter("ε", "error"),
          "(",
          a(),
          "−",
          letter("h"),
          ")",
        ),
        row(2, letter("h")),
      ),
      ",",
      space(),
      letter("h"),
      "=",
      "10⁻⁵",
    ],
    { className: "check-formula" },
  );
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
    if (!run || !open) return;
    body.replaceChildren(
      ...run.check().map(({ name, derivative: exact, slope, digits, measurable }) => {
        const verdict = element("td", "check-verdict");
        if (!measurable) say(verdict, "neuron.check.lost");
        else if (digits >= ALL_DIGITS) say(verdict, "neuron.check.all");
        else say(verdict, "neuron.check.digits", { digits });
        const line = element(
          "tr",
          measurable && digits < 4 ? "check-differs" : "",
          element("th", "", math([derivative(letter(name))])),
          element("td", "derivative", long(exact)),
          element("td", "", long(slope)),
          verdict,
        );
        line.dataset.check = name;
        return line;
      }),
    );
  }
  const stopLanguage = onLanguage(show);

  return {
    element: element(
      "section",
      "part check",
      element("div", "part-head", words("h2", "part-title", "neuron.check.title"), press),
      words("p", "caption", "neuron.check.text"),
      formula,
      table,
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
