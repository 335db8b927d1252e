import assert from "node:assert/strict";
import test from "node:test";
import { Pad } from "../../../www/chapters/digits/pad/pad.js";
import { createCanvas, installBrowser } from "./browser-host.js";

const SIDE = 200;

/**
 * @param {string} name
 * @param {(hand: ReturnType<typeof createHand>) => void} body
 */
function padTest(name, body) {
  test(name, () => {
    const browser = installBrowser();
    try {
      body(createHand(browser));
    } finally {
      browser.uninstall();
    }
  });
}

/** A pad of 200 pixels at (100, 50), and what a hand does on it, in pad units. */
function createHand(browser) {
  const canvas = createCanvas();
  const changes = [];
  const ends = [];
  const pad = new Pad(canvas, {
    onChange: (strokes) => changes.push(structuredClone(strokes)),
    onStrokeEnd: () => ends.push(pad.strokes.length),
  });
  browser.resize(canvas, SIDE, SIDE, 2 * SIDE, 2 * SIDE);
  browser.frame();
  let now = 10_000;

  const place = (x, y) => ({ clientX: 100 + x * SIDE, clientY: 50 + y * SIDE });
  /**
   * @param {string} type
   * @param {number} x
   * @param {number} y
   * @param {Record<string, unknown>} [more]
   */
  function point(type, x, y, { pointerId = 1, pointerType = "touch", button = 0, coalesced, ...rest } = {}) {
    now += 8;
    const event = new Event(type, { cancelable: true });
    Object.assign(event, { ...place(x, y), pointerId, pointerType, button, ...rest });
    if (coalesced) event.getCoalescedEvents = () => coalesced.map(([cx, cy]) => place(cx, cy));
    Object.defineProperty(event, "timeStamp", { value: now });
    canvas.dispatchEvent(event);
  }
  return {
    browser,
    canvas,
    pad,
    changes,
    ends,
    down: (x, y, more) => point("pointerdown", x, y, more),
    move: (x, y, more) => point("pointermove", x, y, more),
    up: (x, y, more) => point("pointerup", x, y, more),
    cancel: (more) => point("pointercancel", 0, 0, more),
    lost: (more) => point("lostpointercapture", 0, 0, more),
    wait: (milliseconds) => {
      now += milliseconds;
    },
    key(key, more = {}) {
      const event = new Event("keydown", { cancelable: true, bubbles: true });
      Object.assign(event, { key, code: "", ...more });
      canvas.dispatchEvent(event);
      return event.defaultPrevented;
    },
    rounded: () =>
      pad.strokes.map((stroke) => stroke.map((p) => p.map((value) => Math.round(value * 100) / 100))),
  };
}

padTest("a finger draws in pad units, all coalesced points included", (hand) => {
  hand.down(0.1, 0.2);
  hand.move(0.4, 0.5, {
    coalesced: [
      [0.2, 0.3],
      [0.3, 0.4],
      [0.4, 0.5],
    ],
  });
  assert.ok(hand.pad.isDrawing);
  hand.up(0.4, 0.5);
  assert.ok(!hand.pad.isDrawing);
  assert.deepEqual(hand.rounded(), [
    [
      [0.1, 0.2],
      [0.2, 0.3],
      [0.3, 0.4],
      [0.4, 0.5],
    ],
  ]);
  assert.deepEqual(hand.ends, [1]);
});

padTest("the line is drawn in the event itself, and told once a frame", (hand) => {
  hand.down(0.1, 0.1);
  const before = hand.canvas.ctx.named("stroke").length;
  for (let i = 1; i <= 6; i++) hand.move(0.1 + 0.1 * i, 0.2);
  assert.equal(hand.canvas.ctx.named("stroke").length, before + 6);
  assert.equal(hand.changes.length, 0);
  hand.browser.frame();
  assert.equal(hand.changes.length, 1);
  assert.equal(hand.changes[0][0].length, 7, "with the latest strokes");
  hand.browser.frame();
  assert.equal(hand.changes.length, 1);
});

padTest("a second finger changes nothing", (hand) => {
  hand.down(0.1, 0.1);
  hand.down(0.9, 0.9, { pointerId: 2 });
  hand.move(0.8, 0.8, { pointerId: 2 });
  hand.move(0.2, 0.1);
  hand.up(0.8, 0.8, { pointerId: 2 });
  assert.ok(hand.pad.isDrawing);
  hand.up(0.3, 0.1);
  assert.deepEqual(hand.rounded(), [
    [
      [0.1, 0.1],
      [0.2, 0.1],
      [0.3, 0.1],
    ],
  ]);
});

