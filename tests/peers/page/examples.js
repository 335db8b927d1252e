// What the peers' workers share, as a classic script: MNIST's first images, and the clock.
"use strict";

(() => {
  /** So many fit the memory in each library's own form, which is made before the clock starts. */
  const COUNT = 10_000;
  const PIXELS = 784;
  const BATCH = 10;

  async function unzipped(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: HTTP status ${response.status}`);
    const stream = response.body.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** The pixels from 0 to 1 of one image after another, and the labels. */
  async function loadExamples(data) {
    const images = (await unzipped(`${data}train-images-idx3-ubyte.gz`)).subarray(16, 16 + COUNT * PIXELS);
    const labels = (await unzipped(`${data}train-labels-idx1-ubyte.gz`)).subarray(8, 8 + COUNT);
    return { pixels: Float32Array.from(images, (byte) => byte / 255), labels };
  }

  /**
   * Examples a second of `train`, after a quarter of the time that does not count.
   * @param {number} seconds
   * @param {(batch: number) => void} train learns from the mini-batch of that number
   */
  function speedOf(seconds, train) {
    let batch = 0;
    const run = (milliseconds) => {
      const began = performance.now();
      let examples = 0;
      let time = 0;
      while (time < milliseconds) {
        train(batch);
        batch = (batch + 1) % (COUNT / BATCH);
        examples += BATCH;
        time = performance.now() - began;
      }
      return (examples / time) * 1000;
    };
    run(seconds * 250);
    return run(seconds * 1000);
  }

  /**
   * Answers the page's questions.
   * @param {{ start: (data: string) => Promise<void>, train: (hidden: number, seconds: number) => number }} library
   */
  function answerWith({ start, train }) {
    addEventListener("message", async ({ data: question }) => {
      try {
        if (question.type === "start") {
          await start(question.data);
          postMessage({ times: [] });
        } else postMessage({ times: [train(question.hidden, question.seconds)] });
      } catch (error) {
        postMessage({ failed: String(error) });
      }
    });
  }

  /** A speed counts only for a network that learns. */
  function checkLearned(name, before, after) {
    if (!(after < before)) throw new Error(`${name} does not learn: ε was ${before} and is ${after}`);
  }

  self.peers = { BATCH, COUNT, PIXELS, answerWith, checkLearned, loadExamples, speedOf };
})();
