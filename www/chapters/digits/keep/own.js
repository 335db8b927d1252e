// @ts-check
// A reader's own data: which of the files is what, and what became of them. No DOM.

import { unpacked } from "../ready.js";
import { Emitter } from "../training/events.js";

/** @typedef {import("../training/types.js").DataPart} DataPart */
/** @typedef {{ name: string, bytes: Uint8Array<ArrayBuffer> }} Content a file, unpacked */
/** @typedef {import("../../../pkg/descent.js").OwnData} OwnData */

/** @type {readonly DataPart[]} */
export const PARTS = ["train-images", "train-labels", "test-images", "test-labels"];

const NOTHING = new Uint8Array(0);
const GZIP = [0x1f, 0x8b];
/** The kind of an IDX file's values: bytes; labels may be wider whole numbers. */
const BYTES = 8;
const WHOLE = [BYTES, 0x09, 0x0b, 0x0c];
/** At most so many of a gzip file's last bytes are zeros that belong to it: sum and length. */
const MOST_ZEROS = 8;
const MOST_CLASSES = 10;

/** @extends {Emitter<{ change: null }>} */
export class OwnFiles extends Emitter {
  #session;
  #names;
  /** @type {Map<DataPart, Content>} */
  #files = new Map();
  /** Files that are no IDX. @type {readonly string[]} */
  #strange = [];
  #busy = false;
  /** @type {OwnData | null} */
  #taken = null;
  /** @type {unknown} */
  #failure = null;

  /**
   * @param {Pick<import("../session.js").Session, "change" | "restart">} session
   * @param {import("../class-names.js").ClassNames} names
   */
  constructor(session, names) {
    super();
    this.#session = session;
    this.#names = names;
  }

