// @ts-check
// What is on the pad as the networks see it, and what they say to it. No DOM.

import { toArrays } from "./pad/strokes.js";

/**
 * @typedef {Uint8Array<ArrayBuffer> | null} Image 28 × 28 bytes; null: an empty pad
 * @typedef {Float32Array | null} Outputs z₀ … z₉; null: no answer
 * @typedef {import("../../pkg/descent.js").Judgement} Judgement
 *
 * @typedef {Object} Picture ink that no pen drew
 * @property {Uint8Array<ArrayBuffer>} image 28 × 28 bytes with its slant
 * @property {Uint8Array<ArrayBuffer>} upright the same without
 */

/** Ink that reaches less far is a dot, from a click that slipped: enlarged to the image's size it would be a sure 1. */
const DOT = 0.04;

/** @param {readonly import("./pad/strokes.js").Stroke[]} strokes */
function asMeant(strokes) {
  const first = strokes[0]?.[0];
  if (!first) return strokes;
  const isNear = (/** @type {import("./pad/strokes.js").Point} */ [x, y]) =>
    Math.abs(x - first[0]) < DOT && Math.abs(y - first[1]) < DOT;
  return strokes.every((stroke) => stroke.every(isNear)) ? [[first]] : strokes;
}

export class Recognition {
  /** @type {import("../../frame/core.js").PadApi | null} */
  #api = null;
  /** @type {import("../../pkg/descent.js").Classifier | null} */
  #classifier = null;
  /** @type {readonly import("./pad/strokes.js").Stroke[]} */
  #strokes = [];
  /** @type {Picture | null} */
  #picture = null;
  #slant;

  /** As the network in training sees it. @type {Image} */
  image = null;
  /** As the ready network sees it. @type {Image} */
  prepared = null;
  /** @type {Outputs} */
  ready = null;
  /** @type {Outputs} */
  training = null;
  /** Why the network in training says nothing to any drawing. @type {import("./answer.js").Excuse | null} */
  excuse = null;
  /** What the classes of the network in training are called; null: they are digits. @type {readonly string[] | null} */
  names = null;

  /** @param {boolean} slant the ready network gets the drawing with its slant, though it was trained without */
  constructor(slant) {
    this.#slant = slant;
  }

  get isEmpty() {
    return this.#strokes.length === 0 && !this.#picture;
  }
  get hasClassifier() {
    return this.#classifier !== null;
  }
  get straightens() {
    return this.#classifier?.straightens === true;
  }
  get slant() {
    return this.#slant;
  }

  /** @param {import("../../frame/core.js").PadApi} api */
  setApi(api) {
    this.#api = api;
    this.#look();
  }

  /** @param {import("../../pkg/descent.js").Classifier} classifier */
  setClassifier(classifier) {
    this.#classifier = classifier;
    this.#ask();
  }

  /** @param {boolean} slant */
  setSlant(slant) {
    this.#slant = slant;
    this.#ask();
  }

  /** @param {readonly import("./pad/strokes.js").Stroke[]} strokes */
  setStrokes(strokes) {
    this.#strokes = strokes;
    this.#picture = null;
    this.#look();
  }

  /** In place of strokes. @param {Picture} picture */
  setPicture(picture) {
    this.#strokes = [];
    this.#picture = picture;
    this.#look();
  }

  /** @param {Outputs} z of the network in training @param {import("./answer.js").Excuse | null} [excuse] @returns {boolean} whether there is another answer to show */
  setTraining(z, excuse = null) {
    const next = this.image && z && z.length > 0 ? z : null;
    const changed = next !== null || this.training !== null || excuse !== this.excuse;
    this.excuse = excuse;
    this.training = next;
    return changed;
  }

  /** What outputs say. @param {Outputs} z @returns {Judgement | null} */
  judge(z) {
    return z && this.#api ? this.#api.judge(z) : null;
  }

  #look() {
    this.image = this.#imageOf(false);
    if (!this.image) this.training = null;
    this.#ask();
  }

  /** The ready network, asked about the drawing after the stages that its images went through. */
  #ask() {
    this.prepared = this.straightens && !this.#slant ? this.#imageOf(true) : this.image;
    this.ready = this.prepared && this.#classifier ? this.#classifier.classify(this.prepared) : null;
  }

  /** @param {boolean} straighten @returns {Image} */
  #imageOf(straighten) {
    if (this.#picture) return straighten ? this.#picture.upright : this.#picture.image;
    if (!this.#api || this.isEmpty) return null;
    const { points, lengths } = toArrays(asMeant(this.#strokes));
    const bytes = this.#api.rasterise(points, lengths, straighten);
    return bytes.length > 0 ? bytes : null;
  }
}
