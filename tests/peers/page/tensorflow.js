// TensorFlow.js in a worker: the same network, error and rule, in f32, with dense images. Written with its operations
// and its optimiser alone; the mini-batches are tensors before the clock starts.
"use strict";

importScripts("examples.js");
importScripts("../node_modules/@tensorflow/tfjs/dist/tf.min.js");
importScripts("../node_modules/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js");

(() => {
  const { BATCH, COUNT, PIXELS, answerWith, checkLearned, loadExamples, speedOf } = self.peers;
  const backend = new URLSearchParams(location.search).get("backend");
  let batches = [];

  async function start(data) {
    tf.wasm.setWasmPaths(new URL("../node_modules/@tensorflow/tfjs-backend-wasm/dist/", location.href).href);
    if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no backend ${backend} here`);
    if (backend === "wasm" && !(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT")))
      throw new Error("TensorFlow.js finds no simd128 here");
    const { pixels, labels } = await loadExamples(data);
    batches = Array.from({ length: COUNT / BATCH }, (_, batch) => {
      const first = batch * BATCH;
      const answers = Array.from(labels.subarray(first, first + BATCH), (label) =>
        Array.from({ length: 10 }, (_, k) => (k === label ? 1 : 0)),
      );
      return {
        x: tf.tensor2d(pixels.slice(first * PIXELS, (first + BATCH) * PIXELS), [BATCH, PIXELS]),
        l: tf.tensor2d(answers),
      };
    });
  }

  function train(hidden, seconds) {
    const V = tf.variable(tf.randomNormal([PIXELS, hidden], 0, 1 / Math.sqrt(PIXELS)));
    const v = tf.variable(tf.zeros([hidden]));
    const U = tf.variable(tf.randomNormal([hidden, 10], 0, 1 / Math.sqrt(hidden)));
    const u = tf.variable(tf.zeros([10]));
    const optimizer = tf.train.sgd(3);
    /** Mean ε over a mini-batch. */
    const error = ({ x, l }) => {
      const y = tf.sigmoid(tf.add(tf.matMul(x, V), v));
      const z = tf.sigmoid(tf.add(tf.matMul(y, U), u));
      return tf.mul(tf.sum(tf.square(tf.sub(z, l))), 0.5 / BATCH);
    };
    const number = () => tf.tidy(() => error(batches[0]).dataSync()[0]);
    const before = number();
    const speed = speedOf(seconds, (batch) => {
      optimizer.minimize(() => error(batches[batch]), false, [V, v, U, u]);
    });
    checkLearned(`TensorFlow.js (${backend})`, before, number());
    for (const variable of [V, v, U, u]) variable.dispose();
    optimizer.dispose();
    return speed;
  }

  answerWith({ start, train });
})();
