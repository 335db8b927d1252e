// @ts-check
// All lines of the derivation: each in vectors, with its shapes filled in as far as the walk has come, and element by element.

import { mountPlot } from "../../../../chart/canvas.js";
import { element, words } from "../../../../controls/dom.js";
import { t } from "../../../../i18n/index.js";
import { GRAPH } from "../../../../lecture/graph.js";
import { math } from "../../../../lecture/math.js";
import { equalsOf, symbolOf } from "../../../../lecture/notation.js";
import { LINES } from "../lines.js";
import { expressionOf, extentOf } from "./expression.js";
import { colourOf, drawShape } from "./sheets.js";

/**
 * @typedef {import("../../../../lecture/graph.js").Name} Name
 * @typedef {import("../session.js").Inside} Inside
 */

const VECTORS = { vectors: true };
const ELEMENTS = { indices: { input: "j", hidden: "i", output: "k" } };

/** The longest side of a shape in a line, and the room of a sign. */
const SIDE = 28;
const SIGN = 13;
const BRACKET = 6;

/**
 * @param {{ inside: Inside, sheets: ReturnType<typeof import("./sheets.js").createSheets>, onChoose: (line: Name) => void }} options
 */
export function createLinesList({ inside, sheets, onChoose }) {
  const lines = LINES.map((name) => createLine(name, { inside, sheets, onChoose: () => onChoose(name) }));
  /** @param {string} title @param {boolean} back */
  const part = (title, back) =>
    element(
      "div",
      "lines-part",
      words("h3", "lines-title", title),
      element(
        "ol",
        "lines",
        ...lines.filter(({ name }) => (GRAPH[name].by !== undefined) === back).map((line) => line.element),
      ),
    );
  /** @type {import("../looking.js").Look | null} */
  let shownLook = null;
  /** @type {Name | null} */
  let shownLine = null;

  return {
    element: element(
      "div",
      "lines-all",
      part("digits.derivation.forward", false),
      part("digits.derivation.back", true),
    ),
    show() {
      const { look, line } = inside;
      if (line !== shownLine)
        for (const one of lines) one.setLit(one.name === line, line === null || isBefore(one.name, line));
      if (line !== shownLine || look !== shownLook) for (const one of lines) one.redraw();
      shownLook = look;
      shownLine = line;
    },
    redraw() {
      for (const one of lines) one.redraw();
    },
    destroy() {
      for (const one of lines) one.destroy();
    },
  };
}

/** @param {Name} name @param {Name} line */
function isBefore(name, line) {
  return LINES.indexOf(name) <= LINES.indexOf(line);
}

/**
 * @param {Name} name
 * @param {{ inside: Inside, sheets: ReturnType<typeof import("./sheets.js").createSheets>, onChoose: () => void }} options
 */
function createLine(name, { inside, sheets, onChoose }) {
  const canvas = element("canvas", "line-shapes");
  canvas.setAttribute("aria-hidden", "true");
  const formulas = [
    math([symbolOf(name, VECTORS), "=", ...equalsOf(name, VECTORS)], { className: "line-vectors" }),
    math([symbolOf(name, ELEMENTS), "=", ...equalsOf(name, ELEMENTS)], { className: "line-elements" }),
  ];
  // A button is said as one string of letters, which is no way to read a formula: it is said in words.
  for (const formula of formulas) formula.setAttribute("aria-hidden", "true");
  const sentence = words("span", "visually-hidden", "digits.derivation.line", {
    name: GRAPH[name].symbol,
    product: () => t(`digits.derivation.product.${GRAPH[name].equals?.[0]}`),
  });
  const [vectors, elements] = formulas;
  const press = element("button", "line", vectors, canvas, elements, sentence);
  press.type = "button";
  press.dataset.line = name;
  press.addEventListener("click", onChoose);
  let known = true;
  const plot = mountPlot(canvas, (ctx, { width, height, ratio, colours }) => {
    const tokens = expressionOf(name);
    const scale = Math.min(1, width / widthOf(tokens));
    let left = 0;
    ctx.font = `${13 * scale}px ${colours.mathFont}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const [place, token] of tokens.entries()) {
      const room = roomOf(token) * scale;
      if (typeof token === "string") {
        ctx.fillStyle = colours.muted;
        ctx.fillText(token, left + room / 2, height / 2);
      } else {
        const extent = extentOf(token);
        const tall = extent.height * SIDE * scale;
        const hidden = place === 0 && !known;
        const sheet = hidden || !inside.look ? null : sheets(inside.look.trace, token.name, colours);
        drawShape(ctx, sheet, {
          left: left + 2 * scale,
          top: (height - tall) / 2,
          width: extent.width * SIDE * scale,
          height: tall,
          turned: token.turned,
          edge: colourOf(token.name, colours),
          ratio,
          colours,
        });
      }
      left += room;
    }
  });

  return {
    name,
    element: element("li", "", press),
    /** @param {boolean} lit @param {boolean} next whether its result is there */
    setLit(lit, next) {
      press.classList.toggle("lit", lit);
      if (lit) press.setAttribute("aria-current", "step");
      else press.removeAttribute("aria-current");
      known = next;
    },
    redraw: plot.redraw,
    destroy: plot.destroy,
  };
}

/** @param {import("./expression.js").Token} token */
function roomOf(token) {
  if (typeof token !== "string") return extentOf(token).width * SIDE + 4;
  return /^[()²]$/.test(token) ? BRACKET : SIGN;
}

/** @param {readonly import("./expression.js").Token[]} tokens */
function widthOf(tokens) {
  return tokens.reduce((sum, token) => sum + roomOf(token), 0);
}
