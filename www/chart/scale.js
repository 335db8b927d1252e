// @ts-check
// Values to pixels and back, and the ticks that make an axis readable at any zoom. Pure functions of their arguments.

/**
 * Writes a number of an axis with so many decimals, or with so many significant figures where plain ones would be too
 * long. The caller's, since it is the language that decides how.
 * @typedef {(value: number, decimals: number, significant?: number) => string} Write
 *
 * @typedef {Object} Scale
 * @property {"linear" | "log"} kind
 * @property {readonly [number, number]} domain values at the two ends, the smaller first, never equal
 * @property {readonly [number, number]} range pixels at the two ends of the domain
 * @property {(value: number) => number} map value to pixel
 * @property {(pixel: number) => number} invert pixel to value
 * @property {(count?: number) => number[]} ticks about `count` round values inside the domain, ascending
 * @property {(value: number, write: Write, count?: number) => string} format a value as exactly as the ticks need
 */

const DEFAULT_COUNT = 6;

/**
 * A proper interval for any two numbers: finite, ascending, and wide enough for doubles to tell its ticks apart.
 * @param {readonly [number, number]} domain
 * @returns {[number, number]}
 */
function sound([a, b]) {
  if (!Number.isFinite(a) && !Number.isFinite(b)) return [0, 1];
  if (!Number.isFinite(a)) a = b;
  if (!Number.isFinite(b)) b = a;
  // Beyond this the width of the interval itself would overflow.
  const bound = 1e300;
  const low = Math.max(-bound, Math.min(a, b));
  const high = Math.min(bound, Math.max(a, b));
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > size * 1e-12 && high - low > 1e-300) return [low, high];
  const half = size > 1e-300 ? size * 0.1 : 0.5;
  const middle = Math.min(bound, Math.max(-bound, (low + high) / 2));
  return [middle - half, middle + half];
}

/**
 * The step 1, 2 or 5 times a power of ten that cuts the interval into about `count` parts.
 * @param {number} width
 * @param {number} count
 */
export function niceStep(width, count) {
  const rough = width / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const part = rough / power;
  // The borders are the geometric means of neighbours, so that the count is missed as little as possible.
  const digit = part < Math.SQRT2 ? 1 : part < Math.sqrt(10) ? 2 : part < Math.sqrt(50) ? 5 : 10;
  return digit * power;
}

/**
 * The multiples of a nice step inside the interval.
 * @param {number} low
 * @param {number} high
 * @param {number} count
 * @returns {number[]}
 */
function linearTicks(low, high, count) {
  const step = niceStep(high - low, count);
  // Counting in whole steps keeps 0.1 + 0.2 out of the labels; dividing by 1/step is exact where the step is not.
  const inverse = step < 1 ? Math.round(1 / step) : 0;
  const value = (/** @type {number} */ i) =>
    inverse > 0 && Number.isFinite(inverse) ? i / inverse : i * step;
  const slack = 1e-9;
  const first = Math.ceil(low / step - slack);
  const last = Math.floor(high / step + slack);
  /** @type {number[]} */
  const ticks = [];
  for (let n = 0; n <= last - first && n <= 1000; n++) {
    const tick = value(first + n);
    if (ticks.length === 0 || tick > ticks[ticks.length - 1]) ticks.push(tick === 0 ? 0 : tick);
  }
  return ticks;
}

/**
 * How many figures after the decimal sign show a multiple of `step` exactly.
 * @param {number} step
 */
