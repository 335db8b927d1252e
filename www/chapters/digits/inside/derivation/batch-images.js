// @ts-check
// The images of a mini-batch with what each contributes to one parameter's derivative, the largest first where they are many.

import { mountPlot } from "../../../../chart/canvas.js";
import { element } from "../../../../controls/dom.js";
import { say, sayAttribute } from "../../../../i18n/index.js";
import { figures } from "../../../../i18n/numbers.js";
import { drawImage, SIDE } from "../../image.js";

/**
 * @typedef {import("../session.js").Inside} Inside
 * @typedef {import("../session.js").MiniBatch} MiniBatch
 * @typedef {import("../../../../pkg/descent.js").Shares} Shares
 */

/** Images that are shown one by one. */
const SHOWN = 10;
const PIXELS = SIDE * SIDE;

/** @param {{ inside: Inside }} options */
export function createBatchImages({ inside }) {
  const images = element("div", "batch-images");
  const others = element("p", "caption");
  /** @type {ReturnType<typeof createImage>[]} */
  let shown = [];

  return {
    elements: [images, others],
    hide() {
      for (const part of [images, others]) part.hidden = true;
    },
    /** @param {MiniBatch} batch @param {Shares} shares */
    show(batch, { derivatives }) {
      const { first, rest } = orderOf(derivatives);
      const most = Math.max(...Array.from(derivatives, Math.abs));
      while (shown.length < first.length) {
        const made = createImage((index) => inside.setSubject("batch", index));
        shown.push(made);
        images.append(made.element);
      }
      for (const extra of shown.splice(first.length)) extra.destroy();
      for (const [n, index] of first.entries()) {
        shown[n]?.show({
          index,
          bytes: batch.images.subarray(index * PIXELS, (index + 1) * PIXELS),
          label: batch.labels[index] ?? 0,
          value: derivatives[index] ?? 0,
          most,
          chosen: inside.subject.source === "batch" && inside.subject.index === index,
        });
      }
      images.hidden = false;
      others.hidden = rest.length === 0;
      const sum = rest.reduce((total, index) => total + (derivatives[index] ?? 0), 0);
      say(others, "digits.batch.others", { count: rest.length, value: () => figures(sum / rest.length) });
    },
    destroy() {
      for (const image of shown) image.destroy();
      shown = [];
    },
  };
}

/**
 * In their order where all are shown; of many those first that contribute most.
 * @param {ArrayLike<number>} derivatives
 */
export function orderOf(derivatives) {
  const all = Array.from(derivatives, (_, index) => index);
  if (all.length <= SHOWN + 2) return { first: all, rest: [] };
  const size = (/** @type {number} */ index) => Math.abs(derivatives[index] ?? 0);
  all.sort((a, b) => size(b) - size(a));
  return { first: all.slice(0, SHOWN), rest: all.slice(SHOWN) };
}

/** @param {(index: number) => void} onPress */
function createImage(onPress) {
  const canvas = element("canvas", "batch-picture");
  const value = element("span", "batch-value derivative");
  const bar = createBar();
  const made = element("button", "batch-image", canvas, bar.element, value);
  made.type = "button";
  let index = 0;
  made.addEventListener("click", () => onPress(index));
  /** @type {Uint8Array | null} */
  let bytes = null;
  const plot = mountPlot(canvas, (ctx, { width, ratio, colours }) => {
    drawImage(ctx, bytes, { left: 0, top: 0, side: width, ratio, colours });
  });
  return {
    element: made,
    /** @param {{ index: number, bytes: Uint8Array, label: number, value: number, most: number, chosen: boolean }} now */
    show(now) {
      ({ index, bytes } = now);
      bar.set(now.value, now.most);
      value.textContent = figures(now.value, { significant: 2 });
      made.setAttribute("aria-pressed", String(now.chosen));
      sayAttribute(made, "aria-label", "digits.batch.one", {
        index: index + 1,
        label: now.label,
        value: () => figures(now.value),
      });
      plot.redraw();
    },
    destroy() {
      plot.destroy();
      made.remove();
    },
  };
}

/** Upwards from a line in the middle, or downwards. */
function createBar() {
  const bar = element("span", "upright-bar", element("span", ""));
  bar.setAttribute("aria-hidden", "true");
  return {
    element: bar,
    /** @param {number} value @param {number} most the size of the largest */
    set(value, most) {
      bar.style.setProperty("--share", String(most > 0 ? Math.abs(value) / most : 0));
      bar.classList.toggle("down", value < 0);
    },
  };
}
