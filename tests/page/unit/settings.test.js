// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAddress, formatAddress, initialValues, parseAddress } from "../../../www/frame/address.js";

/** @type {Record<string, import("../../../www/frame/address.js").Schema>} */
const SCHEMAS = {
  digits: {
    hidden: { kind: "integer", min: 1, max: 300, initial: 30 },
    rate: { kind: "number", min: 0.001, max: 100, initial: 3 },
    batch: { kind: "choice", values: [1, 10, 100], initial: 10 },
  },
  descent: {
    formula: { kind: "text", maxLength: 40, initial: "a^2" },
    kind: { kind: "choice", values: ["bowl", "own"], initial: "bowl" },
    two: { kind: "flag", initial: false },
  },
};

test("an address and its values are the same thing", () => {
  const address = {
    chapter: "descent",
    values: { formula: "(a-1)^2*(a+2) & #?=%", kind: "own", two: true },
  };
  assert.deepEqual(parseAddress(formatAddress(address), SCHEMAS, "digits"), address);
  assert.equal(
    formatAddress(parseAddress("#digits?rate=0.5", SCHEMAS, "digits")),
    "#digits?hidden=30&rate=0.5&batch=10",
  );
});

test("an unknown chapter is the home one with its initial values", () => {
  for (const hash of ["", "#", "#nowhere?hidden=5", "#?hidden=5", "#__proto__", "#constructor"]) {
    assert.deepEqual(parseAddress(hash, SCHEMAS, "digits"), {
      chapter: "digits",
      values: initialValues(SCHEMAS.digits ?? {}),
    });
  }
});

test("a bad value falls back, its neighbours stay", () => {
  for (const bad of ["", "abc", "NaN", "Infinity", "-1", "0", "301", "2.5", "%", "1e9"]) {
    const { values } = parseAddress(`#digits?hidden=${bad}&rate=0.5&unknown=1`, SCHEMAS, "digits");
    assert.deepEqual(values, { hidden: 30, rate: 0.5, batch: 10 }, bad);
  }
  assert.equal(parseAddress("#digits?batch=7", SCHEMAS, "digits").values.batch, 10);
  assert.equal(parseAddress(`#descent?formula=${"a".repeat(41)}`, SCHEMAS, "digits").values.formula, "a^2");
});

/** @param {string} hash */
function fakeHost(hash) {
  /** @type {((event: Event) => void)[]} */
  const listeners = [];
  const location = { hash };
  return {
    location,
    replaced: 0,
    history: {
      /** @param {unknown} _state @param {string} _unused @param {string} url */
      replaceState(_state, _unused, url) {
        location.hash = url;
      },
    },
    /** @param {string} _type @param {(event: Event) => void} listener */
    addEventListener(_type, listener) {
      listeners.push(listener);
    },
    /** @param {string} next */
    visit(next) {
      location.hash = next;
      for (const listener of listeners) listener(/** @type {Event} */ ({}));
    },
  };
}

/** @param {string} hash */
function open(hash) {
  const host = fakeHost(hash);
  /** @type {string[]} */
  const visited = [];
  const address = createAddress({
    schemas: SCHEMAS,
    home: "digits",
    host: /** @type {any} */ (host),
    onChapter: (chapter) => visited.push(chapter),
  });
  return { host, visited, address };
}

test("setting a value writes the address; a value out of range is a mistake of the caller", () => {
  const { host, address } = open("#digits");
  const settings = address.open();
  assert.equal(host.location.hash, "#digits");
  settings.set({ rate: 0.25 });
  assert.equal(host.location.hash, "#digits?hidden=30&rate=0.25&batch=10");
  assert.throws(() => settings.set({ rate: Number.NaN }), RangeError);
  assert.throws(() => settings.set({ speed: 1 }), RangeError);
  assert.equal(settings.values().rate, 0.25);
});

test("an address typed by the reader reaches the open chapter, and only that", () => {
  const { host, visited, address } = open("#digits");
  const settings = address.open();
  /** @type {unknown[]} */
  const heard = [];
  settings.onChange((values) => heard.push(values.hidden));
  host.visit("#digits?hidden=100");
  assert.deepEqual(heard, [100]);
  host.visit("#descent?two=1");
  assert.deepEqual(visited, ["descent"]);
  assert.deepEqual(heard, [100]);
  settings.set({ hidden: 5 });
  assert.equal(host.location.hash, "#descent?two=1");
  assert.equal(address.open().values().two, true);
});

test("a chapter that is come back to has the values it was left with", () => {
  const { host, visited, address } = open("#digits?hidden=64");
  address.open();
  host.visit("#descent");
  host.visit("#digits");
  assert.deepEqual(visited, ["descent", "digits"]);
  assert.equal(address.open().values().hidden, 64);
});
