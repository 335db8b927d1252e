// @ts-check
// What comes back in the picture of the network: from circle to circle in the lane under them, through σ′ as a valve, and up
// to the weights.

import { BACKWARD, backOf, GRAPH, nextOf, operandsOf, previousOf } from "../../lecture/graph.js";
import { EDGE } from "./network-layout.js";
import { arrow, beside, shape } from "./network-shapes.js";

/**
 * @typedef {import("../../lecture/graph.js").Name} Name
 * @typedef {import("../../lecture/graph.js").ForwardName} ForwardName
 * @typedef {import("./network-layout.js").NodeName} NodeName
 * @typedef {import("./network-layout.js").Layout} Layout
 * @typedef {import("./network-numbers.js").ValveName} ValveName
 * @typedef {ReturnType<typeof import("./network-numbers.js").createNumbers>} Numbers
 */

/** From the middle of a derivative to its end. */
const HALF = 30;
/** From an arrow up to the word beside it. */
const LIFT = 6;

/** All ways back. @param {Layout} layout @param {Numbers} numbers */
export function waysBack(layout, numbers) {
  return BACKWARD.flatMap((stage) => {
    const { by } = GRAPH[stage];
    const from = by && nextOf(by);
    if (!from) return [];
    const slope = operandsOf(stage).find((operand) => GRAPH[operand].equals?.[0] === "slope");
    if (slope) return [valve(/** @type {ValveName} */ (slope), layout, numbers)];
    if (by === "V" || by === "U") return branch(stage, by, from, layout);
    return way(stage, /** @type {NodeName} */ (by), from, layout);
  });
}

/** The lane under a circle. @param {NodeName} name @param {Layout} layout */
function laneUnder(name, { nodes, radius }) {
  return nodes[name].y + radius + 24;
}

/** What is written beside a way: z − l, or what a derivative is multiplied by on it. @param {Name} stage */
function wordOf(stage) {
  const [one = stage, other = stage] = operandsOf(stage).map((operand) => GRAPH[operand].symbol);
  return GRAPH[stage].equals?.[0] === "difference" ? `${one} − ${other}` : `· ${other}`;
}

/**
 * From a circle to the one before it, along the lane.
 * @param {Name} stage
 * @param {NodeName} by
 * @param {NodeName} from
 * @param {Layout} layout
 */
function way(stage, by, from, layout) {
  const { nodes, turns } = layout;
  const lane = laneUnder(from, layout);
  // Nothing stands under ε.
  const start = nodes[from].x - (backOf(from) ? HALF : 0);
  // Where the chain is folded, the circle before is in the other row.
  const end = turns[from] ? EDGE : nodes[by].x + HALF;
  const points = [start, end].map((x) => ({ x, y: lane + LIFT }));
  return [
    arrow(`back-${by}`, points, "derivative"),
    beside(`back-${by}`, wordOf(stage), { x: (start + 3 * end) / 4, y: lane }, "derivative"),
  ];
}

/**
 * Up to a weight, on whose edge it ends: off the way to the circle before, or by itself if none leads there.
 * @param {Name} stage
 * @param {"V" | "U"} by
 * @param {ForwardName} from
 * @param {Layout} layout
 */
function branch(stage, by, from, layout) {
  const { nodes, fields } = layout;
  const { x } = fields[by];
  const lane = laneUnder(from, layout);
  const alone = !backOf(previousOf(from));
  const points = [
    ...(alone ? [{ x: nodes[from].x - HALF, y: lane + LIFT }] : []),
    { x, y: lane + LIFT },
    { x, y: nodes[from].y + 8 },
  ];
  const word = { x: x - 14, y: (nodes[from].y + lane) / 2 + (alone ? 10 : 4) };
  return [arrow(`back-${by}`, points, "derivative"), beside(`back-${by}`, wordOf(stage), word, "derivative")];
}

/**
 * σ′ between two circles: how much of what comes back it lets through.
 * @param {ValveName} name
 * @param {Layout} layout
 * @param {Numbers} numbers
 */
function valve(name, layout, numbers) {
  const of = /** @type {ForwardName} */ (operandsOf(name)[0]);
  const { nodes } = layout;
  const x = (nodes[of].x + nodes[nextOf(of) ?? of].x) / 2;
  const lane = laneUnder(of, layout);
  return shape(
    "g",
    { class: "network-valve", "data-lit": `back-${of}`, "data-valve": of },
    shape("text", { x, y: lane - 3, class: "network-symbol", "font-size": 14 }, GRAPH[name].symbol),
    ...numbers.valve(name, { x, y: lane + 3 }),
    numbers.place(name, { x, y: lane + 26 }, "network-valve-number"),
  );
}
