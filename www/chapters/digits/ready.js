// @ts-check
// The ready network that comes with the page: what chapter 4 needs first.

import { padCore } from "../../frame/core.js";
import { fetchFile } from "../../frame/host.js";

/** @type {import("../../pkg/descent.js").Classifier | null} */
let classifier = null;

/**
 * The ready network. What failed may be tried again by asking again.
 * @returns {Promise<import("../../pkg/descent.js").Classifier>} rejected with the code "model-missing" or one of the core's
 */
export async function openClassifier() {
  if (classifier) return classifier;
  const bytes = fetchModel();
  // Should the core fail as well, that is what is told.
  bytes.catch(() => {});
  const { api } = await padCore();
  classifier ??= new api.Classifier(await bytes);
  return classifier;
}

/** @returns {Promise<Uint8Array>} */
export async function fetchModel() {
  try {
    const response = await fetchFile("data/model.descent.gz");
    const bytes = new Uint8Array(await response.arrayBuffer());
    // Some servers name the packing in a header, and then the browser has unpacked the file already.
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? await unpacked(bytes) : bytes;
  } catch (error) {
    console.error(error);
    throw Object.assign(new Error("no model", { cause: error }), { code: "model-missing", details: {} });
  }
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes gzipped
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function unpacked(bytes) {
  const { body } = new Response(bytes);
  if (!body) throw new Error("no bytes");
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}
