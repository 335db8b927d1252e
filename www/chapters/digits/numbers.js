// @ts-check
// Chapter 4's key numbers: how long it has trained, how well, and how fast it goes.

import { element } from "../../controls/dom.js";
import { createNumberList } from "../../controls/number-list.js";
import { say } from "../../i18n/index.js";
import { fixed, number, percent } from "../../i18n/numbers.js";
import { timeOf } from "./clock.js";

export function createNumbers() {
  const list = createNumberList([
    { id: "epoch", text: "digits.number.epoch" },
    { id: "error", symbol: "ε", quantity: "error", text: "digits.number.error" },
    { id: "accuracy", text: "digits.number.accuracy" },
    { id: "speed", text: "digits.number.speed" },
  ]);
  const time = element("p", "caption training-time");
  return {
    element: element("div", "training-numbers", list.element, time),
    /**
     * @param {ReturnType<import("./session.js").Session["state"]>} state
     * @param {boolean} canMeasure the test images have come, or are on their way
     */
    show({ snapshot, doing, t: wanted, examplesPerSecond: speed, reached }, canMeasure) {
      if (!snapshot) return;
      showTime(time, timeOf({ snapshot, reached }));
      const isMeasuring = doing === "still" && !snapshot.measured && canMeasure;
      list.element.setAttribute("aria-busy", String(isMeasuring || wanted !== snapshot.status.t));
      const { t, steps_per_epoch: steps, error, accuracy } = snapshot.status;
      // Until all test images are asked for the first time, what the first of them say; the plot names them.
      const sampled = accuracy === null ? snapshot.early.at(-1) : undefined;
      list.set("epoch", steps > 0 ? fixed(t / steps, 2) : null);
      list.set("error", error === null ? null : fixed(error, 4));
      if (sampled !== undefined) list.set("accuracy", `≈ ${percent(sampled, 1)}`);
      else list.set("accuracy", accuracy === null ? null : percent(accuracy, 2));
      list.set("speed", speed === null ? null : number(speed, { significant: 3 }));
    },
  };
}

/** @param {HTMLElement} place @param {ReturnType<typeof timeOf>} found */
function showTime(place, found) {
  place.hidden = found === null;
  if (!found) return;
  const { key, seconds, reached } = found;
  say(place, key, {
    seconds: fixed(seconds, 1),
    after: fixed(reached?.seconds ?? 0, 1),
    epoch: number(reached?.epoch ?? 0),
  });
}
