// @ts-check
// Start and window for those who want exact numbers.

import { createDisclosure } from "../../controls/disclosure.js";
import { element, uniqueId, words } from "../../controls/dom.js";
import { createNumberField } from "../../controls/number-field.js";
import { say } from "../../i18n/index.js";
import { number } from "../../i18n/numbers.js";

/** No start and no window is farther. */
const FAR = 1e6;

/**
 * @typedef {{ start: readonly number[], window: readonly [number, number] | null }} StartState `window` null: there is none
 *   to choose
 *
 * @param {{
 *   plane: boolean, onStart: (start: readonly number[]) => void, onWindow: (window: readonly [number, number]) => void,
 * }} options
 */
export function createStartFields({ plane, onStart, onWindow }) {
  /** @type {StartState} */
  let now = { start: [0, 0], window: null };

  const starts = (plane ? ["a", "b"] : ["a"]).map((name, index) =>
    createEntry({
      symbol: [element("i", "quantity a", name), element("sup", "", "0")],
      text: "descent.start",
      onCommit: (value) => onStart(now.start.map((other, i) => (i === index ? value : other))),
    }),
  );
  const ends = (plane ? [] : ["low", "high"]).map((name, index) =>
    createEntry({
      symbol: [element("i", "quantity a", "a")],
      text: `descent.window.${name}`,
      onCommit(value) {
        const [low, high] = now.window ?? [0, 1];
        /** @type {readonly [number, number]} */
        const next = index === 0 ? [value, high] : [low, value];
        if (next[0] < next[1]) onWindow(next);
        else show(now);
      },
    }),
  );
  const entries = [...starts, ...ends];
  const more = createDisclosure(
    { text: "descent.more" },
    element("div", "descent-numbers", ...entries.map((entry) => entry.element)),
    words("p", "caption", plane ? "descent.more.plane" : "descent.more.note"),
    words("p", "caption", "descent.more.basin"),
  );

  /** @param {StartState} next */
  function show(next) {
    now = next;
    starts.forEach((entry, index) => {
      entry.set(Number(now.start[index]));
    });
    ends.forEach((entry, index) => {
      entry.set(Number(now.window?.[index] ?? 0));
    });
    const said = (/** @type {number} */ index) => () =>
      number(Number(now.start[index] ?? 0), { significant: 6 });
    say(more.aside, plane ? "descent.more.now.plane" : "descent.more.now", { a: said(0), b: said(1) });
  }

  return {
    element: more.element,
    show,
    destroy() {
      for (const entry of entries) entry.destroy();
    },
  };
}

/**
 * A number field with its symbol and its word.
 * @param {{ symbol: readonly Node[], text: string, onCommit: (value: number) => void }} options
 */
function createEntry({ symbol, text, onCommit }) {
  const made = createNumberField({ min: -FAR, max: FAR, value: 0, onCommit });
  made.field.id = uniqueId();
  const name = element("label", "slider-name", ...symbol, " · ", words("span", "", text));
  name.htmlFor = made.field.id;
  return {
    element: element("div", "number-entry", name, made.field, made.problem),
    set: made.set,
    destroy: made.destroy,
  };
}
