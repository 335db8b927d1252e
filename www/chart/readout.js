// @ts-check
// Reading values off a plot: a mouse by pointing, a finger by tapping, the keyboard by arrows. One read-out a plot; what
// can be read and how it is said is the caller's. To those who cannot see it a plot is a slider along what can be read.

import { drawReading } from "./reading.js";
import { placeIn } from "./whereabouts.js";

/** @typedef {import("./reading.js").Reading} Reading */

/**
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
 * @property {(key: number) => void} [open] opens what is read: a click or Enter does it then, and nothing is pinned by a click
 * @property {(text: string) => void} announce says a reading that was asked for by a tap
 *
 * @typedef {Object} Readout
 * @property {(ctx: CanvasRenderingContext2D, look: { frame: import("./axes.js").Frame,
 *   crosshair?: import("./reading.js").Crosshair, colours: import("./colours.js").Colours }) => void} draw last of all, over
 *   the plot
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
export function createReadout(canvas, options) {
  const { read, redraw, announce, open } = options;
  /** @type {number | null} */
  let key = null;
  let pinned = false;
  /** It has the focus, and was not drawn yet, so that it could not be read. */
  let unsaid = false;
  const tell = () => {
    unsaid = !tellSlider(canvas, key, options);
  };

  /**
   * @param {number | null} next
   * @param {boolean} asked for by key or tap: it stays
   */
  function show(next, asked) {
    if (next === key && asked === pinned) return;
    key = next;
    pinned = asked && next !== null;
    redraw();
  }

  const stop = listen(canvas, options, {
    hover(next) {
      if (!pinned) show(next, false);
    },
    click(next) {
      if (open) {
        if (next !== null) open(next);
        return;
      }
      const away = pinned && (next === null || next === key);
      show(away ? null : next, !away);
      // A key moves the slider, which says its value by itself.
      const reading = pinned && key !== null ? read(key) : null;
      if (reading) announce(reading.lines.join(", "));
      tell();
    },
    focus: tell,
    press(event) {
      if (event.key === "Enter" && open && key !== null) {
        open(key);
        return true;
      }
      const next = keyMove(event.key, key, options);
      if (next === undefined) return false;
      if (next !== null) show(next, true);
      else if (event.key === "Escape") show(null, false);
      tell();
      return true;
    },
  });

  return {
    draw(ctx, look) {
      if (unsaid) tell();
      const reading = key === null ? null : read(key);
      if (reading) drawReading(ctx, reading, { ...look, pinned });
    },
    clear: () => show(null, false),
    get key() {
      return key;
    },
    get pinned() {
      return pinned;
    },
    destroy: stop,
  };
}

/**
 * What the slider stands at: what is read, else the last that can be read.
 * @param {HTMLCanvasElement} canvas
 * @param {number | null} key
 * @param {Pick<ReadoutOptions, "neighbour" | "read">} options
 * @returns {boolean} whether there was a reading
 */
function tellSlider(canvas, key, { neighbour, read }) {
  const [first, last] = [neighbour(null, 1) ?? 0, neighbour(null, -1) ?? 0];
  const at = key ?? last;
  const values = { valuemin: Math.min(first, at), valuemax: Math.max(last, at), valuenow: at };
  for (const [name, value] of Object.entries(values)) canvas.setAttribute(`aria-${name}`, String(value));
  const reading = read(at);
  canvas.setAttribute("aria-valuetext", reading?.lines.join(", ") ?? "—");
  return reading !== null;
}

/**
 * Where a key leads: to another value, to none (null: Escape, or the end of the arrows' way), or nowhere (undefined: the
 * page keeps what the plot has no use for).
 * @param {string} pressed
 * @param {number | null} key
 * @param {Pick<ReadoutOptions, "neighbour" | "above">} options
 * @returns {number | null | undefined}
 */
function keyMove(pressed, key, { neighbour, above }) {
  switch (pressed) {
    case "ArrowRight":
      return neighbour(key, 1);
    case "ArrowLeft":
      return neighbour(key, -1);
    case "ArrowUp":
      return above?.(key, 1);
    case "ArrowDown":
      return above?.(key, -1);
    case "Home":
      return neighbour(null, 1);
    case "End":
      return neighbour(null, -1);
    case "Escape":
      return key === null ? undefined : null;
    default:
      return undefined;
  }
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Pick<ReadoutOptions, "nearest" | "pins">} options
 * @param {{ hover: (next: number | null) => void, click: (next: number | null) => void, focus: () => void,
 *   press: (event: KeyboardEvent) => boolean }} told `press`: whether the plot has a use for the key
 * @returns {() => void} stops listening
 */
function listen(canvas, { nearest, pins = true }, { hover, click, focus, press }) {
  const listening = new AbortController();
  const { signal } = listening;

  /** @param {MouseEvent} event */
  function at(event) {
    return nearest(...placeIn(canvas, event));
  }

  canvas.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType !== "touch") hover(at(event));
    },
    { signal },
  );
  canvas.addEventListener("focus", focus, { signal });
  canvas.addEventListener("pointerleave", () => hover(null), { signal });
  // A click comes after a tap that did not scroll: pinning never stands in the way of moving the page.
  if (pins) canvas.addEventListener("click", (event) => click(at(event)), { signal });
  canvas.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
  if (!canvas.hasAttribute("tabindex")) canvas.tabIndex = 0;
  // The arrows belong to the plot while it has the focus, not to the player.
  canvas.dataset.ownKeys = "";
  canvas.setAttribute("role", "slider");
  canvas.setAttribute("aria-valuenow", "0");
  return () => listening.abort();
}
