// @ts-check
// What chapter 4 needs first and keeps while the reader is in another chapter: the ready network, and the drawing.

import { core } from "../../frame/core.js";

/** The network that comes with the page. */
const MODEL_URL = new URL("../../data/model.descent.gz", import.meta.url);

/** @type {import("../../types/core.js").Classifier | null} */
let classifier = null;

/** @type {readonly import("./pad/strokes.js").Stroke[]} */
let strokes = [];

/**
 * The ready network.
 * @returns {Promise<import("../../types/core.js").Classifier>} rejected with the code "model-missing" or one of the core's
 */
export async function openClassifier() {
  if (classifier) return classifier;
  const bytes = fetchModel();
  // Should the core fail as well, that is what is told.
  bytes.catch(() => {});
  const { api } = await core();
  classifier ??= new api.Classifier(await bytes);
  return classifier;
}

/** @returns {Promise<Uint8Array>} */
async function fetchModel() {
  try {
    const response = await fetch(MODEL_URL);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    // Some servers name the packing in a header, and then the browser has unpacked the file already.
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? await unpacked(bytes) : bytes;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw Object.assign(new Error(what), { code: "model-missing", details: { what } });
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes gzipped
 * @returns {Promise<Uint8Array>}
 */
async function unpacked(bytes) {
  const { body } = new Response(bytes);
  if (!body) throw new Error("no bytes");
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}

/** @param {readonly import("./pad/strokes.js").Stroke[]} next */
export function keepStrokes(next) {
  strokes = next.map((stroke) => [...stroke]);
}

export function keptStrokes() {
  return strokes;
}
