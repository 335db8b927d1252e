// @ts-check
// Curves: lines, paths that fade, points; all clipped to the frame.

/** @typedef {import("./axes.js").Frame} Frame */
/** @typedef {import("./scale.js").Scale} Scale */

/** So far outside the frame a vertex makes no difference to what is seen, and canvases stay exact. */
const FAR = 1e5;

/**
 * Draws inside the frame only.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Frame} frame
 * @param {() => void} draw
 */
export function clipped(ctx, frame, draw) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  ctx.clip();
  draw();
  ctx.restore();
}

/**
 * @typedef {Object} LineLook
 * @property {Frame} frame
 * @property {Scale} x
 * @property {Scale} y
 * @property {string} colour
 * @property {number} [lineWidth]
 * @property {readonly number[]} [dash]
 * @property {number} [opacity]
 */

/**
 * A line through points; it breaks where a value is not a number, and goes on after.
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {LineLook} look
 */
export function drawPolyline(ctx, xs, ys, { frame, x, y, colour, lineWidth = 2, dash = [], opacity = 1 }) {
  clipped(ctx, frame, () => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = lineWidth;
    ctx.lineJoin = "round";
    ctx.lineCap = dash.length > 0 ? "butt" : "round";
    ctx.setLineDash([...dash]);
    ctx.globalAlpha = opacity;
    ctx.beginPath();
    let broken = true;
    for (let i = 0; i < Math.min(xs.length, ys.length); i++) {
      const px = near(x.map(xs[i]));
      const py = near(y.map(ys[i]));
      if (Number.isNaN(px) || Number.isNaN(py)) broken = true;
      else if (broken) {
        ctx.moveTo(px, py);
        broken = false;
      } else ctx.lineTo(px, py);
    }
    ctx.stroke();
  });
}

/**
 * A path whose older part fades: what came before stays visible without hiding what is.
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {LineLook & { faintest?: number, segments?: number }} look `segments`: how many of the newest get an opacity
 *   of their own
 */
export function drawFading(ctx, xs, ys, look) {
  const { faintest = 0.12, segments = 24, opacity = 1 } = look;
  const count = Math.min(xs.length, ys.length);
  const from = Math.max(0, count - 1 - segments);
  const slice = (/** @type {ArrayLike<number>} */ values, /** @type {number} */ a, /** @type {number} */ b) =>
    Array.prototype.slice.call(values, a, b);
  if (from > 0) {
    drawPolyline(ctx, slice(xs, 0, from + 1), slice(ys, 0, from + 1), {
      ...look,
      opacity: opacity * faintest,
    });
  }
  for (let i = from; i + 1 < count; i++) {
    const share = (i + 1 - from) / Math.max(1, count - 1 - from);
    drawPolyline(ctx, slice(xs, i, i + 2), slice(ys, i, i + 2), {
      ...look,
      opacity: opacity * (faintest + (1 - faintest) * share),
    });
  }
}

/**
 * @typedef {"dot" | "open" | "square" | "open-square"} Mark filled dot: parameters; open dot: predictions; square: labels;
 *   open square: labels that are not learned from
 */

/**
 * Points as marks. Those outside the frame are left out; half a mark at the edge is not.
 * @param {CanvasRenderingContext2D} ctx
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 * @param {{ frame: Frame, x: Scale, y: Scale, colour: string, paper: string, radius?: number, mark?: Mark }} look
 */
export function drawPoints(ctx, xs, ys, { frame, x, y, colour, paper, radius = 4, mark = "dot" }) {
  ctx.save();
  ctx.lineWidth = 2;
  for (let i = 0; i < Math.min(xs.length, ys.length); i++) {
    const px = x.map(xs[i]);
    const py = y.map(ys[i]);
    const seen =
      px >= frame.left - 0.5 && px <= frame.right + 0.5 && py >= frame.top - 0.5 && py <= frame.bottom + 0.5;
    if (!seen) continue;
    ctx.beginPath();
    const open = mark === "open" || mark === "open-square";
    if (mark === "square" || mark === "open-square")
      ctx.rect(px - radius * 0.9, py - radius * 0.9, radius * 1.8, radius * 1.8);
    else ctx.arc(px, py, radius, 0, 2 * Math.PI);
    ctx.fillStyle = open ? paper : colour;
    // A rim of paper keeps neighbours and the line beneath apart.
    ctx.strokeStyle = open ? colour : paper;
    if (!open) ctx.stroke();
    ctx.fill();
    if (open) ctx.stroke();
  }
  ctx.restore();
}

/** A pixel that a canvas can still draw to exactly. @param {number} pixel */
export function near(pixel) {
  return Math.min(FAR, Math.max(-FAR, pixel));
}
