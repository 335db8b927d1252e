// @ts-check
// The pictures of the stages: the pad with the box of the ink, and three of 28 × 28 with what each stage looks at.

import { drawImage, SIDE } from "../image.js";
import { drawStrokes, PEN_WIDTH } from "../pad/ink.js";
import { createInk, placeOf } from "./ink.js";

/**
 * @typedef {import("./session.js").Stages} Stages
 * @typedef {import("../../../chart/colours.js").Colours} Colours
 * @typedef {{ side: number, ratio: number, colours: Colours }} Look
 * @typedef {(ctx: CanvasRenderingContext2D, stages: Stages | null, look: Look) => void} DrawStage
 */

/** Where the square of 20 × 20 begins and ends. */
const [INNER, OUTER] = [4, 24];

/** @returns {DrawStage} */
export function createPadDrawing() {
  /** Of the last picture. @type {{ of: unknown, draw: ReturnType<typeof createInk> } | null} */
  let kept = null;
  return (ctx, stages, { side, colours }) => {
    ctx.fillStyle = colours.paper;
    ctx.fillRect(0, 0, side, side);
    if (!stages) return;
    const { content, centred } = stages;
    const place = { side, left: 0, top: 0 };
    // The box is around the points that the pen went through; half its width is ink beyond them.
    let [x, y, scale, beyond] = [0, 0, side, PEN_WIDTH / 2];
    if (content.picture) {
      const { ink, width, height } = content.picture;
      if (kept?.of !== ink) kept = { of: ink, draw: createInk(ink, width, height) };
      kept.draw(ctx, { ...place, colour: colours.ink });
      ({ x, y, scale } = placeOf(width, height, place));
      beyond = 0;
    } else {
      drawStrokes(ctx, content.strokes, { ...place, ink: colours.ink });
    }
    const [left = 0, top = 0, right = 0, bottom = 0] = centred.bounds;
    const [width, height] = [right - left + 2 * beyond, bottom - top + 2 * beyond];
    dashed(ctx, colours, () => {
      ctx.rect(x + (left - beyond) * scale, y + (top - beyond) * scale, width * scale, height * scale);
    });
  };
}

/** @param {() => boolean} isFitted @returns {DrawStage} with the square that the box was fitted into */
export function createFittedDrawing(isFitted) {
  return (ctx, stages, look) => {
    drawImage(ctx, stages?.fitted.image ?? null, { left: 0, top: 0, grid: true, ...look });
    if (!stages || !isFitted()) return;
    const pixel = look.side / SIDE;
    dashed(ctx, look.colours, () => {
      ctx.rect(INNER * pixel, INNER * pixel, (OUTER - INNER) * pixel, (OUTER - INNER) * pixel);
    });
  };
}

/** @param {() => boolean} isUpright @returns {DrawStage} with the line that the ink stands along */
export function createUprightDrawing(isUpright) {
  return (ctx, stages, look) => {
    drawImage(ctx, stages?.upright.image ?? null, { left: 0, top: 0, grid: true, ...look });
    if (!stages) return;
    const pixel = look.side / SIDE;
    const { centre, lean } = stages.upright;
    const [x = 0, y = 0] = centre;
    const slope = isUpright() ? 0 : lean;
    dashed(ctx, look.colours, () => {
      ctx.moveTo((x + slope * (2 - y)) * pixel, 2 * pixel);
      ctx.lineTo((x + slope * (26 - y)) * pixel, 26 * pixel);
    });
  };
}

/** @param {() => boolean} isCentred @returns {DrawStage} with the centre as a cross, and the ink's centre of mass as a dot */
export function createCentredDrawing(isCentred) {
  return (ctx, stages, look) => {
    drawImage(ctx, stages?.centred.image ?? null, { left: 0, top: 0, grid: true, ...look });
    if (!stages) return;
    const { side, colours } = look;
    dashed(ctx, colours, () => {
      ctx.moveTo(side / 2, 0);
      ctx.lineTo(side / 2, side);
      ctx.moveTo(0, side / 2);
      ctx.lineTo(side, side / 2);
    });
    const [x = 0, y = 0] = isCentred() ? [SIDE / 2, SIDE / 2] : stages.upright.centre;
    ctx.beginPath();
    ctx.arc((x * side) / SIDE, (y * side) / SIDE, Math.max(4, side / 48), 0, 2 * Math.PI);
    ctx.fillStyle = colours.negative;
    ctx.strokeStyle = colours.paper;
    ctx.lineWidth = 2;
    ctx.fill();
    ctx.stroke();
  };
}

/**
 * A thin dashed line that is seen on ink and on paper.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Colours} colours
 * @param {() => void} trace
 */
function dashed(ctx, colours, trace) {
  ctx.save();
  ctx.beginPath();
  trace();
  ctx.strokeStyle = colours.paper;
  ctx.lineWidth = 3;
  ctx.stroke();
  ctx.strokeStyle = colours.negative;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([5, 4]);
  ctx.stroke();
  ctx.restore();
}
