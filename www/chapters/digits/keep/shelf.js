// @ts-check
// The browser's own storage, as a shelf with named places. Where it is forbidden, opening it fails.

const DATABASE = "descent";
const STORE = "kept";

/**
 * @typedef {Object} Shelf
 * @property {(name: string) => Promise<any>} read undefined where nothing lies
 * @property {(name: string, thing: unknown) => Promise<void>} write
 * @property {() => Promise<void>} clear
 */

/**
 * @param {IDBFactory} [factory] for tests
 * @returns {Promise<Shelf>}
 */
export async function openShelf(factory = globalThis.indexedDB) {
  // Asking for it may throw already, and in some browsers it is not there at all.
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const database = await settled(request);
  // Another window that opens a newer version must not wait for this one.
  database.onversionchange = () => database.close();

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
   */
  async function use(mode, ask) {
    const transaction = database.transaction(STORE, mode);
    const done = finished(transaction);
    const [value] = await Promise.all([settled(ask(transaction.objectStore(STORE))), done]);
    return value;
  }
  return {
    read: (name) => use("readonly", (store) => store.get(name)),
    write: async (name, thing) => void (await use("readwrite", (store) => store.put(thing, name))),
    clear: () => use("readwrite", (store) => store.clear()),
  };
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** What was written is there for good. @param {IDBTransaction} transaction @returns {Promise<void>} */
function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
