// @ts-check
// What a link opens: the settings of a network and a step of its training; and the way there.

import { accepts } from "../../frame/address.js";
import { changesBefore, changesIn, readRates, writeRates } from "./rates.js";
import { SCHEMA } from "./schema.js";

/**
 * @typedef {import("./training/types.js").Snapshot} Snapshot
 * @typedef {import("./rates.js").Changes} Changes
 * @typedef {import("./training/types.js").Settings & { t: number, rates: string }} Place `rates` as in the address
 */

/**
 * The step that an address may name, and with which α it was come to. Where no address tells the run, the link opens its
 * beginning.
 * @param {Snapshot | null} snapshot
 * @param {number} rate α as it is set
 * @returns {Pick<Place, "t" | "rates">}
 */
export function stepOf(snapshot, rate) {
  const nowhere = { t: 0, rates: "" };
  if (!snapshot || !accepts(SCHEMA.t, snapshot.status.t)) return nowhere;
  const { t } = snapshot.status;
  const made = changesBefore(changesIn(snapshot.changes), t);
  if (made.length === 0) return nowhere;
  const rates = isAll(made, rate) ? "" : writeRates(made);
  return rates === null ? nowhere : { t, rates };
}

/** What the core is set to. @param {Snapshot} snapshot @returns {import("./training/types.js").Settings} */
export function settingsOf({ status: { hidden, rate, batch, seed } }) {
  return { hidden, rate, batch, seed };
}

/** Whether one α was set for all steps. @param {Changes} changes @param {number} rate */
const isAll = (changes, rate) => changes.length === 1 && changes[0]?.[1] === rate;

/**
 * What the steps of a place were made with.
 * @param {Pick<Place, "t" | "rate" | "rates">} place
 * @returns {Changes}
 */
export function changesOf({ t, rate, rates }) {
  return changesBefore(readRates(rates) ?? [[0, rate]], t);
}

/**
 * The changes that the way to a place is made with: the last of them is to α as it is set there.
 * @param {Pick<Place, "t" | "rate" | "rates">} place
 * @returns {Changes} none where α is the same all along
 */
export function changesTo(place) {
  const made = changesOf(place);
  return isAll(made, place.rate) ? [] : [...made, [place.t, place.rate]];
}

/**
 * The way to a place of the network that there is.
 * @param {Pick<Place, "t" | "rate" | "rates">} place
 * @param {Snapshot | null} snapshot of the run as it is; null: it has not begun
 * @returns {"go" | "reach" | "anew"} back or forth within what was made; on from here; from the beginning
 */
export function wayTo(place, snapshot) {
  const { t } = place;
  if (t === 0) return "go";
  if (!snapshot) return "reach";
  const { t: now, last } = snapshot.status;
  const [made, wanted] = [changesIn(snapshot.changes), changesOf(place)];
  const isAlike = (/** @type {number} */ until) =>
    JSON.stringify(changesBefore(made, until)) === JSON.stringify(changesBefore(wanted, until));
  if (t <= last && isAlike(t)) return "go";
  // A network that came from elsewhere is another one from the beginning.
  const isOwn = now > 0 || snapshot.repeatable;
  return t >= now && isOwn && isAlike(now) ? "reach" : "anew";
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
    silent: false,
    measured: true,
    seconds: 0,
    curve: nothing,
    accuracies: nothing,
    early: nothing,
    marks: nothing,
    changes: nothing,
  };
}
