// @ts-check
// The tour without a page: at which station it stands, what was predicted, and how the page answered. What was told is
// kept as long as the page lives.

/**
 * @typedef {import("./types.js").Station} Station
 * @typedef {import("./types.js").Verdict} Verdict
 * @typedef {"ask" | "doing" | "told" | "end"} Phase the question stands; the page does it; the answer stands; all are done
 */

export class TourSession {
  #stations;
  #index = 0;
  /** @type {Phase} */
  #phase = "ask";
  /** @type {number | null} */
  #given = null;
  /** @type {Map<Station, Verdict>} */
  #verdicts = new Map();

  /** @param {readonly Station[]} stations at least one */
  constructor(stations) {
    this.#stations = stations;
  }

  get stations() {
    return this.#stations;
  }

  get index() {
    return this.#index;
  }

  get phase() {
    return this.#phase;
  }

  /** What is predicted now. */
  get given() {
    return this.#given;
  }

  /** @returns {Station} */
  get station() {
    return /** @type {Station} */ (this.#stations[this.#index]);
  }

  /** How the present station was answered, once it was. */
  get verdict() {
    return this.#phase === "told" ? (this.#verdicts.get(this.station) ?? null) : null;
  }

  /** How a station was answered when it was last seen. @param {Station} station */
  verdictOf(station) {
    return this.#verdicts.get(station) ?? null;
  }

  /** How many predictions came true, of how many. */
  get score() {
    const judged = [...this.#verdicts.values()].filter(({ right }) => right !== null);
    return { right: judged.filter(({ right }) => right).length, of: judged.length };
  }

  /** @param {number} index */
  start(index) {
    this.#index = Math.min(this.#stations.length - 1, Math.max(0, index));
    this.#phase = "ask";
    this.#given = null;
  }

  /** @param {number | null} given a place among the options, or a number @returns {boolean} whether it may still be said */
  give(given) {
    if (this.#phase !== "ask") return false;
    this.#given = given !== null && Number.isFinite(given) ? given : null;
    return true;
  }

  /** The page begins to do it. @returns {boolean} */
  show() {
    if (this.#phase !== "ask") return false;
    this.#phase = "doing";
    return true;
  }

  /** The page could not, or was stopped. */
  stop() {
    if (this.#phase === "doing") this.#phase = "ask";
  }

  /** The page has done it. @param {import("./types.js").Readings} readings @returns {Verdict | null} */
  tell(readings) {
    if (this.#phase !== "doing") return null;
    const verdict = judge(this.station.answer, this.#given, readings);
    this.#verdicts.set(this.station, verdict);
    this.#phase = "told";
    return verdict;
  }

  /** On from an answer, or past a question. */
  next() {
    if (this.#index + 1 < this.#stations.length) this.start(this.#index + 1);
    else this.#phase = "end";
  }

  /** Back from the end to the last station. */
  back() {
    this.start(this.#phase === "end" ? this.#index : this.#index - 1);
  }

  get canBack() {
    return this.#phase === "end" || this.#index > 0;
  }
}

/**
 * @param {import("./types.js").Answer} answer
 * @param {number | null} given
 * @param {import("./types.js").Readings} readings
 * @returns {Verdict}
 */
export function judge(answer, given, readings) {
  if (answer.kind === "choice")
    return { given, value: answer.right, right: given === null ? null : given === answer.right };
  const read = readings[answer.on];
  const value = typeof read === "number" && Number.isFinite(read) ? read : null;
  const right = given === null || value === null ? null : Math.abs(given - value) <= answer.tolerance;
  return { given, value, right };
}
