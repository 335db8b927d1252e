// @ts-check
// How the map is drawn: ε as colours and level lines, and the way of the training over it.

import { drawArrow } from "../../chart/arrow.js";
import { drawAxes } from "../../chart/axes.js";
import { parseColour } from "../../chart/colours.js";
import { clipped, drawPoints, drawPolyline } from "../../chart/curve.js";
import { drawLevelMap } from "../../chart/level-map.js";
import { betweenSteps, mixed } from "../../chart/motion.js";
import { drawTag } from "../../chart/tag.js";
import { number } from "../../i18n/numbers.js";

/** Lines stand where ε is so much: equal steps would crowd on the slopes and leave the valley empty. */
const LEVELS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45];
/** Up to so many steps each has its dot. */
const DOTTED = 60;
/** A step is made so many times larger that it is seen: pixels of its arrow at least. */
const SEEN = 28;
const TIMES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
/** How much of the ink the lines of the grid have. */
const FAINT = "14%";

/**
 * @typedef {Object} Seen
 * @property {number} t
 * @property {string} map its two letters
 * @property {Float64Array} path first, second, first, … up to step t
 * @property {readonly [number, number]} step what the next step adds to the two: −α·∂ε/∂a
 * @typedef {import("../../chart/chart.js").Place<import("../../chart/chart.js").Scales>} Place
 */

/**
 * The path as far as the point has come.
 * @param {import("../../chart/motion.js").Moment | null} moment
 * @param {Seen | null} before
 * @param {Seen} now
 */
export function pathOnTheWay(moment, before, now) {
  const way = betweenSteps(moment, before, now);
  if (!way || before?.map !== now.map) return now.path;
  const { earlier, later, share } = way;
  const [x0, y0] = earlier.path.slice(-2);
  const [x1, y1] = later.path.slice(-2);
  return Float64Array.of(
    ...earlier.path,
    mixed(Number(x0), Number(x1), share),
    mixed(Number(y0), Number(y1), share),
  );
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import("../../chart/level-map.js").Grid} grid
 * @param {Seen} seen
 * @param {Float64Array} path as far as the point has come
 * @param {Place} place
 */
export function drawMap(ctx, grid, { map, path: whole, step }, path, place) {
  const { colours } = place;
  drawLevelMap(ctx, grid, { ...place, levels: LEVELS, low: 0, high: 0.5 });
  drawAxes(ctx, {
    ...place,
    xLabel: map.charAt(0),
    yLabel: map.charAt(1),
    xColour: colours.a,
    yColour: colours.a,
    colours: { ...colours, grid: `rgb(${parseColour(colours.ink).join(" ")} / ${FAINT})` },
  });
  const xs = path.filter((_, i) => i % 2 === 0);
  const ys = path.filter((_, i) => i % 2 === 1);
  const look = { ...place, colour: colours.a, paper: colours.paper };
  drawPolyline(ctx, xs, ys, { ...place, colour: colours.paper, lineWidth: 5, opacity: 0.7 });
  drawPolyline(ctx, xs, ys, { ...look, lineWidth: 2.5 });
  if (xs.length > 1 && xs.length <= DOTTED) drawPoints(ctx, xs, ys, { ...look, radius: 2.5 });
  drawPoints(ctx, xs.slice(0, 1), ys.slice(0, 1), { ...look, mark: "open" });
  // A point on its way is the arrow's own answer.
  if (path === whole) drawStep(ctx, [Number(xs.at(-1)), Number(ys.at(-1))], step, place);
  drawPoints(ctx, xs.slice(-1), ys.slice(-1), { ...look, radius: 6 });
}

/**
 * How many times larger an arrow is drawn than the step is.
 * @param {number} length of the step, pixels
 * @returns {number | null} null: it cannot be seen at all
 */
export function timesOf(length) {
  return TIMES.find((times) => times * length >= SEEN) ?? null;
}

/**
 * The next step as an arrow, and by how much it is magnified.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly [number, number]} at
 * @param {readonly [number, number]} step
 * @param {Place} place
 */
export function drawStep(ctx, [a, b], [da, db], place) {
  const { frame, x, y, colours } = place;
  const from = /** @type {const} */ ([x.map(a), y.map(b)]);
  const [dx, dy] = [x.map(a + da) - from[0], y.map(b + db) - from[1]];
  const times = timesOf(Math.hypot(dx, dy));
  if (times === null) return;
  const to = /** @type {const} */ ([from[0] + times * dx, from[1] + times * dy]);
  clipped(ctx, frame, () => {
    drawArrow(ctx, from, to, { colour: colours.paper, lineWidth: 5, head: 13 });
    drawArrow(ctx, from, to, { colour: colours.derivative, lineWidth: 2.5 });
  });
  if (times > 1) {
    const below = Math.min(frame.bottom - 10, Math.max(frame.top + 10, to[1] + (dy < 0 ? -12 : 12)));
    drawTag(ctx, `× ${number(times)}`, to[0], below, frame, colours.derivative, colours);
  }
}
