// @ts-check
// The core's compiled parts, built by `descent build` from src/wasm: which of the two builds this browser can run.

import { fetchFile } from "./host.js";

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

/** The parts of the core that are loaded one by one. @typedef {"pad" | "page" | "look" | "training"} Part */

/**
 * A part of the core, as fast as this browser can run it. It is compiled while the bytes arrive where the server names their
 * type; hosts that do not know .wasm cost one pass more.
 * @param {Part} part
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(part) {
  const response = await fetchFile(`pkg/descent_${part}${hasSimd() ? "_simd" : ""}.wasm`);
  const type = response.headers.get("content-type")?.split(";")[0].trim().toLowerCase();
  if (type === "application/wasm" && "compileStreaming" in WebAssembly)
    return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
