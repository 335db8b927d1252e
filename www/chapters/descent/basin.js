// @ts-check
// Where a run of one number may begin so as to come to the same minimum: parts of the a axis.

/** Starts that are tried over the window: one every two or three pixels. */
const STARTS = 241;
/** Numbers of a minimum: a, ε. */
const MINIMUM = 2;

/** @typedef {readonly [number, number]} Part from, to */
/** @typedef {Pick<import("./one-runs.js").OneRuns, "window" | "formula" | "current">} Seen */

/** The parts of what is seen, kept as long as that is the same. */
export function createBasin() {
  let key = "";
  /** @type {readonly Part[]} */
  let kept = [];
  /** @param {Seen} one @returns {readonly Part[]} none where only one minimum is seen, or the run goes to none */
  return function basinOf(one) {
    const { run, rate, status, trail } = one.current;
    const [low, high] = one.window;
    const next = [one.formula, low, high, rate, trail[0], status.ahead].join(" ");
    if (next === key) return kept;
    key = next;
    kept = [];
    if (status.ahead !== "reaches" || status.goal === null) return kept;
    const minima = run.minima();
    const places = Array.from({ length: minima.length / MINIMUM }, (_, i) => Number(minima[MINIMUM * i]));
    if (places.filter((a) => a >= low && a <= high).length < 2) return kept;
    kept = partsOf(run.basins(STARTS), places.indexOf(status.goal.a), one.window);
    return kept;
  };
}

/**
 * The parts of the window whose starts come to one minimum.
 * @param {ArrayLike<number>} basins of starts at equal distances over the window, ends included
 * @param {number} which
 * @param {Part} window
 * @returns {Part[]}
 */
export function partsOf(basins, which, [low, high]) {
  const cell = (high - low) / Math.max(1, basins.length - 1);
  /** @type {[number, number][]} */
  const parts = [];
  for (let i = 0; i < basins.length; i++) {
    if (basins[i] !== which) continue;
    // A start stands for what is nearer to it than to its neighbours.
    const [from, to] = [Math.max(low, low + (i - 0.5) * cell), Math.min(high, low + (i + 0.5) * cell)];
    const before = parts.at(-1);
    if (before && basins[i - 1] === which) before[1] = to;
    else parts.push([from, to]);
  }
  return parts;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Part[]} parts
 * @param {import("./function-place.js").Place} place
 * @param {import("../../chart/colours.js").Colours} colours
 */
export function drawBasin(ctx, parts, { curve, x }, colours) {
  ctx.save();
  ctx.globalAlpha = 0.09;
  ctx.fillStyle = colours.a;
  for (const [from, to] of parts) {
    const left = x.map(from);
    ctx.fillRect(left, curve.top, x.map(to) - left, curve.bottom - curve.top);
  }
  ctx.restore();
}
