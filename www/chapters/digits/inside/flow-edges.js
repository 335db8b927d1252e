// @ts-check
// What lies between the columns: V as a beam from the whole image into the chosen unit, U as lines, as thick as what each
// carries. Forward U_ki·y_i into the chosen output; back ∂ε/∂U_ki, and what comes back to the chosen unit.

import { outputBox, unitBox } from "./flow-layout.js";
import { isKnown, isLit, largest, PALE, shownAt } from "./flow-scene.js";
import { sharedScale } from "./signed.js";

/** @typedef {import("./flow-drawing.js").Look} Look */
/** @typedef {import("./session.js").Inside} Inside */

/** All lines of U are seen one by one up to so many units. */
const FEW = 60;
const THICKEST = 7;
/** Of very many lines, so that they can be told apart. */
const THINNER = 3;

/** @param {CanvasRenderingContext2D} ctx @param {Inside} inside @param {Look} look */
export function drawEdges(ctx, inside, look) {
  if (!inside.trace) return;
  drawAll(ctx, inside, look);
  drawBeam(ctx, inside, look);
  drawCarried(ctx, inside, look);
  ctx.globalAlpha = 1;
}

/** Every weight of U is there. @param {CanvasRenderingContext2D} ctx @param {Inside} inside @param {Look} look */
function drawAll(ctx, { hidden, line }, { layout, colours }) {
  if (hidden > FEW) return;
  ctx.strokeStyle = colours.muted;
  ctx.lineWidth = 0.5;
  ctx.globalAlpha = line === null ? 0.09 : 0.05;
  ctx.beginPath();
  for (let i = 0; i < hidden; i++) {
    const { x, y } = outOf(layout, i);
    for (let k = 0; k < 10; k++) {
      const to = into(layout, k);
      ctx.moveTo(x, y);
      ctx.lineTo(to.x, to.y);
    }
  }
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {Inside} inside @param {Look} look */
function drawBeam(ctx, inside, { layout, colours }) {
  const { image } = layout;
  const box = unitBox(layout, "p", inside.unit);
  const colour = shownAt("V", inside) === "V" ? colours.a : colours.derivative;
  const right = image.left + image.width;
  ctx.globalAlpha = isLit("V", inside) ? 0.16 : 0.05;
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(right, image.top);
  ctx.lineTo(box.left - 4, box.top);
  ctx.lineTo(box.left - 4, box.top + box.height);
  ctx.lineTo(right, image.top + image.height);
  ctx.fill();
}

/**
 * The chosen row of V where its pixels are, in the beam: what the image goes through on its way to the unit.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Inside} inside
 * @param {Look} look
 */
export function drawFilter(ctx, inside, { layout, ratio, colours, signed }) {
  const { unitLook } = inside;
  if (!unitLook) return;
  const back = shownAt("V", inside) === "d_V";
  const values = back ? unitLook.derivative : unitLook.weights;
  if (!values) return;
  const { image, filter: side } = layout;
  const box = unitBox(layout, "p", inside.unit);
  const round = (/** @type {number} */ at) => Math.round(at * ratio) / ratio;
  // A little before the middle: the unit's number stands at its end.
  const from = image.left + image.width;
  const share = 0.38;
  const left = round(from + share * (box.left - from) - side / 2);
  const middle = image.top + image.height / 2;
  const top = round(middle + share * (box.top + box.height / 2 - middle) - side / 2);
  ctx.globalAlpha = isLit("V", inside) ? 1 : PALE;
  signed(ctx, values, sharedScale(values), { left, top, side, ratio, colours });
  ctx.strokeStyle = back ? colours.derivative : colours.a;
  ctx.lineWidth = 1.5;
  ctx.strokeRect(left - 0.75, top - 0.75, side + 1.5, side + 1.5);
  ctx.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} ctx @param {Inside} inside @param {Look} look */
function drawCarried(ctx, inside, { layout, colours }) {
  const { outputLook, output, hidden } = inside;
  const back = shownAt("U", inside) === "d_U";
  if (!outputLook || !isKnown(back ? "d_U" : "y", inside)) return;
  const carried = back ? outputLook.derivative : outputLook.product;
  if (!carried) return;
  const most = largest(carried);
  const end = into(layout, output);
  const fade = isLit("U", inside) ? 1 : PALE;
  const thickest = hidden > FEW ? THINNER : THICKEST;
  for (let i = 0; i < hidden; i++) {
    const value = Number(carried[i]) / most;
    const width = thickest * Math.abs(value);
    if (width < 0.3) continue;
    const begin = outOf(layout, i);
    const middle = (begin.x + end.x) / 2;
    ctx.strokeStyle = back ? colours.derivative : value < 0 ? colours.negative : colours.a;
    ctx.globalAlpha = fade * (i === inside.unit ? 1 : hidden > FEW ? 0.4 : 0.62);
    ctx.lineWidth = width;
    // What speaks against is dashed: its sign is seen without colours too.
    ctx.setLineDash(value < 0 ? [6, 3] : []);
    ctx.beginPath();
    ctx.moveTo(begin.x, begin.y);
    ctx.bezierCurveTo(middle, begin.y, middle, end.y, end.x, end.y);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

/** Where a line of U begins. @param {import("./flow-layout.js").FlowLayout} layout @param {number} i */
function outOf(layout, i) {
  const box = unitBox(layout, "y", i);
  const { left, width } = layout.columns.y;
  return { x: left + width + 4, y: box.top + box.height / 2 };
}

/** Where it ends. @param {import("./flow-layout.js").FlowLayout} layout @param {number} k */
function into(layout, k) {
  const box = outputBox(layout, "q", k);
  return { x: box.left - 4, y: box.top + box.height / 2 };
}
