import assert from "node:assert/strict";
import test from "node:test";
import { createReadout } from "../../../www/chart/readout.js";
import { createCanvas } from "./browser-host.js";
import { COLOURS, createContext } from "./context.js";

const FRAME = { left: 0, top: 0, right: 200, bottom: 100 };

/** Eleven values, 0 to 10, each 20 pixels after the last. The canvas stands at (100, 50). */
function setUp() {
  const canvas = createCanvas();
  const said = [];
  let redraws = 0;
  let count = 11;
  const readout = createReadout(canvas, {
    nearest: (x, y) => (y < 0 || y > 100 ? null : Math.round(x / 20)),
    neighbour: (key, towards) => {
      const next = key === null ? (towards > 0 ? 0 : count - 1) : key + towards;
      return next >= 0 && next < count ? next : null;
    },
    read: (key) => (key < count ? { x: 20 * key, y: 50, lines: [`t = ${key}`, "ε = 0.1"] } : null),
    redraw: () => redraws++,
    announce: (text) => said.push(text),
  });
  const fire = (type, more) => {
    const event = new Event(type, { cancelable: true });
    Object.assign(event, more);
    canvas.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return {
    readout,
    said,
    redraws: () => redraws,
    shrink: (to) => {
      count = to;
    },
    hover: (x, pointerType = "mouse") => fire("pointermove", { clientX: 100 + x, clientY: 80, pointerType }),
    leave: () => fire("pointerleave", {}),
    click: (x, y = 30) => fire("click", { clientX: 100 + x, clientY: 50 + y }),
    key: (key, more = {}) => fire("keydown", { key, ...more }),
    texts() {
      const ctx = createContext();
      readout.draw(/** @type {any} */ (ctx), { frame: FRAME, colours: COLOURS });
      return ctx.texts();
    },
  };
}

test("a mouse reads by pointing; leaving ends it", () => {
  const plot = setUp();
  assert.deepEqual(plot.texts(), []);
  plot.hover(61);
  assert.deepEqual(plot.texts(), ["t = 3", "ε = 0.1"]);
  assert.deepEqual(plot.said, [], "pointing is not announced");
  plot.hover(62);
  assert.equal(plot.redraws(), 1, "the same value is not drawn twice");
  plot.leave();
  assert.deepEqual(plot.texts(), []);
});

test("a finger that moves over the plot scrolls the page and reads nothing", () => {
  const plot = setUp();
  plot.hover(60, "touch");
  assert.equal(plot.readout.key, null);
});

test("a tap pins, another moves the pin, a tap on the same value or beside the plot takes it away", () => {
  const plot = setUp();
  plot.click(60);
  assert.ok(plot.readout.pinned);
  assert.deepEqual(plot.said, ["t = 3, ε = 0.1"]);
  plot.leave();
  plot.hover(160);
  assert.equal(plot.readout.key, 3, "a pin stays");
  plot.click(100);
  assert.equal(plot.readout.key, 5);
  plot.click(101);
  assert.equal(plot.readout.key, null);
  plot.click(60);
  plot.click(60, 300);
  assert.equal(plot.readout.key, null);
});

test("a click pins what the mouse was pointing at", () => {
  const plot = setUp();
  plot.hover(60);
  plot.click(60);
  assert.equal(plot.readout.key, 3);
  assert.ok(plot.readout.pinned);
  assert.equal(plot.said.length, 1);
});

test("arrows walk, Home and End jump, Escape ends; other keys pass", () => {
  const plot = setUp();
  assert.ok(plot.key("ArrowRight"));
  assert.equal(plot.readout.key, 0);
  plot.key("ArrowLeft");
  assert.equal(plot.readout.key, 0, "the first is the first");
  plot.key("End");
  assert.equal(plot.readout.key, 10);
  plot.key("ArrowRight");
  assert.equal(plot.readout.key, 10);
  plot.key("ArrowLeft");
  plot.key("Home");
  assert.equal(plot.readout.key, 0);
  assert.ok(plot.key("Escape"));
  assert.equal(plot.readout.key, null);
  assert.ok(!plot.key("Escape"));
  assert.ok(!plot.key(" "));
  assert.ok(!plot.key("ArrowLeft", { altKey: true }), "the browser's own");
});

test("a value that is no longer there is not drawn", () => {
  const plot = setUp();
  plot.click(200);
  assert.equal(plot.readout.key, 10);
  plot.shrink(5);
  assert.deepEqual(plot.texts(), []);
});

test("a destroyed read-out is deaf", () => {
  const plot = setUp();
  plot.readout.destroy();
  plot.click(60);
  assert.equal(plot.readout.key, null);
});

test("where values lie in two directions, all four arrows go on", () => {
  const canvas = createCanvas();
  /** @type {(number | null)[]} */
  const keys = [];
  const readout = createReadout(canvas, {
    nearest: () => null,
    neighbour: (key, towards) => (key === null ? 44 : key + towards),
    above: (key, towards) => (key === null ? 44 : key + 10 * towards),
    read: () => ({ x: 0, y: 0, lines: ["ε = 0.1"] }),
    redraw: () => keys.push(readout.key),
    announce() {},
  });
  const press = (key) => {
    const event = new Event("keydown", { cancelable: true });
    Object.assign(event, { key });
    canvas.dispatchEvent(event);
    return event.defaultPrevented;
  };
  for (const key of ["ArrowUp", "ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"]) assert.ok(press(key));
  assert.deepEqual(keys, [44, 54, 55, 45, 44]);
  readout.destroy();

  const flat = setUp();
  assert.equal(flat.key("ArrowUp"), false, "the page keeps what the plot has no use for");
});
