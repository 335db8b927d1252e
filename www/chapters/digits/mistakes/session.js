// @ts-check
// Which images are looked at: mistakes of the present network, or a set by digit; and the page of them. No DOM.

import { Emitter } from "../training/events.js";

/** Images on a page. */
export const PAGE = 40;
/** Pages that are asked for at once: the network goes through the whole test set to find its mistakes. */
const AHEAD = 10;
const PIXELS = 28 * 28;
const DIGITS = 10;

/**
 * @typedef {"mistakes" | "test" | "train"} View
 *
 * @typedef {Object} Subject what is to be seen; what is left out is any
 * @property {View} [view] mistakes where it is left out
 * @property {number | null} [label] the right digit
 * @property {number | null} [answer] what the network said; the same as `label`: what it named rightly
 *
 * @typedef {Object} Item an image
 * @property {number} index in its set
 * @property {number} label
 * @property {number | null} answer null: the network was not asked
 * @property {number | null} z the output of that answer
 * @property {Uint8Array} image 784 bytes
 *
 * @typedef {Object} List what has come of an answer
 * @property {View} view
 * @property {number} total
 * @property {number} from place of the first item among all
 * @property {readonly Item[]} items
 * @property {string} of what it was made from: another one of them makes it old
 * @property {number} t of the network
 *
 * @typedef {Pick<import("../session.js").Session, "ask" | "on" | "state">} Training
 */

/** @extends {Emitter<{ change: null }>} */
export class Browse extends Emitter {
  #training;
  /** @type {View} */
  #view = "mistakes";
  /** @type {number | null} */
  #label = null;
  /** @type {number | null} */
  #answer = null;
  /** Place of the first image of the page among all. */
  #from = 0;
  /** @type {List | null} */
  #list = null;
  /** @type {unknown} */
  #failure = null;
  /** The number of the last question; an older answer is not wanted any more. */
  #question = 0;
  #asking = false;
  #seen = false;
  #stop;

  /** @param {Training} training */
  constructor(training) {
    super();
    this.#training = training;
    this.#stop = training.on("snapshot", () => this.#note());
  }

  state() {
    const { view, from } = { view: this.#view, from: this.#from };
    const list = this.#list;
    const items = list?.items.slice(from - list.from, from - list.from + PAGE) ?? [];
    return {
      view,
      label: this.#label,
      answer: this.#answer,
      from,
      total: list?.total ?? null,
      /** @type {readonly Item[]} */
      items,
      /** The step whose network made the mistakes; null where none is asked. */
      t: list && list.view === "mistakes" ? list.t : null,
      isOld: list !== null && list.of !== this.#source(),
      asking: this.#asking,
      failure: this.#failure,
      /** Not all images have arrived yet. */
      waits: this.#waits(),
    };
  }

  // What the reader does.

  /** @param {Subject} [subject] */
  open({ view = "mistakes", label = null, answer = null } = {}) {
    this.#seen = true;
    this.#view = view;
    this.#label = label;
    this.#answer = view === "mistakes" ? answer : null;
    this.#begin();
  }

  /** Nobody looks any more. */
  close() {
    this.#seen = false;
  }

  /** @param {View} view */
  setView(view) {
    this.open({ view, label: this.#label, answer: this.#answer });
  }

  /** @param {number | null} label */
  setLabel(label) {
    this.#label = label;
    this.#begin();
  }

  /** @param {number | null} answer */
  setAnswer(answer) {
    this.#answer = answer;
    this.#begin();
  }

  /** To another page. @param {number} by pages */
  turn(by) {
    const { total } = this.state();
    const from = this.#from + by * PAGE;
    if (from < 0 || from >= (total ?? 0)) return;
    this.#from = from;
    const list = this.#list;
    const known = list && from >= list.from && from < list.from + list.items.length;
    if (known) this.emit("change", null);
    else this.#ask();
  }

  /** Asks again, of the present network, and stays on the page. */
  refresh() {
    this.#ask();
  }

  destroy() {
    this.#seen = false;
    this.#stop();
  }

  // What comes of it.

  #begin() {
    this.#from = 0;
    this.#list = null;
    this.#ask();
  }

  /** What a list is made from now. */
  #source() {
    const { snapshot } = this.#training.state();
    if (!snapshot) return "";
    const { run, status } = snapshot;
    if (this.#view === "train") return String(status.arrived);
    return this.#view === "test" ? String(status.test_arrived) : `${run} ${status.t} ${status.test_arrived}`;
  }

  #waits() {
    const status = this.#training.state().snapshot?.status;
    if (!status) return true;
    if (this.#view === "train") return status.arrived < status.total || status.total === 0;
    return status.test_arrived < status.test_total || status.test_total === 0;
  }

  /**
   * What is old is asked for again as soon as the training rests, which is when the confusion matrix is made anew too; while
   * it goes on the reader is told.
   */
  #note() {
    if (!this.#seen) return;
    const { snapshot, doing } = this.#training.state();
    const rests = snapshot !== null && !snapshot.playing && doing === "still" && snapshot.measured;
    const { isOld, asking, view } = this.state();
    const may = view === "mistakes" ? rests : !this.#waits();
    if ((isOld || this.#list === null) && may && !asking) this.#ask();
    else this.emit("change", null);
  }

  async #ask() {
    const question = ++this.#question;
    const from = Math.floor(this.#from / (AHEAD * PAGE)) * AHEAD * PAGE;
    const of = this.#source();
    this.#asking = true;
    this.#failure = null;
    this.emit("change", null);
    try {
      const list = await this.#fetch(from);
      if (question === this.#question) this.#take({ ...list, from, of });
    } catch (error) {
      if (question === this.#question) this.#failure = error;
    } finally {
      if (question === this.#question) this.#asking = false;
    }
    if (question === this.#question) this.emit("change", null);
  }

  /** @param {List} list */
  #take(list) {
    this.#list = list;
    // After more training there may be fewer mistakes than pages before this one.
    const last = Math.max(0, Math.ceil(list.total / PAGE) - 1) * PAGE;
    if (this.#from <= last) return;
    this.#from = last;
    if (last < list.from) this.#ask();
  }

  /** @param {number} from @returns {Promise<Omit<List, "from" | "of">>} */
  async #fetch(from) {
    const [view, label, answer] = [this.#view, this.#label ?? undefined, this.#answer ?? undefined];
    const count = AHEAD * PAGE;
    if (view === "mistakes") {
      const found = await this.#training.ask("mistakes", label, answer, from, count);
      return { view, total: found.total, items: itemsOf(found, found), t: found.t };
    }
    const found = await this.#training.ask("browse", view, label, from, count);
    return { view, total: found.total, items: itemsOf(found, null), t: 0 };
  }
}

/**
 * @param {{ indices: Uint32Array, labels: Uint8Array, images: Uint8Array }} found
 * @param {{ answers: Uint8Array, z: Float32Array } | null} named
 * @returns {Item[]}
 */
function itemsOf({ indices, labels, images }, named) {
  return Array.from(indices, (index, i) => {
    const answer = named ? Number(named.answers[i]) : null;
    return {
      index,
      label: Number(labels[i]),
      answer,
      z: named && answer !== null ? Number(named.z[i * DIGITS + answer]) : null,
      image: images.subarray(i * PIXELS, (i + 1) * PIXELS),
    };
  });
}
