// @ts-check
// Chapter 1's run: the core's fitting with its measurements, kept while the reader is in another chapter, and the edits
// that can be undone.

import { core } from "../../frame/core.js";
import { OWN, readNumbers, SCHEMA, writeNumbers, writePoints } from "./schema.js";

/** @typedef {import("./schema.js").CurveValues} CurveValues */
/** @typedef {Float64Array<ArrayBuffer>} Numbers */

/** Milliseconds of a frame that steps may take: the rest is for drawing. */
const BUDGET = 12;

/** More edits than anybody takes back. */
const MOST_UNDO = 200;

/** The settings that an edit changes. */
const EDITED = /** @type {const} */ (["source", "axes", "names", "frame", "points", "noise"]);

/** @type {Run | null} */
let kept = null;

/**
 * The run for these settings: the one that was left, when they are its own, else a new one.
 * @param {CurveValues} values
 * @returns {Promise<Run>}
 */
export async function openRun(values) {
  const { api } = await core();
  if (!kept) kept = createRun(api, values);
  else kept.set(values);
  return kept;
}

/** @typedef {ReturnType<typeof createRun>} Run */

/**
 * @param {import("../../types/core.js").Api} api
 * @param {CurveValues} values
 */
export function createRun(api, values) {
  let now = { ...values };
  /** Own points that are too many for the address. @type {Numbers | null} */
  let large = null;
  /** @type {{ settings: Partial<CurveValues>, points: Numbers, large: Numbers | null }[]} */
  const undo = [];
  let fitting = build(now);
  /** Goes up whenever the measurements change. */
  let version = 0;
  let edited = false;

  /** @param {CurveValues} next */
  function build(next) {
    const own = next.source === OWN;
    const points = own
      ? next.points === "" && large
        ? large
        : readNumbers(next.points)
      : api.measurement_table(next.source);
    const { noise, share, where, hidden, rate, seed } = next;
    const frame = own ? readNumbers(next.frame) : new Float64Array(0);
    return new api.Fitting(points, frame, noise, share, where === "end", hidden, rate, seed);
  }

  /** @param {CurveValues} next */
  function rebuild(next) {
    const made = build(next);
    fitting.free();
    fitting = made;
    version += 1;
    edited = false;
  }

  return {
    /**
     * Other settings. What needs a new network begins anew; α does not.
     * @param {CurveValues} next
     */
    set(next) {
      const data = /** @type {const} */ (["noise", "share", "where", "seed", "source"]);
      const own = /** @type {const} */ (["points", "frame"]);
      const other = [...data, ...(next.source === OWN ? own : [])].some((name) => next[name] !== now[name]);
      if (other) {
        undo.length = 0;
        rebuild(next);
      } else if (next.hidden !== now.hidden) {
        fitting.restart(next.hidden, next.seed);
        edited = false;
      }
      fitting.set_rate(next.rate);
      now = { ...next };
    },

    /** A new network for the measurements as they are. */
    reset() {
      fitting.restart(now.hidden, now.seed);
      edited = false;
    },

    /**
     * @param {number} steps Infinity: as many as the frame has time for
     * @returns {number} how many were made
     */
    train(steps) {
      const made = fitting.train(Math.min(steps, 4294967295), BUDGET);
      if (made > 0) edited = false;
      return made;
    },
    back: () => fitting.back(),

    /**
     * The reader's hand: other points for the network as it is. The table becomes points of the reader's own.
     * @param {Numbers} points
     * @param {boolean} [step] whether this is an edit of its own, and not a drag that goes on
     * @returns {Partial<CurveValues>} the settings that this changes
     */
    edit(points, step = true) {
      const before = { settings: pick(now), points: fitting.measurements(), large };
      fitting.edit(points);
      if (step) {
        undo.push(before);
        if (undo.length > MOST_UNDO) undo.shift();
      }
      const written = writePoints(points);
      large = written === null ? points : null;
      const first = now.source !== OWN;
      const changes = {
        source: OWN,
        ...(first ? { axes: now.source, names: "" } : {}),
        frame: writeNumbers(fitting.frame()),
        points: written ?? "",
        noise: 0,
      };
      now = { ...now, ...changes };
      version += 1;
      edited = true;
      return changes;
    },

    /** Takes the last edit back. @returns {Partial<CurveValues> | null} the settings that this changes */
    undo() {
      const last = undo.pop();
      if (!last) return null;
      fitting.edit(last.points);
      large = last.large;
      now = { ...now, ...last.settings };
      version += 1;
      edited = true;
      return last.settings;
    },

    /**
     * Points from elsewhere, with axes of their own; a new network.
     * @param {Numbers} points
     * @param {string} names
     * @returns {Partial<CurveValues>} the settings that this changes
     */
    load(points, names) {
      const written = writePoints(points);
      const before = large;
      large = written === null ? points : null;
      const next = { ...now, source: OWN, axes: "", names, frame: "", points: written ?? "", noise: 0 };
      try {
        rebuild(next);
      } catch (error) {
        large = before;
        throw error;
      }
      undo.length = 0;
      now = { ...next, frame: writeNumbers(fitting.frame()) };
      return pick(now);
    },

    get canUndo() {
      return undo.length > 0;
    },
    /** Whether the points were changed by hand since the last step. */
    get edited() {
      return edited;
    },
    get version() {
      return version;
    },
    /** Whether the address cannot hold the points. */
    get isLarge() {
      return large !== null && now.source === OWN;
    },
    status: () => fitting.status(),
    measurements: () => fitting.measurements(),
    heldOut: () => fitting.held_out(),
    frame: () => /** @type {[number, number, number, number]} */ ([...fitting.frame()]),
    /** @param {Numbers} xs */
    answers: (xs) => fitting.answers(xs),
    /** @param {Numbers} xs */
    contributions: (xs) => fitting.contributions(xs),
    parameters: () => fitting.parameters(),
    errors: () => fitting.errors(),
    testErrors: () => fitting.test_errors(),
  };
}

/**
 * @param {CurveValues} values
 * @returns {Partial<CurveValues>}
 */
function pick(values) {
  return Object.fromEntries(EDITED.map((name) => [name, values[name]]));
}

/** The settings that a chapter begins with. @returns {CurveValues} */
export function initialCurve() {
  return /** @type {CurveValues} */ (
    Object.fromEntries(Object.entries(SCHEMA).map(([name, field]) => [name, field.initial]))
  );
}
