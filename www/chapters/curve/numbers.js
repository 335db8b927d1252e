// @ts-check
// Chapter 1's key numbers: ε and the miss in the reader's units, in training and on the test.

import { element } from "../../controls/dom.js";
import { createNumberList } from "../../controls/number-list.js";
import { figures, fixed } from "../../i18n/numbers.js";
import { decimalsFor } from "./schema.js";

/** @param {{ unit: () => string }} options `unit` of the values, in the reader's language */
export function createCurveNumbers({ unit }) {
  const root = element("div", "curve-numbers");
  let list = createList();
  let madeFor = unit();

  function createList() {
    const made = createNumberList([
      { id: "error", symbol: "ε", quantity: "error", text: "curve.number.error" },
      { id: "test", symbol: "ε", quantity: "error", text: "curve.number.test" },
      { id: "deviation", text: "curve.number.deviation", params: { unit } },
      { id: "test-deviation", text: "curve.number.test-deviation" },
    ]);
    root.replaceChildren(made.element);
    return made;
  }

  return {
    element: root,
    /**
     * @param {import("./fitting.js").Standing} standing
     * @param {readonly [number, number, number, number]} view whose values the miss is compared with
     */
    show({ error, testError, deviation, testDeviation }, [, , low, high]) {
      if (unit() !== madeFor) {
        madeFor = unit();
        list = createList();
      }
      const miss = (/** @type {number} */ value) => fixed(value, decimalsFor((high - low) / 10));
      list.set("error", error === null ? null : errorFigures(error));
      list.set("test", testError === null ? null : errorFigures(testError));
      list.set("deviation", deviation === null ? null : miss(deviation));
      list.set("test-deviation", testDeviation === null ? null : miss(testDeviation));
    },
  };
}

/** ε in figures that keep their width: 0.00231, 2.31·10⁻⁴. @param {number} error */
function errorFigures(error) {
  return figures(error, { decimals: 5, tiny: 1e-3, even: true });
}
