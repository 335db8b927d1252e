// @ts-check
// The network asked: what it says at an x that the reader types, also where nobody has measured.

import { element, words } from "../../controls/dom.js";
import { createNumberField } from "../../controls/number-field.js";
import { say } from "../../i18n/index.js";
import { fixed } from "../../i18n/numbers.js";
import { decimalsFor } from "./schema.js";

/** As far as x may be from 0. */
const FAR = 1e9;

/** @param {{ names: () => { xLetter: string, unit: string, isUnit: boolean } }} options letters and unit, in the reader's language */
export function createAsk({ names }) {
  /** @type {import("./scene.js").Scene | null} */
  let scene = null;
  let x = 0;
  /** Whether the reader has typed it; else it is the middle of the measurements. */
  let isTyped = false;
  let range = "";
  const { field, problem, set, destroy } = createNumberField({
    min: -FAR,
    max: FAR,
    value: x,
    onCommit(next) {
      x = next;
      isTyped = true;
      write();
    },
  });
  const question = element("span");
  const answer = element("output", "curve-ask-answer");
  const note = words("p", "caption", "curve.ask.outside");

  function write() {
    say(question, "curve.ask", { x: () => names().xLetter });
    if (!scene?.run) return;
    const { view } = scene;
    const value = () => fixed(scene?.answer(x) ?? 0, decimalsFor(view[3] - view[2]));
    // One's own values may have a name only.
    const unit = () => (names().isUnit ? names().unit : "");
    say(answer, "curve.ask.answer", { value, unit });
    note.hidden = scene.covers(x);
  }

  write();
  return {
    element: element(
      "div",
      "curve-ask",
      element("label", "curve-ask-line", question, field, answer),
      problem,
      note,
    ),
    /** The run stands elsewhere. @param {import("./scene.js").Scene} next */
    show(next) {
      scene = next;
      const [from, to] = next.known ?? [next.view[0], next.view[1]];
      // What was typed for measurements that lie elsewhere is nothing to ask these.
      const isElsewhere = range !== `${from} ${to}` && (x < next.view[0] || x > next.view[1]);
      range = `${from} ${to}`;
      if (isElsewhere) isTyped = false;
      if (!isTyped && x !== (from + to) / 2) {
        x = (from + to) / 2;
        set(x);
      }
      write();
    },
    destroy,
  };
}
