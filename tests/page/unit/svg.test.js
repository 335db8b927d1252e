// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { SvgContext } from "../../../www/chart/svg/context.js";
import { escaped, fontOf, paintOf, written } from "../../../www/chart/svg/writing.js";

/** Every letter is half its size wide; a font's box reaches 0.9 of its size above the line and 0.3 below it. */
const ruler = {
  font: "10px serif",
  textBaseline: "alphabetic",
  measureText(text) {
    const size = Number(/(\d+)px/.exec(this.font)?.[1]);
    const below = { top: 0.9, middle: 0.3, alphabetic: 0, bottom: -0.3 }[this.textBaseline] ?? 0;
    return { width: [...text].length * size * 0.5, fontBoundingBoxAscent: (0.9 - below) * size };
  },
};

function create() {
  const encoded = [];
  const surroundings = /** @type {any} */ ({
    ruler,
    encode(image, part) {
      encoded.push([image, part]);
      return "data:image/png;base64,AAAA";
    },
  });
  const ctx = /** @type {any} */ (new SvgContext(100, 50, surroundings));
  return { ctx, encoded, picture: () => ctx.picture({ paper: "#ffffff", title: "a < b" }) };
}

test("a picture has its size, its title and its paper, and is well formed", () => {
  const text = create().picture();
  assert.match(
    text,
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="100" height="50" viewBox="0 0 100 50"/,
  );
  assert.match(text, /<title>a &lt; b<\/title>/);
  assert.match(text, /<rect width="100" height="50" fill="#ffffff"\/>/);
  assert.match(text, /<\/svg>\n$/);
});

test("a path is written as it goes, with the look of the moment it is drawn", () => {
  const { ctx, picture } = create();
  ctx.beginPath();
  ctx.moveTo(1, 2);
  ctx.lineTo(3.005, 4.1);
  ctx.quadraticCurveTo(1, 1, 2, 2);
  ctx.bezierCurveTo(1, 1, 2, 2, 3, 3);
  ctx.closePath();
  ctx.strokeStyle = "rgb(0 128 255)";
  ctx.lineWidth = 1.5;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.setLineDash([4, 2, 1]);
  ctx.globalAlpha = 0.25;
  ctx.stroke();
  const [, path] = /<path ([^>]+)\/>/.exec(picture()) ?? [];
  assert.equal(
    path,
    'd="M1 2L3.01 4.1Q1 1 2 2C1 1 2 2 3 3Z" fill="none" stroke="#0080ff" stroke-width="1.5" opacity="0.25" ' +
      'stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="4 2 1 4 2 1"',
  );
});

test("a whole circle is three arcs that come back", () => {
  const { ctx, picture } = create();
  ctx.arc(10, 10, 5, 0, 2 * Math.PI);
  ctx.fill();
  assert.match(picture(), /d="M15 10A5 5 0 0 1 7.5 14.33A5 5 0 0 1 7.5 5.67A5 5 0 0 1 15 10"/);
});

test("a rectangle leaves the path that is being made alone", () => {
  const { ctx, picture } = create();
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.fillRect(1, 1, 2, 3);
  ctx.lineTo(5, 5);
  ctx.stroke();
  assert.match(picture(), /d="M1 1L3 1L3 4L1 4Z" fill="#000000"/);
  assert.match(picture(), /d="M0 0L5 5" fill="none"/);
});

test("what was saved comes back: look, matrix, dashes and clip", () => {
  const { ctx, picture } = create();
  ctx.save();
  ctx.translate(10, 20);
  ctx.scale(2, 2);
  ctx.beginPath();
  ctx.rect(0, 0, 5, 5);
  ctx.clip();
  ctx.fillStyle = "#ff0000";
  ctx.beginPath();
  ctx.moveTo(1, 1);
  ctx.lineTo(2, 1);
  ctx.lineWidth = 3;
  ctx.stroke();
  ctx.restore();
  assert.equal(ctx.fillStyle, "#000000");
  assert.equal(ctx.lineWidth, 1);
  ctx.fillRect(0, 0, 1, 1);
  const text = picture();
  assert.match(text, /<clipPath id="c1"><path d="M10 20L20 20L20 30L10 30Z"\/><\/clipPath>/);
  assert.match(text, /<g clip-path="url\(#c1\)">\n<path d="M12 22L14 22"[^>]*stroke-width="6"\/>\n<\/g>/);
  assert.match(text, /<\/g>\n<path d="M0 0L1 0L1 1L0 1Z"/);
});

test("a clip within a clip keeps to both", () => {
  const { ctx, picture } = create();
  for (const side of [10, 5]) {
    ctx.beginPath();
    ctx.rect(0, 0, side, side);
    ctx.clip();
  }
  assert.match(picture(), /<clipPath id="c2" clip-path="url\(#c1\)">/);
});

test("a text stands where the canvas puts it, whatever a reader of SVG makes of baselines", () => {
  const { ctx, picture } = create();
  ctx.font = 'italic 20px "STIX Two Text", serif';
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillText("ε & <t>", 30, 10);
  assert.match(picture(), /<text x="30" y="16"/);
  assert.match(
    picture(),
    /font-style="italic" font-size="20" font-family="&quot;STIX Two Text&quot;, serif"/,
  );
  assert.match(picture(), /text-anchor="end" fill="#000000">ε &amp; &lt;t&gt;<\/text>/);
  assert.equal(ctx.measureText("abcd").width, 40);
});

test("an image, or a part of it, is inside the picture", () => {
  const { ctx, encoded, picture } = create();
  const image = { width: 3, height: 4 };
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(image, 1, 2);
  ctx.transform(0, 1, 1, 0, 0, 0);
  ctx.drawImage(image, 0, 1, 2, 3, 10, 20, 30, 40);
  assert.deepEqual(encoded, [
    [image, null],
    [image, [0, 1, 2, 3]],
  ]);
  assert.match(
    picture(),
    /<image x="1" y="2" width="3" height="4" preserveAspectRatio="none" image-rendering="pixelated" href/,
  );
  assert.match(
    picture(),
    /<image x="10" y="20" width="30" height="40"[^>]*transform="matrix\(0 1 1 0 0 0\)"/,
  );
});

test("what the context does not know throws: nothing is lost in silence", () => {
  const { ctx } = create();
  assert.throws(() => ctx.ellipse(0, 0, 1, 2, 0, 0, 1), TypeError);
  assert.throws(() => {
    ctx.shadowBlur = 3;
  }, TypeError);
  assert.throws(() => ctx.lineTo(Number.NaN, 0), RangeError);
  ctx.scale(1, 2);
  assert.throws(() => ctx.arc(0, 0, 1, 0, 1), RangeError);
});

test("numbers, colours, fonts and texts as SVG takes them", () => {
  assert.deepEqual([written(-0.001), written(1 / 3), written(12)], ["0", "0.33", "12"]);
  assert.deepEqual(paintOf("rgb(255 0 10 / 50%)"), { colour: "#ff000a", cover: 0.5 });
  assert.deepEqual(paintOf("rgba(1, 2, 3, 0.25)"), { colour: "#010203", cover: 0.25 });
  assert.deepEqual(paintOf("#abc"), { colour: "#abc", cover: 1 });
  assert.deepEqual(paintOf("transparent"), { colour: "none", cover: 1 });
  assert.equal(
    fontOf("600 13.5px sans-serif"),
    ' font-weight="600" font-size="13.5" font-family="sans-serif"',
  );
  assert.throws(() => fontOf("2em serif"), SyntaxError);
  assert.equal(escaped('"\u0000<&>'), "&quot;&lt;&amp;&gt;");
});
