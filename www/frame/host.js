// @ts-check
// Where the page's files are. Nothing else in www/ knows an address: a page that carries its files in itself changes this
// module and no other.

const ROOT = new URL("../", import.meta.url);

/**
 * The address of a file.
 * @param {string} path under www/
 * @returns {string}
 */
export function addressOf(path) {
  return new URL(path, ROOT).href;
}

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
