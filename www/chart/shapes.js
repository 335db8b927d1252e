// @ts-check
// A picture that stands in the page as SVG, with fields over it, drawn once more with a canvas' context: so it can be taken along
// as plots can. It draws shapes, texts and fields as the style sheet shows them by day.

/** Where such a picture stands; the attribute's value is its name. */
export const DRAWN = "[data-drawn]";

/** Around the picture, in CSS pixels: in the page its lines may end at its edge. */
const MARGIN = 8;

/**
 * @param {Element} root of the picture
 * @returns {import("./redraw.js").Mounted}
 */
export function drawnIn(root) {
  return {
    draw(ctx) {
      ctx.translate(MARGIN, MARGIN);
      byDay(root, (copy) => drawAll(ctx, copy));
    },
    size: () => ({ width: root.clientWidth + 2 * MARGIN, height: root.clientHeight + 2 * MARGIN }),
    zoomed: false,
    // Its copy was drawn.
    redraw: () => {},
    numbers: undefined,
  };
}

/**
 * A copy, in the light colours and unseen, while `use` looks at it.
 * @param {Element} root
 * @param {(copy: HTMLElement) => void} use
 */
function byDay(root, use) {
  const copy = /** @type {HTMLElement} */ (root.cloneNode(true));
  const sheet = document.createElement("div");
  sheet.className = "light";
  sheet.ariaHidden = "true";
  sheet.inert = true;
  const hidden = { position: "absolute", visibility: "hidden", top: "0", left: "0" };
  Object.assign(sheet.style, hidden, { color: "var(--ink)" });
  sheet.style.width = `${root.clientWidth}px`;
  sheet.append(copy);
  root.after(sheet);
  try {
    use(copy);
  } finally {
    sheet.remove();
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {HTMLElement} root */
function drawAll(ctx, root) {
  const corner = root.getBoundingClientRect();
  for (const svg of root.querySelectorAll("svg")) {
    const { left, top, width } = svg.getBoundingClientRect();
    ctx.save();
    ctx.translate(left - corner.left, top - corner.top);
    const scale = width / (svg.viewBox.baseVal.width || width);
    ctx.scale(scale, scale);
    drawInside(ctx, svg, 1);
    ctx.restore();
  }
  for (const field of root.querySelectorAll("input")) {
    const { left, top, width, height } = field.getBoundingClientRect();
    drawField(ctx, field, { x: left - corner.left, y: top - corner.top, width, height });
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {Element} parent @param {number} cover of it, 0 to 1 */
function drawInside(ctx, parent, cover) {
  for (const child of parent.children) {
    const style = getComputedStyle(child);
    if (style.display === "none") continue;
    const own = cover * Number(style.opacity);
    ctx.globalAlpha = own;
    if (child.localName === "text") write(ctx, child, style);
    else if (trace(ctx, child)) paint(ctx, style);
    else drawInside(ctx, child, own);
  }
  ctx.globalAlpha = 1;
}

/** The way along a shape; whether it is one. @param {CanvasRenderingContext2D} ctx @param {Element} shape */
function trace(ctx, shape) {
  /** @param {string} name */
  const number = (name) => Number(shape.getAttribute(name) ?? 0);
  switch (shape.localName) {
    case "path":
      ctx.beginPath();
      for (const [, command, x, y] of (shape.getAttribute("d") ?? "").matchAll(/([ML])(\S+?) ([^ML\s]+)/g)) {
        if (command === "M") ctx.moveTo(Number(x), Number(y));
        else ctx.lineTo(Number(x), Number(y));
      }
      return true;
    case "circle":
      ctx.beginPath();
      ctx.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
      return true;
    case "rect":
      ctx.beginPath();
      ctx.roundRect(number("x"), number("y"), number("width"), number("height"), number("rx"));
      return true;
    default:
      return false;
  }
}

/** @param {CanvasRenderingContext2D} ctx @param {CSSStyleDeclaration} style */
function paint(ctx, style) {
  if (style.fill !== "none") {
    ctx.fillStyle = style.fill;
    ctx.fill();
  }
  if (style.stroke === "none") return;
  ctx.strokeStyle = style.stroke;
  ctx.lineWidth = Number.parseFloat(style.strokeWidth);
  ctx.setLineDash([...style.strokeDasharray.matchAll(/[\d.]+/g)].map(Number));
  ctx.stroke();
  ctx.setLineDash([]);
}

/** @param {CSSStyleDeclaration} style */
const fontOf = ({ fontStyle, fontWeight, fontSize, fontFamily }) =>
  `${fontStyle === "italic" ? "italic " : ""}${fontWeight} ${fontSize} ${fontFamily}`;

/** @param {CanvasRenderingContext2D} ctx @param {Element} text @param {CSSStyleDeclaration} style */
function write(ctx, text, style) {
  ctx.font = fontOf(style);
  ctx.fillStyle = style.fill;
  ctx.textAlign = style.textAnchor === "middle" ? "center" : "left";
  ctx.textBaseline = "alphabetic";
  ctx.fillText(text.textContent ?? "", Number(text.getAttribute("x")), Number(text.getAttribute("y")));
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {HTMLInputElement} field
 * @param {{ x: number, y: number, width: number, height: number }} box
 */
function drawField(ctx, field, { x, y, width, height }) {
  const style = getComputedStyle(field);
  const line = Number.parseFloat(style.borderTopWidth);
  ctx.beginPath();
  ctx.roundRect(
    x + line / 2,
    y + line / 2,
    width - line,
    height - line,
    Number.parseFloat(style.borderTopLeftRadius),
  );
  ctx.fillStyle = style.backgroundColor;
  ctx.fill();
  ctx.strokeStyle = style.borderTopColor;
  ctx.lineWidth = line;
  ctx.stroke();
  ctx.font = fontOf(style);
  ctx.fillStyle = style.color;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(field.value, x + width / 2, y + height / 2);
}
