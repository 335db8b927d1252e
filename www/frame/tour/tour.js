// @ts-check
// The tour: at each station a sentence, a state of the page and a question; then the page itself does it. One card, kept as
// long as the page lives; where it stood is found again.

import { addTexts, onLanguage } from "../../i18n/index.js";
import { isCalm } from "../calm.js";
import { createCard } from "./card.js";
import { PARTS } from "./parts.js";
import { createPerformer } from "./perform.js";
import { TourSession } from "./session.js";
import { STATIONS } from "./stations.js";
import { tour as texts } from "./texts.js";

/** @typedef {import("../tools.js").ToolContext} ToolContext */

addTexts(texts);

/** @type {Tour | null} */
let made = null;

/** @param {ToolContext} context */
export function open(context) {
  made ??= new Tour(context);
  made.open();
}

class Tour {
  #context;
  #performer;
  #card;
  #session = new TourSession(STATIONS);
  /** What stood in the page before the tour. */
  #before = "";
  /** @type {import("../lab.js").Picked | null} */
  #picked = null;
  /** @type {Element | null} */
  #opener = null;
  #isOpen = false;

  /** @param {ToolContext} context */
  constructor(context) {
    this.#context = context;
    this.#performer = createPerformer(context);
    this.#card = createCard({
      onGive: this.#give,
      onShow: () => this.#show(),
      onNext: () => this.#move((session) => session.next()),
      onBack: () => this.#move((session) => session.back()),
      onStart: (index) => this.#move((session) => session.start(index)),
      onAgain: () => this.#move((session) => session.start(session.index)),
      onClose: () => this.#close(),
      onRestore: () => {
        this.#close();
        this.#performer.perform([{ set: this.#before }]);
      },
      onTour: (stations) => {
        this.#session = new TourSession(stations ?? STATIONS);
        this.#move(() => {});
      },
      schemas: context.address.schemas,
      isOwn: () => this.#session.stations !== STATIONS,
    });
    onLanguage(() => this.#isOpen && this.#card.render(this.#session));
  }

  open() {
    if (this.#isOpen) {
      this.#card.focus();
      return;
    }
    const { address, main } = this.#context;
    address.flush();
    this.#before = location.hash || `#${address.chapter()}`;
    this.#opener = document.activeElement;
    this.#isOpen = true;
    main.after(this.#card.element);
    document.documentElement.classList.add("touring");
    this.#move((session) => session.phase !== "end" && session.start(session.index));
  }

  #close() {
    this.#performer.stop();
    this.#endPick();
    this.#session.stop();
    this.#isOpen = false;
    this.#card.element.remove();
    document.documentElement.classList.remove("touring");
    if (this.#opener instanceof HTMLElement) this.#opener.focus();
  }

  #endPick() {
    this.#picked?.stop();
    this.#picked = null;
  }

  #give = (/** @type {number | null} */ value) => {
    if (!this.#session.give(value)) return;
    if (value !== null) this.#picked?.show(value);
    this.#card.showGiven(this.#session);
  };

  /** Goes to another station, and sets its state. @param {(session: TourSession) => unknown} change */
  async #move(change) {
    this.#endPick();
    this.#performer.stop();
    change(this.#session);
    const { station, phase } = this.#session;
    this.#card.render(this.#session);
    this.#card.focus();
    if (phase === "end") return;
    this.#card.setBusy("tour.waiting");
    const ready = await this.#performer.perform([{ set: station.at }]);
    if (!ready || this.#session.station !== station) return;
    this.#card.setBusy(null);
    if (station.answer.kind === "place") {
      this.#picked = this.#context.lab()?.view.pick?.(station.answer.on, this.#give) ?? null;
      if (this.#picked) this.#card.setRange(this.#picked.range);
    }
    this.#point(station.focus);
  }

  async #show() {
    if (!this.#session.show()) return;
    const session = this.#session;
    const { station } = session;
    this.#card.render(session);
    this.#card.setBusy("tour.doing");
    this.#point(station.focus);
    const readings = await this.#performer.perform(station.do);
    if (this.#session !== session || session.station !== station) return;
    const verdict = readings && session.tell(readings);
    if (!verdict) session.stop();
    this.#card.render(session);
    if (!verdict) return;
    this.#picked?.release();
    this.#point(station.focus);
    this.#card.focusNext();
    this.#context.announce(this.#card.told());
  }

  /** Brings a part into sight, above the card. @param {string} [name] */
  #point(name = "picture") {
    document.documentElement.style.setProperty("--tour", `${this.#card.element.offsetHeight}px`);
    bringIntoSight(this.#context.main, name);
  }
}

/** @param {HTMLElement} main @param {string} name */
function bringIntoSight(main, name) {
  const seen = (/** @type {string} */ selector) =>
    [...main.querySelectorAll(selector)].find((it) => it.getClientRects().length > 0);
  const transport = seen(".transport-block");
  // On a phone the transport stands at the lower edge by itself.
  const below = transport && getComputedStyle(transport).position !== "fixed" ? transport : null;
  const part = (name === "picture" && below) || seen(PARTS[name] ?? "");
  part?.scrollIntoView({ block: "end", behavior: isCalm() ? "auto" : "smooth" });
}
