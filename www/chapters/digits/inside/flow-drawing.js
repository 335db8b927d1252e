// @ts-check
// Drawing the flow: the image, the columns p y q z l with their bars, and the error. Each takes what it draws as arguments.

import { figures, fixed, plain } from "../../../i18n/numbers.js";
import { drawImage } from "../image.js";
import { drawEdges, drawFilter } from "./flow-edges.js";
import { outputBox, unitBox } from "./flow-layout.js";
import { drawBar, drawCell, drawDifference, drawLabel, drawTrack, ring, zeroLine } from "./flow-marks.js";
import { isKnown, isLit, largest, PALE, shownAt } from "./flow-scene.js";
import { markPixel } from "./picture.js";

/**
 * @typedef {import("../../../chart/colours.js").Colours} Colours
 * @typedef {import("./flow-layout.js").FlowLayout} FlowLayout
 * @typedef {import("./flow-layout.js").Box} Box
 * @typedef {import("./session.js").Inside} Inside
 * @typedef {{ layout: FlowLayout, ratio: number, colours: Colours,
 *   signed: ReturnType<typeof import("./signed.js").createSigned> }} Look
 */

const DIGITS = 10;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Inside} inside
 * @param {Look} look
 */
export function drawFlow(ctx, inside, look) {
  const { layout, ratio, colours } = look;
  const { image } = layout;
  drawEdges(ctx, inside, look);
  ctx.globalAlpha = isLit("x", inside) ? 1 : PALE;
  drawImage(ctx, inside.image, { ...image, side: image.width, ratio, colours });
  ctx.strokeStyle = colours.grid;
  ctx.lineWidth = 1;
  ctx.strokeRect(image.left + 0.5, image.top + 0.5, image.width - 1, image.height - 1);
  if (inside.pixel !== null) markPixel(ctx, inside.pixel, { ...image, side: image.width, ratio, colours });
  ctx.globalAlpha = 1;
  if (!inside.trace) return;
  drawChosen(ctx, inside, look);
  drawUnits(ctx, inside, look);
  drawFilter(ctx, inside, look);
  drawOutputs(ctx, inside, look);
}

/** A band behind the chosen unit, and one behind the chosen output. @param {CanvasRenderingContext2D} ctx @param {Inside} inside @param {Look} look */
function drawChosen(ctx, { unit, output, hidden }, { layout, colours }) {
  ctx.fillStyle = colours.ink;
  ctx.globalAlpha = 0.08;
  const q = outputBox(layout, "q", output);
  const l = outputBox(layout, "l", output);
  ctx.beginPath();
  ctx.roundRect(q.left - 4, q.top, l.left + l.width - q.left + 8, q.height, 4);
  if (layout.units.columns === 1 && unit < hidden) {
    const p = unitBox(layout, "p", unit);
    const y = unitBox(layout, "y", unit);
    ctx.roundRect(p.left - 4, p.top, y.left + y.width - p.left + 8, p.height, 3);
  }
  ctx.fill();
  ctx.globalAlpha = 1;
  if (unit >= hidden || layout.narrow) return;
  const box = unitBox(layout, "p", unit);
  ctx.font = `700 12px ${colours.font}`;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillStyle = colours.ink;
  ctx.fillText(plain(unit + 1), layout.columns.p.left - 8, box.top + box.height / 2);
}

/** @param {CanvasRenderingContext2D} ctx @param {Inside} inside @param {Look} look */
function drawUnits(ctx, inside, look) {
  const { layout, colours } = look;
  for (const place of /** @type {const} */ (["p", "y"])) {
    const name = shownAt(place, inside);
    const values = isKnown(name, inside) ? valuesOf(inside, name) : null;
    ctx.globalAlpha = isLit(place, inside) ? 1 : PALE;
    const colour = name === place ? colours.activation : colours.derivative;
    const signed = name !== "y";
    const most = signed ? largest(values) : 1;
    const drawOne = layout.units.columns === 1 ? drawBar : drawCell;
    for (let i = 0; i < inside.hidden; i++) {
      const box = unitBox(layout, place, i);
      drawOne(ctx, box, { value: values ? Number(values[i]) / most : null, signed, colour, colours });
    }
    if (layout.units.columns > 1) ring(ctx, unitBox(layout, place, inside.unit), colours);
    else zeroLine(ctx, layout.columns[place], signed ? 0.5 : 0, colours);
  }
  ctx.globalAlpha = 1;
}

