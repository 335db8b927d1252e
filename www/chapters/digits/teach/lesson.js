// @ts-check
// What a lesson did: the answer and the outputs before and after, the errors, the rows of V that changed most.

import { mountPlot } from "../../../chart/canvas.js";
import { button, element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { icon } from "../../../controls/icons.js";
import { say } from "../../../i18n/index.js";
import { figures, NONE, percent } from "../../../i18n/numbers.js";
import { drawBars } from "../bars.js";
import { createRow } from "./row.js";

/** A loss of right answers on the test that a reader should not overlook. */
const HARM = 0.01;

/**
 * @param {import("./session.js").Teach} teach
 * @param {{ recognition: import("../recognition.js").Recognition, onUnit: (unit: number) => void }} options
 */
export function createLesson(teach, { recognition, onUnit }) {
  /** @type {typeof recognition.judge} */
  const judge = (z) => recognition.judge(z);
  const flip = createFlip();
  const bars = createFigure({ className: "teach-bars", label: "digits.teach.bars.label" });
  const plot = mountPlot(bars.canvas, (ctx, { width, height, colours }) => {
    if (!teach.taught) return;
    const { z_before: before, z_after: after } = teach.taught.lesson;
    const winner = judge(after)?.digit ?? null;
    drawBars(ctx, [before, after], {
      winner,
      open: 0,
      names: recognition.names,
      width,
      height,
      colours,
    });
  });
  const error = createPair("digits.teach.error");
  const accuracy = createPair("digits.teach.accuracy");
  const rows = element("ol", "teach-rows");
  const back = button({ text: "digits.teach.back", icon: icon("back"), onPress: () => teach.takeBack() });
  back.dataset.teach = "back";
  const done = element("p", "caption");
  done.setAttribute("role", "status");
  const harm = words("p", "teach-text", "digits.teach.harm");
  /** @type {{ destroy: () => void }[]} */
  let shown = [];
  /** @type {unknown} */
  let shownOf = null;

  /** @param {import("./session.js").Taught} taught */
  function showRows({ rows: found }) {
    if (found === shownOf) return;
    shownOf = found;
    for (const row of shown) row.destroy();
    const made = found.map((row) => createRow(row, onUnit));
    shown = made;
    rows.replaceChildren(...made.map((row) => row.element));
  }

  const root = element(
    "div",
    "teach-lesson",
    element("div", "teach-outcome", flip.element, legend(), bars.element),
    element(
      "div",
      "teach-effect",
      done,
      element("dl", "teach-pairs", error.element, accuracy.element),
      harm,
      words("p", "caption", "digits.teach.rows"),
      rows,
      back,
    ),
  );

  return {
    element: root,
    show() {
      const { taught } = teach;
      root.hidden = !taught;
      if (!taught) return;
      const { lesson, label } = taught;
      flip.show(judge(lesson.z_before), judge(lesson.z_after));
      say(done, "digits.teach.done", { digit: String(label) });
      error.show([lesson.error_before, lesson.error_after].map((value) => figures(value)));
      const { accuracy_before: before, accuracy_after: after } = lesson;
      harm.hidden = before === null || after === null || before - after < HARM;
      accuracy.show([before, after].map((share) => (share === null ? NONE : percent(share, 2))));
      back.disabled = !teach.canTakeBack;
      showRows(taught);
      plot.redraw();
    },
    destroy() {
      plot.destroy();
      for (const row of shown) row.destroy();
    },
  };
}

/** The answer before, an arrow, the answer after. */
function createFlip() {
  const [before, after] = [element("span", "teach-before"), element("span", "teach-after")];
  const arrow = element("span", "teach-arrow", "→");
  arrow.setAttribute("aria-hidden", "true");
  /** @param {import("../recognition.js").Judgement | null} judgement */
  const digit = (judgement) => String(judgement?.digit ?? "?");
  return {
    element: element("p", "teach-flip", before, arrow, after),
    /** @param {import("../recognition.js").Judgement | null} from @param {import("../recognition.js").Judgement | null} to */
    show(from, to) {
      before.textContent = digit(from);
      after.textContent = digit(to);
    },
  };
}

function legend() {
  const entry = (/** @type {string} */ mark, /** @type {string} */ text) =>
    element("span", "teach-key", element("span", `answer-mark ${mark}`), words("span", "", text));
  return element(
    "p",
    "teach-legend caption",
    entry("", "digits.teach.before"),
    entry("answer-mark-ready", "digits.teach.after"),
  );
}

/** A number before and after. @param {string} name key */
function createPair(name) {
  const value = element("dd", "teach-value");
  return {
    element: element("div", "", words("dt", "number-name", name), value),
    /** @param {readonly string[]} numbers */
    show([before = "", after = ""]) {
      value.textContent = `${before} → ${after}`;
    },
  };
}
