// @ts-check
// The network of four numbers as a chain x → p → y → q → z → ε, in SVG: what goes forward in the circles, what comes back
// under them, σ′ as a valve between. Where there is no room for one row the chain is folded into two.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {"x" | "p" | "y" | "q" | "z" | "error"} NodeName */
/** @typedef {"x" | "V" | "v" | "U" | "u" | "l"} FieldName */
/** @typedef {{ x: number, y: number }} Place */

/**
 * @typedef {Object} Layout
 * @property {boolean} folded
 * @property {number} height
 * @property {number} radius of the circles
 * @property {Record<NodeName, Place>} nodes centres
 * @property {Record<FieldName, Place>} fields centres of the fields
 * @property {Place[]} turn the way from y to q
 */

/** Below this width the chain is folded. */
const FOLD = 604;
/** Lines of text above a field: the symbol of its derivative and the number. */
const ABOVE = 32;
/** From a field down to the circles. */
const STEM = 20;
/** Under the circles: symbol, number, the valves. */
const BELOW = 54;
const EDGE = 4;

/** Longer numbers are written smaller where the chain is folded. */
const SHORT_NUMBER = 6;
/** How wide the style sheet makes a field, in one row and folded. */
export const FIELD_WIDTH = { row: 64, folded: 58 };

/** Room between neighbours, in parts of the width: an edge with a parameter on it is longer. */
const GAPS = { xp: 1.6, py: 1.15, yq: 1.6, qz: 1.15, ze: 1.2 };

/**
 * Where everything stands in a given width.
 * @param {number} width CSS pixels
 * @param {number} field height of a field
 * @returns {Layout}
 */
export function layoutOf(width, field) {
  const folded = width < FOLD;
  const radius = folded
    ? Math.min(28, Math.max(22, width * 0.072))
    : Math.min(34, Math.max(26, width * 0.042));
  const row = ABOVE + field + STEM + 2 * radius + BELOW;
  const side = Math.max(radius + EDGE, (folded ? FIELD_WIDTH.folded : FIELD_WIDTH.row) / 2);
  const left = side;
  const right = width - side;
  const line = ABOVE + field + STEM + radius;
  const fields = ABOVE + field / 2;
  if (!folded) {
    const unit = (right - left) / (GAPS.xp + GAPS.py + GAPS.yq + GAPS.qz + GAPS.ze);
    const x = left;
    const p = x + GAPS.xp * unit;
    const y = p + GAPS.py * unit;
    const q = y + GAPS.yq * unit;
    const z = q + GAPS.qz * unit;
    const at = (/** @type {number} */ px) => ({ x: px, y: line });
    const above = (/** @type {number} */ px) => ({ x: px, y: fields });
    return {
      folded,
      radius,
      height: row,
      nodes: { x: at(x), p: at(p), y: at(y), q: at(q), z: at(z), error: at(right) },
      fields: {
        x: above(x),
        V: above((x + p) / 2),
        v: above(p),
        U: above((y + q) / 2),
        u: above(q),
        l: above(right),
      },
      turn: [at(y + radius), at(q - radius)],
    };
  }
  const upper = (right - left) / (GAPS.xp + GAPS.py);
  const p = left + GAPS.xp * upper;
  const lower = (right - EDGE) / (1.3 + GAPS.qz + GAPS.ze);
  const q = EDGE + 1.3 * lower;
  const z = q + GAPS.qz * lower;
  const second = row + 12;
  return {
    folded,
    radius,
    height: second + row,
    nodes: {
      x: { x: left, y: line },
      p: { x: p, y: line },
      y: { x: right, y: line },
      q: { x: q, y: second + line },
      z: { x: z, y: second + line },
      error: { x: right, y: second + line },
    },
    fields: {
      x: { x: left, y: fields },
      V: { x: (left + p) / 2, y: fields },
      v: { x: p, y: fields },
      U: { x: (EDGE + q - radius) / 2, y: second + fields },
      u: { x: q, y: second + fields },
      l: { x: right, y: second + fields },
    },
    turn: [
      { x: right + radius, y: line },
      { x: width - 1, y: line },
      { x: width - 1, y: row + 2 },
      { x: 1, y: row + 2 },
      { x: 1, y: second + line },
      { x: q - radius, y: second + line },
    ],
  };
}

/**
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
function shape(tag, attributes, ...children) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** As exact as a screen is: longer coordinates only make the drawing heavier. @param {number} pixel */
const tenth = (pixel) => Math.round(pixel * 10) / 10;

