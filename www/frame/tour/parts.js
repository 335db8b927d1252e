// @ts-check
// What a station may name: the numbers that a chapter lets be read, and the parts that it may point to.

/** @typedef {{ symbol: string, quantity?: import("../../lecture/math.js").Quantity }} Named */

/** @type {Readonly<Record<string, Named>>} */
const ERROR = { error: { symbol: "ε", quantity: "error" } };

/** What may be predicted as a number, a chapter. @type {Readonly<Record<string, Readonly<Record<string, Named>>>>} */
export const READABLE = {
  curve: ERROR,
  descent: {
    a: { symbol: "a", quantity: "a" },
    b: { symbol: "b", quantity: "a" },
    ...ERROR,
    derivative: { symbol: "ε′", quantity: "derivative" },
    bound: { symbol: "2/ε″" },
  },
  neuron: {
    V: { symbol: "V", quantity: "a" },
    v: { symbol: "v", quantity: "a" },
    U: { symbol: "U", quantity: "a" },
    u: { symbol: "u", quantity: "a" },
    dV: { symbol: "∂ε/∂V", quantity: "derivative" },
    dv: { symbol: "∂ε/∂v", quantity: "derivative" },
    dU: { symbol: "∂ε/∂U", quantity: "derivative" },
    du: { symbol: "∂ε/∂u", quantity: "derivative" },
    y: { symbol: "y", quantity: "activation" },
    q: { symbol: "q", quantity: "activation" },
    z: { symbol: "z", quantity: "activation" },
    ...ERROR,
  },
  digits: { ...ERROR, answer: { symbol: "z" } },
};

/** What may be pointed at in the picture. @type {Readonly<Record<string, readonly string[]>>} */
export const PLACES = { descent: ["a"] };

/** Parts that a station may point to: the first of them that is seen. @type {Readonly<Record<string, string>>} */
export const PARTS = {
  picture: ".descent-figure, .fit, .neuron-picture, .plots",
  transport: ".transport-block",
  numbers: ".numbers",
  bound: ".bound",
  formula: ".chapter-head .formulas",
  pad: ".drawing",
  rows: ".rows",
  confusion: ".confusion",
};

/** The chapter that an address names. @param {string} address */
export const chapterOf = (address) => /^#([a-z]*)/.exec(address)?.[1] ?? "";
