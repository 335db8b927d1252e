import assert from "node:assert/strict";
import test from "node:test";
import { strokesOf } from "../../../www/chapters/digits/pad/sample.js";
import { cornered } from "../../../www/chapters/digits/way/corner.js";
import { placeOf } from "../../../www/chapters/digits/way/ink.js";
import { SAMPLES } from "../../../www/chapters/digits/way/samples.js";
import { latest, Way } from "../../../www/chapters/digits/way/session.js";
import { wordsOf } from "../../../www/chapters/digits/way/stages.js";

const OWN = {
  kind: "own",
  strokes: [
    [
      [0.2, 0.2],
      [0.8, 0.6],
    ],
  ],
  picture: null,
};
const EMPTY = { kind: "own", strokes: [], picture: null };

const settled = async () => {
  for (let i = 0; i < 6; i++) await null;
};

/** A way whose core notes the switches in the image: fit, centre, straighten. */
function setUp() {
  const pad = { content: OWN, isDrawing: false, slant: false };
  const asked = [];
  const made =
    (name) =>
    (...args) => {
      const [fit, centre, straighten] = args.slice(-3);
      const isEmpty = name === "pad_way" && args[1].length === 0;
      const image = isEmpty ? new Uint8Array(0) : Uint8Array.of(fit, centre, straighten);
      return { bounds: [0, 0, 1, 1], fitted: image, centre: [12, 15], lean: 0.25, image, args, name };
    };
  const way = new Way({
    api: { pad_way: made("pad_way"), picture_way: made("picture_way") },
    content: () => pad.content,
    isDrawing: () => pad.isDrawing,
    recognition: pad,
    chooseSlant(slant) {
      pad.slant = slant;
      way.look();
    },
    classify: (image) => Float32Array.from(image),
    ask: async (method, image, count) => {
      asked.push([method, [...image], count]);
      return method === "classify" ? Float32Array.of(9) : { labels: Uint8Array.of(4, 4, 4, 9, 4) };
    },
  });
  return { way, pad, asked };
}

test("every stage is made with the stages before it", () => {
  const { way } = setUp();
  way.look();
  const { fitted, upright, centred } = way.stages;
  assert.deepEqual([...fitted.image], [1, 0, 0]);
  assert.deepEqual([...upright.image], [1, 0, 1]);
  assert.deepEqual([...centred.image], [1, 1, 1]);
  assert.deepEqual([...way.ready], [1, 1, 1]);
  assert.ok(way.isWhole);
});

test("a stage that is off is left out of all that follow, and both networks are asked about that image", async () => {
  const { way, pad, asked } = setUp();
  way.look();
  way.set("fit", false);
  assert.deepEqual([...way.stages.centred.image], [0, 1, 1]);
  way.set("centre", false);
  way.set("straighten", false);
  assert.ok(pad.slant, "the slant is the pad's own choice");
  assert.deepEqual([...way.ready], [0, 0, 0]);
  assert.ok(!way.isWhole);
  await settled();
  assert.deepEqual(asked.filter(([method]) => method === "classify").at(-1)[1], [0, 0, 0]);
  assert.deepEqual(asked.filter(([method]) => method === "nearest").at(-1), ["nearest", [0, 0, 0], 5]);
  assert.deepEqual([...way.training], [9]);
});

test("an empty pad has no stages, no answers and no neighbours", async () => {
  const { way, pad } = setUp();
  way.look();
  await settled();
  assert.ok(way.training && way.nearest);
  pad.content = EMPTY;
  way.look();
  assert.deepEqual([way.stages, way.ready, way.training, way.nearest], [null, null, null, null]);
  assert.deepEqual(wordsOf(way), [{ key: "digits.way.empty" }]);
});

test("while the pen is down nobody looks for neighbours", async () => {
  const { way, pad, asked } = setUp();
  pad.isDrawing = true;
  way.look();
  await settled();
  assert.deepEqual(
    asked.map(([method]) => method),
    ["classify"],
  );
  pad.isDrawing = false;
  way.look();
  await settled();
  assert.equal(asked.filter(([method]) => method === "nearest").length, 1);
});

test("another network is asked again, the training images only until they are there", async () => {
  const { way, asked } = setUp();
  way.look();
  await settled();
  way.refresh();
  await settled();
  assert.equal(asked.filter(([method]) => method === "nearest").length, 1);
  assert.equal(asked.filter(([method]) => method === "classify").length, 2);
  way.nearest = { labels: new Uint8Array(0) };
  way.refresh();
  await settled();
  assert.equal(asked.filter(([method]) => method === "nearest").length, 2);
});

test("a picture goes the way of its ink", () => {
  const { way, pad } = setUp();
  const ink = Uint8Array.of(0, 255);
  pad.content = { kind: "picture", strokes: [], picture: { ink, width: 2, height: 1 } };
  way.look();
  const { name, args } = way.stages.centred;
  assert.equal(name, "picture_way");
  assert.deepEqual(args, [ink, 2, 1, true, true, true]);
});

test("in the corner a drawing is the same, small and in the upper left", () => {
  const [stroke] = cornered(OWN).strokes;
  assert.ok(stroke.every(([x, y]) => x > 0 && x < 0.5 && y > 0 && y < 0.5));
  const aspect = ([[x0, y0], [x1, y1]]) => (y1 - y0) / (x1 - x0);
  assert.ok(Math.abs(aspect(stroke) - aspect(OWN.strokes[0])) < 1e-9);
  const picture = { ink: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 3, height: 2 };
  const moved = cornered({ kind: "picture", strokes: [], picture }).picture;
  assert.ok(moved.width > 6 && moved.height > 4);
  assert.deepEqual(
    [...moved.ink].filter((value) => value > 0),
    [1, 2, 3, 4, 5, 6],
  );
  assert.equal(moved.ink.length, moved.width * moved.height);
});

test("the words say what was done and what was left out", () => {
  const { way } = setUp();
  way.look();
  assert.deepEqual(
    wordsOf(way).map(({ key }) => key),
    ["digits.way.pad.strokes", "digits.way.fitted.on", "digits.way.upright.on", "digits.way.centred.on"],
  );
  way.set("centre", false);
  assert.equal(wordsOf(way)[3].key, "digits.way.centred.off");
});

test("one question at a time, the latest next, and nothing told of what is not wanted any more", async () => {
  const answers = [];
  const told = [];
  const about = latest(
    (subject) => new Promise((resolve) => answers.push([subject, resolve])),
    (answer) => told.push(answer),
  );
  for (const subject of [1, 2, 3]) about.about(subject);
  assert.deepEqual(
    answers.map(([subject]) => subject),
    [1],
  );
  answers[0][1]("one");
  await settled();
  assert.deepEqual(
    answers.map(([subject]) => subject),
    [1, 3],
  );
  about.about(null);
  answers[1][1]("three");
  await settled();
  assert.deepEqual(told, ["one"]);
});

test("a picture lies in the middle of its square", () => {
  assert.deepEqual(placeOf(200, 100, { side: 100, left: 10, top: 20 }), { x: 10, y: 45, scale: 0.5 });
});

test("every digit has samples of several hands, all of them on the pad", () => {
  assert.equal(SAMPLES.length, 10);
  for (const hands of SAMPLES) {
    assert.ok(hands.length >= 2);
    for (const hand of hands) {
      const strokes = strokesOf(hand);
      assert.ok(strokes.length > 0 && strokes.every((stroke) => stroke.length > 1));
      for (const [x, y] of strokes.flat()) assert.ok(x > 0.1 && x < 0.9 && y > 0.1 && y < 0.9);
    }
  }
});
