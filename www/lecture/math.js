// @ts-check
// Formulas in MathML, with the page's one colour a quantity. Every helper returns a node; strings become <mo> or <mn>.

const MATHML = "http://www.w3.org/1998/Math/MathML";

/** Signs that are said and not seen: between factors, and between a function and what it is of. */
export const TIMES = "\u2062";
const OF = "\u2061";

/** @typedef {"" | "a" | "error" | "derivative" | "activation" | "label"} Quantity */
/** @typedef {Element | string | number} Part */

/**
 * @param {string} tag
 * @param {string} className
 * @param {...Part} children
 * @returns {Element}
 */
export function node(tag, className, ...children) {
  const made = document.createElementNS(MATHML, tag);
  if (className) made.setAttribute("class", className);
  for (const child of children) made.append(typeof child === "number" ? String(child) : child);
  return made;
}

/**
 * @param {Part} part
 * @returns {Element}
 */
function wrap(part) {
  if (typeof part === "number") return node("mn", "", part);
  if (typeof part !== "string") return part;
  if (/^[\d.,½]/.test(part)) return node("mn", "", part);
  const operator = node("mo", "", part);
  // Brackets as tall as the arrow over a vector would look like a matrix.
  if (part === "(" || part === ")") operator.setAttribute("stretchy", "false");
  return operator;
}

/**
 * A formula that stands in a line of text, or by itself when `display`.
 * @param {Part[]} parts
 * @param {{ display?: boolean, className?: string }} [options]
 */
export function math(parts, { display = false, className = "" } = {}) {
  const made = node("math", className, row(...parts));
  if (display) made.setAttribute("display", "block");
  // Fractions are as large as the rest also in a line: they are read from the back of a lecture room.
  made.setAttribute("displaystyle", "true");
  return made;
}

/** @param {...Part} parts */
export function row(...parts) {
  return node("mrow", "", ...parts.map(wrap));
}

/**
 * A letter: a number of the lecture.
 * @param {string} name
 * @param {Quantity} [quantity]
 */
export function letter(name, quantity = "") {
  return node("mi", quantity, name);
}

/**
 * A letter under an arrow: a vector.
 * @param {string} name
 * @param {Quantity} [quantity]
 */
export function vector(name, quantity = "") {
  const arrow = node("mo", "", "→");
  arrow.setAttribute("stretchy", "false");
  const made = node("mover", quantity ? `vector ${quantity}` : "vector", node("mi", "", name), arrow);
  made.setAttribute("accent", "true");
  // Said as a vector, and not as a letter with an arrow to the right above it.
  return meant(made, "vector");
}

/** The mathematical bold capitals, which need no style: a matrix. @type {Record<string, string>} */
const BOLD = { U: "𝐔", V: "𝐕" };

/**
 * A bold capital: a matrix.
 * @param {string} name
 * @param {Quantity} [quantity]
 */
export function matrix(name, quantity = "") {
  return node("mi", quantity, BOLD[name] ?? name);
}

/**
 * Says what a construction of two parts means, to those to whom it is spoken: "vector x", "a at t".
 * @param {Element} made
 * @param {string} meaning of MathML's `intent`
 */
function meant(made, meaning) {
  const [one, other] = made.children;
  one?.setAttribute("arg", "one");
  other?.setAttribute("arg", "other");
  made.setAttribute("intent", meaning === "vector" ? "vector($one)" : `${meaning}:infix($one,$other)`);
  return made;
}

/**
 * A number at a step: aᵗ, which is no power.
 * @param {Element} base
 * @param {Part} step
 */
export function atStep(base, step) {
  return meant(sup(base, step), "_at");
}

/**
 * @param {Part} base
 * @param {Part} index
 */
export function sub(base, index) {
  return node("msub", "", wrap(base), wrap(index));
}

/**
 * @param {Part} base
 * @param {Part} exponent
 */
export function sup(base, exponent) {
  return node("msup", "", wrap(base), wrap(exponent));
}

/**
 * @param {Part} above
 * @param {Part} below
 * @param {Quantity} [quantity]
 */
export function fraction(above, below, quantity = "") {
  return node("mfrac", quantity, wrap(above), wrap(below));
}

/**
 * ∂ε/∂(below): a derivative of the error.
 * @param {Element} below
 */
export function derivative(below) {
  return fraction(
    row(node("mi", "", "∂"), node("mi", "", "ε")),
    row(node("mi", "", "∂"), below),
    "derivative",
  );
}

/**
 * The sigmoid of something.
 * @param {...Part} argument
 */
export function sigmoid(...argument) {
  return row(node("mi", "", "σ"), OF, "(", ...argument, ")");
}

/**
 * The derivative of the sigmoid at something.
 * @param {...Part} argument
 */
export function sigmoidPrime(...argument) {
  return row(node("mi", "", "σ′"), OF, "(", ...argument, ")");
}