/** @param {readonly Place[]} points */
function pathOf(points) {
  return points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${tenth(x)} ${tenth(y)}`).join("");
}

/**
 * The symbols of the circles, and of what comes back under each or over each parameter. ε comes back to nobody.
 * @type {readonly { name: NodeName, symbol: string, quantity: string, back: string | null }[]}
 */
const NODES = [
  { name: "x", symbol: "x", quantity: "", back: null },
  { name: "p", symbol: "p", quantity: "activation", back: "d_p" },
  { name: "y", symbol: "y", quantity: "activation", back: "d_y" },
  { name: "q", symbol: "q", quantity: "activation", back: "d_q" },
  { name: "z", symbol: "z", quantity: "activation", back: "d_z" },
  { name: "error", symbol: "ε", quantity: "error", back: null },
];

/** What is lit at a stage besides what bears its name: the way by which a number comes. @type {Record<string, string>} */
const WAYS = {
  p: "edge-p",
  y: "edge-y",
  q: "edge-q",
  z: "edge-z",
  error: "edge-error",
  d_z: "back-z",
  d_q: "back-q d_u",
  d_y: "back-y",
  d_p: "back-p d_v",
  d_U: "back-U",
  d_V: "back-V",
};

/** What it is computed from stays in sight. @type {Record<string, string>} */
const SOURCES = {
  p: "x field-x field-V field-v",
  y: "p",
  q: "y field-U field-u",
  z: "q",
  error: "z field-l",
  d_z: "z field-l error",
  d_q: "d_z",
  d_y: "d_q field-U",
  d_p: "d_y",
  d_U: "d_q y",
  d_V: "d_p x",
};

/**
 * @typedef {Object} GraphTexts
 * @property {Record<NodeName, string>} nodes the numbers in the circles
 * @property {Record<string, string>} backward the numbers of d_z, d_q, d_y, d_p and of d_V, d_v, d_U, d_u
 * @property {{ p: Valve, q: Valve }} valves
 *
 * @typedef {{ share: number, text: string }} Valve σ′ as a part of its greatest value, and in figures
 */

/** A valve less open than this is drawn as shut. */
const SHUT = 1 / 6;
const VALVE_WIDTH = 40;

/**
 * @param {{
 *   fields: Record<FieldName, HTMLElement>,
 *   fieldHeight: () => number,
 *   onPoint?: (stage: string | null) => void,
 * }} options fields for the numbers that may be typed, placed by the graph; `onPoint`: what the pointer is on
 */
export function createNetworkGraph({ fields, fieldHeight, onPoint }) {
  const svg = shape("svg", { class: "network-svg", role: "img" });
  const root = document.createElement("div");
  root.className = "network";
  root.append(svg);
  for (const [name, field] of Object.entries(fields)) {
    field.classList.add("network-field");
    field.dataset.lit = `field-${name}`;
    root.append(field);
  }

  /** @type {Map<string, Element>} places of numbers */
  const texts = new Map();
  /** @type {Map<string, SVGElement>} */
  const bars = new Map();
  /** @type {GraphTexts | null} */
  let shown = null;
  /** @type {string | null} */
  let lit = null;
  let width = 0;
  let frame = 0;

  /**
   * A symbol of the lecture with a number under it, both centred.
   * @param {{ id: string, symbol: string, x: number, y: number, quantity: string, size?: number }} look
   */
  function labelled({ id, symbol, x, y, quantity, size = 14 }) {
    const number = shape("text", { x, y: y + 16, class: "network-number" });
    texts.set(id, number);
    return shape(
      "g",
      { class: `network-label ${quantity}`, "data-lit": id, "data-stage": id },
      shape("text", { x, y, class: "network-symbol", "font-size": size }, symbol),
      number,
    );
  }

  /**
   * @param {string} lits names that light it
   * @param {readonly Place[]} points
   * @param {string} [kind]
   */
  function arrow(lits, points, kind = "") {
    const end = /** @type {Place} */ (points.at(-1));
    const before = /** @type {Place} */ (points.at(-2));
    const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
    const [dx, dy] = [(end.x - before.x) / length, (end.y - before.y) / length];
    const head = [
      { x: end.x - 7 * dx + 3.5 * dy, y: end.y - 7 * dy - 3.5 * dx },
      end,
      { x: end.x - 7 * dx - 3.5 * dy, y: end.y - 7 * dy + 3.5 * dx },
    ];
    return shape(
      "g",
      { class: `network-arrow ${kind}`, "data-lit": lits },
      shape("path", { d: pathOf(points) }),
      shape("path", { d: pathOf(head) }),
    );
  }

  /**
   * A word of the lecture beside an arrow.
   * @param {string} lits the name that lights it
   * @param {string} text
   * @param {number} x
   * @param {number} y
   * @param {string} [kind]
   */
  function beside(lits, text, x, y, kind = "") {
    return shape("text", { x, y, class: `network-beside ${kind}`, "font-size": 14, "data-lit": lits }, text);
  }

  /**
   * The way back from one circle to the one before it, along the lane under them.
   * @param {string} name of where it leads
   * @param {number} from
   * @param {number} to
   * @param {number} lane
   * @param {string} word
   */
  function wayBack(name, from, to, lane, word) {
    return [
      arrow(
        `back-${name}`,
        [
          { x: from, y: lane + 6 },
          { x: to, y: lane + 6 },
        ],
        "derivative",
      ),
      beside(`back-${name}`, word, (from + 3 * to) / 4, lane, "derivative"),
    ];
  }

  /**
   * σ′ between two circles: how much of what comes back it lets through.
   * @param {"p" | "q"} name of its argument
   * @param {number} x middle
   * @param {number} lane
   */
  function valve(name, x, lane) {
    const bar = shape("rect", {
      x: x - VALVE_WIDTH / 2,
      y: lane + 3,
      height: 7,
      rx: 2,
      width: 0,
      class: "network-valve-open",
    });
    const number = shape("text", { x, y: lane + 26, class: "network-number network-valve-number" });
    texts.set(`valve-${name}`, number);
    bars.set(name, bar);
    return shape(
      "g",
      { class: "network-valve", "data-lit": `back-${name}`, "data-valve": name },
      shape("text", { x, y: lane - 3, class: "network-symbol", "font-size": 14 }, `σ′(${name})`),
      shape("rect", {
        x: x - VALVE_WIDTH / 2,
        y: lane + 3,
        height: 7,
        rx: 2,
        width: VALVE_WIDTH,
        class: "network-valve-track",
      }),
      bar,
      number,
    );
  }

  function build() {
    const field = fieldHeight();
    const layout = layoutOf(width, field);
    const { nodes, radius, folded } = layout;
    svg.setAttribute("viewBox", `0 0 ${width} ${layout.height}`);
    svg.setAttribute("width", String(width));
    svg.setAttribute("height", String(layout.height));
    root.classList.toggle("network-folded", folded);
    root.style.setProperty("--network-height", `${layout.height}px`);
    texts.clear();
    bars.clear();
    /** @type {SVGElement[]} */
    const parts = [];

    const right = (/** @type {NodeName} */ name) => ({ x: nodes[name].x + radius, y: nodes[name].y });
    const left = (/** @type {NodeName} */ name) => ({ x: nodes[name].x - radius - 1, y: nodes[name].y });
    parts.push(
      arrow("edge-p", [right("x"), left("p")]),
      arrow("edge-y", [right("p"), left("y")]),
      arrow("edge-q", [...layout.turn.slice(0, -1), left("q")]),
      arrow("edge-z", [right("q"), left("z")]),
      arrow("edge-error", [right("z"), left("error")]),
    );
    for (const [from, to] of /** @type {const} */ ([
      ["p", "y"],
      ["q", "z"],
    ])) {
      parts.push(beside(`edge-${to}`, "σ", (nodes[from].x + nodes[to].x) / 2, nodes[from].y - 8));
    }

    for (const [name, place] of /** @type {[FieldName, Place][]} */ (Object.entries(layout.fields))) {
      const holder = fields[name];
      holder.style.left = `${place.x}px`;
      holder.style.top = `${place.y}px`;
      const bottom = place.y + field / 2 + 2;
      const weight = name === "V" || name === "U";
      const node = name === "v" ? nodes.p : name === "u" ? nodes.q : name === "x" ? nodes.x : nodes.error;
      const line = name === "U" ? nodes.q.y : nodes.p.y;
      const end = weight ? line : node.y - radius;
      const kind = name === "x" ? "plain" : name === "l" ? "label" : "a";
      parts.push(
        shape("path", {
          d: pathOf([
            { x: place.x, y: bottom },
            { x: place.x, y: end },
          ]),
          class: `network-stem ${kind}`,
          "data-lit": `field-${name}`,
        }),
      );
      if (name !== "x") {
        parts.push(
          shape(
            "text",
            {
              x: place.x + 10,
              y: bottom + 15,
              class: `network-symbol ${kind}`,
              "font-size": 18,
              "data-lit": `field-${name}`,
            },
            name,
          ),
        );
      }
      if (weight)
        parts.push(
          shape("circle", { cx: place.x, cy: line, r: 5, class: "network-dot", "data-lit": `field-${name}` }),
        );
      else if (kind === "a") {
        parts.push(
          shape("circle", {
            cx: place.x,
            cy: end - 1,
            r: 4,
            class: "network-dot",
            "data-lit": `field-${name}`,
          }),
        );
      } else if (name === "l") {
        parts.push(
          shape("rect", {
            x: place.x - 4,
            y: end - 5,
            width: 8,
            height: 8,
            class: "network-square",
            "data-lit": "field-l",
          }),
        );
      }
      if (kind === "a") {
        parts.push(
          labelled({
            id: `d_${name}`,
            symbol: `∂ε/∂${name}`,
            x: place.x,
            y: place.y - field / 2 - ABOVE + 11,
            quantity: "derivative",
            size: 13,
          }),
        );
      }
    }

    for (const { name, symbol, quantity, back } of NODES) {
      const { x, y } = nodes[name];
      const number = shape("text", { x, y: y + 15, class: "network-number network-value" });
      texts.set(name, number);
      parts.push(
        shape(
          "g",
          { class: `network-node ${quantity}`, "data-lit": name, "data-stage": name },
          shape("circle", { cx: x, cy: y, r: radius }),
          shape("text", { x, y: y - 3, class: "network-symbol", "font-size": 19 }, symbol),
          number,
        ),
      );
      if (back) {
        parts.push(
          labelled({
            id: back,
            symbol: `∂ε/∂${name}`,
            x,
            y: y + radius + 22,
            quantity: "derivative",
            size: 13,
          }),
        );
      }
    }

    const lane = (/** @type {NodeName} */ name) => nodes[name].y + radius + 24;
    const half = 30;
    parts.push(
      ...wayBack("z", nodes.error.x, nodes.z.x + half, lane("z"), "z − l"),
      valve("q", (nodes.q.x + nodes.z.x) / 2, lane("q")),
      valve("p", (nodes.p.x + nodes.y.x) / 2, lane("p")),
    );
    parts.push(...wayBack("y", nodes.q.x - half, folded ? EDGE : nodes.y.x + half, lane("q"), "· U"));
    // To the weights the way branches off, up to the edge on which they stand.
    const { V, U } = layout.fields;
    parts.push(
      arrow(
        "back-V",
        [
          { x: nodes.p.x - half, y: lane("p") + 6 },
          { x: V.x, y: lane("p") + 6 },
          { x: V.x, y: nodes.p.y + 8 },
        ],
        "derivative",
      ),
      beside("back-V", "· x", V.x - 14, (nodes.p.y + lane("p")) / 2 + 10, "derivative"),
      arrow(
        "back-U",
        [
          { x: U.x, y: lane("q") + 6 },
          { x: U.x, y: nodes.q.y + 8 },
        ],
        "derivative",
      ),
      beside("back-U", "· y", U.x - 14, (nodes.q.y + lane("q")) / 2 + 4, "derivative"),
    );
    svg.replaceChildren(...parts);
    write();
    light();
  }

  function write() {
    if (!shown) return;
    const all = { ...shown.nodes, ...shown.backward };
    for (const [name, text] of Object.entries(all)) put(name, text);
    for (const name of /** @type {const} */ (["p", "q"])) {
      const { share, text } = shown.valves[name];
      put(`valve-${name}`, text);
      const bar = bars.get(name);
      bar?.setAttribute("width", String(Math.max(share > 0 ? 1 : 0, share * VALVE_WIDTH)));
      bar?.parentElement?.classList.toggle("network-valve-shut", share < SHUT);
    }
  }

  /** @param {string} name @param {string} text */
  function put(name, text) {
    const place = texts.get(name);
    if (!place || place.textContent === text) return;
    place.textContent = text;
    place.classList.toggle("network-long", text.length > SHORT_NUMBER);
  }

  function light() {
    const names = lit === null ? [] : [lit, ...(WAYS[lit] ?? "").split(" ")];
    const sources = lit === null ? [] : (SOURCES[lit] ?? "").split(" ");
    for (const part of root.querySelectorAll("[data-lit]")) {
      const name = part.getAttribute("data-lit") ?? "";
      part.classList.toggle("lit", names.includes(name));
      part.classList.toggle("source", sources.includes(name));
    }
    root.classList.toggle("network-lit", lit !== null);
  }

  const observer = new ResizeObserver((entries) => {
    const next = Math.floor(entries.at(-1)?.contentRect.width ?? 0);
    if (next <= 0 || next === width) return;
    width = next;
    // A new width may fold the chain and so change the height that is being observed: not in the same turn.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(build);
  });
  observer.observe(root);

  svg.addEventListener("pointerover", (event) => {
    const at = event.target instanceof Element ? event.target.closest("[data-stage]") : null;
    onPoint?.(at?.getAttribute("data-stage") ?? null);
  });
  svg.addEventListener("pointerleave", () => onPoint?.(null));

  return {
    element: root,
    svg,
    /** @param {GraphTexts} next */
    show(next) {
      shown = next;
      write();
    },
    /** Lights what a stage computes, and from where it comes. @param {string | null} stage */
    setLit(stage) {
      if (stage === lit) return;
      lit = stage;
      light();
    },
    destroy() {
      cancelAnimationFrame(frame);
      observer.disconnect();
    },
  };
}
