// @ts-check
// What every chapter has, once: its head, the core with a second try, the place for messages, "what to
// notice", the address, the player, the live region, and an orderly end. A chapter brings the rest as one record.

import { createChapterHead } from "../controls/chapter-head.js";
import { element } from "../controls/dom.js";
import { createNext } from "../controls/next.js";
import { createNotice } from "../controls/notice.js";
import { createWhatToNotice } from "../controls/what-to-notice.js";
import { addTexts, onLanguage } from "../i18n/index.js";
import { isCalm } from "./calm.js";
import { core } from "./core.js";

/**
 * @typedef {Object} Entry a chapter before it is loaded: enough for the header and the address
 * @property {string} id its name in the address, and of its folder
 * @property {number} number its place in the lecture
 * @property {string} name key of its short name
 * @property {import("./address.js").Schema} schema
 * @property {() => Promise<{ lab: Lab }>} load
 *
 * @typedef {Object} Lab a chapter
 * @property {import("../controls/next.js").Next} [next] where the lecture goes on
 * @property {Parameters<typeof addTexts>[0]} [texts] its own, in both languages; absent where they come with the page's
 * @property {string} title key
 * @property {string} sentence key
 * @property {() => Element} [formula] the card beside its sentence; absent where the view brings it
 * @property {{ title: string, items: readonly Notice[] }} [notices] "what to notice"
 * @property {import("../controls/until.js").Letters} [until] what it may be played until: letters, and the names of its readings
 * @property {() => Promise<any>} [core] where it needs another part of the core than all others, or no more than a part
 * @property {(frame: Frame) => View} build makes what is seen, before the core is there
 *
 * @typedef {{ id: string, text: string, action: string }} Notice keys of its text and of its button
 *
 * @typedef {Object} View a chapter in the page
 * @property {readonly HTMLElement[]} elements below the head
 * @property {Promise<Element>} [formula] the card beside the chapter's sentence, where something is to come before it
 * @property {readonly HTMLElement[]} [after] below "what to notice"
 * @property {(core: import("./core.js").Core) => void | Promise<void>} open the core has come; what is thrown is told to
 *   the reader, with a button that calls it again
 * @property {() => void} [failed] neither the core nor the chapter could be opened
 * @property {(values: import("./address.js").Values) => void} load the address says something else
 * @property {(id: string) => void} [notice] sets up what "what to notice" speaks of
 * @property {import("../chart/canvas.js").Numbers} [run] as numbers
 * @property {() => void} [destroy] what `onEnd` has not been told
 * @property {() => Readings | null} [readings] the numbers that stand in the page now; null: not yet, or not yet again
 * @property {(name: string, onValue: (value: number) => void) => Picked | null} [pick] lets a value be pointed at in the
 *   picture, in place of what a press does there otherwise; null: not this one, or not now
 *
 * @typedef {Readonly<Record<string, number | string | null>>} Readings
 * @typedef {{ range: readonly [number, number], show: (value: number) => void, release: () => void, stop: () => void }} Picked
 *   `show` marks a value; `release` leaves the mark, and a press does again what it did
 *
 * @typedef {Object} Frame what a chapter is given
 * @property {() => import("./address.js").Values} values what the chapter is set to
 * @property {(changes: import("./address.js").Values) => void} save changes settings; the address follows
 * @property {import("./player.js").Player} player
 * @property {import("../controls/scrub.js").GoTo} goTo pauses, and goes to a step: also to one that was not made yet, as a
 *   link would
 * @property {(driver: import("./player.js").Driver) => void} attach lends the player a driver until the chapter is left; not after
 * @property {ReturnType<typeof createNotice>} notice messages; it stands under the head unless the chapter puts it elsewhere
 * @property {(text: string) => void} announce says a text to those who do not see the page change
 * @property {(stop: () => void) => void} onEnd what to do when the chapter is left
 * @property {(listener: () => void) => void} onLanguage called after each switch, until the chapter is left
 * @property {() => boolean} alive whether the chapter is still open: asked after each wait
 * @property {Record<string, any>} kept the chapter's own, for as long as the page lives: what coming back should find
 * @property {(target: HTMLElement, block?: ScrollLogicalPosition) => void} scrollTo smoothly, unless the reader wants no motion
 */

