// Chapter 2's core as far as a session asks for it, for ½(a − 1)² and the like: written down by hand, so that a test knows
// every number. A formula is a key of FORMULAS.

/** ε and ε′; the start −9 has no value. */
const FORMULAS = {
  bowl: { at: (a) => [(a - 1) ** 2 / 2, a - 1], window: [-3, 5] },
  steep: { at: (a) => [5 * a ** 2, 10 * a], window: [-2, 2] },
};

const EXAMPLES = [
  ["parabola", "bowl", -3, 5, -2, 0.5],
  ["valley", "bowl", -4, 6, 4.4, 1],
  ["wells", "steep", -2, 2, 1.5, 0.05],
];
const PLANES = [
  ["bowl", "bowl", 0, 0, 3, 2, -2, 1, 0.5],
  ["ravine", "steep", 0, 0, 3, 2, -2.6, 1, 0.09],
];

const MOST = 10_000;
const fail = (code) => {
  throw Object.assign(new Error(code), { code });
};
const valueAt = (formula, a) => (a === -9 ? [Number.NaN, Number.NaN] : FORMULAS[formula].at(a));

/** What was made and not freed again: a session that forgets to free leaks the core's memory. */
export function createCore() {
  const alive = new Set();

  class Made {
    constructor() {
      alive.add(this);
    }
    free() {
      if (!alive.delete(this)) throw new Error("freed twice");
    }
  }

  class ErrorFunction extends Made {
    constructor(text, plane) {
      if (!(text in FORMULAS)) fail("formula-name");
      super();
      Object.assign(this, { text, plane });
    }
    window = () => Float64Array.from(FORMULAS[this.text].window);
    beginning = () => [...FORMULAS[this.text].window, FORMULAS[this.text].window[0] / 2, 0.1];
    sample = (_low, _high, count) => new Float64Array(count);
    at = (a) => Float64Array.from(valueAt(this.text, a));
    field = (_a, _b, _c, _d, columns, rows) => new Float64Array(columns * rows);
    tree = () => ["letter", "a"];
  }

  /** A run over as many numbers as it has starts; each descends by itself. */
  class Run extends Made {
    constructor(error, starts, alpha, far) {
      if (starts.some((a) => !valueAt(error.text, a).every(Number.isFinite) || Math.abs(a) > far))
        fail("start");
      super();
      Object.assign(this, { text: error.text, alpha, far, points: [starts], t: 0 });
    }
    get last() {
      return this.points.length - 1;
    }
    next() {
      const next = this.points[this.last].map((a) => a - this.alpha * valueAt(this.text, a)[1]);
      return this.last < MOST && next.every((a) => Math.abs(a) <= this.far) ? next : null;
    }
    can_step = () => this.t < this.last || this.next() !== null;
    step() {
      const { t } = this;
      return this.go(t + 1) > t;
    }
    back() {
      const { t } = this;
      return this.go(Math.max(0, t - 1)) < t;
    }
    go(t) {
      while (this.last < t) {
        const next = this.next();
        if (!next) break;
        this.points.push(next);
      }
      this.t = Math.min(t, this.last);
      return this.t;
    }
    set_alpha(alpha) {
      const { t, last } = this;
      this.alpha = alpha;
      this.points.length = 1;
      this.go(last);
      this.go(t);
    }
    seen = () => this.points.slice(0, this.t + 1);
    status = () => ({
      t: this.t,
      last: this.last,
      status: "descending",
      done: Math.abs(this.points[this.t][0] - 1) < 1e-3,
      can_step: this.can_step(),
      steps: null,
      reached: null,
      goal: { a: 1, error: 0, shape: "round", curvature: 1, bound: 2 },
      bound: null,
      ahead: "reaches",
    });
    basins = (count) => new Int32Array(count);
  }

  class Descent extends Run {
    constructor(error, low, high, start, alpha) {
      super(error, [start], alpha, 100 * (high - low));
    }
    trail = () =>
      Float64Array.from(
        this.seen().flatMap(([a]) => {
          const [value, slope] = valueAt(this.text, a);
          return [a, value, slope, -this.alpha * slope];
        }),
      );
    check = () => ({ h: 1e-6, right: 1, left: 1, difference: 0, derivative: 0, digits: 9 });
  }

  class PlaneDescent extends Run {
    constructor(error, windows, a, b, alpha) {
      super(error, [a, b], alpha, 100 * (windows[1] - windows[0]));
    }
    trail = () =>
      Float64Array.from(
        this.seen().flatMap((at) => {
          const [values, slopes] = [0, 1].map((i) => at.map((a) => valueAt(this.text, a)[i]));
          return [...at, values[0] + values[1], ...slopes, ...slopes.map((slope) => -this.alpha * slope)];
        }),
      );
  }

  return {
    alive,
    api: {
      ErrorFunction,
      Descent,
      PlaneDescent,
      error_functions: () => EXAMPLES,
      plane_functions: () => PLANES,
    },
  };
}
