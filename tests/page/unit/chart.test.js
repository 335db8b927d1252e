import assert from "node:assert/strict";
import test from "node:test";
import { besideFrame, createChart, insideFrame } from "../../../www/chart/chart.js";
import { drawPolyline } from "../../../www/chart/curve.js";
import { linearScale } from "../../../www/chart/scale.js";
import { createCanvas, installBrowser } from "./browser-host.js";

const MARGINS = { left: 40, top: 10, right: 20, bottom: 30 };

/**
 * A chart of eleven values on a canvas of 360 × 240 that stands at (100, 50): 30 pixels from value to value.
 * @param {string} name
 * @param {(set: any) => void} body
 * @param {any} [more] other options
 */
function chartTest(name, body, more = {}) {
  test(name, () => {
    const browser = installBrowser();
    try {
      const canvas = createCanvas();
      const values = Array.from({ length: 11 }, (_, i) => i / 10);
      const said = [];
      const places = [];
      const set = { browser, canvas, values, said, places, some: true };
      set.chart = createChart(canvas, {
        margins: MARGINS,
        write: (value, decimals) => `<${value.toFixed(decimals)}>`,
        announce: (text) => said.push(text),
        scales: ({ frame }) =>
          set.some
            ? {
                x: linearScale([0, 10], [frame.left, frame.right]),
                y: linearScale([0, 1], [frame.bottom, frame.top]),
              }
            : null,
        axes: () => ({ xLabel: "t", xIntegers: true }),
        draw(ctx, place) {
          places.push(place);
          drawPolyline(ctx, [...values.keys()], values, {
            ...place,
            colour: place.colours.error,
          });
        },
        read: {
          count: () => values.length,
          nearest: (px, py, { frame, x }) => (besideFrame(frame, py) ? Math.round(x.invert(px)) : null),
          at: (key, { x, y }) => ({ x: x.map(key), y: y.map(values[key]), lines: [`t = ${key}`, "ε"] }),
        },
        ...more,
      });
      set.fire = (type, event) => {
        const made = new Event(type, { cancelable: true });
        canvas.dispatchEvent(Object.assign(made, { isPrimary: true, button: 0, buttons: 0, ...event }));
        return made.defaultPrevented;
      };
      set.point = (type, px, py, event = {}) =>
        set.fire(type, { clientX: 100 + px, clientY: 50 + py, ...event });
      browser.resize(canvas, 360, 240, 720, 480);
      browser.frame();
      body(set);
    } finally {
      browser.uninstall();
    }
  });
}

chartTest("the frame is what the margins leave, and the scales end at it", ({ places, chart }) => {
  const [{ frame, x, y, width, height, ratio }] = places;
  assert.deepEqual(frame, { left: 40, top: 10, right: 340, bottom: 210 });
  assert.deepEqual([x.map(0), x.map(10), y.map(0), y.map(1)], [40, 340, 210, 10]);
  assert.deepEqual([width, height, ratio], [360, 240, 2]);
  assert.equal(chart.place, places[0]);
});

chartTest("axes come first, in the notation that is handed in, and the read-out last", (set) => {
  const before = set.canvas.ctx.texts();
  assert.ok(before.includes("<10>") && before.includes("<0.4>") && before.includes("t"), String(before));
  set.point("pointermove", 40 + 3 * 30, 100, { pointerType: "mouse" });
  set.browser.frame();
  assert.deepEqual(set.canvas.ctx.texts().slice(-2), ["t = 3", "ε"]);
  assert.equal(set.canvas.ctx.depth(), 0);
});

chartTest(
  "a tap's reading is said, a key moves the slider that the plot is, a mouse passes unsaid",
  (set) => {
    set.point("pointermove", 130, 100, { pointerType: "mouse" });
    assert.deepEqual(set.said, []);
    set.point("click", 130, 100);
    assert.deepEqual(set.said, ["t = 3, ε"]);
    const { attributes } = set.canvas;
    assert.equal(attributes.role, "slider");
    assert.ok(set.fire("keydown", { key: "ArrowRight" }));
    assert.equal(attributes["aria-valuetext"], "t = 4, ε");
    set.fire("keydown", { key: "End" });
    assert.equal(attributes["aria-valuetext"], "t = 10, ε");
    assert.deepEqual(
      ["min", "max", "now"].map((name) => attributes[`aria-value${name}`]),
      ["0", "10", "10"],
    );
    assert.equal(set.said.length, 1, "the slider says its value by itself");
    set.fire("keydown", { key: "Escape" });
    assert.equal(attributes["aria-valuetext"], "t = 10, ε", "with nothing read it is the last that can be");
    set.chart.clear();
    set.browser.frame();
    assert.equal(set.canvas.ctx.texts().at(-1), "t", "nothing is read any more");
  },
);

chartTest("without scales nothing is drawn, read or chosen", (set) => {
  set.some = false;
  set.canvas.ctx.calls.length = 0;
  set.chart.redraw();
  set.browser.frame();
  assert.equal(set.chart.place, null);
  assert.deepEqual(set.canvas.ctx.texts(), []);
  set.point("click", 130, 100);
  set.values.length = 0;
  set.fire("keydown", { key: "Home" });
  assert.deepEqual(set.said, []);
});

chartTest(
  "margins may follow the size, and scales may bring a frame of their own and more",
  ({ places, canvas }) => {
    const [{ frame, below }] = places;
    assert.deepEqual(frame, { left: 100, top: 0, right: 360, bottom: 120 });
    assert.deepEqual(below, { left: 100, top: 120, right: 360, bottom: 240 });
    assert.ok(canvas.ctx.textBoxes().every((box) => box.top < 135));
  },
  {
    margins: ({ width }) => ({ left: width > 300 ? 100 : 0, top: 0, right: 0, bottom: 0 }),
    scales: ({ frame }) => ({
      frame: { ...frame, bottom: 120 },
      below: { ...frame, top: 120 },
      x: linearScale([0, 10], [frame.left, frame.right]),
      y: linearScale([0, 1], [120, 0]),
    }),
  },
);

const picked = [];
chartTest(
  "a value can be chosen by hand, with the place that is seen",
  (set) => {
    const mouse = { pointerId: 1, pointerType: "mouse" };
    set.point("pointerdown", 20, 100, mouse);
    assert.deepEqual(picked, [], "not beside the frame");
    set.point("pointerdown", 130, 100, mouse);
    set.point("pointermove", 160, 100, mouse);
    set.point("pointerup", 160, 100, mouse);
    assert.deepEqual(picked, [3, 4, "done"]);
    set.chart.destroy();
    set.point("pointerdown", 130, 100, mouse);
    set.point("click", 130, 100);
    assert.deepEqual([picked.length, set.said.length], [3, 0], "a destroyed chart is deaf");
    assert.equal(set.browser.observers.size, 0);
  },
  {
    pick: {
      holds: (px, py, { frame }) => insideFrame(frame, px, py),
      onPick: (px, _, { x }) => picked.push(Math.round(x.invert(px))),
      onDone: () => picked.push("done"),
    },
  },
);

test("a point inside a frame, near it, and beside it", () => {
  const frame = { left: 40, top: 10, right: 340, bottom: 210 };
  assert.ok(insideFrame(frame, 40, 210) && !insideFrame(frame, 39, 210));
  assert.ok(insideFrame(frame, 30, 220, 10) && !insideFrame(frame, 29, 220, 10));
  assert.ok(besideFrame(frame, 10) && !besideFrame(frame, 9) && !besideFrame(frame, 211));
});
