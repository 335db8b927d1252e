// The browser's part of run.js: each library trains for a moment, one after another, round by round, so that a machine
// that is slow for a while is slow for all of them.

import { startCore } from "../../../benches/browser/core.js";
import { openWorker } from "../../../benches/browser/questions.js";

const SIZES = [30, 100];
/** Examples in an epoch of ours. */
const EPOCH = 60_000;

const parameters = new URLSearchParams(location.search);
const seconds = Number(parameters.get("seconds"));
const rounds = Number(parameters.get("rounds"));

const WWW = new URL("../../../www/", import.meta.url).href;

async function tell(message) {
  await fetch("/report", { method: "POST", body: JSON.stringify(message) });
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** This project's module, simd128: examples a second of all epochs but the first. */
async function descent() {
  const core = await startCore("descent_simd.wasm");
  return async (hidden) => {
    const epochs = await core.train(hidden, seconds);
    const time = epochs.reduce((sum, milliseconds) => sum + milliseconds, 0);
    return ((EPOCH * epochs.length) / time) * 1000;
  };
}

/** A library in a worker of its own, which answers with examples a second. */
async function peer(script, backend) {
  const { ask } = openWorker(new URL(`${script}?backend=${backend}`, import.meta.url));
  await ask({ type: "start", wasm: "", glue: "", data: `${WWW}data/` });
  return async (hidden) => (await ask({ type: "train", hidden, seconds }))[0];
}

async function measure() {
  await tell({ doing: "MNIST is unpacked for each library" });
  const trainers = {
    Descent: await descent(),
    "TensorFlow.js, wasm": await peer("tensorflow.js", "wasm"),
    "TensorFlow.js, cpu": await peer("tensorflow.js", "cpu"),
    ConvNetJS: await peer("convnet.js", ""),
  };
  const result = {};
  for (const hidden of SIZES) {
    const layers = `784-${hidden}-10`;
    const speeds = Object.fromEntries(Object.keys(trainers).map((name) => [name, []]));
    for (let round = 1; round <= rounds; round++) {
      for (const [name, train] of Object.entries(trainers)) {
        await tell({ doing: `${layers}, round ${round} of ${rounds}: ${name}` });
        speeds[name].push(await train(hidden));
      }
    }
    result[layers] = Object.fromEntries(Object.entries(speeds).map(([name, all]) => [name, median(all)]));
  }
  await tell({ done: result });
}

measure().catch((error) => tell({ failed: String(error) }));
