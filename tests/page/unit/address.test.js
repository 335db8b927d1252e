// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCHEMA as CURVE, readNames, readNumbers, writePoints } from "../../../www/chapters/curve/schema.js";
import { SCHEMA as DESCENT, readWindow } from "../../../www/chapters/descent/schema.js";
import { readRates } from "../../../www/chapters/descent/settings.js";
import { SCHEMA as DIGITS } from "../../../www/chapters/digits/schema.js";
import { SCHEMA as NEURON, parsePairs } from "../../../www/chapters/neuron/schema.js";
import {
  accepts,
  createAddress,
  formatAddress,
  initialValues,
  LONGEST_LINK,
  parseAddress,
} from "../../../www/frame/address.js";
import { createPen } from "../../../www/frame/pen.js";
import { createRandom } from "./random.js";

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
  assert.deepEqual(parseAddress(formatAddress(address), SCHEMAS, "digits"), {
    ...address,
    page: {},
    repairs: [],
  });
  assert.equal(
    formatAddress(parseAddress("#digits?rate=0.5", SCHEMAS, "digits")),
    "#digits?hidden=30&rate=0.5&batch=10",
  );
});

test("an unknown chapter is the home one with its initial values, and that is told", () => {
  const home = { chapter: "digits", values: initialValues(SCHEMAS.digits ?? {}), page: {} };
  for (const hash of ["", "#", "#?hidden=5"]) {
    assert.deepEqual(parseAddress(hash, SCHEMAS, "digits"), { ...home, repairs: [] });
  }
  for (const name of ["nowhere", "__proto__", "constructor", "DIGITS", "%64igits", "digits/"]) {
    assert.deepEqual(parseAddress(`#${name}?hidden=5`, SCHEMAS, "digits"), {
      ...home,
      repairs: [{ name: "", found: name, value: "digits" }],
    });
  }
});

test("what cannot be becomes the nearest that can, its neighbours stay, and each repair is told", () => {
  /** @type {readonly (readonly [string, string, unknown])[]} */
  const table = [
    ["rate", "1e9", 100],
    ["rate", "Infinity", 100],
    ["rate", "0", 0.001],
    ["rate", "-1", 0.001],
    ["rate", "abc", 3],
    ["rate", "", 3],
    ["rate", "NaN", 3],
    ["rate", "0,5", 3],
    ["hidden", "301", 300],
    ["hidden", "2.4", 2],
    ["hidden", "-Infinity", 1],
    ["hidden", "1e400", 300],
    ["hidden", "%", 30],
    ["batch", "7", 10],
    ["batch", "__proto__", 10],
  ];
  for (const [name, text, value] of table) {
    const other = name === "hidden" ? "batch=100" : "hidden=64";
    const { values, repairs } = parseAddress(`#digits?${name}=${text}&${other}&unknown=1`, SCHEMAS, "digits");
    const whole = {
      hidden: 30,
      rate: 3,
      batch: 10,
      ...(name === "hidden" ? { batch: 100 } : { hidden: 64 }),
    };
    assert.deepEqual(values, { ...whole, [name]: value }, text);
    assert.deepEqual(repairs, [{ name, found: text, value }]);
  }
  for (const good of ["rate=1e2", "rate=0.50", "hidden=%2064", "batch=100"]) {
    assert.deepEqual(parseAddress(`#digits?${good}`, SCHEMAS, "digits").repairs, [], good);
  }
  const long = parseAddress(`#descent?formula=${"a".repeat(41)}&two=yes`, SCHEMAS, "digits");
  assert.deepEqual(long.values, { formula: "a^2", kind: "bowl", two: false });
  assert.deepEqual(long.repairs, [
    { name: "formula", found: "a".repeat(24), value: "a^2" },
    { name: "two", found: "yes", value: false },
  ]);
});

/** The chapters' own schemas, each setting of which is given hostile texts. */
const OWN = { curve: CURVE, descent: DESCENT, neuron: NEURON, digits: DIGITS };

