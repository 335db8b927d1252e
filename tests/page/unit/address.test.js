// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createAddress, formatAddress, initialValues, parseAddress } from "../../../www/frame/address.js";
import { createPen } from "../../../www/frame/pen.js";

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

/** Time that passes only when a test says so. */
function fakeClock() {
  let time = 0;
  /** @type {{ at: number, action: () => void }[]} */
  let waiting = [];
  return {
    pen: {
      now: () => time,
      /** @param {() => void} action @param {number} milliseconds */
      later(action, milliseconds) {
        const made = { at: time + milliseconds, action };
        waiting.push(made);
        return made;
      },
      /** @param {unknown} handle */
      cancel(handle) {
        waiting = waiting.filter((made) => made !== handle);
      },
    },
    /** @param {number} milliseconds */
    pass(milliseconds) {
      const end = time + milliseconds;
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter((made) => made !== next);
        time = next.at;
        next.action();
      }
      time = end;
    },
  };
}

/** @param {string} hash */
function open(hash) {
  const host = fakeHost(hash);
  /** @type {string[]} */
  const visited = [];
  const clock = fakeClock();
  const address = createAddress({
    schemas: SCHEMAS,
    home: "digits",
    host: /** @type {any} */ (host),
    pen: clock.pen,
    onChapter: (chapter) => visited.push(chapter),
  });
  return { host, visited, address, clock };
}

test("setting a value writes the address; a value out of range is a mistake of the caller", () => {
  const { host, address, clock } = open("#digits");
  const settings = address.open();
  clock.pass(60_000);
  assert.equal(host.location.hash, "#digits");
  settings.save({ rate: 0.25 });
  assert.equal(settings.values().rate, 0.25, "at once");
  clock.pass(60_000);
  assert.equal(host.location.hash, "#digits?hidden=30&rate=0.25&batch=10");
  assert.throws(() => settings.save({ rate: Number.NaN }), RangeError);
  assert.throws(() => settings.save({ speed: 1 }), RangeError);
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
  settings.save({ hidden: 5 });
  assert.equal(host.location.hash, "#descent?two=1");
  assert.equal(address.open().values().two, true);
});

test("a chapter that is come back to has the values it was left with", () => {
  const { host, visited, address, clock } = open("#digits?hidden=64");
  address.open();
  host.visit("#descent");
  clock.pass(60_000);
  assert.equal(host.location.hash, "#descent", "a chapter that is as it begins needs no more");
  host.visit("#digits");
  assert.deepEqual(visited, ["descent", "digits"]);
  assert.equal(address.open().values().hidden, 64);
  clock.pass(60_000);
  assert.equal(host.location.hash, "#digits?hidden=64&rate=3&batch=10", "a reload finds them, too");
});

test("a slider that is dragged for a minute writes the address no more than browsers allow, and the last value stands there", () => {
  const clock = fakeClock();
  /** @type {number[]} */
  const written = [];
  let value = 0;
  const pen = createPen({ ...clock.pen, write: () => written.push(value) });
  for (let i = 0; i < 6000; i++) {
    value = i;
    pen.ask();
    // A hand rests now and then.
    clock.pass(i % 40 === 0 ? 310 : 10);
  }
  clock.pass(5000);
  assert.equal(written.at(-1), 5999);
  // Safari: a hundred in thirty seconds. Here it is one a second.
  assert.ok(written.length <= 90 && written.length > 10, `${written.length}`);
});

test("a browser that refuses the address is asked again, and nothing is thrown", () => {
  const { host, address, clock } = open("#digits");
  const settings = address.open();
  const { replaceState } = host.history;
  host.history.replaceState = () => {
    throw new Error("SecurityError");
  };
  settings.save({ hidden: 64 });
  clock.pass(2000);
  address.flush();
  assert.equal(host.location.hash, "#digits");
  assert.equal(settings.values().hidden, 64);
  host.history.replaceState = replaceState;
  clock.pass(2000);
  assert.equal(host.location.hash, "#digits?hidden=64&rate=3&batch=10");
});

test("a chapter that is left has its last change in the address, so that the way back finds it", () => {
  const { host, address } = open("#digits");
  address.open().save({ hidden: 7 });
  address.flush();
  assert.equal(host.location.hash, "#digits?hidden=7&rate=3&batch=10");
});

test("what was still to be written of one chapter is not written over another", () => {
  const { host, address, clock } = open("#digits");
  address.open().save({ hidden: 7 });
  host.visit("#descent?two=1");
  clock.pass(60_000);
  assert.equal(host.location.hash, "#descent?two=1");
  host.visit("#digits");
  assert.equal(address.open().values().hidden, 7);
});
