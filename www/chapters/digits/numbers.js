// @ts-check
// Chapter 4's key numbers: how long it has trained, how well, and how fast it goes.

import { createNumberList } from "../../controls/number-list.js";
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
      list.set("epoch", steps > 0 ? fixed(t / steps, 2) : null);
      list.set("error", error === null ? null : fixed(error, 4));
      list.set("accuracy", accuracy === null ? null : percent(accuracy, 2));
      list.set("speed", speed === null ? null : number(speed, { significant: 3 }));
    },
  };
}
