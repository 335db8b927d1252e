// Finds texts of the page that touch another, or of which a part cannot be seen: in the document, in its fields and in its
// pictures. Runs before the page's own scripts, since a canvas does not remember what was written on it; then
// `findBadTexts()` looks at what stands in the page.

/** So much of a line's height at each edge is left free by its letters; marks over letters and in formulas are meant to be near. */
const FREE = 0.22;
/** Pixels by which two boxes overlap, or a text ends beyond its place, without anyone seeing it. */
const SLACK = 1.5;

/** What is not read as text; the arrow over a vector's letter belongs to the letter. */
const NOT_TEXT = "script, style, noscript, option, title, annotation, mover > mo";

/** What was written on each canvas since it was last cleared. @type {WeakMap<HTMLCanvasElement, object[]>} */
const written = new WeakMap();

function watchCanvases() {
  const { prototype } = CanvasRenderingContext2D;
  const { fillText, clearRect } = prototype;
  prototype.fillText = function (text, x, y, ...rest) {
    const list = written.get(this.canvas) ?? [];
    written.set(this.canvas, list);
    const size = this.measureText(text);
    const matrix = this.getTransform();
    const corner = (dx, dy) => matrix.transformPoint({ x: x + dx, y: y + dy });
    const from = corner(-size.actualBoundingBoxLeft, -size.actualBoundingBoxAscent);
    const to = corner(size.actualBoundingBoxRight, size.actualBoundingBoxDescent);
    if (String(text).trim() && this.globalAlpha > 0.1) {
      list.push({
        text: String(text),
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        right: Math.max(from.x, to.x),
        bottom: Math.max(from.y, to.y),
      });
    }
    return fillText.call(this, text, x, y, ...rest);
  };
  prototype.clearRect = function (x, y, width, height) {
    const matrix = this.getTransform();
    const covers = width * matrix.a >= this.canvas.width - 1 && height * matrix.d >= this.canvas.height - 1;
    if (covers) written.delete(this.canvas);
    return clearRect.call(this, x, y, width, height);
  };
  for (const side of ["width", "height"]) {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
    Object.defineProperty(HTMLCanvasElement.prototype, side, {
      get,
      set(value) {
        written.delete(this);
        set.call(this, value);
      },
    });
  }
}

/** Where an element's words are, for whoever reads the table. @param {Element | null} element */
function nameOf(element) {
  const named = element?.closest("[class]");
  return named ? `.${[...named.classList].join(".")}` : (element?.tagName.toLowerCase() ?? "");
}

const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** The rectangle in which an element can be seen: what the boxes around it leave. Where one can be scrolled nothing is cut. */
function placeOf(element) {
  let place = { left: 0, top: -Infinity, right: document.documentElement.clientWidth, bottom: Infinity };
  let scrolls = false;
  for (let at = element; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.position === "fixed") break;
    // For those who hear the page.
    if (style.clipPath !== "none" || style.clip !== "auto") return null;
    const [x, y] = [style.overflowX, style.overflowY];
    if (x === "visible" && y === "visible") continue;
    const box = at.getBoundingClientRect();
    if (x === "auto" || x === "scroll" || y === "auto" || y === "scroll") scrolls = true;
    place = {
      left: x === "visible" ? place.left : Math.max(place.left, box.left),
      right: x === "visible" ? place.right : Math.min(place.right, box.right),
      top: y === "visible" ? place.top : Math.max(place.top, box.top),
      bottom: y === "visible" ? place.bottom : Math.min(place.bottom, box.bottom),
    };
  }
  return { ...place, scrolls };
}

function* textsOfDocument() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.data.trim();
    if (!text || !parent || parent.closest(NOT_TEXT) || !isSeen(parent)) continue;
    const place = placeOf(parent);
    if (!place) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const free = FREE * box.height;
      yield {
        text,
        element: parent,
        left: box.left,
        right: box.right,
        top: box.top + free,
        bottom: box.bottom - free,
        place,
      };
    }
  }
}

function* textsOfCanvases() {
  for (const canvas of document.querySelectorAll("canvas")) {
    if (!isSeen(canvas)) continue;
    const box = canvas.getBoundingClientRect();
    const place = placeOf(canvas);
    if (!place || box.width < 1) continue;
    const [sx, sy] = [box.width / canvas.width, box.height / canvas.height];
    // What the canvas cuts is cut for good.
    const own = {
      left: Math.max(place.left, box.left),
      top: Math.max(place.top, box.top),
      right: Math.min(place.right, box.right),
      bottom: Math.min(place.bottom, box.bottom),
      scrolls: place.scrolls,
    };
    for (const { text, left, top, right, bottom } of written.get(canvas) ?? []) {
      // A list that is longer than its picture: what lies outside is not there, rather than cut.
      if (right < 0 || bottom < 0 || left > canvas.width || top > canvas.height) continue;
      yield {
        text,
        element: canvas,
        left: box.left + left * sx,
        right: box.left + right * sx,
        top: box.top + top * sy,
        bottom: box.top + bottom * sy,
        place: own,
      };
    }
  }
}

/** @returns {string[]} a line for each fault */
function findBadTexts() {
  const bad = new Set();
  const texts = [...textsOfDocument(), ...textsOfCanvases()];
  const seen = [];
  for (const it of texts) {
    const { place } = it;
    const cut =
      it.left < place.left - SLACK ||
      it.right > place.right + SLACK ||
      it.top < place.top - SLACK ||
      it.bottom > place.bottom + SLACK;
    if (cut && !place.scrolls) bad.add(`cut: "${it.text}" in ${nameOf(it.element)}`);
    const left = Math.max(it.left, place.left);
    const right = Math.min(it.right, place.right);
    const top = Math.max(it.top, place.top);
    const bottom = Math.min(it.bottom, place.bottom);
    if (right - left > SLACK && bottom - top > SLACK) seen.push({ ...it, left, right, top, bottom });
  }
  seen.sort((a, b) => a.top - b.top);
  for (const [i, a] of seen.entries()) {
    for (let j = i + 1; j < seen.length && seen[j].top < a.bottom; j++) {
      const b = seen[j];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - b.top;
      if (wide <= SLACK || high <= SLACK) continue;
      if (frontOf(a.element) !== frontOf(b.element)) continue;
      bad.add(`touching: "${a.text}" and "${b.text}" in ${nameOf(a.element)} and ${nameOf(b.element)}`);
    }
  }
  for (const field of document.querySelectorAll(
    "input:not([type=range], [type=radio], [type=checkbox], [type=file], [readonly])",
  )) {
    if (isSeen(field) && field.scrollWidth > field.clientWidth + 1 && !field.closest(".formula-field"))
      bad.add(`cut: "${field.value}" in the field ${nameOf(field)}`);
  }
  for (const field of document.querySelectorAll("select")) {
    if (!isSeen(field)) continue;
    const style = getComputedStyle(field);
    measuring.font = style.font;
    const wide = measuring.measureText(field.selectedOptions[0]?.textContent ?? "").width;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (wide > room + SLACK)
      bad.add(`cut: "${field.selectedOptions[0]?.textContent}" in the choice ${nameOf(field)}`);
  }
  return [...bad].sort();
}

/** What lies in front of the page and covers it, a dialog or a bar that stays: the one that an element is in. */
function frontOf(element) {
  for (let at = element; at; at = at.parentElement) {
    if (at.matches("dialog, :popover-open")) return at;
    const { position } = getComputedStyle(at);
    if (position === "fixed" || position === "sticky") return at;
  }
  return null;
}

watchCanvases();
const measuring = document.createElement("canvas").getContext("2d");
Object.assign(window, { findBadTexts });
