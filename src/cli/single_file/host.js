// @ts-check
// Where the page's files are when it carries them in itself: in the place of www/frame/host.js.

/**
 * @typedef {Object} Files what boot.js offers
 * @property {(path: string) => string} addressOf
 * @property {(path: string) => Response} fetchFile
 * @property {Readonly<Record<string, { compressed: number, size: number }>>} data
 */

const files = /** @type {{ descentFiles: Files }} */ (/** @type {unknown} */ (globalThis)).descentFiles;

/** The files of MNIST, as far as they are carried: bytes as they travel, bytes when unpacked. */
export const DATA = files.data;

/** @param {string} path under www/ */
export const addressOf = (path) => files.addressOf(path);

/** @param {string} path under www/ @returns {Promise<Response>} */
export const fetchFile = async (path) => files.fetchFile(path);
