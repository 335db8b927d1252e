// @ts-check
// What stands in each place of the flow now: on the way forward activations; on the way back, as far as the derivation has
// come, the derivative of ε by the same numbers. No DOM.

import { operandsOf } from "../../../lecture/graph.js";
import { LINES } from "./lines.js";

/** @typedef {import("../../../lecture/graph.js").Name} Name */
/** @typedef {"x" | "V" | "p" | "y" | "U" | "q" | "z" | "l" | "error"} Place from left to right */
/** @typedef {"p" | "y" | "q" | "z"} ColumnPlace */

export const PLACES = /** @type {readonly Place[]} */ (["x", "V", "p", "y", "U", "q", "z", "l", "error"]);

/** What the line is not about steps back to this. */
export const PALE = 0.22;

/** Where a quantity stands. @type {Record<Name, Place>} */
const PLACE_OF = {
  x: "x",
  V: "V",
  v: "p",
  U: "U",
  u: "q",
  l: "l",
  p: "p",
  y: "y",
  q: "q",
  z: "z",
  error: "error",
  d_z: "z",
  dz_dq: "q",
  d_q: "q",
  d_u: "q",
  d_U: "U",
  d_y: "y",
  dy_dp: "p",
  d_p: "p",
  d_v: "p",
  d_V: "V",
};

/** @type {Partial<Record<Place, Name>>} */
const BACK = { V: "d_V", p: "d_p", y: "d_y", U: "d_U", q: "d_q", z: "d_z" };

/** @typedef {{ line: Name | null, way: "forward" | "back" }} Moment */

/** The quantity that a place shows. @param {Place} place @param {Moment} moment @returns {Name} */
export function shownAt(place, { line, way }) {
  const back = BACK[place];
  if (way !== "back" || !back) return place;
  return line === null || LINES.indexOf(back) <= LINES.indexOf(line) ? back : place;
}

/** Whether it has been computed when the derivation stands at its line. @param {Name} name @param {Moment} moment */
export function isKnown(name, { line, way }) {
  if (line === null) return way === "back" || !name.startsWith("d");
  const at = LINES.indexOf(name);
  return at === -1 || at <= LINES.indexOf(line);
}

/** Whether the line is about what stands there; without a line all is. @param {Place} place @param {Moment} moment */
export function isLit(place, { line }) {
  return line === null || [line, ...operandsOf(line)].some((name) => PLACE_OF[name] === place);
}

/** Whether the result of the line stands in one of these places; without a line, always. @param {Moment} moment @param {readonly Place[]} places */
export function isAbout({ line }, places) {
  return line === null || places.includes(PLACE_OF[line]);
}

/** The largest size, which a bar of full length has. @param {ArrayLike<number> | null | undefined} values */
export function largest(values) {
  let most = 0;
  for (let i = 0; i < (values?.length ?? 0); i++) most = Math.max(most, Math.abs(Number(values?.[i])));
  return most > 0 && Number.isFinite(most) ? most : 1;
}
