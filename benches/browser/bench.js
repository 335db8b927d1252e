// @ts-check
// The browser's part of `descent bench`: measures one thing after another and tells the program, which shows this page.

import { startCore } from "./core.js";

/** As the program names them. */
const SIZES = [30, 100];

const seconds = Number(new URLSearchParams(location.search).get("seconds"));

/** @param {{ doing: string } | { failed: string } | { done: object }} message */
async function tell(message) {
  await fetch("../report", { method: "POST", body: JSON.stringify(message) });
}

/**
 * @param {Awaited<ReturnType<typeof startCore>>} core
 * @param {string} name
 */
async function train(core, name) {
  /** @type {Record<string, number[]>} */
  const times = {};
  for (const hidden of SIZES) {
    const layers = `784-${hidden}-10`;
    await tell({ doing: `${layers} in the browser, ${name}` });
    times[layers] = await core.train(hidden, seconds);
  }
  return times;
}

async function measure() {
  await tell({ doing: "The browser compiles and unpacks" });
  const simdCore = await startCore("descent_simd.wasm");
  const simd = await train(simdCore, "simd128");
  await tell({ doing: "Asking all test images in the browser" });
  const evaluate = await simdCore.evaluate(seconds);
  await tell({ doing: "Reading a drawing in the browser" });
  const classify = await simdCore.classify(seconds);
  simdCore.end();
  const plainCore = await startCore("descent.wasm");
  const plain = await train(plainCore, "plain");
  plainCore.end();
  await tell({ done: { simd, plain, evaluate, classify } });
}

measure().catch((error) => tell({ failed: String(error) }));
