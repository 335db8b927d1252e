// The few things of a browser that canvas.js and pad.js ask for, driven by the test: frames, sizes, density, theme.

import { COLOURS, createContext } from "./context.js";

/** Milliseconds of the last frame: each has a time of its own, in all tests, and drawing takes none of it. */
let now = 0;

/** @param {{ deviceBox?: boolean }} [options] whether sizes come in device pixels too */
export function installBrowser({ deviceBox = true } = {}) {
  /** @type {Map<number, (time: number) => void>} */
  const frames = new Map();
  let handle = 0;
  const observers = new Set();
  const queries = [];
  const mutations = new Set();
  const style = { colours: { ...COLOURS } };

  const stubs = {
    devicePixelRatio: 2,
    performance: { now: () => now },
    requestAnimationFrame: (callback) => {
      frames.set(++handle, callback);
      return handle;
    },
    cancelAnimationFrame: (id) => frames.delete(id),
    getComputedStyle: () => ({
      fontFamily: "sans-serif",
      getPropertyValue: (name) => style.colours[name.slice(2)] ?? "",
    }),
    matchMedia: (text) => {
      const query = Object.assign(new EventTarget(), { media: text });
      queries.push(query);
      return query;
    },
    document: { documentElement: {} },
    MutationObserver: class {
      constructor(callback) {
        this.callback = callback;
      }
      observe() {
        mutations.add(this);
      }
      disconnect() {
        mutations.delete(this);
      }
    },
    ResizeObserver: class {
      constructor(callback) {
        this.callback = callback;
      }
      observe(_target, options) {
        if (options?.box === "device-pixel-content-box" && !deviceBox) throw new TypeError("unknown box");
        observers.add(this);
      }
      disconnect() {
        observers.delete(this);
      }
    },
  };
  const before = Object.keys(stubs).map((key) => [key, Object.getOwnPropertyDescriptor(globalThis, key)]);
  for (const [key, value] of Object.entries(stubs)) {
    Object.defineProperty(globalThis, key, { value, configurable: true, writable: true });
  }
  return {
    style,
    queries,
    mutations,
    observers,
    /** @returns {number} how many callbacks ran */
    frame() {
      const callbacks = [...frames.values()];
      frames.clear();
      now += 16;
      for (const callback of callbacks) callback(now);
      return callbacks.length;
    },
    resize(canvas, width, height, deviceWidth, deviceHeight) {
      canvas.clientWidth = width;
      canvas.offsetWidth = width;
      canvas.clientHeight = height;
      const entry = {
        contentBoxSize: [{ inlineSize: width, blockSize: height }],
        devicePixelContentBoxSize: deviceBox
          ? [{ inlineSize: deviceWidth, blockSize: deviceHeight }]
          : undefined,
      };
      for (const observer of observers) observer.callback([entry]);
    },
    uninstall() {
      for (const [key, descriptor] of before) {
        if (descriptor) Object.defineProperty(globalThis, key, descriptor);
        else delete globalThis[key];
      }
    },
  };
}

/** A canvas that is an event target, with a context that remembers. */
export function createCanvas() {
  const ctx = createContext();
  const captured = new Set();
  /** @type {any} */
  const canvas = new EventTarget();
  const style = { setProperty: (name, value) => Object.assign(style, { [name]: value }) };
  return Object.assign(canvas, {
    ctx,
    captured,
    style,
    dataset: {},
    width: 0,
    height: 0,
    clientWidth: 0,
    clientHeight: 0,
    clientLeft: 0,
    clientTop: 0,
    /** @type {Record<string, string>} */
    attributes: {},
    hasAttribute: () => false,
    /** @param {string} name @param {string} value */
    setAttribute(name, value) {
      this.attributes[name] = value;
    },
    getContext: () => ctx,
    getBoundingClientRect: () => ({ left: 100, top: 50 }),
    setPointerCapture: (id) => captured.add(id),
    hasPointerCapture: (id) => captured.has(id),
    releasePointerCapture: (id) => captured.delete(id),
  });
}
