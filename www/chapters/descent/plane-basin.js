// @ts-check
// From where on the map a run of two numbers comes to the same minimum: tried row by row, a part of each frame, and drawn once
// all of it is known.

import { drawAreas } from "../../chart/level-map.js";

/** Starts along the longer side of the map. */
const SIDE = 144;
/** Milliseconds of a frame, and rows that are tried without looking at the clock. */
const BUDGET = 6;
const ROWS = 2;
/** What the core says of a start. */
const SAME = 1;
const OTHER = 2;

/**
 * @typedef {Pick<import("./plane-run.js").PlaneRun, "formula" | "setting" | "destination" | "basins">} Plane
 * @typedef {import("../../chart/level-map.js").Grid} Grid
 * @typedef {{ requestFrame?: (callback: () => void) => number, cancelFrame?: (handle: number) => void, now?: () => number }} Clock
 */

/**
 * @param {{ redraw: () => void } & Clock} options `redraw`: it is known now
 */
export function createPlaneBasin({
  redraw,
  requestFrame = (callback) => requestAnimationFrame(callback),
  cancelFrame = (handle) => cancelAnimationFrame(handle),
  now = () => performance.now(),
}) {
  let key = "";
  let frame = 0;
  /** Where the same minimum is come to is 1, elsewhere 0; null: not known yet, or there is nothing to tell apart. @type {Grid | null} */
  let kept = null;

  /** @param {Plane} plane @param {readonly [number, number]} goal @param {Grid} grid */
  function begin(plane, goal, grid) {
    let row = 0;
    let others = 0;
    function go() {
      frame = 0;
      const end = now() + BUDGET;
      do {
        const to = Math.min(grid.rows, row + ROWS);
        const found = plane.basins(goal, grid, row, to);
        others += found.filter((basin) => basin === OTHER).length;
        grid.values.set(Float64Array.from(found, Number).map(isSame), row * grid.columns);
        row = to;
      } while (row < grid.rows && now() < end);
      if (row < grid.rows) {
        frame = requestFrame(go);
        return;
      }
      // Where nobody comes to another minimum there is nothing to choose by the start.
      if (others === 0) return;
      kept = grid;
      redraw();
    }
    frame = requestFrame(go);
  }

  return {
    /**
     * @param {Plane} plane
     * @param {readonly [number, number]} x what is seen of a
     * @param {readonly [number, number]} y and of b
     * @returns {Grid | null}
     */
    of(plane, x, y) {
      const { formula, setting } = plane;
      const next = [formula, ...x, ...y, setting?.rate, setting?.start].join(" ");
      if (next === key) return kept;
      key = next;
      kept = null;
      cancelFrame(frame);
      const goal = plane.destination();
      if (goal) begin(plane, goal, gridOf(x, y));
      return null;
    },
    destroy: () => cancelFrame(frame),
  };
}

/** @param {number} basin */
const isSame = (basin) => (basin === SAME ? 1 : 0);

/** @param {readonly [number, number]} x @param {readonly [number, number]} y @returns {Grid} */
function gridOf(x, y) {
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  const columns = Math.max(2, Math.round(SIDE * Math.min(1, width / height)));
  const rows = Math.max(2, Math.round(SIDE * Math.min(1, height / width)));
  return { values: new Float64Array(columns * rows), columns, rows, x, y };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Grid} basin
 * @param {import("./plane-path.js").Place} place
 */
export function drawPlaneBasin(ctx, basin, place) {
  drawAreas(ctx, basin, { ...place, colour: place.colours.a, opacity: 0.13 });
}
