// @ts-check
// "What happens to the weights": how V and U are spread, how long the gradient is and how many hidden units are saturated.

import { watchVisible } from "../../../chart/visible.js";
import { element, words } from "../../../controls/dom.js";
import { createHistogram } from "./histogram.js";
import { Pulse } from "./pulse.js";
import { createSeries } from "./series.js";

/** @param {import("../sections.js").Context} context */
export function createPulseView({ frame, session }) {
  const pulse = new Pulse((method, ...args) => session.ask(method, ...args));
  const { announce } = frame;
  const V = createHistogram({ name: "V", announce });
  const U = createHistogram({ name: "U", announce });
  const norm = createSeries({ name: "norm", announce });
  const saturated = createSeries({ name: "saturated", announce });
  const all = [V, U, norm, saturated];
  const pictures = element("div", "course-pictures", ...all.map((picture) => picture.element));
  /** Which network was asked about last. */
  let asked = "";
  const watch = watchVisible(pictures, show, {
    leaves() {
      if (pulse.rest()) asked = "";
    },
  });

  function show() {
    const { snapshot, stopped } = session.state();
    if (!snapshot || stopped || !watch.visible) return;
    const { run, status } = snapshot;
    const network = `${run} ${status.t} ${status.last} ${status.arrived > 0}`;
    if (network === asked) return;
    asked = network;
    pulse.want();
  }

  pulse.on("change", () => {
    const { now, series } = pulse;
    V.set(now && { counts: now.V, edges: now.edges });
    U.set(now && { counts: now.U, edges: now.edges });
    norm.set(series);
    saturated.set(series);
  });

  return {
    element: element(
      "div",
      "course-part course-part-pulse",
      element(
        "div",
        "course-words",
        words("h3", "course-title", "digits.course.pulse"),
        words("p", "section-text", "digits.course.pulse.text"),
        words("p", "caption", "digits.course.pulse.note"),
      ),
      pictures,
    ),
    show,
    destroy() {
      pulse.end();
      watch.destroy();
      for (const picture of all) picture.destroy();
    },
  };
}
