// @ts-check
// Chapter 2 with two numbers: a run of the core over a plane.

/** @typedef {import("../../frame/core.js").Api} Api */
/** @typedef {import("./settings.js").PlaneSetting} PlaneSetting */

/** Numbers of a point in a trail: a, b, ε, ∂ε/∂a, ∂ε/∂b, −α·∂ε/∂a, −α·∂ε/∂b. */
export const PLANE_POINT = 7;

export class PlaneRun {
  #api;
  /** @type {import("../../pkg/descent.js").ErrorFunction | null} */
  #error = null;
  /** @type {import("../../pkg/descent.js").PlaneDescent | null} */
  #run = null;
  /** @type {PlaneSetting | null} */
  #setting = null;
  trail = new Float64Array(0);
  /** How many times the run has begun anew. */
  begun = 0;
  /** @type {import("../../pkg/descent.js").DescentStatus | null} */
  #status = null;

  /** @param {Pick<Api, "ErrorFunction" | "PlaneDescent">} api */
  constructor(api) {
    this.#api = api;
  }

  /**
   * Other settings. With another α the run stays as far as it has come; else it begins anew.
   * @param {PlaneSetting} next
   * @throws what is wrong with them; the present run then stays
   */
  set(next) {
    const before = this.#setting;
    const known = next.formula === before?.formula ? this.#error : null;
    if (known && this.#run && sameBeginning(next, before)) {
      if (next.rate !== before?.rate) this.#run.set_alpha(next.rate);
    } else {
      const error = known ?? new this.#api.ErrorFunction(next.formula, true);
      try {
        const run = new this.#api.PlaneDescent(
          error,
          windowsOf(next),
          next.start[0],
          next.start[1],
          next.rate,
        );
        this.#run?.free();
        this.#run = run;
        this.begun += 1;
      } catch (wrong) {
        if (!known) error.free();
        throw wrong;
      }
      if (!known) this.#error?.free();
      this.#error = error;
    }
    this.#setting = next;
    this.#look();
  }

  #look() {
    this.trail = this.#made.trail();
    this.#status = this.#made.status();
  }

  get #made() {
    if (!this.#run) throw new Error("no run");
    return this.#run;
  }

  get t() {
    return this.#run?.t ?? 0;
  }

  /** The furthest step that the run has come to. */
  get last() {
    return this.#run?.last ?? 0;
  }

  /**
   * To step t, or as near as the run goes.
   * @param {number} t
   * @returns {number} where it stands
   */
  go(t) {
    const reached = this.#made.go(t);
    this.#look();
    return reached;
  }

  /** @returns {boolean} whether a step was made */
  step() {
    const made = this.#made.step();
    this.#look();
    return made;
  }

  /** @returns {boolean} whether there was a way back */
  back() {
    const made = this.#made.back();
    this.#look();
    return made;
  }

  get status() {
    if (!this.#status) throw new Error("no run");
    return this.#status;
  }

  get canStep() {
    return this.status.can_step;
  }

  /** Whether going on would change nothing that can be seen. */
  get done() {
    return this.status.done;
  }

  get setting() {
    return this.#setting;
  }

  get formula() {
    return this.#setting?.formula ?? "";
  }

  /** What was read, for a formula in figures. */
  get tree() {
    return this.#error?.tree();
  }

  /**
   * ε on a grid, row by row, upwards.
   * @param {readonly [number, number]} a
   * @param {readonly [number, number]} b
   * @param {number} columns
   * @param {number} rows
   */
  field(a, b, columns, rows) {
    return this.#error?.field(a[0], a[1], b[0], b[1], columns, rows) ?? new Float64Array(columns * rows);
  }

  /** a and b of the minimum to which the run goes; null where it goes to none. @returns {readonly [number, number] | null} */
  destination() {
    const [a, b] = this.#run?.destination() ?? [];
    return a === undefined || b === undefined ? null : [a, b];
  }

  /**
   * Where runs come to from some rows of a grid of starts, from below: 1 to the minimum at `goal`, 2 to another, 0 to none.
   * @param {readonly [number, number]} goal
   * @param {Pick<import("../../chart/level-map.js").Grid, "columns" | "rows" | "x" | "y">} starts
   * @param {number} from
   * @param {number} to not included
   */
  basins([a, b], { columns, rows, x, y }, from, to) {
    return this.#made.basins(a, b, Float64Array.of(...x, ...y), columns, rows, from, to);
  }

  free() {
    this.#run?.free();
    this.#error?.free();
    this.#run = null;
    this.#error = null;
    this.#setting = null;
  }
}

/**
 * @param {PlaneSetting} next
 * @param {PlaneSetting | null} before
 */
function sameBeginning(next, before) {
  const numbers = (/** @type {PlaneSetting | null} */ setting) =>
    [...(setting?.start ?? []), ...(setting?.middle ?? []), ...(setting?.half ?? [])].join(" ");
  return numbers(next) === numbers(before);
}

/** Low a, high a, low b, high b. @param {PlaneSetting} setting */
function windowsOf({ middle, half }) {
  return Float64Array.of(middle[0] - half[0], middle[0] + half[0], middle[1] - half[1], middle[1] + half[1]);
}
