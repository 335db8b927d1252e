// @ts-check
// What a link opens: the settings of a network and a step of its training; and the way there.

import { accepts } from "../../frame/address.js";
import { SCHEMA } from "./schema.js";

/**
 * @typedef {import("./training/types.js").Snapshot} Snapshot
 * @typedef {import("./training/types.js").Settings & { t: number }} Place
 */

/**
 * The step that an address may name beside α. When α was changed on the way, no address tells the run, and the link opens
 * its beginning.
 * @param {Snapshot | null} snapshot
 * @param {number} rate α
 */
export function stepOf(snapshot, rate) {
  // Until the worker has heard of another α it does not know whether the run was made with it.
  if (!snapshot?.repeatable || snapshot.status.rate !== rate) return 0;
  const { t } = snapshot.status;
  return accepts(SCHEMA.t, t) ? t : 0;
}

/**
 * The way to a step that an address names.
 * @param {number} t
 * @param {Snapshot | null} snapshot of the run as it is; null: it has not begun
 * @param {boolean} same whether the run was made with the settings that the address names
 * @returns {"go" | "reach" | "anew"} back or forth within what was made; on from here; from the beginning
 */
export function wayTo(t, snapshot, same) {
  if (t === 0) return "go";
  if (!snapshot) return "reach";
  if (!same || !snapshot.repeatable) return "anew";
  const { t: now, last } = snapshot.status;
  // Beyond a mark the steps were made with another α than the address names.
  if (t <= last && snapshot.marks.every((mark) => mark >= t)) return "go";
  return t >= now ? "reach" : "anew";
}

/**
 * What is known of a new network before the worker tells.
 * @param {Snapshot} before
 * @returns {Snapshot}
 */
export function beginning(before) {
  const status = { ...before.status, t: 0, last: 0, position: 0, error: null, accuracy: null };
  const nothing = new Float64Array(0);
  return {
    ...before,
    playing: false,
    status,
    repeatable: true,
    measured: true,
    curve: nothing,
    accuracies: nothing,
    marks: nothing,
  };
}
