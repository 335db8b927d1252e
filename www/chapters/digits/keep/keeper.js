// @ts-check
// What survives a reload: the run with its curve, and the drawings. It is put on a shelf of the browser when the training
// rests, and now and then while it goes on. No DOM.

import { Emitter } from "../training/events.js";

/** Milliseconds between two copies of a training that goes on. */
const EVERY = 10_000;

/**
 * @typedef {import("../place.js").Place} Place
 * @typedef {import("./shelf.js").Shelf} Shelf
 * @typedef {{ t: number, hidden: number, accuracy: number | null }} Kept what is told of a run
 * @typedef {Kept & { bytes: Uint8Array<ArrayBuffer>, place: Place }} Run as it lies on the shelf
 * @typedef {{ place: Place, own: unknown, picture: unknown, collected: unknown }} Drawings `own`: on the pad, as is the ink of a picture
 *
 * @typedef {Object} Options
 * @property {Pick<import("../session.js").Session, "ask" | "change" | "on" | "state" | "place" | "restart">} session
 * @property {() => Promise<Shelf>} open
 * @property {{ isOn: () => boolean, set: (on: boolean) => void }} wish whether the reader wants anything kept
 * @property {{ read: () => Omit<Drawings, "place">, write: (drawings: Drawings, isSame: boolean) => void }} drawings `isSame`:
 *   they were made where the address is now
 * @property {() => boolean} isOwn whether the data are the reader's own: those are not kept, and no run with them
 * @property {() => number} [now] milliseconds, for tests
 */

/** @extends {Emitter<{ change: null }>} */
export class Keeper extends Emitter {
  #options;
  #now;
  /** @type {Shelf | null} */
  #shelf = null;
  /** @type {"starting" | "on" | "off" | "forbidden"} */
  #mode = "starting";
  /** @type {Kept | null} */
  #kept = null;
  /** A run of the last time, which the address does not open. @type {Run | null} */
  #offer = null;
  /** The run was taken up again. */
  #restored = false;
  /** @type {unknown} */
  #failure = null;
  /** The network that was put on the shelf last. */
  #put = "";
  /** The copy of a run that this page has put there last, and of which run. @type {{ run: number, copy: Run } | null} */
  #latest = null;
  #putAt = Number.NEGATIVE_INFINITY;
  #putting = false;
  #again = false;
  #stop = () => {};

  /** @param {Options} options */
  constructor(options) {
    super();
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  state() {
    return {
      mode: this.#mode,
      kept: this.#kept,
      offer: this.#offer,
      restored: this.#restored,
      failure: this.#failure,
      own: this.#options.isOwn(),
    };
  }

  /** Looks at what lies on the shelf: a run that the address names goes on, another one is offered. */
  async begin() {
    const { session, wish, open } = this.#options;
    if (!wish.isOn()) return this.#set("off");
    try {
      this.#shelf = await open();
      const [run, drawings] = await Promise.all([this.#shelf.read("run"), this.#shelf.read("drawings")]);
      if (drawings) this.#options.drawings.write(drawings, isSame(drawings.place, session.place()));
      if (run) await this.#find(run);
      this.#set("on");
      this.#stop = session.on("snapshot", () => this.#note());
    } catch {
      this.#set("forbidden");
    }
  }

  /** Takes up the run that is offered. */
  async restore() {
    if (this.#offer) await this.#restore(this.#offer);
    this.emit("change", null);
  }

  /**
   * After a crash: a new worker, which goes on from the last copy of the run that was under way. From each copy once: what
   * brought the worker down may lie in it.
   * @returns {Promise<number | null>} the step it stands at; null: there is no copy to go on from
   */
  async recover() {
    const { session } = this.#options;
    const latest = this.#latest;
    this.#latest = null;
    if (!latest || latest.run !== session.state().snapshot?.run) return null;
    session.restart();
    await this.#restore(latest.copy);
    return this.#failure ? null : latest.copy.t;
  }

  /** Nothing is kept any more, from now on. */
  async forget() {
    this.#options.wish.set(false);
    this.#stop();
    const shelf = this.#shelf;
    this.#kept = null;
    this.#latest = null;
    this.#offer = null;
    this.#restored = false;
    this.#set("off");
    await shelf?.clear();
  }

  /** The reader wants it after all. */
  async keepAgain() {
    this.#options.wish.set(true);
    this.#put = "";
    await this.begin();
    await this.save();
  }

  /** The drawings have changed, or the page may be about to close. */
  async save() {
    if (this.#mode !== "on" || !this.#shelf) return;
    if (this.#putting) {
      this.#again = true;
      return;
    }
    this.#putting = true;
    try {
      await this.#putAll(this.#shelf);
    } catch {
      // No room, or taken away meanwhile: what is on the shelf stays what it is.
      if (this.#mode === "on") this.#set("forbidden");
    }
    this.#putting = false;
    if (this.#again) {
      this.#again = false;
      await this.save();
    }
  }

  destroy() {
    this.#stop();
  }

  /** @param {"on" | "off" | "forbidden"} mode */
  #set(mode) {
    this.#mode = mode;
    this.emit("change", null);
  }

  /** @param {Run} run */
  async #find(run) {
    this.#kept = told(run);
    if (isSame(run.place, this.#options.session.place())) await this.#restore(run);
    else this.#offer = run;
  }

  /** @param {Run} run */
  async #restore(run) {
    try {
      await this.#options.session.change("restore", run.bytes);
      this.#restored = true;
      this.#failure = null;
    } catch (error) {
      // Of an older page, or damaged: it will be written over.
      this.#failure = error;
    }
    this.#offer = null;
  }

  /** A training that rests is kept at once; one that goes on from time to time. */
  #note() {
    const { snapshot, doing } = this.#options.session.state();
    if (!snapshot || snapshot.status.t === 0 || nameOf(snapshot) === this.#put) return;
    const rests = !snapshot.playing && doing === "still" && snapshot.measured;
    if (rests || (snapshot.playing && this.#now() - this.#putAt >= EVERY)) this.save();
  }

  /** @param {Shelf} shelf */
  async #putAll(shelf) {
    const { session, drawings, isOwn } = this.#options;
    this.#putAt = this.#now();
    const { snapshot } = session.state();
    const place = session.place();
    await shelf.write("drawings", { place, ...drawings.read() });
    // A network that has learned nothing is not worth what it would write over.
    if (!snapshot || snapshot.status.t === 0 || isOwn() || nameOf(snapshot) === this.#put) return;
    const bytes = await session.ask("save");
    if (bytes.length === 0 || this.#mode !== "on") return;
    const { t, hidden, accuracy } = snapshot.status;
    /** @type {Run} */
    const run = { bytes, place, t, hidden, accuracy };
    await shelf.write("run", run);
    this.#put = nameOf(snapshot);
    this.#latest = { run: snapshot.run, copy: run };
    this.#kept = told(run);
    this.#offer = null;
    this.emit("change", null);
  }
}

/** @param {Run} run @returns {Kept} */
const told = ({ t, hidden, accuracy }) => ({ t, hidden, accuracy });

/** @param {import("../training/types.js").Snapshot} snapshot */
const nameOf = ({ run, status }) => `${run} ${status.t} ${status.accuracy}`;

/** @param {Place} a @param {Place} b */
function isSame(a, b) {
  const names = /** @type {(keyof Place)[]} */ (Object.keys(b));
  return names.every((name) => a[name] === b[name]);
}
