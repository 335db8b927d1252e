// @ts-check
// The flow: x⃗ → p⃗ → y⃗ → q⃗ → z⃗ and back, as columns of numbers with what lies between. A unit or an output is shown while it
// is pointed at, and chosen by a press; chosen already, a press asks where its number comes from.

import { mountPlot } from "../../../chart/canvas.js";
import { createChoice } from "../../../controls/choice.js";
import { element, words } from "../../../controls/dom.js";
import { createFigure } from "../../../controls/figure.js";
import { say, t } from "../../../i18n/index.js";
import { figures, fixed, plain } from "../../../i18n/numbers.js";
import { AXES, GRAPH } from "../../../lecture/graph.js";
import { math } from "../../../lecture/math.js";
import { symbolOf } from "../../../lecture/notation.js";
import { drawFlow } from "./flow-drawing.js";
import { flowHit, flowLayout } from "./flow-layout.js";
import { isKnown, isLit, PLACES, shownAt } from "./flow-scene.js";
import { put } from "./number.js";
import { createSigned } from "./signed.js";

/** @typedef {import("./session.js").Inside} Inside */
/** @typedef {{ unit?: number, output?: number, pixel?: number }} Hit */

/** @param {{ inside: Inside, frame: import("../../../frame/lab.js").Frame }} options */
export function createFlow({ inside, frame }) {
  const figure = createFigure({ className: "inside-flow", label: "digits.inside.flow.label" });
  const headings = createHeadings(inside);
  const signed = createSigned();
  const layout = () =>
    flowLayout({
      width: figure.canvas.clientWidth,
      height: figure.canvas.clientHeight,
      hidden: inside.hidden,
    });
  const plot = mountPlot(figure.canvas, (ctx, { width, height, ratio, colours }) => {
    const places = flowLayout({ width, height, hidden: inside.hidden });
    headings.place(places);
    drawFlow(ctx, inside, { layout: places, ratio, colours, signed });
  });
  const hand = listen(figure.canvas, { inside, layout, announce: frame.announce });
  const ways = createChoice({
    label: "digits.inside.way",
    options: [
      { value: /** @type {"forward" | "back"} */ ("forward"), text: "digits.inside.way.forward" },
      { value: "back", text: "digits.inside.way.back" },
    ],
    value: inside.way,
    onChange: (way) => inside.setWay(way),
  });
  const note = words("p", "caption inside-way-note", "digits.inside.way.forward.note");
  figure.element.append(headings.element);

  return {
    element: element(
      "div",
      "inside-flow-block",
      element("div", "inside-flow-head", ways.element, note),
      figure.element,
    ),
    show() {
      ways.set(inside.way);
      say(note, `digits.inside.way.${inside.way}.note`);
      headings.show();
      plot.redraw();
    },
    destroy() {
      hand();
      plot.destroy();
    },
  };
}

/** Symbols above the columns and their sizes below. @param {Inside} inside */
function createHeadings(inside) {
  const made = PLACES.map((place) => {
    const symbol = element("span", "inside-symbol");
    const size = element("span", "inside-size");
    symbol.dataset.place = place;
    size.dataset.place = place;
    return { place, symbol, size, shown: "" };
  });
  let placed = "";
  const root = element("div", "inside-headings", ...made.flatMap(({ symbol, size }) => [symbol, size]));
  root.setAttribute("aria-hidden", "true");
  return {
    element: root,
    /** @param {import("./flow-layout.js").FlowLayout} layout */
    place({ middles }) {
      const places = JSON.stringify(middles);
      if (places === placed) return;
      placed = places;
      for (const { place, symbol, size } of made) {
        const left = `${middles[place]}px`;
        symbol.style.left = left;
        size.style.left = left;
      }
    },
    show() {
      for (const heading of made) {
        const { place, symbol, size } = heading;
        const name = shownAt(place, inside);
        if (name !== heading.shown) {
          heading.shown = name;
          symbol.replaceChildren(place === "error" ? "" : math([symbolOf(name, { vectors: true })]));
        }
        symbol.classList.toggle("inside-pale", !isLit(place, inside));
        put(size, place === "error" ? errorText(inside) : sizeOf(place, inside.hidden));
      }
    },
  };
}

