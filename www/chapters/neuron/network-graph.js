// @ts-check
// The picture of the network of four numbers, in SVG: what goes forward in the circles, what comes back under them, σ′ as a
// valve between. Nodes and edges are those of the lecture's graph.

import { GRAPH, NAMES, nextOf, operandsOf } from "../../lecture/graph.js";
import { waysBack } from "./network-back.js";
import { circles, edges, given } from "./network-forward.js";
import { layoutOf } from "./network-layout.js";
import { createNumbers } from "./network-numbers.js";
import { shape } from "./network-shapes.js";

/**
 * @typedef {import("../../lecture/graph.js").Name} Name
 * @typedef {import("./network-layout.js").FieldName} FieldName
 */

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
  let numbers = createNumbers();
  /** @type {import("./network-numbers.js").Shown | null} */
  let shown = null;
  /** @type {Name | null} */
  let lit = null;

  /** @param {number} width */
  function build(width) {
    numbers = createNumbers();
    // The style sheet may ask for fewer units than there are pixels: then all is larger.
    const style = getComputedStyle(root);
    const units = Number(style.getPropertyValue("--network-units")) || width;
    const least = Number(style.getPropertyValue("--network-radius")) || 0;
    draw({ root, svg, fields }, layoutOf(units, fieldHeight(), least), numbers, width / units);
    if (shown) numbers.write(shown);
    light(root, lit);
  }
  const stopWidth = onWidth(root, build);
  svg.addEventListener("pointerover", (event) => {
    const at = event.target instanceof Element ? event.target.closest("[data-stage]") : null;
    onPoint?.(at?.getAttribute("data-stage") ?? null);
  });
  svg.addEventListener("pointerleave", () => onPoint?.(null));

  return {
    element: root,
    svg,
    /** @param {import("./network-numbers.js").Shown} next */
    show(next) {
      shown = next;
      numbers.write(next);
    },
    /** How far σ′ is open, alone. @param {import("./network-numbers.js").Shown["open"]} open */
    open(open) {
      if (!shown) return;
      shown = { ...shown, open };
      numbers.write(shown);
    },
    /** Lights what a stage computes, and from where it comes. @param {string | null} stage */
    setLit(stage) {
      const next = /** @type {Name | null} */ (stage);
      if (next === lit) return;
      lit = next;
      light(root, lit);
    },
    destroy: stopWidth,
  };
}

/**
 * @param {{ root: HTMLElement, svg: SVGElement, fields: Record<FieldName, HTMLElement> }} into
 * @param {import("./network-layout.js").Layout} layout
 * @param {ReturnType<typeof createNumbers>} numbers
 * @param {number} zoom pixels in a unit of the layout
 */
function draw({ root, svg, fields }, layout, numbers, zoom) {
  svg.setAttribute("viewBox", `0 0 ${layout.width} ${layout.height}`);
  svg.setAttribute("width", String(zoom * layout.width));
  svg.setAttribute("height", String(zoom * layout.height));
  root.classList.toggle("network-folded", layout.folded);
  root.style.setProperty("--network-height", `${zoom * layout.height}px`);
  root.style.setProperty("--network-zoom", String(zoom));
  const names = /** @type {FieldName[]} */ (Object.keys(layout.fields));
  for (const name of names) {
    fields[name].style.left = `${zoom * layout.fields[name].x}px`;
    fields[name].style.top = `${zoom * layout.fields[name].y}px`;
  }
  svg.replaceChildren(
    ...edges(layout),
    ...names.flatMap((name) => given(name, layout, numbers)),
    ...circles(layout, numbers),
    ...waysBack(layout, numbers),
  );
}

/**
 * Calls when the width has changed, whole pixels: at first before it is painted, so that nothing under it moves. Later a new
 * width may fold the chain and so change the height that is being observed: so not in the same turn.
 * @param {HTMLElement} root
 * @param {(width: number) => void} action
 */
function onWidth(root, action) {
  let width = 0;
  /** @param {number} now */
  function note(now) {
    const next = Math.floor(now);
    if (next <= 0 || next === width) return;
    width = next;
    action(width);
  }
  let frame = requestAnimationFrame(() => note(root.clientWidth));
  const observer = new ResizeObserver((entries) => {
    const next = entries.at(-1)?.contentRect.width ?? 0;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => note(next));
  });
  observer.observe(root);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

/** What is lit at a stage: all that is computed in it, and the way by which it comes. @param {Name} stage */
function litAt(stage) {
  const { by } = GRAPH[stage];
  return [stage, ...NAMES.filter((name) => GRAPH[name].stage === stage), by ? `back-${by}` : `edge-${stage}`];
}

/** What it is computed from stays in sight. @param {Name} stage */
function sourcesOf(stage) {
  const { by } = GRAPH[stage];
  const names = operandsOf(stage);
  // The first derivative comes back from ε itself.
  const from = by && nextOf(by) === "error" ? ["error"] : [];
  return [...names, ...names.map((name) => `field-${name}`), ...from];
}

/** @param {HTMLElement} root @param {Name | null} stage */
function light(root, stage) {
  const names = stage === null ? [] : litAt(stage);
  const sources = stage === null ? [] : sourcesOf(stage);
  for (const part of root.querySelectorAll("[data-lit]")) {
    const name = part.getAttribute("data-lit") ?? "";
    part.classList.toggle("lit", names.includes(name));
    part.classList.toggle("source", sources.includes(name));
  }
  root.classList.toggle("network-lit", stage !== null);
}
