// @ts-check
// The places of numbers in the picture of the network: they are written anew at every step, the picture is not.

import { shape } from "./network-shapes.js";

/**
 * @typedef {import("../../lecture/graph.js").Name} Name
 * @typedef {"dy_dp" | "dz_dq"} ValveName
 *
 * @typedef {Object} Shown
 * @property {Partial<Record<Name, string>>} texts the numbers
 * @property {Record<ValveName, number>} open how far σ′ is open, a part of its greatest value
 */

/** Longer numbers are written smaller where the chain is folded. */
const SHORT_NUMBER = 6;
/** A valve less open than this is drawn as shut. */
const SHUT = 1 / 6;
const VALVE_WIDTH = 40;

export function createNumbers() {
  /** @type {Map<Name, SVGElement>} */
  const places = new Map();
  /** @type {Map<ValveName, SVGElement>} */
  const bars = new Map();

  return {
    /**
     * @param {Name} name
     * @param {import("./network-shapes.js").Place} place
     * @param {string} [className]
     */
    place(name, place, className = "") {
      const made = shape("text", { ...place, class: `network-number ${className}`.trim() });
      places.set(name, made);
      return made;
    },
    /**
     * The track of a valve with the part of it that is open.
     * @param {ValveName} name
     * @param {import("./network-shapes.js").Place} place middle of its upper edge
     */
    valve(name, { x, y }) {
      const at = { x: x - VALVE_WIDTH / 2, y, height: 7, rx: 2 };
      const bar = shape("rect", { ...at, width: 0, class: "network-valve-open" });
      bars.set(name, bar);
      return [shape("rect", { ...at, width: VALVE_WIDTH, class: "network-valve-track" }), bar];
    },
    /** @param {Shown} shown */
    write({ texts, open }) {
      for (const [name, place] of places) {
        const text = texts[name] ?? "";
        if (place.textContent === text) continue;
        place.textContent = text;
        place.classList.toggle("network-long", text.length > SHORT_NUMBER);
      }
      for (const [name, bar] of bars) {
        const share = open[name];
        bar.setAttribute("width", String(Math.max(share > 0 ? 1 : 0, share * VALVE_WIDTH)));
        bar.parentElement?.classList.toggle("network-valve-shut", share < SHUT);
      }
    },
  };
}
