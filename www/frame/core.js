// @ts-check
// The wasm core, loaded once. The pad needs little of it and must not wait: it has a part of its own, as has the training in
// its worker.

import { addressOf } from "./host.js";
import { compile } from "./wasm.js";

/** What the core can do, as wasm-bindgen says it. @typedef {typeof import("../pkg/descent.js")} Api */
/** What chapter 4 needs where a reader looks closer. @typedef {Pick<Api, keyof typeof import("../pkg/descent_look.js")>} LookApi */
/** What the pad needs of it. @typedef {Pick<Api, keyof typeof import("../pkg/descent_pad.js")>} PadApi */
/** @typedef {{ api: Api }} Core */
/** @typedef {{ api: PadApi }} PadCore */
/** For the worker. @typedef {{ module: WebAssembly.Module, glueUrl: string }} TrainingCore */

/**
 * Each is loaded when it is first asked for; a failed start may be tried again by asking again.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>} rejected with the code "no-wasm"
 */
function once(load) {
  /** @type {Promise<T> | null} */
  let loading = null;
  return () => {
    loading ??= load().catch((error) => {
      loading = null;
      console.error(error);
      throw Object.assign(new Error("no wasm", { cause: error }), { code: "no-wasm", details: {} });
    });
    return loading;
  };
}

/**
 * A part that the page runs itself.
 * @template {{ default: (options: { module_or_path: WebAssembly.Module }) => Promise<unknown> }} G
 * @param {import("./wasm.js").Part} part
 * @param {() => Promise<G>} load its glue: a second one of the same module would be a second core
 */
function opened(part, load) {
  return once(async () => {
    const [api, module] = await Promise.all([load(), compile(part)]);
    await api.default({ module_or_path: module });
    return { api };
  });
}

/** What the other chapters need. */
export const core = opened("page", () => import("../pkg/descent.js"));

/** What the pad needs. */
export const padCore = opened("pad", () => import("../pkg/descent_pad.js"));

/** What is needed where a reader looks closer, or shares what he sees. */
export const lookCore = opened("look", () => import("../pkg/descent_look.js"));

/** The training, for a worker to start. */
export const trainingCore = once(async () => {
  return { module: await compile("training"), glueUrl: addressOf("pkg/descent_worker.js") };
});
