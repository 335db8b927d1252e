// @ts-check
// The way from the pad to what a network sees, with every stage switched on or off, and what the networks say to what comes
// of it. No DOM.

import { toArrays } from "../pad/strokes.js";
import { Emitter } from "../training/events.js";
import { cornered } from "./corner.js";

/**
 * @typedef {import("../drawing.js").Content} Content
 * @typedef {import("../recognition.js").Outputs} Outputs
 * @typedef {import("../../../pkg/descent.js").PadWay} PadWay
 * @typedef {import("../../../pkg/descent.js").NearestImages} NearestImages
 *
 * @typedef {Object} Switches
 * @property {boolean} corner the drawing is made small and moved into a corner first
 * @property {boolean} fit its box is brought to 20 × 20
 * @property {boolean} straighten its slant is taken out
 * @property {boolean} centre its centre of mass is moved to the centre
 *
 * @typedef {Object} Stages
 * @property {Content} content as it stands on the pad, in the corner perhaps
 * @property {PadWay} fitted after the box; `bounds` are in units of the pad, for a picture in its pixels
 * @property {PadWay} upright after the slant too; `centre` is where the centre of mass is then
 * @property {PadWay} centred after all stages: what the networks are asked about
 *
 * @typedef {Object} Parts
 * @property {Pick<typeof import("../../../pkg/descent.js"), "pad_way" | "picture_way">} api
 * @property {() => Content} content what is on the pad
 * @property {() => boolean} isDrawing the pen is down
 * @property {{ slant: boolean }} recognition the slant is chosen beside the pad, too
 * @property {(slant: boolean) => void} chooseSlant
 * @property {(image: Uint8Array<ArrayBuffer>) => Outputs} classify by the ready network; null while there is none
 * @property {import("../training/client.js").TrainingClient["ask"]} ask
 */

/** Training images that are shown. */
const NEAREST = 5;

/** @extends {Emitter<{ change: null }>} */
export class Way extends Emitter {
  #parts;
  /** @type {Omit<Switches, "straighten">} */
  #switches = { corner: false, fit: true, centre: true };
  #training;
  #nearest;

  /** @type {Stages | null} null: an empty pad */
  stages = null;
  /** @type {Outputs} */
  ready = null;
  /** @type {Outputs} */
  training = null;
  /** @type {NearestImages | null} null: not known yet */
  nearest = null;

  /** @param {Parts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { ask } = parts;
    this.#training = latest(
      (/** @type {Uint8Array<ArrayBuffer>} */ image) => ask("classify", image),
      (z) => {
        this.training = z && z.length > 0 ? z : null;
        this.emit("change", null);
      },
    );
    this.#nearest = latest(
      (/** @type {Uint8Array<ArrayBuffer>} */ image) => ask("nearest", image, NEAREST),
      (found) => {
        this.nearest = found;
        this.emit("change", null);
      },
    );
  }

  /** @returns {Switches} */
  get switches() {
    return { ...this.#switches, straighten: !this.#parts.recognition.slant };
  }

  /** Whether the image is made as those were that the ready network learned from. */
  get isWhole() {
    const { fit, straighten, centre } = this.switches;
    return fit && straighten && centre;
  }

  /** @param {keyof Switches} name @param {boolean} on */
  set(name, on) {
    if (name === "straighten") {
      // The pad tells of it, as of everything that changes there.
      this.#parts.chooseSlant(!on);
      return;
    }
    this.#switches[name] = on;
    this.look();
  }

  /** What is on the pad, or a stage, is another. */
  look() {
    this.stages = this.#stagesOf(this.#parts.content());
    const image = this.stages?.centred.image ?? null;
    this.ready = image && this.#parts.classify(image);
    if (!image) {
      this.training = null;
      this.nearest = null;
    }
    this.#training.about(image);
    // It is long work: not for every point of a stroke.
    if (!this.#parts.isDrawing()) this.#nearest.about(image);
    this.emit("change", null);
  }

  /** The network in training is another one, or more of the training images have come. */
  refresh() {
    const image = this.stages?.centred.image ?? null;
    this.#training.about(image);
    if (this.nearest && this.nearest.labels.length < NEAREST) this.#nearest.about(image);
  }

  /** @param {Content} now @returns {Stages | null} */
  #stagesOf(now) {
    const { corner, fit, straighten, centre } = this.switches;
    const content = corner ? cornered(now) : now;
    const way = this.#wayOf(content);
    const centred = way(fit, centre, straighten);
    if (centred.image.length === 0) return null;
    return { content, fitted: way(fit, false, false), upright: way(fit, false, straighten), centred };
  }

  /** @param {Content} content @returns {(fit: boolean, centre: boolean, straighten: boolean) => PadWay} */
  #wayOf({ strokes, picture }) {
    const { api } = this.#parts;
    if (picture) {
      const { ink, width, height } = picture;
      return (...switches) => api.picture_way(ink, width, height, ...switches);
    }
    const { points, lengths } = toArrays(strokes);
    return (...switches) => api.pad_way(points, lengths, ...switches);
  }
}

/**
 * Asks about the latest of what it is told, one question at a time: what comes while it waits is asked when it has its
 * answer, and the answer to what is not wanted any more is dropped.
 * @template S, A
 * @param {(subject: S) => Promise<A>} ask
 * @param {(answer: A | null) => void} tell null: it could not be answered
 */
export function latest(ask, tell) {
  let busy = false;
  /** @type {S | null} */
  let wanted = null;
  let isNew = false;

  async function go() {
    busy = true;
    while (isNew && wanted !== null) {
      const subject = wanted;
      isNew = false;
      const answer = await ask(subject).catch(() => null);
      if (wanted !== null) tell(answer);
    }
    busy = false;
  }

  return {
    /** @param {S | null} subject null: nothing */
    about(subject) {
      wanted = subject;
      isNew = subject !== null;
      if (isNew && !busy) go();
    },
  };
}
