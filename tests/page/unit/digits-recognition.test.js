import assert from "node:assert/strict";
import test from "node:test";
import { Recognition } from "../../../www/chapters/digits/recognition.js";

const STROKE = [
  [
    [0.2, 0.2],
    [0.8, 0.8],
  ],
];

/** A core that tells what it was asked. */
function setUp({ straightens = true, slant = false } = {}) {
  const api = {
    rasterise: (_points, _lengths, straighten) => Uint8Array.of(straighten ? 1 : 2),
    judge: (z) => ({ digit: z[0], doubt: null, first: 0, second: 1 }),
  };
  const classifier = { straightens, classify: (image) => Float32Array.of(image[0]) };
  const recognition = new Recognition(slant);
  return { recognition, api, classifier };
}

test("nothing is asked before there is something to ask", () => {
  const { recognition, api, classifier } = setUp();
  assert.deepEqual([recognition.isEmpty, recognition.image, recognition.ready], [true, null, null]);
  recognition.setStrokes(STROKE);
  assert.equal(recognition.image, null, "no core yet");
  assert.equal(recognition.judge(Float32Array.of(1)), null);
  recognition.setApi(api);
  assert.deepEqual([...recognition.image], [2]);
  assert.equal(recognition.ready, null, "no network yet");
  recognition.setClassifier(classifier);
  assert.deepEqual([...recognition.ready], [1]);
  assert.equal(recognition.judge(recognition.ready).digit, 1);
  recognition.setStrokes([]);
  assert.deepEqual([recognition.image, recognition.prepared, recognition.ready], [null, null, null]);
});

test("the ready network gets the drawing as its images were, unless the reader wants it as drawn", () => {
  const { recognition, api, classifier } = setUp();
  recognition.setApi(api);
  recognition.setClassifier(classifier);
  recognition.setStrokes(STROKE);
  assert.deepEqual([...recognition.prepared], [1]);
  assert.deepEqual([...recognition.image], [2], "the network in training sees it as drawn");
  recognition.setSlant(true);
  assert.deepEqual([...recognition.prepared], [2]);
  recognition.setClassifier({ ...classifier, straightens: false });
  recognition.setSlant(false);
  assert.deepEqual([...recognition.prepared], [2]);
});

test("the answer of the network in training goes with the drawing", () => {
  const { recognition, api } = setUp();
  recognition.setApi(api);
  assert.ok(!recognition.setTraining(Float32Array.of(1)), "an empty pad has no answer, and had none");
  recognition.setStrokes(STROKE);
  assert.ok(recognition.setTraining(Float32Array.of(1)));
  assert.deepEqual([...recognition.training], [1]);
  recognition.setStrokes([]);
  assert.equal(recognition.training, null);
});

test("a picture is seen as it is, with its slant or without; strokes take its place", () => {
  const { recognition, api, classifier } = setUp();
  recognition.setApi(api);
  recognition.setClassifier(classifier);
  recognition.setPicture({ image: Uint8Array.of(7), upright: Uint8Array.of(8) });
  assert.ok(!recognition.isEmpty);
  assert.deepEqual([[...recognition.image], [...recognition.prepared]], [[7], [8]]);
  recognition.setSlant(true);
  assert.deepEqual([...recognition.ready], [7]);
  recognition.setStrokes([]);
  assert.ok(recognition.isEmpty);
  assert.equal(recognition.image, null);
});
