// @ts-check
// What the one file does first: it takes out what it carries, and gives the page's modules addresses. Nothing can be fetched
// beside a file that was opened from a disk, so every address is that of a blob. A classic script: a module would have to be
// fetched, too.

(() => {
  /** From unpack.js. @type {{ descentBytes: (text: string, length: number) => Uint8Array<ArrayBuffer> }} */
  const { descentBytes } = /** @type {any} */ (globalThis);

  /** Styles, scripts and others by path under www/, once unpacked. @type {Record<string, string>} */
  let texts = {};
  /** @type {Map<string, string>} */
  const addresses = new Map();

  /** What lies in the file under this name. @param {string} name */
  function part(name) {
    const script = document.querySelector(`script[data-file="${name}"]`);
    if (!(script instanceof HTMLScriptElement)) throw new Error(`${name} is not in this file`);
    return descentBytes(script.text, Number(script.dataset.length));
  }

  /** @param {string} path */
  function typeOf(path) {
    const types = { js: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml" };
    return types[/** @type {"js"} */ (path.split(".").pop())] ?? "application/octet-stream";
  }

  /** Its address, made when it is first asked for: what nobody opens costs nothing. @param {string} path under www/ */
  function addressOf(path) {
    const known = addresses.get(path);
    if (known) return known;
    const content = texts[path] ?? part(path);
    const address = URL.createObjectURL(new Blob([content], { type: typeOf(path) }));
    addresses.set(path, address);
    return address;
  }

  /** Classic scripts as one. @param {readonly string[]} paths */
  function joined(paths) {
    const content = paths.map((path) => `${texts[path] ?? ""}\n;`);
    return URL.createObjectURL(new Blob(content, { type: typeOf(".js") }));
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes @param {string} type */
  function unpacked(bytes, type) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "content-type": type } });
  }

  /** A file, as fetching it would give it. @param {string} path under www/ @returns {Response} */
  function fetchFile(path) {
    const module = path.match(/^pkg\/descent\w*?(_simd)?\.wasm$/);
    // The whole core serves for each of its parts, and is carried once for each kind of browser.
    if (module)
      return unpacked(part(module[1] ? "pkg/descent_simd.wasm" : "pkg/descent.wasm"), "application/wasm");
    const text = texts[path];
    if (text === undefined) return new Response(part(path));
    return new Response(text, { headers: { "content-type": typeOf(path) } });
  }

  /** Says in both languages why there is no page. @param {string} id @param {unknown} [error] */
  function fail(id, error) {
    if (error) console.error(error);
    const words = document.getElementById(id);
    if (words) words.hidden = false;
  }

  async function start() {
    /** @type {{ entry: string, data: object, files: typeof texts }} */
    const { entry, data, files } = await unpacked(part("page"), "application/json").json();
    texts = files;
    const load = (/** @type {string} */ path) => import(addressOf(path));
    Object.assign(globalThis, { descentFiles: { addressOf, fetchFile, part, joined, load, data } });
    await load(entry);
  }

  if (typeof DecompressionStream === "undefined" || typeof WebAssembly === "undefined") fail("too-old");
  else start().catch((error) => fail("damaged", error));
})();
