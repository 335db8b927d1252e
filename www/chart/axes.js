// @ts-check
// Axes: a light grid, labels that never touch each other, and the symbols of the lecture at the ends.

/**
 * @typedef {Object} Frame the rectangle of the data, CSS pixels
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 */

const FONT_SIZE = 12;
const SYMBOL_SIZE = 16;
const TICK_GAP = 8;

/** @typedef {{ left?: number, top?: number, right?: number, bottom?: number }} Margins pixels beside the frame */

/**
 * The rectangle that is left for the data when the labels have their place.
 * @param {number} width of the canvas
 * @param {number} height of the canvas
 * @param {Margins} [margins]
 * @returns {Frame}
 */
export function plotFrame(width, height, margins = {}) {
  const { left = width < 420 ? 44 : 56, top = 32, right = 28, bottom = 32 } = margins;
  return { left, top, right: Math.max(left + 1, width - right), bottom: Math.max(top + 1, height - bottom) };
}

/**
 * @typedef {Object} AxesPlace
 * @property {Frame} frame
 * @property {import("./scale.js").Scale} x
 * @property {import("./scale.js").Scale} y
 * @property {import("./colours.js").Colours} colours
 * @property {import("./scale.js").Write} write writes the numbers
 *
 * @typedef {Object} AxesLook
 * @property {string} [xLabel] symbol at the right end, "t"
 * @property {string} [yLabel] symbol above the upper end, "ε"
 * @property {string} [xColour] of the symbol
 * @property {string} [yColour] of the symbol
 * @property {(value: number) => string} [formatX] in place of the scale's own
 * @property {(value: number) => string} [formatY] in place of the scale's own
 * @property {boolean} [xIntegers] only whole numbers on x: steps, epochs
 * @property {boolean} [yIntegers] only whole numbers on y
 * @property {boolean} [xNumbers] false: the numbers of x stand at another plot that shares the axis
 */

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {AxesPlace & AxesLook} options
 */
export function drawAxes(ctx, options) {
  const { frame, x, y, colours, write } = options;
  const width = frame.right - frame.left;
  const height = frame.bottom - frame.top;
  const yCount = Math.max(2, Math.floor(height / 36));
  ctx.save();
  ctx.font = `${FONT_SIZE}px ${colours.font}`;
  ctx.lineWidth = 1;
  ctx.strokeStyle = colours.grid;
  ctx.fillStyle = colours.muted;

  const formatX =
    options.formatX ?? ((value) => (options.xIntegers ? write(value, 0) : x.format(value, write, xCount)));
  const formatY =
    options.formatY ?? ((value) => (options.yIntegers ? write(value, 0) : y.format(value, write, yCount)));
  const symbolWidth = options.xLabel ? symbolSize(ctx, options.xLabel, colours) : 0;
  // A letter stands at the end of the axis; a longer name has no room there and goes among the numbers.
  const beside = symbolWidth <= SYMBOL_SIZE;
  const end = beside ? Number.POSITIVE_INFINITY : frame.right - symbolWidth - TICK_GAP;

  let xCount = Math.max(2, Math.floor(width / 64));
  let xTicks = ticksOf(x, xCount, options.xIntegers);
  // The labels' width is known only when they are: fewer ticks, until they stand apart.
  while (xCount > 1 && crowded(ctx, xTicks, x, formatX)) {
    xCount -= 1;
    xTicks = ticksOf(x, xCount, options.xIntegers);
  }

  const yTicks = ticksOf(y, yCount, options.yIntegers);
  for (const tick of xTicks) line(ctx, crisp(x.map(tick)), frame.top, crisp(x.map(tick)), frame.bottom);
  for (const tick of yTicks) line(ctx, frame.left, crisp(y.map(tick)), frame.right, crisp(y.map(tick)));
  ctx.strokeStyle = colours.muted;
  line(ctx, frame.left, crisp(frame.bottom), frame.right, crisp(frame.bottom));

  ctx.textBaseline = "top";
  ctx.textAlign = "center";
  for (const tick of options.xNumbers === false ? [] : xTicks) {
    const text = formatX(tick);
    const half = ctx.measureText(text).width / 2;
    const at = x.map(tick);
    if (at + half > end) continue;
    ctx.fillText(text, at, frame.bottom + 7);
  }
  ctx.textBaseline = "middle";
  ctx.textAlign = "right";
  let above = Number.POSITIVE_INFINITY;
  for (const tick of yTicks) {
    const at = y.map(tick);
    if (Math.abs(above - at) < FONT_SIZE + 2) continue;
    ctx.fillText(formatY(tick), frame.left - TICK_GAP, at);
    above = at;
  }

  if (options.xLabel) {
    drawSymbol(
      ctx,
      options.xLabel,
      beside ? frame.right + 8 : frame.right,
      frame.bottom + (beside ? -2 : 5),
      {
        align: beside ? "left" : "right",
        baseline: beside ? "middle" : "top",
        colour: options.xColour ?? colours.ink,
        colours,
      },
    );
  }
  if (options.yLabel) {
    drawSymbol(ctx, options.yLabel, frame.left - TICK_GAP, frame.top - 12, {
      align: "right",
      baseline: "bottom",
      colour: options.yColour ?? colours.ink,
      colours,
    });
  }
  ctx.restore();
}

/**
 * A symbol of the lecture, in the letters of its formulas.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {{ align: CanvasTextAlign, baseline: CanvasTextBaseline, colour: string,
 *   colours: import("./colours.js").Colours, size?: number, rim?: boolean }} look `rim`: of paper, over what is under it
 */
export function drawSymbol(ctx, text, x, y, { align, baseline, colour, colours, size = SYMBOL_SIZE, rim }) {
  ctx.save();
  ctx.font = `italic ${size}px ${colours.mathFont}`;
  ctx.textAlign = align;
  ctx.textBaseline = baseline;
  if (rim) {
    ctx.strokeStyle = colours.paper;
    ctx.lineWidth = 5;
    ctx.lineJoin = "round";
    ctx.strokeText(text, x, y);
  }
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} text
 * @param {import("./colours.js").Colours} colours
 */
function symbolSize(ctx, text, colours) {
  ctx.save();
  ctx.font = `italic ${SYMBOL_SIZE}px ${colours.mathFont}`;
  const { width } = ctx.measureText(text);
  ctx.restore();
  return width;
}

/**
 * @param {import("./scale.js").Scale} scale
 * @param {number} count
 * @param {boolean} [integers]
 */
function ticksOf(scale, count, integers = false) {
  const ticks = scale.ticks(count);
  return integers ? ticks.filter((tick) => Number.isInteger(tick)) : ticks;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number[]} ticks
 * @param {import("./scale.js").Scale} scale
 * @param {(value: number) => string} format
 */
function crowded(ctx, ticks, scale, format) {
  let end = Number.NEGATIVE_INFINITY;
  for (const tick of ticks) {
    const half = ctx.measureText(format(tick)).width / 2;
    const at = scale.map(tick);
    if (at - half < end + TICK_GAP) return true;
    end = at + half;
  }
  return false;
}

/**
 * A line one pixel wide is sharp only between two whole coordinates.
 * @param {number} position
 */
function crisp(position) {
  return Math.round(position - 0.5) + 0.5;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x0
 * @param {number} y0
 * @param {number} x1
 * @param {number} y1
 */
function line(ctx, x0, y0, x1, y1) {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}
