// @ts-check
// A chart: what every picture with axes and a read-out sets up. It mounts the canvas, finds the frame from the margins,
// has the scales made, draws the axes, the picture and the read-out in this order, and listens to pointer and keys. It
// knows no chapter, no text and no state: what is drawn, read and said is the caller's, how numbers are written as well.
//
//   const chart = createChart(figure.canvas, {
//     margins: { top: 24, right: 24, bottom: 28, left: 44 },
//     write: tick,
//     announce,
//     scales: ({ frame }) => values && {
//       x: linearScale([0, values.length - 1], [frame.left, frame.right]),
//       y: linearScale([0, 1], [frame.bottom, frame.top]),
//     },
//     axes: ({ colours }) => ({ xLabel: "t", yLabel: "ε", yColour: colours.error }),
//     draw(ctx, place) {
//       drawPolyline(ctx, xs, values, { ...place, colour: place.colours.error });
//     },
//     read: {
//       count: () => values.length,
//       nearest: (px, py, { frame, x }) => (besideFrame(frame, py) ? Math.round(x.invert(px)) : null),
//       at: (key, { x, y }) => ({ x: x.map(key), y: y.map(values[key]), lines: [`t = ${number(key)}`] }),
//     },
//   });
//
// A place has what the drawing primitives ask for, so they get `{ ...place, colour }`. A picture of several parts returns
// further scales and frames from `scales`; they are in its place too.

import { drawAxes, plotFrame } from "./axes.js";
import { mountPlot } from "./canvas.js";
import { listenForPick } from "./pick.js";
import { createReadout } from "./readout.js";

/** @typedef {import("./axes.js").Frame} Frame */
/** @typedef {import("./axes.js").Margins} Margins */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./canvas.js").DrawSize} DrawSize */

/**
 * @typedef {DrawSize & { frame: Frame, write: import("./scale.js").Write }} Area the canvas' size and colours, the frame that
 *   the margins leave, and the writing of numbers
 *
 * @typedef {{ x: Scale, y: Scale, frame?: Frame }} Scales `frame`, when the values of `x` and `y` lie in a part of the area
 *   only: it is then the place's, where the axes stand and read-outs are drawn
 */

/**
 * @template {Scales} S
 * @typedef {Area & S} Place what a drawing was made with
 */

/**
 * @template {Scales} S
 * @typedef {Object} Read what can be read off; a key is any number that names it, such as a step
 * @property {(px: number, py: number, place: Place<S>) => number | null} nearest the key at a point; null where there is none
 * @property {(key: number, place: Place<S>) => import("./reading.js").Reading | null} at where it stands now, in pixels, and
 *   what its label says; null when it is no longer there
 * @property {() => number} [count] keys are 0, 1, … so many: then the arrows need no `neighbour`
 * @property {(key: number | null, towards: -1 | 1) => number | null} [neighbour] the next key for the arrows right (1) and
 *   left; from null: the first or the last
 * @property {(key: number | null, towards: -1 | 1) => number | null} [above] for the arrows up (1) and down, where values lie
 *   in two directions
 * @property {(key: number) => void} [open] Enter on it
 * @property {import("./reading.js").Crosshair} [crosshair]
 * @property {boolean} [pins] whether a click pins what is read: not where it does something else
 */

/**
 * @template {Scales} S
 * @typedef {Object} Picking choosing a value by hand, see pick.js; asked only once something is drawn
 * @property {(px: number, py: number, place: Place<S>) => boolean} holds whether a value can be chosen there
 * @property {(px: number, py: number, place: Place<S>) => boolean} [grabs] whether a finger there holds the point itself
 * @property {(px: number, py: number, place: Place<S>, touch: boolean) => void} onPick
 * @property {() => void} onDone
 * @property {(at: readonly [number, number] | null, place: Place<S>) => void} [onHover] a mouse points there, or no longer
 */

/**
 * @template {Scales} S
 * @typedef {Object} ChartOptions
 * @property {Margins | ((size: DrawSize, ctx: CanvasRenderingContext2D) => Margins)} margins around the frame; a function
 *   where they depend on the size, or on the width of what is written
 * @property {import("./scale.js").Write} write writes the numbers of the axes
 * @property {(text: string) => void} announce says a reading that was asked for by a tap, to those who cannot see it
 * @property {(area: Area) => S | null} scales null: nothing to draw yet, and the canvas stays empty
 * @property {(place: Place<S>) => import("./axes.js").AxesLook} [axes] drawn before the picture; without it the picture draws
 *   its own, with `drawAxes(ctx, { ...place, … })`, for instance over a map
 * @property {(ctx: CanvasRenderingContext2D, place: Place<S>) => void} draw
 * @property {Read<S>} [read]
 * @property {Picking<S>} [pick]
 * @property {import("./canvas.js").Numbers} [numbers] what is drawn, for whoever takes it along
 */

