// @ts-check
// What a chapter is set to ⇄ the address after #, for example #digits?hidden=30&rate=3&batch=10&seed=1.
// The address is the state: a link opens exactly what its sender saw.

import { accepts, initialValues, nearest, says } from "./fields.js";
import { createPen } from "./pen.js";

export { accepts, initialValues } from "./fields.js";

/**
 * @typedef {import("./fields.js").Schema} Schema
 * @typedef {import("./fields.js").Value} Value
 * @typedef {import("./fields.js").Values} Values
 * @typedef {"lang" | "projector"} PageName
 * @typedef {Partial<Record<PageName, string>>} PageSettings what a link says of the page itself
 * @typedef {{ chapter: string, values: Values, page?: PageSettings }} Address
 * @typedef {{ name: string, found: string, value: Value }} Repair a setting that a link gets wrong, and what it became;
 *   the name is empty where it is the chapter, "link" where it is the length of the link
 */

/** @type {readonly (readonly [PageName, RegExp])[]} */
const OF_PAGE = [
  ["lang", /^(ru|en)$/],
  ["projector", /^[01]$/],
];

/** A longer link is read only so far: no setting is as long. */
export const LONGEST_LINK = 65_536;

/** More of a setting that is wrong is not repeated to the reader. */
const MOST_FOUND = 24;

/**
 * Reads an address, and mends it: an unknown chapter becomes `home`, a value that cannot be the nearest that can; an
 * unknown name is dropped, and what stands beyond the longest link.
 * @param {string} hash with or without its #
 * @param {Readonly<Record<string, Schema>>} schemas one a chapter
 * @param {string} home
 * @returns {Required<Address> & { repairs: Repair[] }}
 */
export function parseAddress(hash, schemas, home) {
  const isLong = hash.length > LONGEST_LINK;
  // The setting that is cut is dropped whole.
  const whole = isLong ? hash.slice(0, LONGEST_LINK).replace(/&[^&]*$/, "") : hash;
  const [name = "", query = ""] = whole.replace(/^#/, "").split(/\?(.*)/s);
  const known = Object.hasOwn(schemas, name);
  const chapter = known ? name : home;
  const schema = schemas[chapter] ?? {};
  const values = initialValues(schema);
  /** @type {PageSettings} */
  const page = {};
  /** @type {Repair[]} */
  const repairs = [];
  const mend = (/** @type {string} */ setting, /** @type {string} */ found, /** @type {Value} */ value) =>
    repairs.push({ name: setting, found: found.slice(0, MOST_FOUND), value });
  if (isLong) mend("link", String(hash.length), LONGEST_LINK);
  const given = new URLSearchParams(query);
  for (const [key, form] of OF_PAGE) {
    const text = given.get(key);
    if (text !== null && form.test(text)) page[key] = text;
  }
  if (!known && name !== "") mend("", name, home);
  for (const [key, field] of known ? Object.entries(schema) : []) {
    const text = given.get(key);
    if (text === null) continue;
    const value = nearest(field, text);
    values[key] = value;
    if (!says(field, text, value)) mend(key, text, value);
  }
  return { chapter, values, page, repairs };
}

/**
 * Writes an address with every value in it, so that the link stays true when an initial value changes.
 * @param {Address} address
 * @returns {string} with its #
 */
export function formatAddress({ chapter, values, page = {} }) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...values, ...page })) {
    query.set(name, typeof value === "boolean" ? (value ? "1" : "0") : String(value));
  }
  const text = query.toString();
  return text ? `#${chapter}?${text}` : `#${chapter}`;
}

/**
 * @typedef {{
 *   values(): Values,
 *   save(changes: Values): void,
 *   onChange(listener: (values: Values) => void): () => void,
 * }} Settings what a chapter sees: its own values, and changes that come from the address bar
 */

/**
 * Keeps the address and the chapters' values equal. The values change at once; the address follows.
 * @param {{
 *   schemas: Readonly<Record<string, Schema>>,
 *   home: string,
 *   host?: Pick<Window, "location" | "history" | "addEventListener">,
 *   pen?: Partial<Parameters<typeof createPen>[0]>,
 *   onChapter: (chapter: string) => void,
 *   onPage?: (page: PageSettings) => void,
 *   onRepair?: () => void,
 * }} options `onChapter` is called when the address leads to another chapter, `onPage` when it says something of the page,
 *   `onRepair` when there are new repairs; `pen`: another clock, for tests
 */
