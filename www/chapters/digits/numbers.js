// @ts-check
// Chapter 4's key numbers: how long it has trained, how well, and how fast it goes.

import { createNumberList } from "../../controls/number-list.js";
import { t as text } from "../../i18n/index.js";
import { fixed, number, percent } from "../../i18n/numbers.js";

export function createNumbers() {
  const list = createNumberList([
    { id: "epoch", text: "digits.number.epoch" },
    { id: "error", symbol: "ε", quantity: "error", text: "digits.number.error" },
    { id: "accuracy", text: "digits.number.accuracy" },
    { id: "speed", text: "digits.number.speed" },
  ]);
  return {
    element: list.element,
    /**
     * @param {ReturnType<import("./session.js").Session["state"]>} state
     * @param {boolean} canMeasure the test images have come, or are on their way
     */
    show({ snapshot, doing, t: wanted, examplesPerSecond: speed }, canMeasure) {
      if (!snapshot) return;
      const isMeasuring = doing === "still" && !snapshot.measured && canMeasure;
      list.element.setAttribute("aria-busy", String(isMeasuring || wanted !== snapshot.status.t));
      const { t, steps_per_epoch: steps, error, accuracy } = snapshot.status;
      // Until all test images are asked for the first time, what some of them say; the plot names them.
      const sampled = accuracy === null ? snapshot.early.at(-1) : undefined;
      list.set("epoch", steps > 0 ? fixed(t / steps, 2) : null);
      list.set("error", error === null ? null : fixed(error, 4));
      if (sampled !== undefined) list.set("accuracy", `≈ ${percent(sampled, 1)}`);
      else list.set("accuracy", accuracy === null ? null : percent(accuracy, 2));
      list.set("speed", speed === null ? null : paceOf(speed, snapshot.seconds));
    },
  };
}

/** How fast it goes, and how long it has gone. @param {number} speed @param {number | null} seconds null: nobody knows */
function paceOf(speed, seconds) {
  const perSecond = number(speed, { significant: 3 });
  return seconds ? `${perSecond} · ${text("digits.time", { seconds: fixed(seconds, 1) })}` : perSecond;
}
