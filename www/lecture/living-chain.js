// @ts-check
// A derivative as the whole product of its factors, each number over its letter:
// 0.0507 = 0.8210 · 0.1470 · 4.0000 · 0.1050 · 1, which is ∂ε/∂V = (z − l) · σ′(q) · U · σ′(p) · x.

import { element } from "../controls/dom.js";
import { sayAttribute } from "../i18n/index.js";
import { bracketed, figures, NONE } from "../i18n/numbers.js";
import { factorsFrom, GRAPH } from "./graph.js";
import { createTerm, letter, sign } from "./living-term.js";

/** @typedef {import("./graph.js").Name} Name */

/** @param {Name} name @returns {(Node | string)[]} */
function symbolOf(name) {
  if (name === "d_z") return [letter("z"), " − ", letter("l")];
  const { symbol } = GRAPH[name];
  return [symbol.length === 1 ? letter(symbol) : symbol];
}

export function createLivingChain() {
  const root = element("p", "living-line living-chain");
  root.setAttribute("role", "group");
  sayAttribute(root, "aria-label", "rule.chain");
  /** @type {Name | null} */
  let shown = null;
  /** @type {{ name: Name, term: ReturnType<typeof createTerm> }[]} */
  let places = [];

  /** @param {Name} name */
  function build(name) {
    shown = name;
    const terms = [name, ...factorsFrom(name)].map((of) => {
      const term = createTerm(of, GRAPH[of].quantity);
      term.symbol(of === name ? [GRAPH[of].symbol] : symbolOf(of));
      return { name: of, term };
    });
    places = terms;
    root.replaceChildren(
      ...terms.flatMap(({ term }, i) =>
        i === 0 ? [term.element] : [sign(i === 1 ? "=" : "·"), term.element],
      ),
    );
  }

  return {
    element: root,
    /** @param {Name} name a derivative of ε @param {Readonly<Partial<Record<Name, number>>>} values this example's numbers */
    set(name, values) {
      if (name !== shown) build(name);
      places.forEach(({ name: of, term }, i) => {
        const value = values[of];
        const text = value === undefined ? NONE : figures(value, { significant: 2 });
        // The result and the first factor have no sign before them.
        term.write(i < 2 ? text : bracketed(text));
      });
    },
  };
}