function decimalsOf(step) {
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

/**
 * @param {number} step
 * @param {number} size the largest value on the axis
 */
function significantOf(step, size) {
  return Math.max(1, Math.ceil(Math.log10(Math.max(size, step) / step) + 1e-9) + 1);
}

/**
 * Equal distances for equal differences.
 * @param {readonly [number, number]} domain any two numbers; equal or not finite ones are widened to an interval
 * @param {readonly [number, number]} range pixels
 * @returns {Scale}
 */
export function linearScale(domain, range) {
  const [low, high] = sound(domain);
  const [r0, r1] = range;
  const width = high - low;
  return {
    kind: "linear",
    domain: [low, high],
    range: [r0, r1],
    map: (value) => r0 + ((value - low) / width) * (r1 - r0),
    invert: (pixel) => (r1 === r0 ? low : low + ((pixel - r0) / (r1 - r0)) * width),
    ticks: (count = DEFAULT_COUNT) => linearTicks(low, high, count),
    format(value, write, count = DEFAULT_COUNT) {
      const step = niceStep(width, count);
      const size = Math.max(Math.abs(low), Math.abs(high));
      return write(value, decimalsOf(step), significantOf(step, size));
    },
  };
}

/**
 * Equal distances for equal ratios. What is not positive lies far below the axis, at a finite pixel, so that a curve
 * that touches zero leaves the frame instead of breaking.
 * @param {readonly [number, number]} domain positive numbers; others are replaced by a sound interval
 * @param {readonly [number, number]} range pixels
 * @returns {Scale}
 */
export function logScale(domain, range) {
  const [low, high] = soundLog(domain);
  const [r0, r1] = range;
  const l0 = Math.log10(low);
  const width = Math.log10(high) - l0;
  return {
    kind: "log",
    domain: [low, high],
    range: [r0, r1],
    map(value) {
      if (Number.isNaN(value)) return Number.NaN;
      const power = Math.log10(Math.min(Number.MAX_VALUE, Math.max(Number.MIN_VALUE, value)));
      return r0 + ((power - l0) / width) * (r1 - r0);
    },
    invert: (pixel) => (r1 === r0 ? low : 10 ** (l0 + ((pixel - r0) / (r1 - r0)) * width)),
    ticks: (count = DEFAULT_COUNT) => logTicks(low, high, count),
    format(value, write, count = DEFAULT_COUNT) {
      if (width < 1) {
        const step = niceStep(high - low, count);
        return write(value, decimalsOf(step), significantOf(step, high));
      }
      if (value === 0 || !Number.isFinite(value)) return write(value, 0);
      const exponent = Math.floor(Math.log10(Math.abs(value)) + 1e-12);
      const fraction = Math.abs(value) / 10 ** exponent;
      const figures = Math.abs(fraction - Math.round(fraction)) < 1e-9 ? 0 : 1;
      // Four zeros are read at a glance; more are better counted in the exponent.
      const plain = exponent >= -3 && exponent <= 5;
      return write(value, plain ? Math.max(0, figures - exponent) : 7, 1 + figures);
    },
  };
}

/**
 * @param {readonly [number, number]} domain
 * @returns {[number, number]}
 */
function soundLog([a, b]) {
  const positive = [a, b].filter((value) => value > 0 && Number.isFinite(value));
  if (positive.length === 0) return [0.1, 1];
  const low = Math.max(1e-300, Math.min(1e300, ...positive));
  const high = Math.max(1e-300, Math.min(1e300, Math.max(...positive)));
  if (positive.length === 1) return [low / 10, low];
  return high / low > 1 + 1e-9 ? [low, high] : [low / Math.sqrt(10), low * Math.sqrt(10)];
}

/**
 * Decades; every second, third… when they crowd; with 2 and 5 between when they are few; round numbers below a decade.
 * @param {number} low
 * @param {number} high
 * @param {number} count
 * @returns {number[]}
 */
function logTicks(low, high, count) {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const decades = Math.log10(high / low);
  if (decades < 1) return linearTicks(low, high, count);
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, count)));
  const digits = every === 1 && decades * 3 <= count * 1.5 ? [1, 2, 5] : [1];
  /** @type {number[]} */
  const ticks = [];
  for (let power = every === 1 ? first - 1 : first; power <= last; power += every) {
    for (const digit of digits) {
      // Parsing the figures gives the double nearest to the decimal number; multiplying need not.
      const tick = Number(`${digit}e${power}`);
      if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.push(tick);
    }
  }
  return ticks;
}

/**
 * The domain, widened to the next round values, with zero kept as an end where it is one.
 * @param {number} low
 * @param {number} high
 * @param {number} [count]
 * @returns {[number, number]}
 */
export function niceDomain(low, high, count = DEFAULT_COUNT) {
  const [a, b] = sound([low, high]);
  const step = niceStep(b - a, count);
  return [Math.floor(a / step + 1e-9) * step, Math.ceil(b / step - 1e-9) * step];
}
