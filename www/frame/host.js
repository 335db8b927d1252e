// @ts-check
// Where the page's files are. Nothing else in www/ knows an address: a page that carries its files in itself changes this
// module and no other.

const ROOT = new URL("../", import.meta.url);

/**
 * The files of MNIST that are there, by name: bytes as they travel, bytes when unpacked.
 * @type {Readonly<Record<string, { compressed: number, size: number }>>}
 */
export const DATA = {
  "train-labels-idx1-ubyte.gz": { compressed: 26_996, size: 60_008 },
  "train-images-idx3-ubyte.gz": { compressed: 9_140_909, size: 47_040_016 },
  "t10k-labels-idx1-ubyte.gz": { compressed: 4_193, size: 10_008 },
  "t10k-images-idx3-ubyte.gz": { compressed: 1_519_852, size: 7_840_016 },
};

/**
 * The address of a file.
 * @param {string} path under www/
 * @returns {string}
 */
export function addressOf(path) {
  return new URL(path, ROOT).href;
}

/**
 * The addresses of a worker's scripts: it begins with the first and loads the others itself.
 * @param {readonly string[]} paths under www/
 * @returns {string[]}
 */
export const workerAddresses = (paths) => paths.map(addressOf);

/**
 * What a worker gets a file from: its address, or its bytes where a worker could not load them.
 * @type {(path: string) => string | Uint8Array<ArrayBuffer>}
 */
export const forWorker = addressOf;

/**
 * A file, on its way.
 * @param {string} path under www/
 * @returns {Promise<Response>} rejected with the code "network", or "http-status" and the status
 */
export async function fetchFile(path) {
  const url = addressOf(path);
  let response;
  try {
    response = await fetch(url);
  } catch (error) {
    throw Object.assign(new Error(`${url}: ${error}`), { code: "network", details: {} });
  }
  if (response.ok) return response;
  const { status } = response;
  throw Object.assign(new Error(`${url}: HTTP status ${status}`), {
    code: "http-status",
    details: { status },
  });
}