/** @param {Inside} inside */
function errorText(inside) {
  const error = inside.trace?.error ?? null;
  return error === null || !isKnown("error", inside) ? "" : `ε = ${figures(error)}`;
}

/** How many numbers stand there: 30 × 784. @param {import("./flow-scene.js").Place} place @param {number} hidden */
function sizeOf(place, hidden) {
  const sizes = GRAPH[place].shape.map((axis) => (axis === "hidden" ? plain(hidden) : AXES[axis].size));
  return hidden > 0 ? sizes.join(" × ") : "";
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{ inside: Inside, layout: () => import("./flow-layout.js").FlowLayout, announce: (text: string) => void }} options
 */
function listen(canvas, { inside, layout, announce }) {
  const listening = new AbortController();
  const { signal } = listening;
  /** Which column the arrows go through. @type {"unit" | "output"} */
  let column = "output";

  /** @param {MouseEvent} event @returns {Hit} */
  function at(event) {
    const box = canvas.getBoundingClientRect();
    const hit = inside.trace
      ? flowHit(layout(), inside.hidden, event.clientX - box.left, event.clientY - box.top)
      : null;
    return hit ?? {};
  }
  /** @param {"unit" | "output"} which @param {number} to */
  function choose(which, to) {
    column = which;
    if (which === "unit") inside.setUnit(to);
    else inside.setOutput(to);
    announce(spoken(inside, which, to));
  }

  canvas.addEventListener(
    "pointermove",
    (event) => {
      const { unit, output, pixel } = at(event);
      canvas.style.cursor = [unit, output, pixel].some((one) => one !== undefined) ? "pointer" : "";
      if (event.pointerType === "touch") return;
      inside.pass(unit !== undefined ? { unit } : output !== undefined ? { output } : {});
    },
    { signal },
  );
  canvas.addEventListener("pointerleave", () => inside.pass({}), { signal });
  canvas.addEventListener(
    "click",
    (event) => {
      const { unit, output, pixel } = at(event);
      if (pixel !== undefined) inside.setPixel(pixel);
      else if (unit !== undefined) {
        if (inside.chosen.unit === unit) pickUnit(inside, unit);
        else choose("unit", unit);
      } else if (output !== undefined) {
        if (inside.chosen.output === output) pickOutput(inside, output);
        else choose("output", output);
      }
    },
    { signal },
  );
  canvas.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !inside.trace) return;
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        column = event.key === "ArrowLeft" ? "unit" : "output";
        announce(spoken(inside, column, inside[column]));
      } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
        const count = column === "unit" ? inside.hidden : 10;
        const to = inside[column] + (event.key === "ArrowDown" ? 1 : -1);
        choose(column, Math.min(count - 1, Math.max(0, to)));
      } else if (event.key === "Enter") {
        if (column === "unit") pickUnit(inside, inside.unit);
        else pickOutput(inside, inside.output);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
  canvas.tabIndex = 0;
  canvas.dataset.ownKeys = "";
  return () => listening.abort();
}

/** @param {Inside} inside @param {number} i */
function pickUnit(inside, i) {
  inside.pick({ name: inside.way === "back" ? "d_p" : "p", i });
}

/** @param {Inside} inside @param {number} k */
function pickOutput(inside, k) {
  inside.pick({ name: inside.way === "back" ? "d_q" : "z", k });
}

/** @param {Inside} inside @param {"unit" | "output"} which @param {number} at */
function spoken({ trace }, which, at) {
  if (which === "unit") {
    const [p, y] = [figures(Number(trace?.p[at])), figures(Number(trace?.y[at]))];
    return t("digits.inside.said.unit", { unit: at + 1, p, y });
  }
  return t("digits.inside.said.output", { digit: at, z: fixed(Number(trace?.z[at]), 2) });
}
