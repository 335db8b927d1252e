// @ts-check
// The wasm core, loaded once for all chapters.

/** What the core can do, as wasm-bindgen says it. @typedef {typeof import("../pkg/descent.js")} Api */
/** @typedef {{ module: WebAssembly.Module, api: Api, workerGlue: string }} Core */

/** @type {Promise<Core> | null} */
let loading = null;

/**
 * The core. A failed start may be tried again by asking again.
 * @returns {Promise<Core>} rejected with the code "no-wasm"
 */
export function core() {
  loading ??= load().catch((error) => {
    loading = null;
    const what = error instanceof Error ? error.message : String(error);
    throw Object.assign(new Error(what), { code: "no-wasm", details: { what } });
  });
  return loading;
}

/** Imported here and not above, so that a glue that fails to load is a message and not a blank page. */
async function load() {
  const { loadWasm, packageUrls } = await import("./wasm.js");
  const { module, api } = await loadWasm();
  return { module, api, workerGlue: packageUrls().workerGlue };
}
