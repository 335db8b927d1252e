// @ts-check
// The lecture's graph, p → y → q → z → ε and back: every quantity of the network, what it equals, and when it is computed.
// Data only. Formulas, passes, pictures and types are made from it; the core computes, and this says what it computes.

/** The sides of vectors and matrices: how many there are, as chapter 4 writes it, and the letter that counts them. */
export const AXES = /** @type {const} */ ({
  input: { size: "784", index: "j" },
  hidden: { size: "H", index: "i" },
  output: { size: "10", index: "k" },
});

/** @typedef {keyof typeof AXES} Axis */

/**
 * What a quantity equals. In one dimension ⊙, ⊗ and ᵀ· are all the product of two numbers; in vectors they are the product
 * element by element, column × row = matrix, and transposed matrix × column = column. Their first factor is what has come
 * back so far.
 *
 * @typedef {readonly ["layer", weight: Name, input: Name, bias: Name]} Layer Vx + v
 * @typedef {readonly ["half square" | "difference", Name, Name]} OfTwo ½(z − l)², z − l
 * @typedef {readonly ["sigmoid" | "slope" | "same", Name]} OfOne σ(p), σ′(p), another name for the same numbers
 * @typedef {readonly ["⊙" | "⊗" | "ᵀ·", Name, Name]} Product
 * @typedef {Layer | OfTwo | OfOne | Product} Equals
 */

/** In the order in which they can be computed, named as by the core: d_z is ∂ε/∂z, dz_dq is ∂z/∂q = σ′(q). */
const TABLE = /** @type {const} */ ({
  x: { symbol: "x", quantity: "", shape: ["input"] },
  V: { symbol: "V", quantity: "a", shape: ["hidden", "input"] },
  v: { symbol: "v", quantity: "a", shape: ["hidden"] },
  U: { symbol: "U", quantity: "a", shape: ["output", "hidden"] },
  u: { symbol: "u", quantity: "a", shape: ["output"] },
  l: { symbol: "l", quantity: "label", shape: ["output"] },

  p: { symbol: "p", quantity: "activation", shape: ["hidden"], equals: ["layer", "V", "x", "v"], stage: "p" },
  y: { symbol: "y", quantity: "activation", shape: ["hidden"], equals: ["sigmoid", "p"], stage: "y" },
  q: { symbol: "q", quantity: "activation", shape: ["output"], equals: ["layer", "U", "y", "u"], stage: "q" },
  z: { symbol: "z", quantity: "activation", shape: ["output"], equals: ["sigmoid", "q"], stage: "z" },
  error: { symbol: "ε", quantity: "error", shape: [], equals: ["half square", "z", "l"], stage: "error" },

  d_z: { by: "z", equals: ["difference", "z", "l"], stage: "d_z" },
  dz_dq: { symbol: "σ′(q)", quantity: "", shape: ["output"], equals: ["slope", "q"], stage: "d_q" },
  d_q: { by: "q", equals: ["⊙", "d_z", "dz_dq"], stage: "d_q" },
  d_u: { by: "u", equals: ["same", "d_q"], stage: "d_q" },
  d_U: { by: "U", equals: ["⊗", "d_q", "y"], stage: "d_U" },
  d_y: { by: "y", equals: ["ᵀ·", "d_q", "U"], stage: "d_y" },
  dy_dp: { symbol: "σ′(p)", quantity: "", shape: ["hidden"], equals: ["slope", "p"], stage: "d_p" },
  d_p: { by: "p", equals: ["⊙", "d_y", "dy_dp"], stage: "d_p" },
  d_v: { by: "v", equals: ["same", "d_p"], stage: "d_p" },
  d_V: { by: "V", equals: ["⊗", "d_p", "x"], stage: "d_V" },
});

