// @ts-check
// What the worker is made of, and what is trained on: the four files, and in which order they come.

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

/** The four files of MNIST: name, bytes as they travel, bytes when unpacked. */
const FILES = /** @type {const} */ ({
  "train-labels": { file: "train-labels-idx1-ubyte.gz", compressed: 26_996, size: 60_008 },
  "train-images": { file: "train-images-idx3-ubyte.gz", compressed: 9_140_909, size: 47_040_016 },
  "test-labels": { file: "t10k-labels-idx1-ubyte.gz", compressed: 4_193, size: 10_008 },
  "test-images": { file: "t10k-images-idx3-ubyte.gz", compressed: 1_519_852, size: 7_840_016 },
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
 * @param {((file: string) => string) | Record<DataPart, Uint8Array<ArrayBuffer>>} from the files' addresses, or their bytes
 * @returns {DataSource[]}
 */
export function mnistSources(from) {
  return DATA_PARTS.map((part) => {
    const { file, compressed, size } = FILES[part];
    const where = typeof from === "function" ? { url: from(file) } : { bytes: from[part] };
    return { part, ...where, compressed, size };
  });
}