/**
 * @template {Scales} S
 * @typedef {Object} Chart
 * @property {Place<S> | null} place of the last drawing; null as long as there was nothing to draw
 * @property {() => void} redraw draws with the next animation frame: after each change, of the language too
 * @property {() => void} clear nothing is read any more
 * @property {() => void} destroy
 */

/**
 * @template {Scales} S
 * @param {HTMLCanvasElement} canvas
 * @param {ChartOptions<S>} options
 * @returns {Chart<S>}
 */
export function createChart(canvas, options) {
  const { margins, write, announce, scales, axes, draw, read, pick, numbers } = options;
  /** @type {Place<S> | null} */
  let place = null;

  const plot = mountPlot(canvas, drawAll, { zoomed: true, numbers });

  /** @type {import("./canvas.js").Draw} */
  function drawAll(ctx, size) {
    const { width, height, colours } = size;
    const frame = plotFrame(width, height, typeof margins === "function" ? margins(size, ctx) : margins);
    const area = { ...size, frame, write };
    const made = scales(area);
    place = made && { ...area, ...made };
    if (!place) return;
    if (axes) drawAxes(ctx, { ...place, ...axes(place) });
    draw(ctx, place);
    readout?.draw(ctx, {
      frame: place.frame,
      colours,
      ...(read?.crosshair && { crosshair: read.crosshair }),
    });
  }

  const readout =
    read &&
    createReadout(
      canvas,
      readoutOptions(read, () => place, plot.redraw, announce),
    );
  const stopPick =
    pick &&
    listenForPick(
      canvas,
      pickOptions(pick, () => place),
    );

  return {
    get place() {
      return place;
    },
    redraw: plot.redraw,
    clear: () => readout?.clear(),
    destroy() {
      stopPick?.();
      readout?.destroy();
      plot.destroy();
    },
  };
}

/**
 * @template {Scales} S
 * @param {Read<S>} read
 * @param {() => Place<S> | null} seen
 * @param {() => void} redraw
 * @param {(text: string) => void} announce
 * @returns {import("./readout.js").ReadoutOptions}
 */
function readoutOptions({ nearest, at, count, neighbour, above, open, pins = true }, seen, redraw, announce) {
  return {
    nearest(px, py) {
      const place = seen();
      return place && nearest(px, py, place);
    },
    neighbour: neighbour ?? ((key, towards) => nextOf(count?.() ?? 0, key, towards)),
    ...(above && { above }),
    ...(open && { open }),
    read(key) {
      const place = seen();
      return place && at(key, place);
    },
    redraw,
    announce,
    pins,
  };
}

/**
 * The next of the keys 0, 1, … `count` − 1; the end is where the arrows stay.
 * @param {number} count
 * @param {number | null} key
 * @param {-1 | 1} towards
 */
function nextOf(count, key, towards) {
  if (count <= 0) return null;
  if (key === null) return towards > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, key + towards));
}

/**
 * @template {Scales} S
 * @param {Picking<S>} pick
 * @param {() => Place<S> | null} seen
 * @returns {import("./pick.js").PickOptions}
 */
function pickOptions({ holds, grabs, onPick, onDone, onHover }, seen) {
  /**
   * @template R
   * @param {(place: Place<S>) => R} ask
   * @param {R} otherwise
   */
  const where = (ask, otherwise) => {
    const place = seen();
    return place ? ask(place) : otherwise;
  };
  return {
    holds: (px, py) => where((place) => holds(px, py, place), false),
    grabs: (px, py) => where((place) => grabs?.(px, py, place) ?? false, false),
    onPick: (px, py, touch) => where((place) => onPick(px, py, place, touch), undefined),
    onDone,
    onHover: (at) => where((place) => onHover?.(at, place), undefined),
  };
}

/**
 * Whether a point is inside a frame, or at most `slack` pixels beside it.
 * @param {Frame} frame
 * @param {number} px
 * @param {number} py
 * @param {number} [slack]
 */
export function insideFrame({ left, top, right, bottom }, px, py, slack = 0) {
  return px >= left - slack && px <= right + slack && py >= top - slack && py <= bottom + slack;
}

/**
 * Whether a point is at the height of a frame, in it or beside it: whoever points past the end of a curve means its end.
 * @param {Frame} frame
 * @param {number} py
 */
export function besideFrame({ top, bottom }, py) {
  return py >= top && py <= bottom;
}