/** @param {Inside} inside @param {import("./flow-scene.js").Name} name */
function valuesOf({ trace }, name) {
  return trace?.[/** @type {"p"} */ (name)] ?? null;
}

/** @param {CanvasRenderingContext2D} ctx @param {Inside} inside @param {Look} look */
function drawOutputs(ctx, inside, { layout, colours }) {
  const { output, rival, label, trace } = inside;
  const names = { q: shownAt("q", inside), z: shownAt("z", inside) };
  const q = isKnown(names.q, inside) ? trace?.[names.q === "d_q" ? "d_q" : "q"] : null;
  const z = isKnown("z", inside) ? trace?.z : null;
  const mostOfQ = largest(q);
  for (let k = 0; k < DIGITS; k++) {
    const strong = k === output;
    ctx.globalAlpha = isLit("q", inside) ? 1 : PALE;
    const colour = names.q === "q" ? colours.activation : colours.derivative;
    drawBar(ctx, outputBox(layout, "q", k), {
      value: q ? Number(q[k]) / mostOfQ : null,
      signed: true,
      colour,
      colours,
    });
    ctx.globalAlpha = isLit("z", inside) ? 1 : PALE;
    const parts = partsOfOutput(outputBox(layout, "z", k), layout.narrow);
    ctx.font = `${strong ? 700 : 400} ${layout.narrow ? 13 : 15}px ${colours.font}`;
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    ctx.fillStyle = strong || k === rival ? colours.ink : colours.muted;
    ctx.fillText(plain(k), parts.digit.left, parts.digit.top + parts.digit.height / 2);
    drawTrack(ctx, parts.bar, colours);
    if (names.z === "z")
      drawBar(ctx, parts.bar, {
        value: z ? Number(z[k]) : null,
        signed: false,
        colour: colours.activation,
        colours,
      });
    else drawDifference(ctx, parts.bar, { z: Number(trace?.z[k]), l: Number(trace?.l?.[k]), colours });
    const number = names.z === "z" ? z?.[k] : trace?.d_z?.[k];
    if (parts.number && number !== undefined) {
      ctx.font = `${strong ? 700 : 400} 12px ${colours.font}`;
      ctx.textAlign = "right";
      ctx.fillText(
        names.z === "z" ? short(number) : figures(number, { decimals: 2, tiny: 0 }),
        parts.number.left + parts.number.width,
        parts.number.top + parts.number.height / 2,
      );
    }
    ctx.globalAlpha = isLit("l", inside) ? 1 : PALE;
    drawLabel(ctx, outputBox(layout, "l", k), label === null ? null : k === label, colours);
  }
  ctx.globalAlpha = 1;
  zeroLine(ctx, layout.columns.q, 0.5, colours);
}

/** An output to two decimals; σ never reaches 1. @param {number} z */
const short = (z) => fixed(Math.min(z, 0.99), 2);

/** Digit, bar and number of an output. @param {Box} box @param {boolean} narrow */
function partsOfOutput({ left, top, width, height }, narrow) {
  const digit = narrow ? 14 : 20;
  const number = narrow ? 0 : 38;
  const part = (/** @type {number} */ from, /** @type {number} */ size) => ({
    left: left + from,
    top,
    width: size,
    height,
  });
  return {
    digit: part(0, digit),
    bar: part(digit, width - digit - number),
    number: narrow ? null : part(width - number, number),
  };
}
