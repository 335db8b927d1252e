// @ts-check
// A test set of one's own: drawings that are collected, their file, and how many each network names rightly.

import { button, element, words } from "../../../controls/dom.js";
import { createNotice } from "../../../controls/notice.js";
import { lookCore } from "../../../frame/core.js";
import { openClassifier } from "../ready.js";
import { createCards } from "./cards.js";
import { Collection } from "./collection.js";
import { createStrokesFile } from "./file.js";
import { createGather } from "./gather.js";
import { createScore } from "./score.js";
import { Trial } from "./trial.js";

/** Cards at a time. */
const PAGE = 60;

/** @typedef {import("../sections.js").Context} Context */

/** @param {Context} context */
export function createCollected(context) {
  const { frame, drawing } = context;
  frame.kept.collection ??= new Collection();
  /** @type {Collection} */
  const collection = frame.kept.collection;
  const testing = createTesting(context, collection, show);
  let shown = PAGE;
  /** @type {(z: import("../recognition.js").Outputs) => number | null} */
  const digitOf = (z) => drawing.recognition.judge(z)?.first ?? null;

  const gather = createGather({
    onCollect: (strokes, digit) => collection.add(strokes, digit),
    fromAbove: drawing.strokes,
  });
  const score = createScore();
  const cards = createCards({
    digitOf,
    onLabel: (id, label) => collection.setLabel(id, label),
    onRemove: (id) => collection.remove(id),
  });
  const tools = createTools(collection);
  const more = button({
    text: "digits.collected.more",
    onPress() {
      shown += PAGE;
      show();
    },
  });

  function show() {
    const { list } = collection;
    const trial = testing.trial();
    gather.show();
    tools.show();
    more.hidden = list.length <= shown;
    // The latest first: what was just drawn is seen.
    cards.show(list.slice(-shown).reverse(), (id) => trial?.of(id) ?? null);
    score.show({
      count: list.length,
      ready: trial?.right("ready", digitOf) ?? null,
      training: trial?.right("training", digitOf) ?? null,
      t: trial?.t ?? null,
    });
  }

  const stops = [
    collection.on("change", () => {
      show();
      testing.test();
    }),
    drawing.onChange(gather.show),
    testing.destroy,
    gather.destroy,
    cards.destroy,
  ];
  show();

  return {
    element: layOut({ gather, score, tools, cards, more }),
    /** @param {boolean} open */
    setOpen(open) {
      if (open) show();
      testing.setOpen(open);
    },
    destroy() {
      for (const stop of stops) stop();
    },
  };
}

/** @param {Record<"gather" | "score" | "tools" | "cards", { element: HTMLElement }> & { more: HTMLElement }} parts */
function layOut({ gather, score, tools, cards, more }) {
  const head = element(
    "div",
    "collecting-head",
    words("h3", "teach-name", "digits.collected.title"),
    words("p", "teach-text", "digits.collected.text"),
  );
  const list = element("div", "collected-part", score.element, tools.element, cards.element, more);
  return element("div", "collecting", head, gather.element, list);
}

/**
 * Asks both networks about the drawings when there are others, and the one in training again once it stands elsewhere:
 * looking must not slow it down.
 * @param {Context} context
 * @param {Collection} collection
 * @param {() => void} show
 */
function createTesting({ session, api }, collection, show) {
  /** @type {Trial | null} */
  let trial = null;
  let isOpen = false;
  /** Of the training, as its snapshots count them. */
  let run = -1;

  function test() {
    if (isOpen && trial && collection.list.length > 0) trial.run(session.state().t);
  }

  async function bring() {
    const classifier = await openClassifier().catch(() => null);
    trial = new Trial({
      collection,
      api,
      classifier,
      ask: (method, ...args) => session.ask(method, ...args),
    });
    stops.push(trial.on("change", show));
    test();
  }

  const stops = [
    session.on("snapshot", ({ playing, status, ...snapshot }) => {
      if (playing || (status.t === trial?.t && snapshot.run === run)) return;
      run = snapshot.run;
      test();
    }),
  ];
  bring();
  return {
    trial: () => trial,
    test,
    /** @param {boolean} open */
    setOpen(open) {
      isOpen = open;
      test();
    },
    destroy() {
      for (const stop of stops) stop();
    },
  };
}

/** The collection's file, and what empties it. @param {Collection} collection */
function createTools(collection) {
  const notice = createNotice();
  const file = createStrokesFile({
    write: async () => collection.toText((await lookCore()).api),
    read: async (text) => {
      notice.hide();
      return collection.addText((await lookCore()).api, text);
    },
    onError: (error) => notice.showError(error),
  });
  const clear = button({ text: "digits.collected.clear", onPress: () => collection.clear() });
  const bar = element("div", "collected-tools", ...file.tools, clear);
  return {
    element: element("div", "collected-file", bar, file.report, notice.element),
    show() {
      const isEmpty = collection.list.length === 0;
      file.setEmpty(isEmpty);
      clear.disabled = isEmpty;
    },
  };
}