/** What chapters keep while the reader is in another one. @type {Map<string, Record<string, any>>} */
const cupboard = new Map();

/**
 * Opens a chapter in the page.
 * @param {HTMLElement} root
 * @param {{
 *   entry: Pick<Entry, "id" | "number" | "schema">, lab: Lab, settings: import("./address.js").Settings,
 *   player: import("./player.js").Player, announce: (text: string) => void, load?: typeof core,
 *   onStanding?: () => void,
 * }} options `load`: in place of its core, for tests; `onStanding`: it has been opened, or cannot be
 * @returns {{ view: View, destroy: () => void }}
 */
export function openLab(
  root,
  { entry, lab, settings, player, announce, load = lab.core ?? core, onStanding = () => {} },
) {
  let alive = true;
  /** @type {(() => void)[]} */
  const stops = [];
  if (lab.texts) addTexts(lab.texts);
  const goTo = {
    ...(lab.until && {
      until: {
        letters: lab.until,
        play: (/** @type {(readings: any) => boolean} */ isReached) =>
          player.playUntil(() => isReached(view.readings?.())),
      },
    }),
    most: mostSteps(entry.schema),
    go(/** @type {number} */ t) {
      player.pause();
      if (t <= player.state().last) player.go(t);
      else {
        settings.save({ t });
        view.load(settings.values());
      }
    },
  };
  const frame = createFrame({ id: entry.id, settings, player, announce, goTo, stops, alive: () => alive });
  const view = lab.build(frame);
  const { title, sentence } = lab;
  const head = createChapterHead({ number: entry.number, title, sentence, formula: formulaOf(lab, view) });
  const notices = lab.notices ? [noticesOf(lab.notices, view)] : [];
  const next = lab.next ? [createNext(lab.next)] : [];
  root.append(head, ...view.elements, ...notices, ...next, ...(view.after ?? []));
  if (!frame.notice.element.isConnected) head.after(element("div", "notices", frame.notice.element));
  stops.push(settings.onChange(view.load));

  async function open() {
    try {
      const found = await load();
      if (alive) await view.open(found);
      // Printing waits for nothing.
      import("./print/print.js").catch(() => {});
    } catch (error) {
      if (!alive) return;
      view.failed?.();
      frame.notice.showError(error, { text: "page.retry", onPress: again });
    }
    onStanding();
  }
  function again() {
    frame.notice.hide();
    open();
  }
  open();

  return {
    view,
    destroy() {
      alive = false;
      view.destroy?.();
      for (const stop of stops.reverse()) stop();
    },
  };
}

/** How far an address can lead. @param {import("./address.js").Schema} schema */
function mostSteps({ t }) {
  return t?.kind === "integer" ? t.max : Number.MAX_SAFE_INTEGER;
}

/** The formula's card, or its place until it has come. @param {Lab} lab @param {View} view */
function formulaOf({ formula }, view) {
  if (formula) return formula();
  const place = element("div", "formulas formulas-coming");
  view.formula?.then((card) => place.replaceWith(card));
  return place;
}

/**
 * @param {{
 *   id: string, settings: import("./address.js").Settings, player: import("./player.js").Player,
 *   announce: (text: string) => void, goTo: Frame["goTo"], stops: (() => void)[], alive: () => boolean,
 * }} options
 * @returns {Frame}
 */
function createFrame({ id, settings, player, announce, goTo, stops, alive }) {
  const kept = cupboard.get(id) ?? {};
  cupboard.set(id, kept);
  return {
    values: settings.values,
    save: settings.save,
    player,
    goTo,
    // The player belongs to the chapter that is open.
    attach: (driver) => alive() && stops.push(player.attach(driver)),
    notice: createNotice(),
    announce,
    onEnd: (stop) => stops.push(stop),
    onLanguage: (listener) => stops.push(onLanguage(listener)),
    alive,
    kept,
    scrollTo(target, block = "nearest") {
      target.scrollIntoView({ block, behavior: isCalm() ? "auto" : "smooth" });
    },
  };
}

/**
 * @param {NonNullable<Lab["notices"]>} notices
 * @param {View} view
 */
function noticesOf({ title, items }, view) {
  return createWhatToNotice({
    title,
    items: items.map(({ id, text, action }) => ({ id, text, action, onPress: () => view.notice?.(id) })),
  });
}
