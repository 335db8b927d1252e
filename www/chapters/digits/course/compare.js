// @ts-check
// "Several α from one start": makes the runs one after another and shows them over each other.

import { watchVisible } from "../../../chart/visible.js";
import { createChoice } from "../../../controls/choice.js";
import { button, element, words } from "../../../controls/dom.js";
import { say } from "../../../i18n/index.js";
import { plain } from "../../../i18n/numbers.js";
import { createCurves } from "../compare/curves.js";
import { createRunList } from "./runs.js";

/** Below, at and above what does best for 784-30-10. */
const RATES = /** @type {const} */ ([0.3, 3, 30]);
const EPOCHS = [1, 5];

/** @param {import("../sections.js").Context} context */
export function createCompare({ frame, session, comparison, names }) {
  let epochs = 1;
  const length = createChoice({
    label: "digits.course.length",
    options: EPOCHS.map((value) => ({
      value,
      text: "digits.course.length.epochs",
      params: { epochs: value },
    })),
    value: epochs,
    onChange(next) {
      epochs = next;
    },
  });
  const start = button({ text: "digits.course.stop", onPress: begin });
  start.dataset.course = "compare";
  const keep = button({
    text: "digits.course.keep",
    label: "digits.course.keep.label",
    onPress: () => comparison.keep(),
  });
  keep.dataset.course = "keep";
  const status = element("p", "caption course-status");
  status.setAttribute("role", "status");
  const list = createRunList(comparison);
  const onScale = () => {};
  const curves = createCurves(frame, { logarithmic: frame.values().log === true, onScale, names });
  const plots = element("div", "plots", ...curves.elements);
  const watch = watchVisible(plots, show);
  frame.onEnd(watch.destroy);

  function begin() {
    const steps = session.state().snapshot?.status.steps_per_epoch ?? 0;
    if (comparison.plan) comparison.stop();
    else if (steps > 0) comparison.compare(RATES, epochs * steps);
  }

  function show() {
    const { plan } = comparison;
    const state = session.state();
    const face = start.querySelector(".button-text");
    const [a, b, c] = RATES.map((rate) => () => plain(rate));
    if (face && plan) say(face, "digits.course.stop");
    else if (face) say(face, "digits.course.start", { a, b, c });
    start.disabled = state.stopped || (state.snapshot?.status.steps_per_epoch ?? 0) === 0;
    keep.disabled = !comparison.canKeep;
    if (plan) {
      const rate = Number(plan.rates[plan.at]);
      const params = { rate: () => plain(rate), n: plan.at + 1, of: plan.rates.length };
      say(status, "digits.course.making", params);
    }
    status.hidden = !plan;
    if (!watch.visible) return;
    list.show(state.snapshot);
    curves.show(state.snapshot, state, comparison);
  }

  return {
    element: element(
      "div",
      "course-part",
      element(
        "div",
        "course-words",
        words("h3", "course-title", "digits.course.compare"),
        words("p", "section-text", "digits.course.compare.text"),
        element("div", "course-row", length.element, start),
        status,
        list.element,
        element("div", "course-row", keep),
      ),
      plots,
    ),
    show,
  };
}