test("whatever an address says, every value of every chapter is one that it may have, and mended it needs no mending", () => {
  const million = "9".repeat(1_000_000);
  const hostile = [
    ...[
      "",
      " ",
      "%",
      "%%%",
      "%E0%A4%A",
      "%00",
      "%u2028",
      "NaN",
      "Infinity",
      "-Infinity",
      "1e309",
      "-1e309",
      "-0",
    ],
    ...[
      "0x10",
      "0b1",
      "1_000",
      "\u0661",
      "null",
      "undefined",
      "[object Object]",
      "__proto__",
      "constructor",
      "true",
    ],
    ...["1e-400", "2147483648", "9007199254740993", "<img src=x onerror=alert(1)>", "a=b", "?", "#", million],
    `%F0%9F${"%".repeat(10_000)}`,
  ];
  for (const [chapter, schema] of Object.entries(OWN)) {
    for (const text of hostile) {
      const query = Object.keys(schema).map((name) => `${name}=${text}`);
      for (const hash of [`#${chapter}?${query.join("&")}`, ...query.map((one) => `#${chapter}?${one}`)]) {
        const read = parseAddress(hash, OWN, "digits");
        assert.equal(read.chapter, chapter);
        for (const [name, field] of Object.entries(schema)) {
          assert.ok(accepts(field, read.values[name]), `${name} = ${read.values[name]}`);
        }
        assert.ok(read.repairs.every(({ found }) => found.length <= 24));
        assert.deepEqual(parseAddress(formatAddress(read), OWN, "digits"), { ...read, repairs: [] });
      }
      const lost = parseAddress(`#${text}?${query[0]}`, OWN, "digits");
      assert.deepEqual(lost.values, initialValues(DIGITS));
    }
  }
});

/** A link of each chapter in which every text says something, and what reads it. */
const LINKS = /** @type {const} */ ([
  ["curve", "names", "T, °C\tρ", (/** @type {string} */ text) => readNames(text) !== null],
  ["curve", "frame", "0,10,-5,2.5", (/** @type {string} */ text) => readNumbers(text).length === 4],
  ["curve", "points", "0,1,2.5,-3e-2", (/** @type {string} */ text) => readNumbers(text).length > 0],
  ["neuron", "pairs", "1:0;-1:1", (/** @type {string} */ text) => parsePairs(text) !== null],
  ["descent", "window", "-4 4.5", (/** @type {string} */ text) => readWindow(text) !== null],
  ["descent", "others", "0.1 0.9", (/** @type {string} */ text) => readRates(text).length > 0],
  ["digits", "rates", "0-3_600-0.3", (/** @type {string} */ text) => /^0-/.test(text)],
  ["digits", "ink", "AAAgghh*BCD.EFG", (/** @type {string} */ text) => /^[\w*.-]{3,}$/.test(text)],
]);

test("a damaged text of a link is what it was at first, and that is told", () => {
  const random = createRandom(12);
  for (const [chapter, name, whole, reads] of LINKS) {
    const read = (/** @type {string} */ text) =>
      parseAddress(`#${chapter}?${new URLSearchParams({ [name]: text })}`, OWN, "digits");
    assert.deepEqual(read(whole).repairs, [], name);
    assert.equal(read(whole).values[name], whole);
    let mended = 0;
    for (let round = 0; round < 400; round++) {
      const at = random.below(whole.length + 1);
      const put = Array.from({ length: random.below(3) }, () => String.fromCodePoint(random.below(0x17f)));
      const text = whole.slice(0, at) + put.join("") + whole.slice(at + random.below(4));
      const { values, repairs } = read(text);
      if (repairs.length > 0) {
        mended += 1;
        assert.deepEqual(repairs, [
          { name, found: text.slice(0, 24), value: OWN[chapter][/** @type {never} */ (name)].initial },
        ]);
      } else assert.ok(text === "" || reads(String(values[name])), `${name} = ${text}`);
    }
    assert.ok(mended > 0, `${name}: ${mended} of the texts were none`);
  }
});