  state() {
    const has = (/** @type {DataPart} */ part) => this.#files.has(part);
    return {
      files: PARTS.map((part) => ({ part, file: this.#files.get(part) ?? null })),
      strange: this.#strange,
      /** Both files to learn from, and of those to test on both or none. */
      isComplete: has("train-images") && has("train-labels") && has("test-images") === has("test-labels"),
      busy: this.#busy,
      taken: this.#taken,
      failure: this.#failure,
      isOwn: this.#names.isOwn,
    };
  }

  /**
   * Files that were chosen together.
   * @param {readonly { name: string, bytes: Uint8Array<ArrayBuffer> }[]} chosen
   * @param {DataPart} [part] what a single one of them is for
   */
  async add(chosen, part) {
    this.#begin();
    try {
      const contents = await Promise.all(
        chosen.map(async ({ name, bytes }) => ({ name, bytes: await unpack(bytes) })),
      );
      const { places, strange } = placesOf(contents, part);
      for (const [part, content] of places) this.#files.set(part, content);
      this.#strange = strange;
    } catch (error) {
      this.#failure = error;
    }
    this.#end();
  }

  /** Learns from them. @param {{ turned: boolean, names: readonly string[] }} options */
  async use({ turned, names }) {
    const bytes = (/** @type {DataPart} */ part) => this.#files.get(part)?.bytes ?? NOTHING;
    const [a, b, c, d] = PARTS.map(bytes);
    if (!a || !b || !c || !d) return;
    this.#begin();
    this.#strange = [];
    try {
      this.#taken = await this.#session.change("set_data", a, b, c, d, turned);
      this.#names.set(namesFor(this.#taken.classes, names));
    } catch (error) {
      this.#failure = error;
    }
    this.#end();
  }

  /** Back to the data of the page: a new network. */
  leave() {
    this.#taken = null;
    this.#failure = null;
    this.#names.set(null);
    this.#session.restart();
    this.emit("change", null);
  }

  #begin() {
    this.#busy = true;
    this.#failure = null;
    this.emit("change", null);
  }

  #end() {
    this.#busy = false;
    this.emit("change", null);
  }
}

/** @param {Uint8Array} bytes */
const isGzip = (bytes) => GZIP.every((byte, i) => bytes[i] === byte);

/** @param {string} code @param {unknown} [cause] */
const failure = (code, cause) => Object.assign(new Error(code, { cause }), { code, details: {} });

/**
 * What the bytes hold, whatever the name of their file says; packed twice, they are unpacked twice.
 * @param {Uint8Array<ArrayBuffer>} bytes gzipped or not
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejected with the code "own-gzip", or "own-html" for a web page
 */
export async function unpack(bytes) {
  const once = await unpackOnce(bytes);
  const content = await unpackOnce(once);
  const beginning = new TextDecoder().decode(content.subarray(0, 64)).trim();
  if (/^<(!|html)/i.test(beginning)) throw failure("own-html");
  return content;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function unpackOnce(bytes) {
  if (!isGzip(bytes)) return bytes;
  try {
    return await unpacked(bytes);
  } catch (error) {
    return unpackPadded(bytes, error);
  }
}

/**
 * Zeros behind the packed data are padding, and a browser refuses them; the last bytes of the data may be zeros as well.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {unknown} error that the browser gave
 */
async function unpackPadded(bytes, error) {
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  for (let zeros = 0; zeros <= MOST_ZEROS && end + zeros < bytes.length; zeros++) {
    try {
      return await unpacked(bytes.slice(0, end + zeros));
    } catch {
      // The data end later.
    }
  }
  throw failure("own-gzip", error);
}

/** How many things an IDX file says that it has. @param {Uint8Array} bytes */
export const countIn = (bytes) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(4);

/**
 * What an IDX file holds, by its number of dimensions; null: it is none.
 * @param {Uint8Array} bytes
 * @returns {"images" | "labels" | null}
 */
function kindOf(bytes) {
  const [first, second, kind, dimensions] = bytes;
  if (bytes.length < 8 || first !== 0 || second !== 0 || kind === undefined) return null;
  if (dimensions === 3) return kind === BYTES ? "images" : null;
  return dimensions === 1 && WHOLE.includes(kind) ? "labels" : null;
}

/**
 * Which file is what: by its content, and by its name where there are two of a kind.
 * @param {readonly Content[]} contents
 * @param {DataPart} [part] what a single one is for
 * @returns {{ places: Map<DataPart, Content>, strange: string[] }}
 */
export function placesOf(contents, part) {
  /** @type {Map<DataPart, Content>} */
  const places = new Map();
  const strange = contents.filter(({ bytes }) => !kindOf(bytes)).map(({ name }) => name);
  const [single] = contents;
  if (part && single && contents.length === 1 && part.endsWith(String(kindOf(single.bytes)))) {
    return { places: places.set(part, single), strange };
  }
  for (const kind of /** @type {const} */ (["images", "labels"])) {
    const all = contents.filter(({ bytes }) => kindOf(bytes) === kind);
    // The larger one is to learn from, where no name says otherwise.
    all.sort((a, b) => Number(isTest(a)) - Number(isTest(b)) || b.bytes.length - a.bytes.length);
    for (const content of all) {
      const isSecond = isTest(content) || places.has(`train-${kind}`);
      places.set(isSecond ? `test-${kind}` : `train-${kind}`, content);
    }
  }
  return { places, strange };
}

/** @param {Content} content */
const isTest = ({ name }) => /t10k|test|valid/i.test(name);

/**
 * The names that a reader typed.
 * @param {string} text separated by commas or lines
 */
export function readNames(text) {
  return text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .slice(0, MOST_CLASSES);
}

/**
 * A name for each class: what was typed, else the label that stands in the files where it is not the digit itself.
 * @param {ArrayLike<number>} classes
 * @param {readonly string[]} names
 */
export function namesFor(classes, names) {
  return Array.from(classes, (label, i) => names[i] ?? (label === i ? "" : String(label)));
}