padTest("only the first mouse button draws", (hand) => {
  for (const button of [1, 2]) hand.down(0.5, 0.5, { pointerType: "mouse", button });
  assert.ok(hand.pad.isEmpty);
  hand.down(0.5, 0.5, { pointerType: "mouse" });
  assert.ok(!hand.pad.isEmpty);
});

padTest("the hand that lies down before its pen leaves no ink", (hand) => {
  hand.down(0.9, 0.9, { pointerId: 1 });
  hand.move(0.8, 0.9, { pointerId: 1 });
  hand.down(0.3, 0.3, { pointerId: 2, pointerType: "pen" });
  hand.move(0.4, 0.4, { pointerId: 2, pointerType: "pen" });
  hand.move(0.7, 0.9, { pointerId: 1 });
  hand.up(0.4, 0.4, { pointerId: 2, pointerType: "pen" });
  assert.deepEqual(hand.rounded(), [
    [
      [0.3, 0.3],
      [0.4, 0.4],
    ],
  ]);
});

padTest("a touch close after the pen is the hand; later it is a finger", (hand) => {
  hand.down(0.3, 0.3, { pointerType: "pen" });
  hand.up(0.4, 0.4, { pointerType: "pen" });
  hand.wait(300);
  hand.down(0.9, 0.9, { pointerId: 3 });
  assert.equal(hand.pad.strokes.length, 1);
  hand.wait(1000);
  hand.down(0.9, 0.9, { pointerId: 4 });
  assert.equal(hand.pad.strokes.length, 2);
});

padTest(
  "a gesture of the system that begins on the pad leaves no ink; a long stroke that is cut off stays",
  (hand) => {
    hand.down(0.1, 0.1);
    hand.move(0.2, 0.1);
    hand.cancel();
    assert.ok(hand.pad.isEmpty);
    hand.down(0.1, 0.1);
    for (let i = 1; i < 30; i++) hand.move(0.1 + 0.02 * i, 0.1);
    hand.cancel();
    assert.equal(hand.pad.strokes.length, 1);
    assert.ok(!hand.pad.isDrawing);
  },
);

padTest("keys: back one stroke, or all", (hand) => {
  for (const x of [0.1, 0.3, 0.5, 0.7]) {
    hand.down(x, 0.1);
    hand.up(x, 0.8);
  }
  assert.ok(hand.key("Backspace"));
  assert.equal(hand.pad.strokes.length, 3);
  assert.ok(hand.key("я", { code: "KeyZ", ctrlKey: true }), "whatever the layout");
  assert.equal(hand.pad.strokes.length, 2);
  assert.ok(!hand.key("z", { code: "KeyZ" }));
  assert.ok(!hand.key("ArrowRight"), "arrows are the player's");
  assert.ok(hand.key("Delete"));
  assert.ok(hand.pad.isEmpty);
  hand.browser.frame();
  assert.deepEqual(hand.changes[hand.changes.length - 1], []);
});

padTest("undo in the middle of a stroke takes that stroke and ends it", (hand) => {
  hand.down(0.1, 0.1);
  hand.move(0.5, 0.5);
  hand.pad.undo();
  assert.ok(hand.pad.isEmpty && !hand.pad.isDrawing);
  hand.move(0.6, 0.6);
  assert.ok(hand.pad.isEmpty);
});

padTest("the drawing stays when the pad's size changes, and is drawn in the new one", (hand) => {
  hand.pad.setStrokes([
    [
      [0.25, 0.5],
      [0.75, 0.5],
    ],
  ]);
  hand.browser.frame();
  hand.browser.resize(hand.canvas, 400, 400, 800, 800);
  const moves = hand.canvas.ctx.named("moveTo");
  assert.deepEqual(moves[moves.length - 1].args, [100, 200]);
  assert.deepEqual(hand.rounded(), [
    [
      [0.25, 0.5],
      [0.75, 0.5],
    ],
  ]);
});

padTest("a tap is a dot as wide as the pen", (hand) => {
  hand.down(0.5, 0.5);
  hand.up(0.5, 0.5);
  const dots = hand.canvas.ctx.named("arc");
  const [x, y, radius] = dots[dots.length - 1].args;
  assert.deepEqual([x, y], [100, 100]);
  assert.ok(radius > 4 && radius < 12);
});

