// @ts-check
// Chapter 2: gradient descent. Connects its session, what is seen of it, the address and the player.

import { createDriver } from "./driver.js";
import { createDescentFormulas } from "./formulas.js";
import { createLayout } from "./layout.js";
import { NOTICES, SCENES } from "./notices.js";
import { readingsOf } from "./readings.js";
import { Session } from "./session.js";
import { runTable } from "./table.js";
import { descent as texts } from "./texts.js";
import { createTyping } from "./typing.js";

/** @typedef {import("../../frame/lab.js").Frame} Frame */
/** @typedef {import("./schema.js").DescentValues} DescentValues */

/** @type {import("../../frame/lab.js").Lab} */
export const lab = {
  texts,
  title: "descent.title",
  next: { to: "neuron", text: "descent.next", link: "descent.next.link" },
  sentence: "descent.sentence",
  formula: createDescentFormulas,
  notices: NOTICES,
  until: { ε: "error", a: "a", b: "b" },
  build: (frame) => new DescentView(frame),
};

/** What the frame opens, loads and leaves. */
class DescentView {
  #frame;
  #layout;
  /** Null until the core has come. @type {Session | null} */
  #session = null;

  /** @param {Frame} frame */
  constructor(frame) {
    this.#frame = frame;
    frame.onEnd(() => {
      this.#session?.free();
      this.#session = null;
    });
    this.#layout = createLayout(frame, this.#actions());
    this.#layout.setReady(false);
    this.elements = this.#layout.elements;
    this.pick = this.#layout.picture.pick;
    frame.onLanguage(() => this.#show());
  }

  /** @param {import("../../frame/core.js").Core} core */
  open({ api }) {
    const session = new Session(api);
    this.#layout.setApi(api);
    this.#session?.free();
    this.#session = session;
    const { player, attach, values } = this.#frame;
    attach(createDriver({ session, player, onMoved: (step) => this.#show(step) }));
    this.load(values());
    this.#layout.setHidden(false);
    this.#layout.setReady(true);
  }

  readings = () => this.#session && readingsOf(this.#session);

  failed() {
    this.#layout.setHidden(true);
  }

  /** The address says something else. @param {import("../../frame/address.js").Values} values */
  load = (values) => {
    if (!this.#session) return;
    this.#frame.player.pause();
    this.#frame.notice.hide();
    const wrong = this.#session.load(/** @type {DescentValues} */ (/** @type {unknown} */ (values)));
    this.#show();
    if (wrong) this.#frame.notice.showError(wrong);
  };

  run = () => runTable(this.#session);

  /** Sets a scene and lets it play, in sight of the reader. @param {string} id */
  notice(id) {
    const scene = SCENES.find((known) => known.id === id);
    if (!scene) return;
    const { player, scrollTo } = this.#frame;
    this.#change((session) => session.setUp(scene.values), { anew: true });
    if (!this.#session) return;
    player.setSpeed(scene.speed);
    player.play();
    this.#layout.picture.focus();
    scrollTo(this.#layout.picture.element);
  }

  /** What a reader can ask for. @returns {import("./layout.js").Actions} */
  #actions() {
    const anew = { anew: true };
    return {
      onView: (view) => this.#attempt((session) => session.chooseView(view), anew),
      onFunction: (id) => this.#attempt((session) => session.chooseFunction(id), anew),
      // Its field tells what is wrong, and where.
      typing: createTyping((change) => this.#change(change, anew)),
      onRate: (rate) => this.#attempt((session) => session.setRate(rate)),
      onWindow: (window) => this.#attempt((session) => session.setWindow(window)),
      onStart: (start) => this.#attempt((session) => session.typeStart(start), anew),
      // Where ε has no value the pointer goes on, and the run stays.
      onPick: (start) => this.#attempt((session) => session.pickStart(start), anew),
      onRow: (t) => this.#frame.player.go(t),
      onRun: {
        onChoose: (index) => this.#attempt((session) => session.chooseRun(index)),
        onAdd: () => this.#attempt((session) => session.addRun()),
        onRemove: (index) => this.#attempt((session) => session.removeRun(index)),
      },
      check: () => this.#session?.one.check() ?? null,
    };
  }

  /**
   * Changes what is set, and shows it.
   * @param {(session: Session) => unknown} change false: nothing has changed
   * @param {{ anew?: boolean }} [how] `anew`: the run begins anew, and does not play on
   * @throws what `change` throws; the present then stays
   */
  #change(change, { anew = false } = {}) {
    if (!this.#session || change(this.#session) === false) return;
    this.#frame.notice.hide();
    if (anew) this.#frame.player.pause();
    this.#show();
  }

  /** The same; what cannot be is told above the picture. @param {(session: Session) => unknown} change @param {{ anew?: boolean }} [how] */
  #attempt(change, how) {
    try {
      this.#change(change, how);
    } catch (wrong) {
      this.#show();
      this.#frame.notice.showError(wrong);
    }
  }

  /** Everything that is seen, and the address. @param {{ back: boolean }} [step] that is to be seen on its way */
  #show(step) {
    const session = this.#session;
    if (!session) return;
    const { t, last, canStep } = session;
    this.#layout.show(session);
    if (step) this.#layout.picture.move(session, step);
    this.#frame.player.report({ t, last, canStep });
    this.#frame.save(session.values());
  }
}
