// @ts-check
// The tour: at each station a sentence, a state of the page and a question; then the page itself does it. One card, kept as
// long as the page lives; where it stood is found again.

import { addTexts, onLanguage } from "../../i18n/index.js";
import { createCard } from "./card.js";
import { PARTS } from "./parts.js";
import { createPerformer } from "./perform.js";
import { TourSession } from "./session.js";
import { STATIONS } from "./stations.js";
import { tour as texts } from "./texts.js";

/** @typedef {import("../tools.js").ToolContext} ToolContext */

addTexts(texts);

/** @type {ReturnType<typeof createTour> | null} */
let made = null;

/** @param {ToolContext} context */
export function open(context) {
  made ??= createTour(context);
  made.open();
}

/** @param {ToolContext} context */
function createTour(context) {
  const { address, lab, main } = context;
  const performer = createPerformer(context);
  let session = new TourSession(STATIONS);
  /** What stood in the page before the tour. */
  let before = "";
  /** @type {import("../lab.js").Picked | null} */
  let picked = null;
  /** @type {Element | null} */
  let opener = null;
  let isOpen = false;

  const card = createCard({
    onGive: give,
    onShow: show,
    onNext: () => move(() => session.next()),
    onBack: () => move(() => session.back()),
    onStart: (index) => move(() => session.start(index)),
    onAgain: () => move(() => session.start(session.index)),
    onClose: close,
    onRestore() {
      close();
      performer.perform([{ set: before }]);
    },
    onTour(stations) {
      session = new TourSession(stations ?? STATIONS);
      move(() => {});
    },
    schemas: address.schemas,
    isOwn: () => session.stations !== STATIONS,
  });
  onLanguage(() => isOpen && card.render(session));

  function endPick() {
    picked?.stop();
    picked = null;
  }

  /** @param {number | null} value */
  function give(value) {
    if (!session.give(value)) return;
    if (value !== null) picked?.show(value);
    card.showGiven(session);
  }

  /** Goes to another station, and sets its state. @param {() => void} change */
  async function move(change) {
    endPick();
    change();
    const { station, phase } = session;
    card.render(session);
    card.focus();
    if (phase === "end") return;
    card.setBusy("tour.waiting");
    const ready = await performer.perform([{ set: station.at }]);
    if (!ready || session.station !== station) return;
    card.setBusy(null);
    pointTo(station.focus);
    if (station.answer.kind !== "place") return;
    picked = lab()?.view.pick?.(station.answer.on, give) ?? null;
    if (picked) card.setRange(picked.range);
  }

  async function show() {
    if (!session.show()) return;
    const { station } = session;
    card.render(session);
    card.setBusy("tour.doing");
    const readings = await performer.perform(station.do);
    if (session.station !== station) return;
    const verdict = readings && session.tell(readings);
    if (!verdict) session.stop();
    card.render(session);
    if (!verdict) return;
    endPick();
    card.focusNext();
    context.announce(card.told());
  }

  /** @param {string} [name] */
  function pointTo(name) {
    const found = [...main.querySelectorAll(PARTS[name ?? ""] ?? ".transport-block")];
    const part = found.find((it) => it.getClientRects().length > 0);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    part?.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  function close() {
    performer.stop();
    endPick();
    session.stop();
    isOpen = false;
    card.element.remove();
    document.documentElement.classList.remove("touring");
    if (opener instanceof HTMLElement) opener.focus();
  }

  return {
    open() {
      if (isOpen) return card.focus();
      address.flush();
      before = location.hash || `#${address.chapter()}`;
      opener = document.activeElement;
      isOpen = true;
      main.after(card.element);
      document.documentElement.classList.add("touring");
      move(() => session.phase !== "end" && session.start(session.index));
    },
  };
}
