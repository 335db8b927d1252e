// @ts-check
// The worker that is timed: a classic script with the worker's glue, one run, and turns of 12 ms with a message to itself
// between them, as in www/chapters/digits/training/runner.js. Nothing is drawn and nothing told meanwhile.
"use strict";

(() => {
  /**
   * @typedef {import("../../www/frame/core.js").Api & ((options: object) => Promise<unknown>)} Glue
   * @typedef {import("../../www/pkg/descent.js").DataPart} DataPart
   */
  /** Milliseconds of training at a time. */
  const TURN = 12;
  /** Drawings that are read between two looks at the clock, which is too coarse for one. */
  const DRAWINGS = 500;

  /** @type {Glue} */
  let core;
  /** @type {import("../../www/pkg/descent.js").Training} */
  let training;
  let dataUrl = "";

  const channel = new MessageChannel();
  let resume = () => {};
  channel.port1.onmessage = () => resume();
  /** Lets other messages pass. @returns {Promise<void>} */
  const pause = () =>
    new Promise((resolve) => {
      resume = resolve;
      channel.port2.postMessage(null);
    });

  /** @param {string} url */
  async function fetched(url) {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new Error(`${url}: HTTP status ${response.status}`);
    return response;
  }

  /**
   * @param {string} name of a gzipped file among the page's data
   * @returns {Promise<Uint8Array>}
   */
  async function unzipped(name) {
    const { body } = await fetched(dataUrl + name);
    const stream = /** @type {ReadableStream} */ (body).pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  /** @param {"train" | "test"} set */
  async function load(set) {
    const file = set === "train" ? "train" : "t10k";
    for (const [kind, name] of /** @type {const} */ ([
      ["labels", "labels-idx1-ubyte"],
      ["images", "images-idx3-ubyte"],
    ])) {
      const part = /** @type {DataPart} */ (`${set}-${kind}`);
      training.push(part, await unzipped(`${file}-${name}.gz`));
      training.finish(part);
    }
  }

  /** @param {{ wasm: string, glue: string, data: string }} where */
  async function start({ wasm, glue, data }) {
    // @ts-expect-error: a worker's global, absent from the types of a page
    importScripts(glue);
    // @ts-expect-error: declared by the glue
    core = wasm_bindgen;
    await core({ module_or_path: await WebAssembly.compile(await (await fetched(wasm)).arrayBuffer()) });
    dataUrl = data;
    training = new core.Training(30, 3, 10, 1);
    await load("train");
    return [];
  }

  /** Milliseconds of one epoch. */
  async function epoch() {
    const { t, steps_per_epoch: steps } = training.status();
    const began = performance.now();
    for (let made = 0; made < steps; ) {
      made += training.train_for(TURN, t + steps);
      await pause();
    }
    return performance.now() - began;
  }

  /**
   * Does it once without counting, then until the time is over, once at least.
   * @param {number} seconds
   * @param {() => number | Promise<number>} measure gives milliseconds
   */
  async function repeated(seconds, measure) {
    await measure();
    /** @type {number[]} */
    const times = [];
    const began = performance.now();
    while (times.length === 0 || performance.now() - began < seconds * 1000) times.push(await measure());
    return times;
  }

  /** @param {{ hidden: number, seconds: number }} what */
  function train({ hidden, seconds }) {
    training.reset(hidden, 3, 10, 1);
    return repeated(seconds, epoch);
  }

  /** @param {{ seconds: number }} what */
  async function evaluate({ seconds }) {
    training.reset(30, 3, 10, 1);
    await load("test");
    return repeated(seconds, () => {
      const began = performance.now();
      if (training.evaluate() === undefined) throw new Error("the test images are not all there");
      return performance.now() - began;
    });
  }

  /** An 8 in one stroke of 81 points: as long a drawing as most. `benches/support/mod.rs` has the same. */
  function eight() {
    const points = [];
    for (let i = 0; i <= 80; i++) {
      const turn = (i / 80) * 2 * Math.PI;
      points.push(0.5 + 0.2 * Math.sin(2 * turn), 0.5 - 0.35 * Math.cos(turn));
    }
    return new Float64Array(points);
  }

  /** @param {{ seconds: number }} what */
  async function classify({ seconds }) {
    const classifier = new core.Classifier(await unzipped("model.descent.gz"));
    const { straightens } = classifier;
    const points = eight();
    const lengths = new Uint32Array([points.length / 2]);
    return repeated(seconds, () => {
      const began = performance.now();
      for (let i = 0; i < DRAWINGS; i++) classifier.classify(core.rasterise(points, lengths, straightens));
      return (performance.now() - began) / DRAWINGS;
    });
  }

  const answers = { start, train, evaluate, classify };

  addEventListener("message", async ({ data }) => {
    const question = /** @type {import("./questions.js").Question} */ (data);
    const answer = /** @type {(question: unknown) => Promise<number[]>} */ (answers[question.type]);
    try {
      postMessage({ times: await answer(question) });
    } catch (error) {
      postMessage({ failed: String(error) });
    }
  });
})();
