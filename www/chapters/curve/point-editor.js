// @ts-check
// Points that a hand puts, moves and removes on a plot: mouse, finger, pen or keyboard. It knows pixels and indices only.

/**
 * @typedef {Object} EditorOptions
 * @property {() => boolean} enabled
 * @property {() => readonly { x: number, y: number }[]} places of the points, CSS pixels
 * @property {() => import("../../chart/axes.js").Frame | null} frame
 * @property {(x: number, y: number) => number} onAdd puts a point there; gives its index
 * @property {(index: number, x: number, y: number, first: boolean) => void} onMove `first`: another move begins
 * @property {(index: number) => void} onRemove
 * @property {(index: number | null) => void} onChoose
 * @property {() => void} onUndo
 * @property {(x: number) => number} height of the curve at x, where the keyboard puts points
 *
 * @typedef {Object} PointEditor
 * @property {number | null} chosen
 * @property {(index: number | null) => void} choose
 * @property {boolean} isDragging
 * @property {() => void} destroy
 */

/** How near a press must be to mean a point. A fingertip is broader than a cursor. CSS pixels. */
const REACH = { mouse: 12, pen: 14, touch: 24 };

/** A press that moves less is a press and no drag. CSS pixels. */
const STILL = 3;

/** Key presses that take a point from one end of the plot to the other. */
const KEY_STEPS = 100;

/**
 * The nearest point within reach.
 * @param {readonly { x: number, y: number }[]} places
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @returns {number | null}
 */
export function nearestPoint(places, x, y, reach) {
  let found = null;
  let least = reach;
  places.forEach((place, i) => {
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance <= least) {
      least = distance;
      found = i;
    }
  });
  return found;
}

/**
 * The point after or before another, from left to right; points one above the other follow by index.
 * @param {readonly { x: number, y: number }[]} places
 * @param {number | null} from
 * @param {-1 | 1} towards
 * @returns {number | null}
 */
