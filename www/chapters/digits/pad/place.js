// @ts-check
// Where a pen is: in the pad's units, whatever its size on the screen, and beside it.

/**
 * A point of the page in pad units.
 * @param {HTMLCanvasElement} canvas
 * @param {{ clientX: number, clientY: number }} point
 * @param {DOMRect} [box] of the canvas, if it is known
 * @returns {[number, number]}
 */
export function padPoint(canvas, { clientX, clientY }, box = canvas.getBoundingClientRect()) {
  // The border is no part of the pad.
  const { clientWidth: width, clientHeight: height, clientLeft, clientTop, offsetWidth } = canvas;
  // A page that is zoomed or transformed is larger on the screen than in its own pixels.
  const zoom = offsetWidth > 0 && box.width > 0 ? box.width / offsetWidth : 1;
  const side = Math.min(width, height);
  const x = (clientX - box.left) / zoom - clientLeft - (width - side) / 2;
  const y = (clientY - box.top) / zoom - clientTop - (height - side) / 2;
  return [x / side, y / side];
}

/**
 * What a pen does beside the pad, where it was not, or is no longer, captured.
 * @param {HTMLCanvasElement} canvas
 * @param {AbortSignal} signal
 * @param {Record<"pointermove" | "pointerup" | "pointercancel", (event: PointerEvent) => void>} acts
 */
export function besidePad(canvas, signal, acts) {
  for (const type of /** @type {const} */ (["pointermove", "pointerup", "pointercancel"])) {
    canvas.ownerDocument?.addEventListener(
      type,
      (event) => {
        if (event.target !== canvas) acts[type](event);
      },
      { signal },
    );
  }
}
