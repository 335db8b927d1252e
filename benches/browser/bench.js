// @ts-check
// The browser's part of `descent bench`: measures one thing after another and tells the program, which shows this page.

import { startCore } from "./core.js";

/** Hidden units. */
const SIZES = [30, 100];
/** As in src/cli/speed/mod.rs. */
const TURNS = 3;

const seconds = Number(new URLSearchParams(location.search).get("seconds"));

/** @param {{ doing: string } | { failed: string } | { done: object }} message */
async function tell(message) {
  await fetch("../report", { method: "POST", body: JSON.stringify(message) });
}

async function measure() {
  await tell({ doing: "The browser compiles and unpacks" });
  const cores = { simd: await startCore("descent_simd.wasm"), plain: await startCore("descent.wasm") };
  /** Milliseconds of each epoch, by module and layers. @type {Record<string, Record<string, number[]>>} */
  const epochs = { simd: {}, plain: {} };
  for (let turn = 1; turn <= TURNS; turn++) {
    for (const [name, core] of Object.entries(cores)) {
      for (const hidden of SIZES) {
        const layers = `784-${hidden}-10`;
        await tell({ doing: `Training ${layers} in the browser, ${name}, turn ${turn} of ${TURNS}` });
        const times = await core.train(hidden, seconds / TURNS);
        epochs[name][layers] = [...(epochs[name][layers] ?? []), ...times];
      }
    }
  }
  await tell({ doing: "Asking all test images in the browser" });
  const evaluate = await cores.simd.evaluate(seconds);
  await tell({ doing: "Reading a drawing in the browser" });
  const classify = await cores.simd.classify(seconds);
  await tell({ done: { ...epochs, evaluate, classify } });
}

measure().catch((error) => tell({ failed: String(error) }));
