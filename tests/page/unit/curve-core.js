// A core for chapter 1 that is small enough to be seen through: a network of one number, which each step takes nearer to
// the mean of the measurements. Its time is the real one's: what was made stays, a step under other settings cuts it off.

const TABLES = { "water-density": [0, 1, 1, 2, 2, 6], "day-length": [0, 8, 1, 9, 2, 10, 3, 11] };

class Fitting {
  static alive = 0;

  constructor(points, frame, noise, share, atRightEnd, hidden, rate, seed) {
    if (frame.length > 0 && !(frame[0] < frame[1]))
      throw Object.assign(new Error("axes"), { code: "scaling" });
    Fitting.alive += 1;
    this.points = points.map((value, i) => (i % 2 ? value + noise * seed : value));
    this.range = frame.length > 0 ? [...frame] : [0, 10, Math.min(...this.points), Math.max(...this.points)];
    this.share = share;
    this.atRightEnd = atRightEnd;
    this.rate = rate;
    this.restart(hidden, seed);
  }
  restart(hidden, seed) {
    this.t = 0;
    this.first = 0;
    this.path = [seed + hidden / 100];
    this.made = [];
  }
  get last() {
    return this.made.length;
  }
  get inForce() {
    return `${this.rate};${this.points.join()}`;
  }
  edit(points) {
    this.points = Float64Array.from(points);
  }
  set_rate(rate) {
    this.rate = rate;
  }
  get target() {
    const ls = [...this.points].filter((_, i) => i % 2);
    return ls.reduce((sum, l) => sum + l, 0) / ls.length;
  }
  train(steps, milliseconds) {
    // A budget of 12 ms is enough for twelve steps.
    const most = Math.min(steps, milliseconds);
    let count = 0;
    while (count < most && this.step()) count += 1;
    return count;
  }
  step() {
    const here = this.path[this.t];
    const next = here - this.rate * 0.01 * (here - this.target);
    if (this.points.length === 0 || Math.abs(next) > 1e6) return false;
    if (this.made[this.t] !== this.inForce) {
      this.made = [...this.made.slice(0, this.t), this.inForce];
      this.path = [...this.path.slice(0, this.t + 1), next];
    }
    this.t += 1;
    return true;
  }
  back() {
    if (this.t <= this.first) return false;
    this.t -= 1;
    return true;
  }
  go(t) {
    this.t = Math.min(this.last, Math.max(this.first, t));
    return this.t;
  }
  marks() {
    return Float64Array.from(this.made.flatMap((one, t) => (t > 0 && one !== this.made[t - 1] ? [t] : [])));
  }
  is_repeatable() {
    return this.made.slice(0, this.t).every((one) => one === this.inForce);
  }
  status() {
    if (this.points.length === 0)
      return { error: null, test_error: null, deviation: null, test_deviation: null };
    const error = (this.path[this.t] - this.target) ** 2 / 2;
    return { error, test_error: this.share > 0 ? 2 * error : null, deviation: error, test_deviation: null };
  }
  measurements() {
    return Float64Array.from(this.points);
  }
  held_out() {
    const count = this.points.length / 2;
    const held = Uint8Array.from({ length: count }, (_, i) => (i < count * this.share ? 1 : 0));
    return this.atRightEnd ? held.reverse() : held;
  }
  frame() {
    return Float64Array.from(this.range);
  }
  scaling() {
    const [x0, x1, l0, l1] = this.range;
    return Float64Array.of((x0 + x1) / 2, (x1 - x0) / 2, l0, (l1 - l0) / 0.8, 0.1);
  }
  turns() {
    return new Float64Array(0);
  }
  answers(xs) {
    return Float64Array.from(xs, () => this.path[this.t]);
  }
  parameters() {
    return Float64Array.of(this.path[this.t]);
  }
  free() {
    Fitting.alive -= 1;
  }
}

/** The core's part that chapter 1's session asks for; `alive` counts the runs that were not freed. */
export function createCore() {
  Fitting.alive = 0;
  return {
    Fitting,
    measurement_table(id) {
      if (!TABLES[id]) throw Object.assign(new Error(id), { code: "unknown-table", details: { name: id } });
      return Float64Array.from(TABLES[id]);
    },
    alive: () => Fitting.alive,
  };
}
