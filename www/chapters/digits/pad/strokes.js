// @ts-check
// What was drawn, as numbers: strokes of points in pad units. No pixels, no events.
//
// The pad is the unit square, x to the right and y down, whatever its size on the screen.

/** @typedef {readonly [x: number, y: number]} Point */
/** @typedef {readonly Point[]} Stroke */

/** Closer points than this add nothing but the jitter of the sensor. Share of the pad's side. */
const NEAR = 0.002;

/** Points lie on a grid of so many cells a side, finer than a screen shows: so an address holds the drawing exactly. */
export const GRID = 400;

/** @param {number} value */
const inside = (value) => Math.round(Math.min(1, Math.max(0, value)) * GRID) / GRID;

/** @param {Point} point @returns {Point} */
const onGrid = ([x, y]) => [inside(x), inside(y)];

/** @param {Point} point */
const isInside = ([x, y]) => x >= 0 && x <= 1 && y >= 0 && y <= 1;

/**
 * Where the way from a point beside the pad to one on it comes to the edge.
 * @param {Point} from beside the pad
 * @param {Point} to on the pad
 * @returns {Point}
 */
function crossing([x, y], [toX, toY]) {
  const share = (/** @type {number} */ at, /** @type {number} */ end) =>
    at < 0 ? at / (at - end) : at > 1 ? (at - 1) / (at - end) : 0;
  const last = Math.max(share(x, toX), share(y, toY));
  return [x + last * (toX - x), y + last * (toY - y)];
}

/** @param {Point[]} stroke @param {Point} next @returns {boolean} false: it repeats the one before */
function grow(stroke, next) {
  const [lastX, lastY] = stroke[stroke.length - 1];
  const point = onGrid(next);
  if (Math.hypot(point[0] - lastX, point[1] - lastY) < NEAR) return false;
  stroke.push(point);
  return true;
}

/** @param {Stroke} stroke @param {number} reach */
function isShort(stroke, reach) {
  const [x = 0, y = 0] = stroke[0] ?? [];
  return stroke.every((point) => Math.hypot(point[0] - x, point[1] - y) < reach);
}

/**
 * @typedef {ReturnType<typeof createStrokes>} Strokes
 */

export function createStrokes() {
  /** @type {Point[][]} */
  let strokes = [];
  /** What was cleared last. @type {Point[][]} */
  let cleared = [];
  let open = false;
  /** Where the pen is, while it is down beside the pad. @type {Point | null} */
  let outside = null;

  /** @param {readonly Stroke[]} next */
  function set(next) {
    open = false;
    strokes = next
      .map((stroke) => stroke.filter(isPoint).map(([x, y]) => /** @type {Point} */ ([inside(x), inside(y)])))
      .filter((stroke) => stroke.length > 0);
  }

  /**
   * Begins a stroke; one that is still open ends first.
   * @param {number} x
   * @param {number} y
   * @returns {boolean} whether a stroke has begun
   */
  function begin(x, y) {
    end();
    if (!isPoint([x, y])) return false;
    strokes.push([onGrid([x, y])]);
    open = true;
    return true;
  }

  /**
   * Adds a point to the open stroke, unless it repeats the one before. A line that leaves the pad ends at its edge, and where
   * it comes back another begins: ink along the edge would be a line that nobody drew.
   * @param {number} x
   * @param {number} y
   * @returns {boolean} whether anything was added
   */
  function extend(x, y) {
    if (!open || !isPoint([x, y])) return false;
    /** @type {Point} */
    const point = [x, y];
    const stroke = strokes[strokes.length - 1];
    const before = outside ?? stroke[stroke.length - 1];
    const wasOutside = outside !== null;
    outside = isInside(point) ? null : point;
    if (wasOutside && outside) return false;
    if (wasOutside) strokes.push([onGrid(crossing(before, point))]);
    const grew = grow(strokes[strokes.length - 1], outside ? crossing(point, before) : point);
    return grew || wasOutside;
  }

  function end() {
    open = false;
    outside = null;
  }

  /** Takes the last stroke away, the open one too; without one, what was cleared comes back. @returns {boolean} whether it did */
  function undo() {
    open = false;
    if (strokes.pop()) return true;
    strokes = cleared;
    cleared = [];
    return strokes.length > 0;
  }

  /** @returns {boolean} whether there was anything */
  function clear() {
    const had = strokes.length > 0;
    if (had) cleared = strokes;
    strokes = [];
    open = false;
    return had;
  }

  return {
    begin,
    extend,
    end,
    /** Whether the last stroke has not come further than this from where it began. @param {number} reach */
    isShort: (reach) => isShort(strokes.at(-1) ?? [], reach),
    undo,
    clear,
    set,
    /** @returns {readonly Stroke[]} */
    get list() {
      return strokes;
    },
    /** Whether there is something to undo. @returns {boolean} */
    get canUndo() {
      return strokes.length + cleared.length > 0;
    },
    /** @returns {boolean} */
    get isEmpty() {
      return strokes.length === 0;
    },
  };
}

/**
 * @param {Point} point
 */
function isPoint([x, y]) {
  return Number.isFinite(x) && Number.isFinite(y);
}

/**
 * The strokes as the core's `rasterise` takes them.
 * @param {readonly Stroke[]} strokes
 * @returns {{ points: Float64Array<ArrayBuffer>, lengths: Uint32Array<ArrayBuffer> }}
 */
export function toArrays(strokes) {
  const lengths = Uint32Array.from(strokes, (stroke) => stroke.length);
  const points = new Float64Array(2 * lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const stroke of strokes) {
    for (const [x, y] of stroke) {
      points[at++] = x;
      points[at++] = y;
    }
  }
  return { points, lengths };
}

/**
 * @typedef {Object} PathSink what a smooth stroke is drawn with: a canvas context or a Path2D
 * @property {(x: number, y: number) => void} moveTo
 * @property {(x: number, y: number) => void} lineTo
 * @property {(cx: number, cy: number, x: number, y: number) => void} quadraticCurveTo
 */

/**
 * Traces a stroke as a smooth curve: each point but the ends becomes the control point of a parabola between the
 * midpoints of its two segments, so that the curve has no corners, never leaves the drawn polygon's hull, and passes
 * through the first and the last point.
 * @param {PathSink} path
 * @param {Stroke} stroke
 * @param {number} [scale] pixels in a pad unit
 * @param {number} [left] pixel of x = 0
 * @param {number} [top] pixel of y = 0
 */
export function traceSmooth(path, stroke, scale = 1, left = 0, top = 0) {
  if (stroke.length === 0) return;
  const x = (/** @type {number} */ i) => left + stroke[i][0] * scale;
  const y = (/** @type {number} */ i) => top + stroke[i][1] * scale;
  path.moveTo(x(0), y(0));
  const last = stroke.length - 1;
  for (let i = 1; i < last; i++) {
    path.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 1)) / 2, (y(i) + y(i + 1)) / 2);
  }
  path.lineTo(x(last), y(last));
}
