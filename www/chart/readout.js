// @ts-check
// Reading values off a plot: a mouse by pointing, a finger by tapping, the keyboard by arrows. One read-out a plot; what
// can be read and how it is said is the caller's.

/**
 * @typedef {Object} Reading
 * @property {number} x where the value stands, CSS pixels
 * @property {number} y
 * @property {readonly string[]} lines what the label says
 * @property {string} [colour] of the mark
 *
 * @typedef {Object} ReadoutOptions
 * @property {(x: number, y: number) => number | null} nearest what can be read at a point: any number that names it,
 *   such as a step; null where there is nothing
 * @property {(key: number | null, towards: -1 | 1) => number | null} neighbour the next one for the arrow keys; from null:
 *   the first or the last
 * @property {(key: number | null, towards: -1 | 1) => number | null} [above] the next one up (1) or down, where values lie
 *   in two directions
 * @property {(key: number) => Reading | null} read what stands there now; null when it is no longer there
 * @property {() => void} redraw
 * @property {boolean} [pins] whether a click pins what is read; not where it does something else
 * @property {(text: string) => void} [announce] says a reading that was asked for by key or tap
 * @property {(key: number | null) => void} [onChange]
 *
 * @typedef {Object} Readout
 * @property {(ctx: CanvasRenderingContext2D, look: { frame: import("./axes.js").Frame, crosshair?: "x" | "both" | "none",
 *   colours: import("./colours.js").Colours }) => void} draw last of all, over the plot
 * @property {() => void} clear
 * @property {number | null} key
 * @property {boolean} pinned
 * @property {() => void} destroy
 */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {ReadoutOptions} options
 * @returns {Readout}
 */
export function createReadout(
  canvas,
  { nearest, neighbour, above, read, redraw, pins = true, announce, onChange },
) {
  /** @type {number | null} */
  let key = null;
  let pinned = false;

  /**
   * @param {number | null} next
   * @param {boolean} pin
   * @param {boolean} say
   */
  function show(next, pin, say) {
    const moved = next !== key;
    if (!moved && pin === pinned) return;
    key = next;
    pinned = pin && next !== null;
    redraw();
    if (moved) onChange?.(key);
    const reading = say && key !== null ? read(key) : null;
    if (reading) announce?.(reading.lines.join(", "));
  }

  /** @param {MouseEvent} event */
  function at(event) {
    const box = canvas.getBoundingClientRect();
    return nearest(event.clientX - box.left - canvas.clientLeft, event.clientY - box.top - canvas.clientTop);
  }

  /** @param {PointerEvent} event */
  function hover(event) {
    if (event.pointerType !== "touch" && !pinned) show(at(event), false, false);
  }

  function leave() {
    if (!pinned) show(null, false, false);
  }

  /** A click comes after a tap that did not scroll: pinning never stands in the way of moving the page. @param {MouseEvent} event */
  function click(event) {
    const next = at(event);
    if (pinned && (next === null || next === key)) show(null, false, false);
    else show(next, true, true);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const next = neighbour(key, event.key === "ArrowRight" ? 1 : -1);
      if (next !== null) show(next, true, true);
    } else if (above && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      const next = above(key, event.key === "ArrowUp" ? 1 : -1);
      if (next !== null) show(next, true, true);
    } else if (event.key === "Home" || event.key === "End") {
      const next = neighbour(null, event.key === "Home" ? 1 : -1);
      if (next !== null) show(next, true, true);
    } else if (event.key === "Escape" && key !== null) {
      show(null, false, false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const listening = new AbortController();
  const { signal } = listening;
  canvas.addEventListener("pointermove", hover, { signal });
  canvas.addEventListener("pointerleave", leave, { signal });
  if (pins) canvas.addEventListener("click", click, { signal });
  canvas.addEventListener("keydown", press, { signal });
  if (!canvas.hasAttribute("tabindex")) canvas.tabIndex = 0;
  // The arrows belong to the plot while it has the focus, not to the player.
  canvas.dataset.ownKeys = "";

  return {
    draw(ctx, look) {
      const reading = key === null ? null : read(key);
      if (reading) drawReading(ctx, reading, { ...look, pinned });
    },
    clear: () => show(null, false, false),
    get key() {
      return key;
    },
    get pinned() {
      return pinned;
    },
    destroy: () => listening.abort(),
  };
}

const FONT_SIZE = 13;
const LINE_HEIGHT = 18;
const PADDING = 8;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Reading} reading
 * @param {{ frame: import("./axes.js").Frame, crosshair?: "x" | "both" | "none", pinned: boolean,
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
