// @ts-check
// Loads the core: fetched once, compiled once, used by the page and, through the compiled module, by the worker.

// Built by `descent build` from src/wasm; the types below say what the page relies on.
// @ts-ignore: absent until built
import * as glue from "./pkg/descent.js";

/**
 * @typedef {"train-images" | "train-labels" | "test-images" | "test-labels"} DataPart
 *
 * @typedef {Object} TrainingStatus
 * @property {number} step mini-batches made, t
 * @property {number} epoch
 * @property {number} position examples of this epoch already used
 * @property {number} total training examples when all have arrived
 * @property {number} arrived training examples so far
 * @property {number} test_total
 * @property {number} test_arrived
 * @property {number} hidden
 * @property {number} batch
 * @property {number} rate α
 * @property {number} seed
 * @property {number | null} error mean ε of the most recent mini-batches
 * @property {number | null} accuracy last recorded, 0 to 1
 * @property {number} steps_per_epoch
 * @property {boolean} waiting the next mini-batch's data have not arrived
 *
 * @typedef {Object} Training
 * @property {(part: DataPart, bytes: Uint8Array) => void} push
 * @property {(part: DataPart) => void} finish
 * @property {(part: DataPart) => void} restart
 * @property {(hidden: number, rate: number, batch: number, seed: number) => void} reset
 * @property {(rate: number) => void} set_rate
 * @property {() => boolean} step
 * @property {() => boolean} back
 * @property {(milliseconds: number, stopStep: number) => number} train_for
 * @property {() => number | undefined} evaluate
 * @property {() => TrainingStatus} status
 * @property {() => Float64Array<ArrayBuffer>} curve
 * @property {() => Float64Array<ArrayBuffer>} accuracies
 * @property {() => Uint32Array<ArrayBuffer>} confusion
 * @property {(image: Uint8Array) => Float32Array<ArrayBuffer>} classify
 * @property {() => Float32Array<ArrayBuffer>} rows
 * @property {() => Uint8Array<ArrayBuffer>} model
 *
 * @typedef {Object} Classifier
 * @property {(image: Uint8Array) => Float32Array} classify z_0 … z_9
 * @property {number} hidden
 * @property {() => void} free
 *
 * @typedef {{ measurements: number[], header: [string, string] | null, beyond: number,
 *   bad: { line: number, reason: "columns" | "not-a-number" | "ambiguous" | "too-large", found: string }[] }} MeasurementFile
 *   `measurements`: x₀, l₀, x₁, l₁, …; `beyond`: good rows for which there was no room
 *
 * @typedef {Object} FittingStatus
 * @property {number} step t
 * @property {boolean} can_back
 * @property {number | null} error mean ε of the network as it is now; null without measurements to learn from
 * @property {number | null} test_error the same of those held back
 * @property {number | null} deviation root of the mean square of the miss, in the units of l
 * @property {number | null} test_deviation
 *
 * @typedef {Object} Fitting a 1-H-1 network with its measurements
 * @property {(points: Float64Array) => void} edit other measurements for the network as it is
 * @property {(hidden: number, seed: number) => void} restart a new network
 * @property {(rate: number) => void} set_rate
 * @property {(steps: number, milliseconds: number) => number} train gives the steps made
 * @property {() => boolean} back
 * @property {() => FittingStatus} status
 * @property {() => Float64Array<ArrayBuffer>} measurements x₀, l₀, x₁, l₁, …, noise included
 * @property {() => Uint8Array<ArrayBuffer>} held_out 1 for each that is held back
 * @property {() => Float64Array<ArrayBuffer>} frame ranges that are scaled: x from, to, l from, to
 * @property {(xs: Float64Array) => Float64Array<ArrayBuffer>} answers
 * @property {(xs: Float64Array) => Float64Array<ArrayBuffer>} contributions all of unit 1, then all of unit 2, …
 * @property {() => Float64Array<ArrayBuffer>} parameters V, v, U of each unit, then u
 * @property {() => Float64Array<ArrayBuffer>} errors bins as of `Training.curve`
 * @property {() => Float64Array<ArrayBuffer>} test_errors
 * @property {() => void} free
 *
 * @typedef {Object} Api
 * @property {(id: string) => Float64Array<ArrayBuffer>} measurement_table
 * @property {(text: string) => MeasurementFile} parse_measurements
 * @property {new (points: Float64Array, frame: Float64Array, noise: number, share: number, atRightEnd: boolean,
 *   hidden: number, rate: number, seed: number) => Fitting} Fitting
 * @property {(points: Float64Array, lengths: Uint32Array) => Uint8Array<ArrayBuffer>} rasterise
 * @property {new (model: Uint8Array) => Classifier} Classifier
 * @property {new (hidden: number, rate: number, batch: number, seed: number) => Training} Training
 *
 * @typedef {Object} CoreError every error that the core throws
 * @property {string} code stable, kebab-case
 * @property {Record<string, string | number>} details for the translation
 */

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

/**
 * The addresses of the built files, next to this one wherever the page stands.
 * @param {string | URL} [base]
 */
export function packageUrls(base = import.meta.url) {
  return {
    simd: new URL("./pkg/descent_simd.wasm", base).href,
    plain: new URL("./pkg/descent.wasm", base).href,
    workerGlue: new URL("./pkg/descent_worker.js", base).href,
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
  const { default: init, ...api } = /** @type {Api & { default: (options: object) => Promise<unknown> }} */ (
    glue
  );
  await init({ module_or_path: module });
  return { module, api, simd };
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
