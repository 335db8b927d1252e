// @ts-check
// A formula that the core has read, as MathML, so that the reader sees how it was understood.

import { fraction, letter, node, row, sup, TIMES } from "./math.js";

/**
 * @typedef {readonly ["number", number] | readonly ["letter", string] | readonly ["constant", string]} Leaf
 * @typedef {any} Tree a Leaf, ["negative", tree], ["call", name, tree], or an operation sign with two trees
 */

/** How tightly a part holds together. */
const SUM = 1;
const PRODUCT = 2;
const POWER = 3;
const WHOLE = 4;

/** @param {Tree} tree */
function binding(tree) {
  switch (tree[0]) {
    case "+":
    case "-":
    case "negative":
      return SUM;
    case "*":
      return PRODUCT;
    case "/":
      return WHOLE; // a fraction's line holds it together
    case "^":
      return POWER;
    default:
      return WHOLE;
  }
}

/**
 * @param {Tree} tree
 * @param {(value: number) => string} format
 * @returns {Element}
 */
export function treeToMath(tree, format) {
  const whole = (/** @type {Tree} */ part) => treeToMath(part, format);
  const within = (/** @type {Tree} */ part, /** @type {number} */ least) =>
    binding(part) >= least ? whole(part) : row("(", whole(part), ")");
  const [kind, first, second] = tree;
  switch (kind) {
    case "number":
      return node("mn", "", format(first));
    case "letter":
      return letter(first, "a");
    case "constant":
      return node("mi", "", first);
    case "negative":
      return row("−", within(first, PRODUCT));
    case "+":
      return row(whole(first), "+", second[0] === "negative" ? row("(", whole(second), ")") : whole(second));
    case "-":
      return row(whole(first), "−", within(second, PRODUCT));
    case "*":
      return row(within(first, PRODUCT), needsSign(first, second) ? "·" : TIMES, within(second, PRODUCT));
    case "/":
      return fraction(whole(first), whole(second));
    case "^":
      // A fraction or a function under an exponent needs brackets, though it holds together by itself.
      return sup(
        first[0] === "/" || first[0] === "call" ? row("(", whole(first), ")") : within(first, WHOLE),
        whole(second),
      );
    default:
      return call(first, second, whole);
  }
}

/**
 * Whether a product would be misread without its sign: 2·3, a·2.
 * @param {Tree} left
 * @param {Tree} right
 */
function needsSign(left, right) {
  /** @type {(tree: Tree) => string} */
  const begins = (tree) => (tree[0] === "^" || tree[0] === "*" ? begins(tree[1]) : tree[0]);
  return begins(right) === "number" || (left[0] !== "number" && left[0] !== "letter") || right[0] === "/";
}

/**
 * @param {string} name
 * @param {Tree} argument
 * @param {(part: Tree) => Element} whole
 */
function call(name, argument, whole) {
  switch (name) {
    case "sqrt":
      // The root's own element is left out by browsers without a mathematical font; a sign and brackets never are.
      return row("√", "(", whole(argument), ")");
    case "abs":
      return row("|", whole(argument), "|");
    case "exp":
      return sup(node("mi", "", "e"), whole(argument));
    case "log2":
      return row(
        node("msub", "", node("mi", "", "log"), node("mn", "", "2")),
        "\u2061",
        "(",
        whole(argument),
        ")",
      );
    default:
      return row(node("mi", "", name), "\u2061", "(", whole(argument), ")");
  }
}
