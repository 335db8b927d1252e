// @ts-check
// The run in figures: where it stands now, and under that every step that led there.

import { element } from "../../controls/dom.js";
import { createNumberList } from "../../controls/number-list.js";
import { createStepTable } from "../../controls/step-table.js";
import { figures, number } from "../../i18n/numbers.js";
import { POINT } from "./one-runs.js";
import { PLANE_POINT } from "./plane-run.js";

/** @typedef {import("../../lecture/math.js").Quantity} Quantity */

/**
 * @typedef {{ id: string, symbol: string, heading?: () => (Node | string)[], quantity: Quantity }} Figure one number of a
 *   point, in the trail's order; `heading`, where the table names it otherwise
 */

/** @type {readonly Figure[]} */
const ONE = [
  { id: "a", symbol: "aᵗ", heading: () => ["a", element("sup", "", "t")], quantity: "a" },
  { id: "error", symbol: "ε", quantity: "error" },
  { id: "slope", symbol: "ε′", quantity: "derivative" },
  { id: "step", symbol: "−α·ε′", quantity: "derivative" },
];

/** @type {readonly Figure[]} */
const PLANE = [
  { id: "a", symbol: "aᵗ", heading: () => ["a"], quantity: "a" },
  { id: "b", symbol: "bᵗ", heading: () => ["b"], quantity: "a" },
  { id: "error", symbol: "ε", quantity: "error" },
  { id: "da", symbol: "∂ε/∂a", quantity: "derivative" },
  { id: "db", symbol: "∂ε/∂b", quantity: "derivative" },
];

/**
 * Where a run stands, for a sentence that says it.
 * @param {Float64Array} trail from step 0 to the present one
 * @param {boolean} plane
 * @returns {import("../../i18n/index.js").Params}
 */
export function standing(trail, plane) {
  const size = plane ? PLANE_POINT : POINT;
  const t = trail.length / size - 1;
  const said = (plane ? PLANE : ONE).map(({ id }, i) => [id, () => figures(Number(trail[size * t + i]))]);
  return { t, ...Object.fromEntries(said) };
}

/** @param {{ plane: boolean, onRow: (t: number) => void }} options */
export function createNumbers({ plane, onRow }) {
  const shown = plane ? PLANE : ONE;
  const size = plane ? PLANE_POINT : POINT;
  const list = createNumberList(
    shown.map(({ id, symbol, quantity }) => ({ id, symbol, quantity, text: `descent.number.${id}` })),
  );
  const table = createStepTable({
    columns: [
      { heading: () => ["t"] },
      ...shown.map(({ symbol, heading = () => [symbol], quantity }) => ({ heading, quantity })),
    ],
    caption: "descent.table",
    older: "descent.table.older",
    onRow,
  });

  return {
    list: list.element,
    table: table.element,
    /** @param {Float64Array} trail from step 0 to the present one */
    show(trail) {
      const last = trail.length / size - 1;
      const cells = (/** @type {number} */ k) => shown.map((_, i) => figures(Number(trail[size * k + i])));
      cells(last).forEach((text, i) => {
        list.set(String(shown[i]?.id), text);
      });
      table.set(last, (k) => [number(k), ...cells(k)]);
    },
  };
}