export function neighbourPoint(places, from, towards) {
  const order = places.map((_, i) => i).sort((a, b) => places[a].x - places[b].x || a - b);
  if (order.length === 0) return null;
  if (from === null || from >= places.length) return order[towards > 0 ? 0 : order.length - 1];
  const at = order.indexOf(from) + towards;
  return order[Math.min(order.length - 1, Math.max(0, at))];
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {EditorOptions} options
 * @returns {PointEditor}
 */
export function createPointEditor(canvas, options) {
  const { enabled, places, frame, onAdd, onMove, onRemove, onChoose, onUndo, height } = options;
  /** @type {number | null} */
  let chosen = null;
  /** @type {{ id: number, index: number, x: number, y: number, moved: boolean } | null} */
  let drag = null;
  /** The press was on a point: the click that follows puts none. */
  let onPoint = false;

  /** @param {number | null} index */
  function choose(index) {
    if (index === chosen) return;
    chosen = index;
    onChoose(index);
  }

  /** @param {{ clientX: number, clientY: number }} event */
  function at(event) {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left - canvas.clientLeft, y: event.clientY - box.top - canvas.clientTop };
  }

  /** @param {{ x: number, y: number }} place */
  function inside({ x, y }) {
    const box = frame();
    return box !== null && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  }

  /** @param {{ x: number, y: number }} place */
  function within({ x, y }) {
    const box = frame();
    if (!box) return { x, y };
    return {
      x: Math.min(box.right, Math.max(box.left, x)),
      y: Math.min(box.bottom, Math.max(box.top, y)),
    };
  }

  /** @param {PointerEvent} event */
  function down(event) {
    onPoint = false;
    if (!enabled() || drag || event.button !== 0) return;
    const place = at(event);
    const reach = REACH[/** @type {"mouse"} */ (event.pointerType)] ?? REACH.mouse;
    const index = nearestPoint(places(), place.x, place.y, reach);
    if (index === null) return;
    onPoint = true;
    choose(index);
    const point = places()[index];
    // The point keeps its distance from the finger: it does not jump under it.
    drag = { id: event.pointerId, index, x: point.x - place.x, y: point.y - place.y, moved: false };
    if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!drag) {
      const over = enabled() && event.pointerType === "mouse" ? at(event) : null;
      canvas.style.cursor = over === null ? "" : cursorAt(over);
      return;
    }
    if (event.pointerId !== drag.id) return;
    const place = at(event);
    const to = within({ x: place.x + drag.x, y: place.y + drag.y });
    const point = places()[drag.index];
    if (!drag.moved && Math.hypot(to.x - point.x, to.y - point.y) < STILL) return;
    const first = !drag.moved;
    drag.moved = true;
    onMove(drag.index, to.x, to.y, first);
  }

  /** @param {{ x: number, y: number }} place */
  function cursorAt(place) {
    if (nearestPoint(places(), place.x, place.y, REACH.mouse) !== null) return "move";
    return inside(place) ? "copy" : "";
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (event.pointerId !== drag?.id) return;
    if (canvas.hasPointerCapture?.(event.pointerId)) canvas.releasePointerCapture(event.pointerId);
    drag = null;
  }

  /** A click comes after a tap that did not scroll. @param {MouseEvent} event */
  function click(event) {
    if (!enabled() || onPoint) return;
    const place = at(event);
    if (inside(place)) choose(onAdd(place.x, place.y));
  }

  /** A finger on a point moves the point, not the page. @param {TouchEvent} event */
  function touch(event) {
    const finger = event.changedTouches[0];
    if (!enabled() || !finger || event.touches.length > 1) return;
    const place = at(finger);
    if (nearestPoint(places(), place.x, place.y, REACH.touch) !== null) event.preventDefault();
  }

  /** @param {number} towardsX @param {number} towardsY @param {boolean} first */
  function nudge(towardsX, towardsY, first) {
    const box = frame();
    const point = chosen === null ? undefined : places()[chosen];
    if (!box || !point || chosen === null) return;
    const to = within({
      x: point.x + (towardsX * (box.right - box.left)) / KEY_STEPS,
      y: point.y + (towardsY * (box.bottom - box.top)) / KEY_STEPS,
    });
    onMove(chosen, to.x, to.y, first);
  }

  /** Half way to the next point on the right, or into the middle. */
  function put() {
    const box = frame();
    if (!box) return;
    const all = places();
    const next = neighbourPoint(all, chosen, 1);
    const here = chosen === null ? undefined : all[chosen];
    const right = next === null || next === chosen ? undefined : all[next];
    const x = here ? (here.x + (right?.x ?? box.right)) / 2 : (box.left + box.right) / 2;
    const place = within({ x, y: height(x) });
    choose(onAdd(place.x, place.y));
  }

  function remove() {
    if (chosen === null) return;
    const index = chosen;
    const before = neighbourPoint(places(), index, -1);
    onRemove(index);
    // The indices after the removed one have moved down.
    const next =
      before === null || before === index
        ? places().length > 0
          ? 0
          : null
        : before - (before > index ? 1 : 0);
    chosen = null;
    choose(next);
    if (next === null) onChoose(null);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (!enabled()) return;
    const modified = event.ctrlKey || event.metaKey;
    if (modified && event.code === "KeyZ" && !event.shiftKey) onUndo();
    else if (modified || event.altKey) return;
    else if (event.shiftKey && event.key === "ArrowRight") nudge(1, 0, !event.repeat);
    else if (event.shiftKey && event.key === "ArrowLeft") nudge(-1, 0, !event.repeat);
    else if (event.shiftKey && event.key === "ArrowUp") nudge(0, -1, !event.repeat);
    else if (event.shiftKey && event.key === "ArrowDown") nudge(0, 1, !event.repeat);
    else if (event.key === "ArrowRight") choose(neighbourPoint(places(), chosen, 1));
    else if (event.key === "ArrowLeft") choose(neighbourPoint(places(), chosen, -1));
    else if (event.key === "Enter" || event.key === "Insert") put();
    else if (event.key === "Delete" || event.key === "Backspace") remove();
    else if (event.key === "Escape") choose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const listening = new AbortController();
  const { signal } = listening;
  canvas.addEventListener("pointerdown", down, { signal });
  canvas.addEventListener("pointermove", move, { signal });
  canvas.addEventListener("pointerup", up, { signal });
  canvas.addEventListener("pointercancel", up, { signal });
  canvas.addEventListener("click", click, { signal });
  canvas.addEventListener("touchstart", touch, { signal, passive: false });
  canvas.addEventListener("keydown", key, { signal });

  return {
    get chosen() {
      return chosen;
    },
    choose,
    get isDragging() {
      return drag !== null;
    },
    destroy: () => listening.abort(),
  };
}