padTest("only the pad itself keeps the page from scrolling", (hand) => {
  assert.equal(hand.canvas.style.touchAction, "none");
});

padTest("a destroyed pad is deaf", (hand) => {
  hand.pad.destroy();
  hand.down(0.5, 0.5);
  assert.ok(hand.pad.isEmpty);
});

padTest("a guest stands on the pad until the first touch, and is nobody's drawing", (hand) => {
  const drawn = [];
  hand.pad.setGuest((_ctx, { side }) => drawn.push(side));
  hand.browser.frame();
  assert.deepEqual(drawn, [SIDE]);
  assert.ok(hand.pad.isEmpty);
  assert.deepEqual(hand.changes, [], "it is not told as strokes");
  hand.down(0.5, 0.5);
  hand.up(0.6, 0.6);
  hand.browser.frame();
  assert.equal(drawn.length, 1, "it is gone");
  assert.equal(hand.changes.at(-1).length, 1);
});

padTest("undo and clear take a guest away, strokes replace it", (hand) => {
  for (const away of [
    () => hand.pad.undo(),
    () => hand.pad.clear(),
    () => hand.key("Delete"),
    () => hand.pad.setStrokes([]),
  ]) {
    let drawn = 0;
    hand.pad.setGuest(() => {
      drawn += 1;
    });
    hand.browser.frame();
    const before = hand.changes.length;
    away();
    hand.browser.frame();
    hand.browser.frame();
    assert.equal(drawn, 1);
    assert.deepEqual(hand.changes.slice(before), [[]]);
  }
});

padTest("a guest takes the place of what was drawn", (hand) => {
  hand.down(0.5, 0.5);
  hand.up(0.6, 0.6);
  hand.browser.frame();
  const before = hand.changes.length;
  hand.pad.setGuest(() => {});
  hand.browser.frame();
  assert.ok(hand.pad.isEmpty);
  assert.equal(hand.changes.length, before);
});

padTest("a stroke goes on when its capture is lost, and ends when the pointer is up", (hand) => {
  hand.down(0.27, 0.13, { pointerType: "mouse", buttons: 1 });
  hand.move(0.27, 0.2, { pointerType: "mouse", buttons: 1 });
  hand.lost({ pointerType: "mouse" });
  hand.move(0.27, 0.4, { pointerType: "mouse", buttons: 1 });
  hand.up(0.27, 0.67, { pointerType: "mouse", buttons: 0 });
  assert.deepEqual(hand.rounded(), [
    [
      [0.27, 0.13],
      [0.27, 0.2],
      [0.27, 0.4],
      [0.27, 0.67],
    ],
  ]);
  assert.ok(!hand.pad.isDrawing);
});

padTest("a mouse that moves without its button was lifted where nobody told the page", (hand) => {
  const mouse = { pointerType: "mouse", buttons: 1 };
  hand.down(0.27, 0.13, mouse);
  hand.move(0.27, 0.4, mouse);
  hand.move(0.8, 0.8, { ...mouse, buttons: 0 });
  assert.ok(!hand.pad.isDrawing);
  hand.down(0.8, 0.13, mouse);
  hand.up(0.8, 0.53, { ...mouse, buttons: 0 });
  assert.deepEqual(hand.rounded(), [
    [
      [0.27, 0.13],
      [0.27, 0.4],
    ],
    [
      [0.8, 0.13],
      [0.8, 0.53],
    ],
  ]);
});

padTest("a palm that is cancelled late is taken back, a finger that has drawn is not", (hand) => {
  hand.down(0.85, 0.88, { pointerId: 2 });
  hand.wait(200);
  hand.cancel({ pointerId: 2 });
  assert.deepEqual(hand.rounded(), []);
  hand.down(0.2, 0.2);
  hand.move(0.2, 0.7);
  hand.wait(200);
  hand.cancel();
  assert.equal(hand.rounded().length, 1);
});

padTest("a pad that is shown larger than it is laid out is drawn on where the pointer is", (hand) => {
  const { canvas } = hand;
  canvas.getBoundingClientRect = () => ({ left: 100, top: 50, width: 2 * SIDE, height: 2 * SIDE });
  // The hand's units are those of the layout: at twice the size half of them.
  hand.down(1, 0.5);
  assert.deepEqual(hand.rounded(), [[[0.5, 0.25]]]);
});
