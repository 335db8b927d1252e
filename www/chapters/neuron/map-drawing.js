// @ts-check
// How the map is drawn: ε as colours and level lines, and the way of the training over it.

import { drawAxes } from "../../chart/axes.js";
import { drawPoints, drawPolyline } from "../../chart/curve.js";
import { drawLevelMap } from "../../chart/level-map.js";
import { betweenSteps, mixed } from "../../chart/motion.js";

/** Lines stand where ε is so much: equal steps would crowd on the slopes and leave the valley empty. */
const LEVELS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45];
/** Up to so many steps each has its dot. */
const DOTTED = 60;

/**
 * @typedef {{ t: number, map: string, path: Float64Array }} Seen `path`: first, second, first, … up to step t
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
 * @param {string} map its two letters
 * @param {Float64Array} path
 * @param {Place} place
 */
export function drawMap(ctx, grid, map, path, place) {
  const { colours } = place;
  drawLevelMap(ctx, grid, { ...place, levels: LEVELS, low: 0, high: 0.5 });
  drawAxes(ctx, {
    ...place,
    xLabel: map.charAt(0),
    yLabel: map.charAt(1),
    xColour: colours.a,
    yColour: colours.a,
    colours: { ...colours, grid: "transparent" },
  });
  const xs = path.filter((_, i) => i % 2 === 0);
  const ys = path.filter((_, i) => i % 2 === 1);
  const look = { ...place, colour: colours.a, paper: colours.paper };
  drawPolyline(ctx, xs, ys, { ...place, colour: colours.paper, lineWidth: 5, opacity: 0.7 });
  drawPolyline(ctx, xs, ys, { ...look, lineWidth: 2.5 });
  if (xs.length > 1 && xs.length <= DOTTED) drawPoints(ctx, xs, ys, { ...look, radius: 2.5 });
  drawPoints(ctx, xs.slice(0, 1), ys.slice(0, 1), { ...look, mark: "open" });
  drawPoints(ctx, xs.slice(-1), ys.slice(-1), { ...look, radius: 6 });
}
