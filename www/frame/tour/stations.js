// @ts-check
// The built-in tour: from one number to the network that reads digits. Its words stand in texts.js under the stations' names.

/** @typedef {import("./types.js").Station} Station */

const SATURATED = "#neuron?V=1&v=1&U=4&u=6&rate=0.15&pairs=1:0&slice=u";

/** @type {readonly (Omit<Station, "text" | "question" | "reason" | "answer"> & { answer: Bare })[]} */
const TABLE = [
  {
    id: "land",
    at: "#descent?f=parabola&a=-2&rate=0.5",
    answer: { kind: "place", on: "a", tolerance: 0.3 },
    do: [{ step: 1 }],
    focus: "picture",
  },
  {
    id: "diverge",
    at: "#descent?f=parabola&a=-1.5&rate=1.7&others=0.2+2.05",
    answer: choice(["small", "middle", "large"], "large"),
    do: [{ play: 24, speed: "fast" }],
    focus: "picture",
  },
  {
    id: "bound",
    at: "#descent?f=own&formula=2a%5E2&window=-3+3&a=2&rate=0.5",
    answer: choice(["converges", "swings", "leaves"], "swings"),
    do: [{ play: 10, speed: "medium" }],
    focus: "picture",
  },
  {
    id: "wells",
    at: "#descent?f=wells&a=0.1&rate=0.05",
    answer: choice(["left", "right", "stays"], "right"),
    do: [{ play: 60, speed: "fast" }],
    focus: "picture",
  },
  {
    id: "one-neuron",
    at: "#curve?source=day-length&hidden=1&rate=4&pace=50",
    answer: choice(["yes", "later", "no"], "no"),
    do: [{ play: 3000 }],
    focus: "picture",
  },
  {
    id: "outside",
    at: "#curve?source=vapour-pressure&share=0.4&where=end&pace=50",
    answer: choice(["through", "above", "below"], "below"),
    do: [{ play: 4000 }],
    focus: "picture",
  },
  {
    id: "zero",
    at: "#neuron?V=1&v=1&U=4&u=-2&rate=0.5&pairs=0:0&slice=V",
    answer: choice(["d-outer", "d-inner", "d-weight", "d-shift"], "d-weight"),
    do: [{ step: 1 }],
    focus: "picture",
  },
  {
    id: "sign",
    at: "#neuron?V=1&v=1&U=-4&u=2&rate=2&pairs=1:0&slice=V",
    answer: choice(["grows", "falls", "stays"], "grows"),
    do: [{ step: 1 }],
    focus: "picture",
  },
  {
    id: "saturated",
    at: SATURATED,
    answer: choice(["difference", "slope", "input"], "slope"),
    do: [{ play: 20, speed: "medium" }],
    focus: "picture",
  },
  {
    id: "untrained",
    at: "#digits?hidden=30&rate=3&batch=10&seed=1&t=0",
    answer: choice(["none", "tenth", "half"], "tenth"),
    do: [{ step: 1 }],
    focus: "numbers",
  },
  {
    id: "first",
    at: "#digits?hidden=30&rate=3&batch=10&seed=1&t=0",
    answer: choice(["third", "most", "all"], "most"),
    do: [{ play: 1000, speed: "full" }],
    focus: "numbers",
  },
  {
    id: "hundred",
    at: "#digits?hidden=30&rate=100&batch=10&seed=1&t=0",
    answer: choice(["faster", "slower", "not"], "not"),
    do: [{ play: 500, speed: "full" }],
    focus: "numbers",
  },
  {
    id: "corner",
    at: "#digits?hidden=30&rate=3&batch=1&seed=1&t=0",
    answer: choice(["ink", "empty", "every"], "empty"),
    do: [{ step: 1 }],
    focus: "rows",
  },
];

/**
 * @typedef {import("./types.js").Place | import("./types.js").Typed | { kind: "choice", names: readonly string[], right: number }} Bare
 * @param {readonly string[]} names
 * @param {string} right
 * @returns {Bare}
 */
function choice(names, right) {
  return { kind: "choice", names, right: names.indexOf(right) };
}

/** @type {readonly Station[]} */
export const STATIONS = TABLE.map(({ answer, ...rest }) => {
  const key = (/** @type {string} */ name) => ({ key: `tour.station.${rest.id}.${name}` });
  const said =
    answer.kind === "choice"
      ? { kind: answer.kind, options: answer.names.map(key), right: answer.right }
      : answer;
  return { ...rest, answer: said, text: key("text"), question: key("question"), reason: key("reason") };
});
