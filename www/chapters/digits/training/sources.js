// @ts-check
// What the worker is made of, and what is trained on: the four files, and in which order they come.

import { DATA } from "../../../frame/host.js";

/** @typedef {import("./types.js").DataPart} DataPart */
/** @typedef {import("./types.js").DataSource} DataSource */

/** The worker's scripts, the one that it begins with first. @type {readonly [string, ...string[]]} */
export const SCRIPTS = [
  "worker.js",
  "downloads.js",
  "course.js",
  "snapshots.js",
  "questions.js",
  "rest.js",
  "runner.js",
];

/** The four files of MNIST. */
const FILES = /** @type {const} */ ({
  "train-labels": "train-labels-idx1-ubyte.gz",
  "train-images": "train-images-idx3-ubyte.gz",
  "test-labels": "t10k-labels-idx1-ubyte.gz",
  "test-images": "t10k-images-idx3-ubyte.gz",
});

/**
 * What training needs first comes first: an image is of use only with its label, and labels are small.
 * @type {readonly (readonly DataPart[])[]}
 */
export const DATA_ORDER = [
  ["train-labels", "train-images"],
  ["test-labels", "test-images"],
];

/** @type {readonly DataPart[]} */
export const DATA_PARTS = DATA_ORDER.flat();

/**
 * @param {((file: string) => string | Uint8Array<ArrayBuffer>) | Record<DataPart, Uint8Array<ArrayBuffer>>} from the files'
 *   addresses, or their bytes
 * @returns {DataSource[]}
 */
export function mnistSources(from) {
  return DATA_PARTS.map((part) => {
    const file = FILES[part];
    const { compressed = 0, size = 0 } = DATA[file] ?? {};
    const found = typeof from === "function" ? from(file) : from[part];
    const where = typeof found === "string" ? { url: found } : { bytes: found };
    return { part, ...where, compressed, size };
  });
}
