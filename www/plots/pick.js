// @ts-check
// Choosing a start on a picture: a mouse presses and drags; a finger taps, or drags sideways, since a drag up or down
// moves the page.

/** A finger that has moved less has tapped. */
const SLACK = 8;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{
 *   holds: (x: number, y: number) => boolean,
 *   onPick: (x: number, y: number) => void,
 *   onDone: () => void,
 *   onHover: (place: readonly [number, number] | null) => void,
 * }} options `holds`: whether a start can be chosen there; `onDone`: the choice is made
 * @returns {() => void} stops listening
 */
export function listenForStart(canvas, { holds, onPick, onDone, onHover }) {
  const listening = new AbortController();
  const { signal } = listening;
  /** @type {{ id: number, x: number, y: number, picking: boolean } | null} */
  let press = null;

  /** @param {PointerEvent} event @returns {[number, number]} */
  function at(event) {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  canvas.addEventListener(
    "pointerdown",
    (event) => {
      const [x, y] = at(event);
      if (!event.isPrimary || event.button !== 0 || !holds(x, y)) return;
      press = { id: event.pointerId, x, y, picking: event.pointerType !== "touch" };
      onHover(null);
      if (!press.picking) return;
      canvas.setPointerCapture(event.pointerId);
      onPick(x, y);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointermove",
    (event) => {
      const [x, y] = at(event);
      if (press?.id !== event.pointerId) {
        if (event.pointerType !== "touch" && event.buttons === 0) onHover(holds(x, y) ? [x, y] : null);
        return;
      }
      if (!press.picking && Math.abs(x - press.x) > SLACK) {
        press.picking = true;
        canvas.setPointerCapture(event.pointerId);
      }
      if (press.picking) onPick(x, y);
    },
    { signal },
  );
  canvas.addEventListener(
    "pointerup",
    (event) => {
      if (press?.id !== event.pointerId) return;
      const [x, y] = at(event);
      const tapped = !press.picking && Math.hypot(x - press.x, y - press.y) <= SLACK;
      const chosen = press.picking || tapped;
      press = null;
      if (tapped) onPick(x, y);
      if (chosen) onDone();
    },
    { signal },
  );
  // The browser has taken the finger to move the page.
  canvas.addEventListener(
    "pointercancel",
    () => {
      if (press?.picking) onDone();
      press = null;
    },
    { signal },
  );
  canvas.addEventListener("pointerleave", () => onHover(null), { signal });
  return () => listening.abort();
}