export function createAddress({
  schemas,
  home,
  host = window,
  pen: clock = {},
  onChapter,
  onPage = () => {},
  onRepair = () => {},
}) {
  let { repairs, ...address } = parseAddress(host.location.hash, schemas, home);
  /** The values of chapters that were left, so that coming back finds them. @type {Record<string, Values>} */
  const kept = {};
  /** @type {Set<(values: Values) => void>} */
  const listeners = new Set();
  const pen = createPen({
    // Dragging a slider must not fill the history.
    write: () => host.history.replaceState(null, "", formatAddress(address)),
    ...clock,
  });

  host.addEventListener("hashchange", () => {
    pen.drop();
    const { repairs: mended, ...next } = parseAddress(host.location.hash, schemas, home);
    const moved = next.chapter !== address.chapter;
    const said = next.page;
    // What a link does not say of the page stays as it is.
    next.page = { ...address.page, ...said };
    if (moved) kept[address.chapter] = address.values;
    if (moved && !host.location.hash.includes("?")) {
      const earlier = kept[next.chapter];
      if (earlier) next.values = earlier;
      // The address has said less than there is.
      if (earlier || Object.keys(next.page).length > 0) pen.ask();
    }
    address = next;
    repairs = mended;
    if (moved) onChapter(address.chapter);
    else for (const listener of listeners) listener({ ...address.values });
    if (Object.keys(said).length > 0) onPage(said);
    if (repairs.length > 0) onRepair();
  });
  // Whoever reloads, or goes on to another page and comes back, finds the last change.
  host.addEventListener("pagehide", pen.flush);

  return {
    schemas,
    /** The chapter that the address names. */
    chapter: () => address.chapter,

    /** What the address says of the page. */
    page: () => address.page,

    /** Changes what the address says of the page; undefined: nothing. @param {PageSettings} changes */
    setPage(changes) {
      const page = Object.entries({ ...address.page, ...changes }).filter(([, value]) => value !== undefined);
      address = { ...address, page: Object.fromEntries(page) };
      pen.ask();
    },

    /** What was wrong in the address and is to be told; told once, for then the address is written as it should be. */
    takeRepairs() {
      const taken = repairs;
      repairs = [];
      if (taken.length > 0) {
        pen.ask();
        pen.flush();
      }
      return taken;
    },

    /**
     * The address as a link: whole, or without values that are the initial ones.
     * @param {{ short?: boolean, page?: PageSettings }} [options] `page`: what it says of the page
     */
    link: ({ short = false, page = address.page } = {}) =>
      formatAddress({ ...(short ? shortened(address, schemas) : address), page }),

    /** The address is to be right now: it is about to be left, or to be copied. */
    flush: pen.flush,

    /**
     * The settings of the current chapter. Made anew for each visit; the old one falls silent.
     * @returns {Settings}
     */
    open() {
      listeners.clear();
      const { chapter } = address;
      const schema = schemas[chapter] ?? {};
      return {
        values: () => ({ ...(address.chapter === chapter ? address.values : kept[chapter]) }),
        save(changes) {
          check(schema, chapter, changes);
          if (address.chapter !== chapter) return;
          const changed = Object.keys(changes).some((name) => changes[name] !== address.values[name]);
          if (!changed) return;
          address = { ...address, values: { ...address.values, ...changes } };
          pen.ask();
        },
        onChange(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
    },
  };
}

/**
 * An address without the values that are the initial ones.
 * @param {Address} address
 * @param {Readonly<Record<string, Schema>>} schemas
 */
function shortened(address, schemas) {
  const initial = initialValues(schemas[address.chapter] ?? {});
  const values = Object.entries(address.values).filter(([name, value]) => value !== initial[name]);
  return { ...address, values: Object.fromEntries(values) };
}

/**
 * A value that no field can have is a mistake of the chapter, not of the reader: controls keep to the fields.
 * @param {Schema} schema
 * @param {string} chapter
 * @param {Values} changes
 */
function check(schema, chapter, changes) {
  for (const [name, value] of Object.entries(changes)) {
    const field = schema[name];
    if (!field) throw new RangeError(`no setting ${name} in chapter ${chapter}`);
    if (!accepts(field, value)) throw new RangeError(`${name} cannot be ${value}`);
  }
}
