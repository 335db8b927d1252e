// @ts-check
// What is read, drawn: a line through the value, its mark, and a label beside it.

/**
 * @typedef {Object} Reading
 * @property {number} x where the value stands, CSS pixels
 * @property {number} y
 * @property {readonly string[]} lines what the label says
 * @property {string} [colour] of the mark
 *
 * @typedef {"x" | "both" | "none"} Crosshair lines through what is read: upright, both ways, or none, and no mark either
 */

const FONT_SIZE = 13;
const LINE_HEIGHT = 18;
const PADDING = 8;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Reading} reading
 * @param {{ frame: import("./axes.js").Frame, crosshair?: Crosshair, pinned: boolean,
 *   colours: import("./colours.js").Colours }} look
 */
export function drawReading(ctx, reading, { frame, crosshair = "x", pinned, colours }) {
  const { x, y, lines, colour = colours.ink } = reading;
  ctx.save();
  if (crosshair !== "none") {
    ctx.strokeStyle = colours.muted;
    ctx.lineWidth = 1;
    ctx.setLineDash(pinned ? [] : [3, 3]);
    ctx.beginPath();
    ctx.moveTo(Math.round(x - 0.5) + 0.5, frame.top);
    ctx.lineTo(Math.round(x - 0.5) + 0.5, frame.bottom);
    if (crosshair === "both") {
      ctx.moveTo(frame.left, Math.round(y - 0.5) + 0.5);
      ctx.lineTo(frame.right, Math.round(y - 0.5) + 0.5);
    }
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.arc(x, Math.min(frame.bottom, Math.max(frame.top, y)), 4.5, 0, 2 * Math.PI);
    ctx.fillStyle = colour;
    ctx.strokeStyle = colours.paper;
    ctx.lineWidth = 2;
    ctx.fill();
    ctx.stroke();
  }

  ctx.font = `${FONT_SIZE}px ${colours.font}`;
  const width = Math.max(...lines.map((text) => ctx.measureText(text).width)) + 2 * PADDING;
  const height = lines.length * LINE_HEIGHT + 2 * PADDING - 4;
  const box = labelBox({ x, y, width, height, frame });
  ctx.fillStyle = colours.surface;
  ctx.strokeStyle = pinned ? colours.muted : colours.grid;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(Math.round(box.left) + 0.5, Math.round(box.top) + 0.5, Math.ceil(width), height, 6);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = colours.ink;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  lines.forEach((text, i) => {
    ctx.fillText(
      text,
      Math.round(box.left) + PADDING,
      Math.round(box.top) + PADDING - 2 + (i + 0.5) * LINE_HEIGHT,
    );
  });
  ctx.restore();
}

/**
 * Beside the point, on the side with more room, inside the frame and never over the point itself.
 * @param {{ x: number, y: number, width: number, height: number, frame: import("./axes.js").Frame }} label
 */
export function labelBox({ x, y, width, height, frame }) {
  const away = 12;
  const right = x + away + width <= frame.right;
  const left = right ? x + away : Math.max(frame.left, x - away - width);
  const wanted = y - height - away;
  // Neither side has room: under the point where above has none.
  const top = wanted >= frame.top ? wanted : Math.min(frame.bottom - height, y + away);
  return { left: Math.min(left, Math.max(frame.left, frame.right - width)), top: Math.max(frame.top, top) };
}
