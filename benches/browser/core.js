// @ts-check
// A worker that trains as the page's does, and what it can be asked to measure.

import { openWorker } from "./questions.js";

/** The built files and MNIST, where `descent bench` and the peers' page serve them. */
const WWW = new URL("../../www/", import.meta.url).href;

/**
 * Starts a worker with the module `wasm` and gives it MNIST's training examples.
 * @param {"descent_simd.wasm" | "descent.wasm"} wasm
 */
export async function startCore(wasm) {
  const { ask, end } = openWorker(new URL("worker.js", import.meta.url));
  await ask({
    type: "start",
    wasm: `${WWW}pkg/${wasm}`,
    glue: `${WWW}pkg/descent_worker.js`,
    data: `${WWW}data/`,
  });
  return {
    /**
     * Milliseconds of each epoch of 784-H-10 after the first.
     * @param {number} hidden
     * @param {number} seconds
     */
    train: (hidden, seconds) => ask({ type: "train", hidden, seconds }),
    /**
     * Milliseconds for all test images, 784-30-10. The last thing to ask: with the test images there, each epoch would
     * end with them.
     * @param {number} seconds
     */
    evaluate: (seconds) => ask({ type: "evaluate", seconds }),
    /**
     * Milliseconds from a drawing's points to the shipped network's answer.
     * @param {number} seconds
     */
    classify: (seconds) => ask({ type: "classify", seconds }),
    end,
  };
}
