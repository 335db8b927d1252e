// @ts-check
// A function of two numbers as a map: the higher the darker, with level lines, and a path over it.

import { cssColour, mix, parseColour } from "./colours.js";
import { clipped } from "./curve.js";

/** @typedef {import("./scale.js").Scale} Scale */

/**
 * @typedef {Object} Grid values on a grid, row after row from below, left to right within a row
 * @property {Float64Array} values
 * @property {number} columns
 * @property {number} rows
 * @property {readonly [number, number]} x values at the first and the last column
 * @property {readonly [number, number]} y values at the first and the last row
 */

/**
 * Where the lines of one level cut the cells of the grid (marching squares), as segments x₀, y₀, x₁, y₁ in grid units.
 * @param {Grid} grid
 * @param {number} level
 * @returns {number[]}
 */
export function levelLines({ values, columns, rows }, level) {
  /** @type {number[]} */
  const segments = [];
  const at = (/** @type {number} */ i, /** @type {number} */ k) => Number(values[k * columns + i]);
  for (let k = 0; k + 1 < rows; k++) {
    for (let i = 0; i + 1 < columns; i++) {
      const corners = [at(i, k), at(i + 1, k), at(i + 1, k + 1), at(i, k + 1)];
      /** @type {[number, number][]} */
      const cuts = [];
      for (let side = 0; side < 4; side++) {
        const from = Number(corners[side]);
        const to = Number(corners[(side + 1) % 4]);
        if (from > level === to > level) continue;
        const share = (level - from) / (to - from);
        if (side === 0) cuts.push([i + share, k]);
        else if (side === 1) cuts.push([i + 1, k + share]);
        else if (side === 2) cuts.push([i + 1 - share, k + 1]);
        else cuts.push([i, k + 1 - share]);
      }
      // Four cuts are a saddle: its middle says which neighbours belong together.
      if (cuts.length === 4) {
        const middle = corners.reduce((sum, value) => sum + value, 0) / 4;
        if (middle > level !== Number(corners[0]) > level)
          cuts.push(/** @type {[number, number]} */ (cuts.shift()));
      }
      for (let c = 0; c + 1 < cuts.length; c += 2) {
        const [a, b] = [cuts[c], cuts[c + 1]];
        if (a && b) segments.push(a[0], a[1], b[0], b[1]);
      }
    }
  }
  return segments;
}

/**
 * The map as an image of one pixel a value, to be stretched over its frame.
 * @param {Grid} grid
 * @param {{ low: number, high: number, colours: import("./colours.js").Colours }} look
 */
function imageOf({ values, columns, rows }, { low, high, colours }) {
  const canvas = document.createElement("canvas");
  canvas.width = columns;
  canvas.height = rows;
  const ctx = canvas.getContext("2d");
  if (!ctx) return canvas;
  const image = ctx.createImageData(columns, rows);
  const paper = parseColour(colours.paper);
  const far = mix(paper, parseColour(colours.error), 0.62);
  for (let k = 0; k < rows; k++) {
    for (let i = 0; i < columns; i++) {
      const share = (Number(values[k * columns + i]) - low) / (high - low || 1);
      const [r, g, b] = mix(paper, far, Math.min(1, Math.max(0, share)));
      image.data.set([r, g, b, 255], 4 * ((rows - 1 - k) * columns + i));
    }
  }
  ctx.putImageData(image, 0, 0);
  return canvas;
}

/**
 * Where a grid's values are above one half, tinted, with a line around it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Grid} grid
 * @param {{ frame: import("./axes.js").Frame, x: Scale, y: Scale, colour: string, opacity: number }} look
 */
export function drawAreas(ctx, grid, { frame, x, y, colour, opacity }) {
  const { values, columns, rows } = grid;
  const { px, py } = pixelsOf(grid, x, y);
  const [width, height] = [px(1) - px(0), py(0) - py(1)];
  clipped(ctx, frame, () => {
    ctx.fillStyle = colour;
    ctx.globalAlpha = opacity;
    ctx.beginPath();
    for (let k = 0; k < rows; k++) {
      let from = 0;
      for (let i = 0; i <= columns; i++) {
        if (i < columns && Number(values[k * columns + i]) > 0.5) continue;
        // A value stands for what is nearer to it than to its neighbours.
        if (i > from) ctx.rect(px(from - 0.5), py(k + 0.5), (i - from) * width, height);
        from = i + 1;
      }
    }
    ctx.fill();
    ctx.globalAlpha = 0.8;
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.5;
    drawSegments(ctx, levelLines(grid, 0.5), px, py);
    ctx.globalAlpha = 1;
  });
}

/** Where columns and rows are, in pixels. @param {Grid} grid @param {Scale} x @param {Scale} y */
function pixelsOf({ columns, rows, ...grid }, x, y) {
  return {
    px: (/** @type {number} */ i) => x.map(grid.x[0] + ((grid.x[1] - grid.x[0]) * i) / (columns - 1)),
    py: (/** @type {number} */ k) => y.map(grid.y[0] + ((grid.y[1] - grid.y[0]) * k) / (rows - 1)),
  };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly number[]} segments in units of the grid
 * @param {(i: number) => number} px
 * @param {(k: number) => number} py
 */
function drawSegments(ctx, segments, px, py) {
  ctx.beginPath();
  for (let s = 0; s < segments.length; s += 4) {
    ctx.moveTo(px(Number(segments[s])), py(Number(segments[s + 1])));
    ctx.lineTo(px(Number(segments[s + 2])), py(Number(segments[s + 3])));
  }
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Grid} grid
 * @param {{
 *   frame: import("./axes.js").Frame, x: Scale, y: Scale,
 *   levels: readonly number[], low: number, high: number, colours: import("./colours.js").Colours,
 * }} look
 */
export function drawLevelMap(ctx, grid, { frame, x, y, levels, low, high, colours }) {
  const { columns, rows } = grid;
  const { px, py } = pixelsOf(grid, x, y);
  clipped(ctx, frame, () => {
    const image = imageOf(grid, { low, high, colours });
    // The middle of a pixel stands where its value was taken.
    const cell = {
      width: (px(columns - 1) - px(0)) / (columns - 1),
      height: (py(0) - py(rows - 1)) / (rows - 1),
    };
    ctx.imageSmoothingEnabled = true;
    ctx.drawImage(
      image,
      px(0) - cell.width / 2,
      py(rows - 1) - cell.height / 2,
      cell.width * columns,
      cell.height * rows,
    );
    ctx.strokeStyle = cssColour(mix(parseColour(colours.paper), parseColour(colours.error), 0.9));
    ctx.lineWidth = 1;
    ctx.globalAlpha = 0.55;
    for (const level of levels) drawSegments(ctx, levelLines(grid, level), px, py);
  });
}
