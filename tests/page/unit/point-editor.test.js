import assert from "node:assert/strict";
import test from "node:test";
import { createPointEditor } from "../../../www/chapters/curve/point-editor.js";
import { nearestPoint, neighbourPoint } from "../../../www/chapters/curve/point-places.js";
import { createCanvas } from "./browser-host.js";

const FRAME = { left: 10, top: 10, right: 210, bottom: 110 };

/** Three points; the canvas stands at (100, 50). */
function setUp() {
  const canvas = createCanvas();
  let enabled = true;
  let points = [
    { x: 30, y: 50 },
    { x: 150, y: 80 },
    { x: 90, y: 20 },
  ];
  const log = [];
  const editor = createPointEditor(canvas, {
    enabled: () => enabled,
    places: () => points,
    frame: () => FRAME,
    onAdd(x, y) {
      points = [...points, { x, y }];
      log.push(`add ${x} ${y}`);
      return points.length - 1;
    },
    onMove(index, x, y, first) {
      points = points.map((point, i) => (i === index ? { x, y } : point));
      log.push(`move ${index} ${x} ${y}${first ? " first" : ""}`);
    },
    onRemove(index) {
      points = points.filter((_, i) => i !== index);
      log.push(`remove ${index}`);
    },
    onChoose: (index) => log.push(`choose ${index}`),
    onUndo: () => log.push("undo"),
    height: () => 60,
  });
  const fire = (type, more = {}) => {
    const event = new Event(type, { cancelable: true });
    Object.assign(event, { pointerId: 1, pointerType: "mouse", button: 0 }, more);
    if (more.x !== undefined) Object.assign(event, { clientX: 100 + more.x, clientY: 50 + more.y });
    canvas.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return {
    editor,
    log,
    fire,
    key: (key, more = {}) => fire("keydown", { key, code: "", ...more }),
    touch: (x, y) =>
      fire("touchstart", { touches: [{}], changedTouches: [{ clientX: 100 + x, clientY: 50 + y }] }),
    disable: () => {
      enabled = false;
    },
  };
}

test("a press on an empty place puts a point, one on a point does not", () => {
  const { log, fire, editor } = setUp();
  fire("pointerdown", { x: 60, y: 70 });
  fire("pointerup", { x: 60, y: 70 });
  fire("click", { x: 60, y: 70 });
  assert.deepEqual(log, ["add 60 70", "choose 3"]);
  fire("pointerdown", { x: 32, y: 48 });
  fire("pointerup", { x: 32, y: 48 });
  fire("click", { x: 32, y: 48 });
  assert.deepEqual(log.slice(2), ["choose 0"]);
  fire("pointerdown", { x: 2, y: 2 });
  fire("click", { x: 2, y: 2 });
  assert.equal(editor.chosen, 0, "outside the frame nothing is put");
});

test("a drag moves the point by what the hand moves, inside the frame, and is one edit", () => {
  const { log, fire } = setUp();
  fire("pointerdown", { x: 33, y: 52 });
  fire("pointermove", { x: 34, y: 52 });
  fire("pointermove", { x: 53, y: 62 });
  fire("pointermove", { x: 500, y: 62 });
  fire("pointerup", { x: 500, y: 62 });
  fire("click", { x: 500, y: 62 });
  fire("pointermove", { x: 60, y: 60 });
  assert.deepEqual(log, ["choose 0", "move 0 50 60 first", "move 0 210 60"]);
});

test("another finger does not disturb a drag, and a finger reaches further than a mouse", () => {
  const { log, fire, touch } = setUp();
  fire("pointerdown", { x: 50, y: 50 });
  assert.deepEqual(log, [], "twenty pixels are too far for a mouse");
  fire("pointerdown", { x: 50, y: 50, pointerType: "touch", pointerId: 7 });
  fire("pointerdown", { x: 150, y: 80, pointerType: "touch", pointerId: 8 });
  fire("pointermove", { x: 180, y: 90, pointerType: "touch", pointerId: 8 });
  assert.deepEqual(log, ["choose 0"]);
  assert.equal(touch(50, 50), true, "a finger on a point moves the point");
  assert.equal(touch(190, 30), false, "elsewhere it moves the page");
});

test("the keyboard chooses from left to right, moves, puts, removes and undoes", () => {
  const { log, key, editor } = setUp();
  assert.equal(key("ArrowRight"), true);
  key("ArrowRight");
  assert.equal(editor.chosen, 2);
  key("ArrowUp", { shiftKey: true });
  key("ArrowUp", { shiftKey: true, repeat: true });
  key("Enter");
  key("Delete");
  key("z", { code: "KeyZ", ctrlKey: true });
  key("Escape");
  assert.deepEqual(log, [
    "choose 0",
    "choose 2",
    "move 2 90 19 first",
    "move 2 90 18",
    "add 120 60",
    "choose 3",
    "remove 3",
    "choose 2",
    "undo",
    "choose null",
  ]);
  assert.equal(key("x"), false);
});

test("the last point that is removed leaves none chosen", () => {
  const { key, editor, log } = setUp();
  key("ArrowLeft");
  for (let i = 0; i < 3; i++) key("Delete");
  assert.equal(editor.chosen, null);
  assert.equal(log.filter((entry) => entry.startsWith("remove")).length, 3);
  key("Delete");
  assert.equal(log.filter((entry) => entry.startsWith("remove")).length, 3);
});

test("while points are only read, nothing happens", () => {
  const { log, fire, key, touch, disable } = setUp();
  disable();
  fire("pointerdown", { x: 30, y: 50 });
  fire("click", { x: 60, y: 70 });
  assert.equal(key("Delete"), false);
  assert.equal(touch(30, 50), false);
  assert.deepEqual(log, []);
});

test("nearest and neighbour", () => {
  const places = [
    { x: 10, y: 0 },
    { x: 10, y: 5 },
    { x: 0, y: 0 },
  ];
  assert.equal(nearestPoint(places, 10, 4, 3), 1);
  assert.equal(nearestPoint(places, 50, 50, 3), null);
  assert.equal(neighbourPoint(places, 2, 1), 0);
  assert.equal(neighbourPoint(places, 0, 1), 1);
  assert.equal(neighbourPoint(places, 1, 1), 1);
  assert.equal(neighbourPoint([], null, 1), null);
});
