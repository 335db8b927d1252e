// @ts-check
// The service worker: keeps the published page for when there is no network. `descent build --out` puts it beside
// index.html as sw.js, with PUBLISHED before it: which version this is, and its files. Without that, as `descent serve`
// serves it from the sources, it removes itself, so that nobody sees what was kept before.

/**
 * @typedef {Object} Published
 * @property {string} version of all files together
 * @property {string} data version of the training data, which are kept when they were downloaded
 * @property {readonly string[]} files paths beside this script, "./" for the page itself
 * @property {readonly string[]} dataFiles
 *
 * @typedef {Event & { request: Request, data: unknown, waitUntil: (done: Promise<unknown>) => void,
 *   respondWith: (answer: Promise<Response>) => void }} WorkerEvent
 * @typedef {Object} Scope the part of a service worker's globals that is used here
 * @property {Published} [PUBLISHED]
 * @property {{ scope: string, unregister: () => Promise<boolean> }} registration
 * @property {() => Promise<void>} skipWaiting
 * @property {(type: string, listener: (event: WorkerEvent) => void) => void} addEventListener
 */

/** The smallest module with a vector instruction, as in wasm.js: of two builds the one is kept that runs here. */
const SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);

/** @param {readonly string[]} files */
function needed(files) {
  const simd = WebAssembly.validate(SIMD);
  return files.filter((file) => !file.endsWith(".wasm") || file.endsWith("_simd.wasm") === simd);
}

/** All or nothing: what could not be kept whole is no version. @param {Published} version @param {string} name @param {URL} home */
async function keep({ files }, name, home) {
  const cache = await caches.open(name);
  await cache.addAll(
    needed(files).map((file) => new Request(new URL(file, home).href, { cache: "no-cache" })),
  );
}

/** Where there is a copy: opening a cache would make one anew. @param {string} cacheName @param {string} url @param {Response} file */
async function put(cacheName, url, file) {
  if (await caches.has(cacheName)) await (await caches.open(cacheName)).put(url, file);
}

(() => {
  const scope = /** @type {Scope} */ (/** @type {unknown} */ (self));
  const published = scope.PUBLISHED;
  const home = new URL(scope.registration.scope);
  const PREFIX = "descent-";
  const names = published && {
    page: `${PREFIX}${published.version}`,
    data: `${PREFIX}data-${published.data}`,
  };

  /** Drops what other versions kept. @param {readonly string[]} kept */
  async function drop(kept) {
    for (const name of await caches.keys()) {
      if (name.startsWith(PREFIX) && !kept.includes(name)) await caches.delete(name);
    }
  }

  /** The way out: afterwards everything comes from the network. */
  async function reset() {
    await drop([]);
    await scope.registration.unregister();
  }

  /** Training data that the browser has from an earlier download: kept without a download. */
  async function collect() {
    // Whoever has dropped the copy wants none of it.
    if (!published || !names || !(await caches.has(names.page))) return;
    const cache = await caches.open(names.data);
    for (const file of published.dataFiles) {
      const url = new URL(file, home).href;
      if (await cache.match(url)) continue;
      const found = await fetch(url, { cache: "only-if-cached", mode: "same-origin" }).catch(() => null);
      if (found?.status === 200) await cache.put(url, found);
    }
  }

  /** The page from the network, and the copy is gone, once there is something in its place. @param {Request} request */
  async function answerAnew(request) {
    const fresh = await fetch(request);
    await reset();
    return fresh;
  }

  /** @param {Request} request @param {URL} url */
  async function answer(request, { pathname }) {
    if (!published || !names) return fetch(request);
    const path = pathname.slice(home.pathname.length);
    const isPage = request.mode === "navigate" && (path === "" || path === "index.html");
    const isData = published.dataFiles.includes(path);
    const cacheName = isData ? names.data : names.page;
    // What is not there, or was damaged so that it is none, comes from the network.
    const found = await caches.match(isPage ? home.href : request.url, { cacheName, ignoreSearch: true });
    if (found?.ok) return found;
    const fetched = await fetch(request);
    if (isData && fetched.status === 200) put(cacheName, request.url, fetched.clone()).catch(() => {});
    return fetched;
  }

  scope.addEventListener("install", (event) => {
    if (!published || !names) event.waitUntil(scope.skipWaiting());
    else event.waitUntil(keep(published, names.page, home));
  });
  scope.addEventListener("activate", (event) => {
    event.waitUntil(names ? drop([names.page, names.data]).then(collect) : reset());
  });
  scope.addEventListener("message", (event) => {
    if (event.data === "take over") scope.skipWaiting();
    if (event.data === "collect") event.waitUntil(collect().catch(() => {}));
  });
  scope.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (!published || request.method !== "GET" || !url.href.startsWith(home.href)) return;
    const isVisit = request.mode === "navigate";
    if (isVisit && url.searchParams.has("reset")) {
      event.respondWith(answerAnew(request).catch(() => answer(request, url)));
      return;
    }
    // Whatever goes wrong with what was kept, there is still the network.
    event.respondWith(answer(request, url).catch(() => fetch(request)));
    if (isVisit) event.waitUntil(collect().catch(() => {}));
  });
})();
