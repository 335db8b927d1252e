// @ts-check
// What goes forward in the picture of the network: the circles, the arrows between them, and from above what is given.

import { backOf, CHAIN, FORWARD, GRAPH, nextOf, previousOf } from "../../lecture/graph.js";
import { ABOVE } from "./network-layout.js";
import { arrow, beside, pathOf, shape } from "./network-shapes.js";

/**
 * @typedef {import("./network-layout.js").Layout} Layout
 * @typedef {import("./network-layout.js").FieldName} FieldName
 * @typedef {import("./network-layout.js").Place} Place
 * @typedef {ReturnType<typeof import("./network-numbers.js").createNumbers>} Numbers
 */

/** The arrows of the chain. @param {Layout} layout */
export function edges({ nodes, radius, turns }) {
  return FORWARD.flatMap((name) => {
    const [from, to] = [nodes[previousOf(name)], nodes[name]];
    const way = [
      { x: from.x + radius, y: from.y },
      ...(turns[name] ?? []),
      { x: to.x - radius - 1, y: to.y },
    ];
    const parts = [arrow(`edge-${name}`, way)];
    if (GRAPH[name].equals?.[0] === "sigmoid") {
      parts.push(beside(`edge-${name}`, "σ", { x: (from.x + to.x) / 2, y: from.y - 8 }));
    }
    return parts;
  });
}

/** The circles, with what comes back under each. @param {Layout} layout @param {Numbers} numbers */
export function circles({ nodes, radius }, numbers) {
  return CHAIN.flatMap((name) => {
    const { x, y } = nodes[name];
    const { symbol, quantity } = GRAPH[name];
    const circle = shape(
      "g",
      { class: `network-node ${quantity}`, "data-lit": name, "data-stage": name },
      shape("circle", { cx: x, cy: y, r: radius }),
      shape("text", { x, y: y - 3, class: "network-symbol", "font-size": 19 }, symbol),
      numbers.place(name, { x, y: y + 15 }, "network-value"),
    );
    return [circle, ...derivative(name, { x, y: y + radius + 22 }, numbers)];
  });
}

/**
 * The derivative by a quantity: the symbol with the number under it.
 * @param {import("../../lecture/graph.js").Name} of
 * @param {Place} place
 * @param {Numbers} numbers
 */
function derivative(of, { x, y }, numbers) {
  const name = backOf(of);
  if (!name) return [];
  const { symbol, quantity, stage = name } = GRAPH[name];
  return [
    shape(
      "g",
      { class: `network-label ${quantity}`, "data-lit": name, "data-stage": stage },
      shape("text", { x, y, class: "network-symbol", "font-size": 13 }, symbol),
      numbers.place(name, { x, y: y + 16 }),
    ),
  ];
}

/**
 * What stands between a field and the chain: a stem, the symbol, a mark where it meets the chain; above it the derivative.
 * @param {FieldName} name
 * @param {Layout} layout
 * @param {Numbers} numbers
 */
export function given(name, layout, numbers) {
  const { nodes, fields, radius, field } = layout;
  const place = fields[name];
  const node = nodes[name === "x" ? name : (nextOf(name) ?? "x")];
  const bottom = place.y + field / 2 + 2;
  // A weight stands on an arrow, everything else on a circle.
  const end = isWeight(name) ? node.y : node.y - radius;
  const lit = { "data-lit": `field-${name}` };
  const kind = GRAPH[name].quantity || "plain";
  const stem = pathOf([
    { x: place.x, y: bottom },
    { x: place.x, y: end },
  ]);
  const parts = [shape("path", { d: stem, class: `network-stem ${kind}`, ...lit })];
  // x has its symbol in its circle.
  if (name !== "x") {
    const look = { class: `network-symbol ${kind}`, "font-size": 18, ...lit };
    parts.push(shape("text", { x: place.x + 10, y: bottom + 15, ...look }, GRAPH[name].symbol));
  }
  parts.push(...mark(name, place.x, end));
  parts.push(...derivative(name, { x: place.x, y: place.y - field / 2 - ABOVE + 11 }, numbers));
  return parts;
}

/** @param {FieldName} name */
function isWeight(name) {
  return GRAPH[name].shape.length === 2;
}

/** @param {FieldName} name @param {number} x @param {number} end of the stem */
function mark(name, x, end) {
  const lit = { "data-lit": `field-${name}` };
  switch (GRAPH[name].quantity) {
    case "a": {
      const size = isWeight(name) ? { cy: end, r: 5 } : { cy: end - 1, r: 4 };
      return [shape("circle", { cx: x, ...size, class: "network-dot", ...lit })];
    }
    case "label":
      return [shape("rect", { x: x - 4, y: end - 5, width: 8, height: 8, class: "network-square", ...lit })];
    default:
      return [];
  }
}