test("a link of a million characters is read as far as links go, and that is told", () => {
  const rest = "&x=1".repeat(250_000);
  const hash = `#curve?hidden=7${rest}&rate=9`;
  const { values, repairs } = parseAddress(hash, OWN, "digits");
  assert.deepEqual(values, { ...initialValues(CURVE), hidden: 7 });
  assert.deepEqual(repairs, [{ name: "link", found: String(hash.length), value: LONGEST_LINK }]);
  // No half of a setting is taken for it.
  const cut = parseAddress(`#curve?hidden=7&seed=${"1".repeat(1_000_000)}`, OWN, "digits");
  assert.deepEqual(cut.values, { ...initialValues(CURVE), hidden: 7 });
  assert.equal(cut.repairs.length, 1);
  // What this page writes is never as long.
  const points = writePoints(new Float64Array(1600).fill(0.125)) ?? "";
  assert.ok(
    formatAddress({ chapter: "curve", values: { ...initialValues(CURVE), points } }).length <
      LONGEST_LINK / 2,
  );
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
  /** @type {unknown[]} */
  const told = [];
  const address = createAddress({
    schemas: SCHEMAS,
    home: "digits",
    host: /** @type {any} */ (host),
    pen: clock.pen,
    onChapter: (chapter) => visited.push(chapter),
    onPage: (page) => told.push(page),
    onRepair: () => told.push("repair"),
  });
  return { host, visited, address, clock, told };
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

test("a chapter that is come back to by its name alone has its settings in the address, for whoever reloads", () => {
  const { host, clock } = open("#digits?hidden=64");
  host.visit("#descent");
  clock.pass(60_000);
  assert.equal(host.location.hash, "#descent");
  host.visit("#digits");
  clock.pass(60_000);
  assert.equal(host.location.hash, "#digits?hidden=64&rate=3&batch=10");
});

test("a repair is told once, and the address is then as it should be", () => {
  const { host, address, clock, told } = open("#digits?rate=1e9");
  assert.deepEqual(address.takeRepairs(), [{ name: "rate", found: "1e9", value: 100 }]);
  assert.deepEqual(address.takeRepairs(), []);
  clock.pass(60_000);
  assert.equal(host.location.hash, "#digits?hidden=30&rate=100&batch=10");
  host.visit("#digits?hidden=abc");
  assert.deepEqual(told, ["repair"]);
  assert.deepEqual(address.takeRepairs(), [{ name: "hidden", found: "abc", value: 30 }]);
});

test("what a link says of the page goes along from chapter to chapter, until another link says otherwise", () => {
  const { host, address, clock, told } = open("#digits?lang=ru&projector=1&rate=5");
  assert.deepEqual(address.page(), { lang: "ru", projector: "1" });
  host.visit("#descent");
  clock.pass(60_000);
  assert.equal(host.location.hash, "#descent?formula=a%5E2&kind=bowl&two=0&lang=ru&projector=1");
  host.visit("#digits?rate=4&lang=en");
  assert.deepEqual(told, [{ lang: "en" }]);
  assert.deepEqual(address.page(), { lang: "en", projector: "1" });
  address.setPage({ projector: undefined });
  assert.equal(address.link(), "#digits?hidden=30&rate=4&batch=10&lang=en");
  assert.deepEqual(parseAddress("#digits?lang=xx&projector=%", SCHEMAS, "digits").page, {});
});

test("a short link says the same as a long one", () => {
  const { address } = open("#digits?rate=4&hidden=30");
  const short = address.link({ short: true });
  assert.equal(short, "#digits?rate=4");
  assert.deepEqual(parseAddress(short, SCHEMAS, "x"), parseAddress(address.link(), SCHEMAS, "x"));
  assert.equal(address.link({ short: true, page: { lang: "ru" } }), "#digits?rate=4&lang=ru");
});
