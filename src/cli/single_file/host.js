// @ts-check
// Where the page's files are when it carries them in itself: in the place of www/frame/host.js.

/**
 * @typedef {Object} Files what boot.js offers
 * @property {(path: string) => string} addressOf
 * @property {(path: string) => Response} fetchFile
 * @property {(path: string) => Uint8Array<ArrayBuffer>} part
 * @property {(paths: readonly string[]) => string} joined
 * @property {Readonly<Record<string, { compressed: number, size: number }>>} data
 */

const files = /** @type {{ descentFiles: Files }} */ (/** @type {unknown} */ (globalThis)).descentFiles;

/** The files of MNIST, as far as they are carried: bytes as they travel, bytes when unpacked. */
export const DATA = files.data;

/** @param {string} path under www/ */
export const addressOf = (path) => files.addressOf(path);

/** What a worker is made of: it could load nothing from here, so its scripts and the core's glue are one. @param {readonly string[]} paths */
export const workerAddresses = ([first = "", ...others]) => [
  files.joined([...others, "pkg/descent_worker.js", first]),
];

/** @type {(path: string) => string | Uint8Array<ArrayBuffer>} */
export const forWorker = (path) => files.part(path);

/** @param {string} path under www/ @returns {Promise<Response>} */
export const fetchFile = async (path) => files.fetchFile(path);
