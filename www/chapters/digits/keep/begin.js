// @ts-check
// Begins to keep what should survive a reload, tells the reader what was found, and lets him forget it.

import { createNotice } from "../../../controls/notice.js";
import { accepts } from "../../../frame/address.js";
import { addTexts } from "../../../i18n/index.js";
import { writeInk } from "../pad/ink-text.js";
import { SCHEMA } from "../schema.js";
import { Collection } from "../teach/collection.js";
import { Keeper } from "./keeper.js";
import { openShelf } from "./shelf.js";
import { keep as texts } from "./texts.js";

addTexts(texts);

/** Milliseconds without a further line after which drawings are kept. */
const PAUSE = 1000;
const STORAGE_KEY = "descent.keep";

/**
 * @param {import("../../../frame/lab.js").Frame} frame
 * @param {{ session: import("../session.js").Session, names: import("../class-names.js").ClassNames }} found
 * @param {import("../drawing.js").DrawingPart} drawing
 * @returns {Keeper}
 */
export function beginKeeping(frame, { session, names }, drawing) {
  const { kept, onEnd } = frame;
  const isNew = !kept.keeper;
  if (isNew) {
    kept.collection ??= new Collection();
    kept.keeper = createKeeper(kept, { session, names }, drawing);
  }
  /** @type {Keeper} */
  const keeper = kept.keeper;
  const notice = createKeptNotice(frame, keeper, session);
  onEnd(watchDrawings(keeper, drawing, kept.collection));
  onEnd(session.on("crash", () => recover(frame, keeper)));
  if (isNew) keeper.begin().then(notice.show);
  return keeper;
}

/**
 * @param {Record<string, any>} kept what the chapter keeps while the page lives
 * @param {{ session: import("../session.js").Session, names: import("../class-names.js").ClassNames }} found
 * @param {import("../drawing.js").DrawingPart} drawing
 */
function createKeeper(kept, { session, names }, drawing) {
  /** @type {Collection} */
  const collection = kept.collection;
  return new Keeper({
    session,
    open: () => openShelf(),
    wish: { isOn, set: setOn },
    isOwn: () => names.isOwn,
    drawings: {
      read: () => ({
        own: kept.strokes ?? [],
        picture: inkOf(kept.picture),
        collected: collection.list.map(({ strokes, label }) => ({ strokes, label })),
      }),
      write: (drawings, isSame) => putBack(drawings, isSame, { drawing, collection }),
    },
  });
}

/**
 * @param {import("./keeper.js").Drawings} drawings
 * @param {boolean} isSame
 * @param {{ drawing: import("../drawing.js").DrawingPart, collection: Collection }} places
 */
function putBack({ own, picture, collected }, isSame, { drawing, collection }) {
  const strokes = /** @type {import("../drawing.js").Strokes} */ (own);
  // One that the address holds is on the pad already.
  const isLong = !accepts(SCHEMA.ink, writeInk(strokes));
  if (isSame && isLong && drawing.strokes().length === 0) drawing.setStrokes(strokes);
  // What cannot be put back, of an older page perhaps, leaves the pad as it is.
  if (isSame && picture) putPictureBack(/** @type {Ink} */ (picture), drawing).catch(() => {});
  if (collection.list.length > 0) return;
  for (const { strokes: drawn, label } of /** @type {any[]} */ (collected)) collection.add(drawn, label);
}

/** @typedef {import("../way/picture.js").Ink} Ink */

/** What of a picture is kept: the rest follows from it. @param {Ink | null} [picture] @returns {Ink | null} */
const inkOf = (picture) =>
  picture ? { ink: picture.ink, width: picture.width, height: picture.height } : null;

/** Unless there is something else by now. @param {Ink} ink @param {import("../drawing.js").DrawingPart} drawing */
async function putPictureBack(ink, drawing) {
  const isFree = () => drawing.strokes().length === 0 && drawing.content().kind !== "picture";
  if (!isFree()) return;
  const { pictureAgain } = await import("../way/picture.js");
  const picture = await pictureAgain(ink);
  if (isFree()) drawing.setPicture(picture);
}

/**
 * @param {Keeper} keeper
 * @param {import("../drawing.js").DrawingPart} drawing
 * @param {Collection} collection
 * @returns {() => void} stops
 */
function watchDrawings(keeper, drawing, collection) {
  /** @type {number | undefined} */
  let waiting;
  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(() => keeper.save(), PAUSE);
  }
  const hide = () => document.hidden && keeper.save();
  document.addEventListener("visibilitychange", hide);
  const stops = [drawing.onChange(later), collection.on("change", later)];
  return () => {
    clearTimeout(waiting);
    document.removeEventListener("visibilitychange", hide);
    for (const stop of stops) stop();
  };
}

/**
 * What was found, beside the training until it goes on.
 * @param {import("../../../frame/lab.js").Frame} frame
 * @param {Keeper} keeper
 * @param {import("../session.js").Session} session
 */
function createKeptNotice(frame, keeper, session) {
  const notice = createNotice();
  notice.element.classList.add("kept-notice");
  frame.notice.element.after(notice.element);
  let toldAt = 0;
  /** It was of the moment in which the page was opened. */
  function hide() {
    const { doing, t } = session.state();
    if (doing !== "still" || (t !== 0 && t !== toldAt)) notice.hide();
  }
  frame.onEnd(session.on("state", hide));
  frame.onEnd(session.on("snapshot", hide));
  /** @param {string} key @param {number} t @param {{ text: string, onPress: () => void }} action */
  function tell(key, t, action) {
    toldAt = key === "digits.keep.restored" ? t : 0;
    notice.show({ key, params: { t }, action });
  }
  const forget = () => {
    notice.hide();
    keeper.forget();
  };
  function show() {
    const { restored, offer, kept } = keeper.state();
    if (restored && kept) {
      tell("digits.keep.restored", kept.t, { text: "digits.keep.forget", onPress: forget });
    } else if (offer && session.state().doing === "still") {
      tell("digits.keep.offer", offer.t, {
        text: "digits.keep.restore",
        onPress: () => keeper.restore().then(show),
      });
    }
  }
  return { show };
}

/**
 * Goes on after a crash, and says so; where it cannot, what the chapter has said of the crash stays, with its button.
 * @param {import("../../../frame/lab.js").Frame} frame
 * @param {Keeper} keeper
 */
async function recover(frame, keeper) {
  const t = await keeper.recover();
  if (t !== null && frame.alive()) frame.notice.show({ key: "digits.keep.recovered", params: { t } });
}

/** Storage may be forbidden: then nothing can be kept, and the shelf says so. */
function isOn() {
  try {
    return localStorage.getItem(STORAGE_KEY) !== "no";
  } catch {
    return true;
  }
}

/** @param {boolean} on */
function setOn(on) {
  try {
    if (on) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, "no");
  } catch {
    // Where nothing is remembered nothing is kept either.
  }
}
