// @ts-check
// What a chapter is set to ⇄ the address after #, for example #digits?hidden=30&rate=3&batch=10&seed=1.
// The address is the state: a link opens exactly what its sender saw.

import { createPen } from "./pen.js";

/**
 * @typedef {{ kind: "number", min: number, max: number, initial: number }} NumberField
 * @typedef {{ kind: "integer", min: number, max: number, initial: number }} IntegerField
 * @typedef {{ kind: "choice", values: readonly (string | number)[], initial: string | number }} ChoiceField
 * @typedef {{ kind: "text", maxLength: number, initial: string }} TextField
 * @typedef {{ kind: "flag", initial: boolean }} FlagField
 * @typedef {NumberField | IntegerField | ChoiceField | TextField | FlagField} Field
 * @typedef {Readonly<Record<string, Field>>} Schema
 * @typedef {string | number | boolean} Value
 * @typedef {Record<string, Value>} Values
 * @typedef {{ chapter: string, values: Values }} Address
 */

/**
 * The value that a text stands for, or undefined when it is none of the field's values.
 * @param {Field} field
 * @param {string} text
 * @returns {Value | undefined}
 */
function readField(field, text) {
  switch (field.kind) {
    case "number":
    case "integer": {
      if (text.trim() === "") return undefined;
      const value = Number(text);
      return accepts(field, value) ? value : undefined;
    }
    case "choice":
      return field.values.find((value) => String(value) === text);
    case "text":
      return accepts(field, text) ? text : undefined;
    case "flag":
      return text === "1" ? true : text === "0" ? false : undefined;
  }
}

/**
 * Whether a value may stand in a field.
 * @param {Field} field
 * @param {unknown} value
 * @returns {boolean}
 */
export function accepts(field, value) {
  switch (field.kind) {
    case "number":
      return typeof value === "number" && value >= field.min && value <= field.max;
    case "integer":
      return Number.isSafeInteger(value) && Number(value) >= field.min && Number(value) <= field.max;
    case "choice":
      return field.values.some((allowed) => allowed === value);
    case "text":
      return typeof value === "string" && value.length <= field.maxLength;
    case "flag":
      return typeof value === "boolean";
  }
}

/**
 * The initial value of every field.
 * @param {Schema} schema
 * @returns {Values}
 */
export function initialValues(schema) {
  return Object.fromEntries(Object.entries(schema).map(([name, field]) => [name, field.initial]));
}

/**
 * Reads an address. An unknown chapter becomes `home`; an unknown name is dropped; a bad value becomes the initial one.
 * @param {string} hash with or without its #
 * @param {Readonly<Record<string, Schema>>} schemas one a chapter
 * @param {string} home
 * @returns {Address}
 */
export function parseAddress(hash, schemas, home) {
  const [name = "", query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
  const known = Object.hasOwn(schemas, name);
  const chapter = known ? name : home;
  const schema = schemas[chapter] ?? {};
  const values = initialValues(schema);
  if (known) {
    const given = new URLSearchParams(query);
    for (const [key, field] of Object.entries(schema)) {
      const text = given.get(key);
      const value = text === null ? undefined : readField(field, text);
      if (value !== undefined) values[key] = value;
    }
  }
  return { chapter, values };
}

/**
 * Writes an address with every value in it, so that the link stays true when an initial value changes.
 * @param {Address} address
 * @returns {string} with its #
 */
export function formatAddress({ chapter, values }) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
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
 * }} options `onChapter` is called when the address leads to another chapter; `pen`: another clock, for tests
 */
export function createAddress({ schemas, home, host = window, pen: clock = {}, onChapter }) {
  let address = parseAddress(host.location.hash, schemas, home);
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
    const next = parseAddress(host.location.hash, schemas, home);
    const moved = next.chapter !== address.chapter;
    if (moved) {
      kept[address.chapter] = address.values;
      const bare = !host.location.hash.includes("?");
      if (bare) next.values = kept[next.chapter] ?? next.values;
    }
    address = next;
    if (moved) onChapter(address.chapter);
    else for (const listener of listeners) listener({ ...address.values });
  });
  // Whoever reloads, or goes on to another page and comes back, finds the last change.
  host.addEventListener("pagehide", pen.flush);

  return {
    schemas,
    /** The chapter that the address names. */
    chapter: () => address.chapter,

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
          address = { chapter, values: { ...address.values, ...changes } };
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
