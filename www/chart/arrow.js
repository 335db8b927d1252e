// @ts-check
// Arrows: what a step does, drawn from where it begins to where it leads.

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly [number, number]} from
 * @param {readonly [number, number]} to
 * @param {{ colour: string, lineWidth?: number, head?: number }} look `head`: its length in pixels
 */
export function drawArrow(ctx, [x0, y0], [x1, y1], { colour, lineWidth = 3, head = 11 }) {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (!(length > 0.5)) return;
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  // A short arrow keeps its shape: the head never takes more than it has.
  const size = Math.min(head, length);
  const [bx, by] = [x1 - ux * size, y1 - uy * size];
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = lineWidth;
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(bx + ux, by + uy);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(bx - uy * size * 0.45, by + ux * size * 0.45);
  ctx.lineTo(bx + uy * size * 0.45, by - ux * size * 0.45);
  ctx.closePath();
  ctx.fill();
  ctx.restore();
}

/**
 * A small arrow head at the edge of a frame: what is meant lies beyond.
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {-1 | 1} side
 * @param {string} colour
 * @param {number} [size] pixels
 */
export function drawBeyond(ctx, x, y, side, colour, size = 10) {
  ctx.save();
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - side * size, y - 0.6 * size);
  ctx.lineTo(x - side * size, y + 0.6 * size);
  ctx.closePath();
  ctx.fill();
  ctx.restore();
}
