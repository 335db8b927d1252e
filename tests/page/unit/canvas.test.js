import assert from "node:assert/strict";
import test from "node:test";
import { mountPlot } from "../../../www/chart/canvas.js";
import { placeIn } from "../../../www/chart/whereabouts.js";
import { createCanvas, installBrowser } from "./browser-host.js";

/**
 * @param {string} name
 * @param {(browser: ReturnType<typeof installBrowser>, canvas: any, sizes: any[], plot: any) => void} body
 * @param {{ deviceBox?: boolean }} [options]
 */
function plotTest(name, body, options) {
  test(name, () => {
    const browser = installBrowser(options);
    try {
      const canvas = createCanvas();
      const sizes = [];
      const plot = mountPlot(canvas, (_ctx, size) => sizes.push(size));
      try {
        body(browser, canvas, sizes, plot);
      } finally {
        plot.destroy();
      }
    } finally {
      browser.uninstall();
    }
  });
}

plotTest("many redraws before a frame are one drawing", (browser, canvas, sizes, plot) => {
  browser.resize(canvas, 300, 200, 600, 400);
  browser.frame();
  assert.equal(sizes.length, 1);
  for (let i = 0; i < 10; i++) plot.redraw();
  assert.equal(sizes.length, 1);
  assert.equal(browser.frame(), 1);
  assert.equal(sizes.length, 2);
});

plotTest(
  "draws in CSS pixels on the device's own pixels, also at a fractional density",
  (browser, canvas, sizes) => {
    globalThis.devicePixelRatio = 1.25;
    browser.resize(canvas, 301.5, 200.25, 377, 250);
    browser.frame();
    globalThis.devicePixelRatio = 2;
    assert.equal(canvas.width, 377);
    assert.equal(canvas.height, 250);
    assert.equal(sizes[0].width, 301.5);
    const [x, y] = canvas.ctx.named("scale")[0].args;
    assert.ok(Math.abs(x * 301.5 - 377) < 1e-9 && Math.abs(y * 200.25 - 250) < 1e-9);
  },
);

plotTest(
  "a later resize is drawn at once, before the cleared canvas could be seen",
  (browser, canvas, sizes) => {
    browser.resize(canvas, 300, 200, 600, 400);
    browser.frame();
    browser.resize(canvas, 400, 200, 800, 400);
    assert.equal(sizes.length, 2);
    assert.equal(sizes[1].width, 400);
  },
);

plotTest(
  "an emulated screen, whose box is in CSS pixels, gets its density all the same",
  (browser, canvas) => {
    globalThis.devicePixelRatio = 2;
    browser.resize(canvas, 300, 200, 300, 200);
    browser.frame();
    assert.deepEqual([canvas.width, canvas.height], [600, 400]);
  },
);

plotTest("nothing is drawn without a size", (browser, _canvas, sizes, plot) => {
  plot.redraw();
  browser.frame();
  assert.equal(sizes.length, 0);
});

plotTest("colours are read again when the theme changes, and only then", (browser, canvas, sizes, plot) => {
  browser.resize(canvas, 300, 200, 600, 400);
  browser.frame();
  browser.style.colours.a = "#56b4e9";
  plot.redraw();
  browser.frame();
  assert.equal(sizes[1].colours.a, "#0072b2");
  for (const observer of browser.mutations) observer.callback();
  browser.frame();
  assert.equal(sizes[2].colours.a, "#56b4e9");
  browser.style.colours.paper = "#000000";
  browser.style.colours.ink = "#ffffff";
  browser.queries.find((query) => query.media.includes("dark")).dispatchEvent(new Event("change"));
  browser.frame();
  assert.equal(sizes[3].colours.dark, true);
});

test("where the style sheet zooms, a unit is larger: of the drawing, and of where a pointer is", () => {
  const browser = installBrowser();
  try {
    const canvas = createCanvas();
    const sizes = [];
    const plot = mountPlot(canvas, (_ctx, size) => sizes.push(size), { zoomed: true });
    browser.style.colours["chart-zoom"] = "1.6";
    browser.resize(canvas, 320, 160, 640, 320);
    browser.frame();
    assert.deepEqual([sizes[0].width, sizes[0].height], [200, 100]);
    assert.ok(Math.abs(sizes[0].ratio - 3.2) < 1e-9);
    const [x, y] = canvas.ctx.named("scale")[0].args;
    assert.ok(Math.abs(x * 200 - 640) < 1e-9 && Math.abs(y * 100 - 320) < 1e-9);
    Object.assign(canvas, {
      clientLeft: 0,
      clientTop: 0,
      getBoundingClientRect: () => ({ left: 10, top: 20 }),
    });
    assert.deepEqual(placeIn(canvas, { clientX: 10 + 160, clientY: 20 + 80 }), [100, 50]);
    plot.destroy();
  } finally {
    browser.uninstall();
  }
});

plotTest("a colour that the style sheet lacks is named", (browser, canvas, _sizes, plot) => {
  browser.resize(canvas, 300, 200, 600, 400);
  delete browser.style.colours.error;
  assert.throws(() => plot.drawNow(), /--error/);
});

plotTest(
  "without the device's box the density is multiplied, and its change watched",
  (browser, canvas, sizes) => {
    browser.resize(canvas, 300, 200);
    browser.frame();
    assert.equal(canvas.width, 600);
    globalThis.devicePixelRatio = 3;
    browser.queries.find((query) => query.media.includes("2dppx")).dispatchEvent(new Event("change"));
    assert.equal(canvas.width, 900);
    globalThis.devicePixelRatio = 1;
    browser.queries.find((query) => query.media.includes("3dppx")).dispatchEvent(new Event("change"));
    assert.equal(canvas.width, 300);
    assert.equal(sizes.length, 3);
  },
  { deviceBox: false },
);

plotTest("a destroyed plot watches and draws nothing more", (browser, canvas, sizes, plot) => {
  browser.resize(canvas, 300, 200, 600, 400);
  browser.frame();
  plot.redraw();
  plot.destroy();
  assert.equal(browser.frame(), 0);
  assert.equal(browser.observers.size, 0);
  assert.equal(browser.mutations.size, 0);
  assert.equal(sizes.length, 1);
});
