// @ts-check
// The line that is lit, large: what is multiplied is named and drawn in its shape with the present numbers, the result fills
// in, and under it stands the line of one element.

import { element } from "../../../../controls/dom.js";
import { isCalm } from "../../../../frame/calm.js";
import { say, t } from "../../../../i18n/index.js";
import { GRAPH } from "../../../../lecture/graph.js";
import { expressionOf, GIVEN_SHAPES } from "./expression.js";
import { nameOf } from "./naming.js";
import { loudestPixel, numberAt, pickOf } from "./numbers.js";
import { createPickLine } from "./pick-line.js";
import { createShape } from "./shape.js";
import { written } from "./writing.js";

/**
 * @typedef {import("../../../../lecture/graph.js").Name} Name
 * @typedef {import("../session.js").Inside} Inside
 * @typedef {import("../session.js").Pick} Pick
 */

/** Milliseconds in which a result fills in. */
const FILLING = 600;

/**
 * @param {{ inside: Inside, sheets: ReturnType<typeof import("./sheets.js").createSheets>, announce: (text: string) => void }} options
 */
export function createStage({ inside, sheets, announce }) {
  const title = element("h3", "stage-title");
  const why = element("p", "stage-why");
  const row = element("div", "stage-row");
  const pointed = element("p", "stage-pointed");
  const line = createPickLine({
    onFactor(factor) {
      inside.pick(chosenElement());
      inside.follow(factor);
    },
    onSum: (pick) => inside.pick(pick),
  });
  const root = element("div", "stage", title, why, row, line.element, pointed);
  const fill = createFilling((share) => shapes[0]?.setShare(share));

  /** @type {ReturnType<typeof createShape>[]} */
  let shapes = [];
  /** @type {Name | null | undefined} */
  let shown;

  /** Unit, pixel and output that are chosen. */
  function at() {
    const { unit: i, output: k, look, pixel } = inside;
    return { i, k, j: pixel ?? (look ? loudestPixel(look) : 0) };
  }
  function chosenElement() {
    return pickOf(inside.line ?? "p", at());
  }

  /** What the arrows have gone to is chosen. @param {Pick} pick */
  function move({ i, j, k }) {
    if (i !== undefined) inside.setUnit(i);
    if (k !== undefined) inside.setOutput(k);
    if (j !== undefined) inside.setPixel(j);
  }

  /** @param {Pick | null} pick */
  function point(pick) {
    const value = pick && inside.look ? numberAt(inside.look, pick) : null;
    if (pick && value !== null) {
      say(pointed, "digits.derivation.at", { place: nameOf(pick), value: () => written(pick.name, value) });
    } else say(pointed, "digits.derivation.hint");
  }

  function build() {
    for (const shape of shapes) shape.destroy();
    const { line: name } = inside;
    const tokens = name ? expressionOf(name) : GIVEN_SHAPES;
    shapes = [];
    row.replaceChildren(
      ...tokens.map((token) => {
        if (typeof token === "string") return element("span", "stage-sign", token);
        const shape = createShape(token, {
          sheets,
          announce,
          onPick: (pick) => inside.pick(pick),
          onMove: move,
          onPoint: point,
        });
        shapes.push(shape);
        return shape.element;
      }),
    );
    const operation = name ? (GRAPH[name].equals?.[0] ?? "") : "";
    say(title, name ? `digits.derivation.product.${operation}` : "digits.derivation.given");
    say(why, name ? `digits.derivation.why.${name}` : "digits.derivation.given.text");
    point(null);
    if (name && shown !== undefined)
      announce(`${GRAPH[name].symbol}: ${t(`digits.derivation.product.${operation}`)}`);
    shown = name;
    if (name) fill.begin();
    else fill.end();
  }

  return {
    element: root,
    show() {
      if (inside.line !== shown) build();
      const { look, line: name } = inside;
      for (const shape of shapes) shape.show(look, at());
      const known = name !== null && look !== null && numberAt(look, chosenElement()) !== null;
      line.element.hidden = !known;
      if (known && look) line.show(look, chosenElement());
    },
    destroy() {
      fill.end();
      for (const shape of shapes) shape.destroy();
    },
  };
}

/** @param {(share: number) => void} show */
function createFilling(show) {
  let frame = 0;
  function end() {
    cancelAnimationFrame(frame);
    frame = 0;
    show(1);
  }
  return {
    begin() {
      end();
      if (isCalm()) return;
      /** @type {number | null} */
      let began = null;
      const step = (/** @type {number} */ now) => {
        began ??= now;
        const share = Math.min(1, (now - began) / FILLING);
        show(share);
        frame = share < 1 ? requestAnimationFrame(step) : 0;
      };
      show(0);
      frame = requestAnimationFrame(step);
    },
    end,
  };
}
