// @ts-check
// The runs that are in the plots: the present one and those that are kept, each with its line, and what may be done to it.

import { button, element, words } from "../../../controls/dom.js";
import { icon } from "../../../controls/icons.js";
import { say, sayAttribute } from "../../../i18n/index.js";
import { percent } from "../../../i18n/numbers.js";
import { runOf } from "../compare/comparison.js";
import { dashOf, nameOf } from "../compare/looks.js";

const SVG = "http://www.w3.org/2000/svg";

/** @param {readonly number[]} dash @param {boolean} pale */
function sampleOf(dash, pale) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 32 8");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", pale ? "course-line course-line-kept" : "course-line");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", "M0 4H32");
  line.setAttribute("stroke-dasharray", dash.join(" "));
  svg.append(line);
  return svg;
}

/** The last share of right answers that was measured; null: none was. @param {import("../compare/comparison.js").Run} run */
function rightOf({ accuracies }) {
  const share = accuracies.at(-1);
  return share === undefined ? null : percent(share, 2);
}

/** @param {import("../compare/comparison.js").Comparison} comparison */
export function createRunList(comparison) {
  const list = element("ul", "course-runs");
  sayAttribute(list, "aria-label", "digits.course.runs");
  /** What is in the list, in short: it is made anew only when that changes. */
  let shown = "";

  /**
   * @param {import("../compare/comparison.js").Run} run
   * @param {readonly import("../compare/comparison.js").Run[]} others
   * @param {{ dash: readonly number[], pale: boolean }} look
   */
  function row(run, others, { dash, pale }) {
    const name = element("span", "course-run-name", nameOf(run, others));
    const steps = words("span", "caption", "digits.course.runs.steps", { steps: run.last });
    const share = rightOf(run);
    const right = element("span", "caption course-run-right");
    if (share !== null) say(right, "digits.course.runs.right", { share });
    return element("li", "course-run", sampleOf(dash, pale), name, steps, right);
  }

  /** @param {import("../compare/comparison.js").Kept} kept @param {readonly import("../compare/comparison.js").Run[]} others */
  function keptRow(kept, others) {
    const again = button({
      label: "digits.course.runs.again.label",
      icon: icon("reset"),
      className: "button-quiet",
      onPress: () => comparison.again(kept.id),
    });
    again.disabled = kept.changes.length === 0;
    const remove = button({
      label: "digits.course.runs.remove",
      icon: icon("clear"),
      className: "button-quiet",
      onPress: () => comparison.remove(kept.id),
    });
    const made = row(kept, others, { dash: dashOf(kept.look), pale: true });
    made.append(element("span", "course-run-tools", again, remove));
    made.dataset.run = String(kept.id);
    return made;
  }

  return {
    element: list,
    /** @param {import("../session.js").Snapshot | null} snapshot */
    show(snapshot) {
      const kept = comparison.others();
      const present = snapshot && snapshot.status.last > 0 ? runOf(snapshot) : null;
      const all = present ? [present, ...kept] : kept;
      list.hidden = all.length === 0;
      const names = all.map((run) => `${nameOf(run, all)} ${rightOf(run)}`);
      const now = JSON.stringify([names, kept.map(({ id }) => id)]);
      const steps = list.querySelector(".course-run-now .caption");
      if (now === shown) {
        if (present && steps) say(steps, "digits.course.runs.steps", { steps: present.last });
        return;
      }
      shown = now;
      const had = list.contains(document.activeElement);
      const first = present && row(present, all, { dash: [], pale: false });
      first?.classList.add("course-run-now");
      first?.append(words("span", "caption course-run-tools", "digits.course.runs.now"));
      list.replaceChildren(...(first ? [first] : []), ...kept.map((run) => keptRow(run, all)));
      // A button that was pressed may be gone: the focus stays in the list.
      if (had && !list.contains(document.activeElement)) list.querySelector("button")?.focus();
    },
  };
}