/**
 * @typedef {typeof TABLE} Table
 * @typedef {keyof Table} Name
 * @typedef {{ [N in Name]: Table[N] extends { quantity: "a" } ? N : never }[Name]} ParameterName
 * @typedef {{ [N in Name]: Table[N] extends { equals: Equals } ? never : N }[Name]} GivenName
 * @typedef {Extract<Name, `d${string}`>} BackName what comes back: the derivatives of ε, and σ′, through which they come
 * @typedef {Exclude<Name, GivenName | BackName>} ForwardName
 * @typedef {"x" | ForwardName} NodeName the chain from x to ε
 * @typedef {Record<"x" | "l" | ForwardName | BackName, number>} Pass one pair's pass forward and back, as the core gives it
 *
 * @typedef {Object} Row
 * @property {string} symbol as the lecture writes it in one dimension
 * @property {import("./math.js").Quantity} quantity its colour on the whole page
 * @property {readonly Axis[]} shape none: a number; one: a column; two: the rows and the columns of a matrix
 * @property {Equals} [equals] nothing for what is given
 * @property {Name} [stage] the stage of the walk in which it is computed
 * @property {Name} [by] ε is differentiated by it
 *
 * @typedef {{ by: Name, equals: Equals, stage: Name }} ShortRow a derivative
 */

/** So the compiler sees that every name in the table is a name of the table. @type {Readonly<Record<Name, Row | ShortRow>>} */
const ROWS = TABLE;

/** The names in the order in which they can be computed. */
export const NAMES = /** @type {readonly Name[]} */ (Object.keys(TABLE));

/** Symbol, colour and shape of a derivative follow from what ε is differentiated by. @param {Row | ShortRow} row @returns {Row} */
function whole(row) {
  if ("symbol" in row) return row;
  const of = whole(ROWS[row.by]);
  return { ...row, symbol: `∂ε/∂${of.symbol}`, quantity: "derivative", shape: of.shape };
}

/** The one table. */
export const GRAPH = /** @type {Readonly<Record<Name, Row>>} */ (
  Object.fromEntries(NAMES.map((name) => [name, whole(ROWS[name])]))
);

/** What is given: the image, the label and the four parameters. */
export const GIVEN = /** @type {readonly GivenName[]} */ (NAMES.filter((name) => !GRAPH[name].equals));

const STAGE_NAMES = NAMES.filter((name) => GRAPH[name].stage === name);

/** The walk in the lecture's order: forward node by node, then back. */
export const FORWARD = /** @type {readonly ForwardName[]} */ (STAGE_NAMES.filter((name) => !GRAPH[name].by));
export const BACKWARD = /** @type {readonly BackName[]} */ (STAGE_NAMES.filter((name) => GRAPH[name].by));
export const STAGES = [...FORWARD, ...BACKWARD];

/** The nodes of the chain, from x to ε. @type {readonly NodeName[]} */
export const CHAIN = ["x", ...FORWARD];

/** What it is computed from. @param {Name} name */
export function operandsOf(name) {
  const [, ...operands] = GRAPH[name].equals ?? ["given"];
  return /** @type {Name[]} */ (operands);
}

/** The other names of the same numbers: ∂ε/∂u is ∂ε/∂q. @param {Name} name */
export function twinsOf(name) {
  return NAMES.filter((twin) => GRAPH[twin].equals?.[0] === "same" && operandsOf(twin)[0] === name);
}

/** The derivative of ε by it. @param {Name} name */
export function backOf(name) {
  return /** @type {BackName | undefined} */ (NAMES.find((back) => GRAPH[back].by === name));
}

/** The node that is computed from it. A derivative comes back from there. @param {Name} name */
export function nextOf(name) {
  return FORWARD.find((node) => operandsOf(node).includes(name));
}

/** The node before it in the chain. @param {ForwardName} name */
export function previousOf(name) {
  return /** @type {NodeName} */ (CHAIN[CHAIN.indexOf(name) - 1]);
}

/**
 * The factors of a derivative of ε, all the way back from it: ∂ε/∂V is (z − l) · σ′(q) · U · σ′(p) · x, whose names are d_z,
 * dz_dq, U, dy_dp and x.
 * @param {Name} name
 * @returns {Name[]}
 */
export function factorsFrom(name) {
  const { equals, by } = GRAPH[name];
  const [operation, first, second] = equals ?? [];
  if (!by || !first || operation === "difference") return [name];
  return [...factorsFrom(first), ...(second ? [second] : [])];
}
