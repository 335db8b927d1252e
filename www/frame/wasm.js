// @ts-check
// Loads the core: fetched once, compiled once, used by the page and, through the compiled module, by the worker.

// Built by `descent build` from src/wasm, with its types.
import * as glue from "../pkg/descent.js";
import { addressOf } from "./host.js";

/** @typedef {import("./core.js").Api} Api */

/**
 * The smallest module with a 128-bit vector instruction: one function that makes a vector and drops it.
 * Section by section: header; type () → (); one function of it; its code `i32.const 0, i8x16.splat, drop`.
 */
const SIMD_PROBE = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00,
  0x0a, 0x09, 0x01, 0x07, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x1a, 0x0b,
]);

/** Whether this browser has the 128-bit vector instructions of WebAssembly. */
export function hasSimd() {
  return WebAssembly.validate(SIMD_PROBE);
}

/** The addresses of the built files. */
export function packageUrls() {
  return {
    simd: addressOf("pkg/descent_simd.wasm"),
    plain: addressOf("pkg/descent.wasm"),
    workerGlue: addressOf("pkg/descent_worker.js"),
  };
}

/**
 * @typedef {Object} WasmSource where the two builds come from; the one-file page has their bytes in it
 * @property {string | Uint8Array<ArrayBuffer>} simd address or bytes
 * @property {string | Uint8Array<ArrayBuffer>} plain address or bytes
 */

/**
 * @param {WasmSource} [source]
 * @returns {Promise<{ module: WebAssembly.Module, api: Api, simd: boolean }>}
 */
export async function loadWasm(source = packageUrls()) {
  const simd = hasSimd();
  const chosen = simd ? source.simd : source.plain;
  const module = typeof chosen === "string" ? await compileFrom(chosen) : await WebAssembly.compile(chosen);
  await glue.default({ module_or_path: module });
  return { module, api: glue, simd };
}

/**
 * Compiles while the bytes arrive where the server names their type; hosts that do not know .wasm cost one pass more.
 * @param {string} url
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileFrom(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP status ${response.status}`);
  const type = response.headers.get("content-type")?.split(";")[0].trim().toLowerCase();
  if (type === "application/wasm" && "compileStreaming" in WebAssembly)
    return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
