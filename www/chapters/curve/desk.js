// @ts-check
// Where chapter 1's reader works: what is done goes to the session, and what the session says is shown.

import { errorColumns } from "../../frame/error-table.js";
import { noticeValues } from "./notices.js";
import { OWN, PACES, writeNames } from "./schema.js";
import { CurveSession } from "./session.js";
import { createCurveView } from "./view.js";

/** @typedef {import("./schema.js").CurveValues} CurveValues */

/** @type {readonly import("../../frame/player.js").Speed[]} */
const SPEEDS = PACES.map((count) =>
  count > 0
    ? { id: String(count), text: "curve.pace", params: { count }, perFrame: count }
    : { id: "0", text: "curve.pace.full", perFrame: Number.POSITIVE_INFINITY },
);

export class Desk {
  #frame;
  #view;
  /** @type {import("../../frame/core.js").Api | null} */
  #api = null;
  /** @type {CurveSession | null} */
  #session = null;
  /** Where the run stood when it was shown. @type {import("./fitting.js").Standing | null} */
  #standing = null;
  #failed = false;

  /** @param {import("../../frame/lab.js").Frame} frame */
  constructor(frame) {
    this.#frame = frame;
    this.#view = createCurveView(frame, this);
    this.elements = this.#view.elements;
    frame.attach({
      step: () => this.#move((session) => session.step()),
      back: () => this.#move((session) => session.back()),
      go: (t) => this.#move((session) => session.go(t)),
      reset: () => this.#move((session) => session.reset()),
      advance: (steps) => this.#move((session) => session.advance(steps)) ?? false,
      beginsSlowly: this.#beginsSlowly,
      speeds: SPEEDS,
      speed: String(this.values().pace),
      onSpeed: (id) => frame.save({ pace: Number(id) }),
    });
    frame.player.report({ canStep: false });
    frame.onEnd(frame.player.subscribe(this.#showStatus));
    frame.onLanguage(this.#showRun);
    this.#view.showSettings(this.values());
  }

  values = () => /** @type {CurveValues} */ (/** @type {unknown} */ (this.#frame.values()));
  save = (/** @type {Partial<CurveValues>} */ changes) => this.#frame.save(changes);

  /**
   * The core has come. The run is the one that was left, if the address still names it.
   * @param {import("../../frame/core.js").Core} core
   */
  open = ({ api }) => {
    this.#api = api;
    this.#failed = false;
    this.#arrive(this.values());
  };

  failed = () => {
    this.#failed = true;
    this.#showStatus();
  };

  /** The address says something else. */
  load = () => {
    this.#frame.player.pause();
    this.#try(() => this.#arrive(this.values()));
    this.#show();
  };

  /** ε over the steps. */
  run = () => {
    const run = this.#session?.run;
    return run ? errorColumns(run.errors(), run.test_errors()) : [];
  };

  /** Sets the chapter up from its beginning and lets it run, in sight of the reader. @param {string} id */
  notice = (id) => {
    const { player, scrollTo } = this.#frame;
    player.pause();
    this.setEditing(false);
    this.change(noticeValues(id, this.values()));
    player.reset();
    player.play();
    this.#view.transport.focus();
    scrollTo(this.#view.places.left);
  };

  /** The reader changes settings. @param {Partial<CurveValues>} changes */
  change = (changes) => {
    this.#frame.save(changes);
    this.#try(() => this.#begun()?.set(this.values()));
    this.#show();
  };

  /** @param {string} source */
  choose = (source) => {
    this.change({ source });
    this.#invite();
  };

  /** @param {Float64Array<ArrayBuffer>} points @param {boolean} first */
  edit = (points, first) => {
    this.#try(() => this.#session?.edit(points, first));
    if (first) this.#show();
    else this.#showRun();
  };

  undo = () => {
    this.#session?.undo();
    this.#show();
  };

  /** @param {string} text @param {import("./file.js").Wish} wish */
  parse = (text, { columns, decimal }) =>
    this.#api?.parse_measurements(text, columns?.[0], columns?.[1], decimal) ?? null;

  /**
   * Measurements from a table: the reader is led to where they are seen.
   * @param {Float64Array<ArrayBuffer>} points
   * @param {readonly [string, string] | null} header
   * @param {number} left rows that were not taken
   */
  take = (points, header, left) => {
    const { notice, player, scrollTo } = this.#frame;
    player.pause();
    this.#begun()?.take(points, writeNames(header));
    this.setEditing(false);
    this.#show();
    const count = points.length / 2;
    notice.show({ key: left > 0 ? "curve.file.taken.some" : "curve.file.taken", params: { count, left } });
    scrollTo(this.#view.places.left);
    return { inLink: !this.#session?.isLarge };
  };

  /** @param {boolean} next */
  setEditing = (next) => {
    this.#view.setEditing(next);
    this.#showRun();
  };

  readings = () => {
    if (!this.#standing || this.#standing.goal !== null) return null;
    const { t, error, testError } = this.#standing;
    return { t, error, testError };
  };

  showPoint = () => this.#view.showPoint(this.#standing);

  /** The first time that a run is played from its start, since half a second later there is nothing left to be seen. */
  #beginsSlowly = () => {
    const { kept } = this.#frame;
    const isFirst = !kept.hasBegun && this.#standing?.t === 0 && this.#standing.goal === null;
    kept.hasBegun ||= isFirst;
    return isFirst;
  };

  /** Goes where the values lead. A long way is gone on by playing, which the reader may end. @param {CurveValues} values */
  #arrive(values) {
    const session = this.#begun();
    if (!session) return;
    session.load(values);
    // The beginning of the way is seen, and stays as an earlier curve.
    this.#show();
    const goesOn = session.standing().goal !== null && session.advance(0);
    this.#showRun();
    if (goesOn) this.#frame.player.play();
    this.#invite();
  }

  /** The session, as soon as there can be one: values from a link may allow none. */
  #begun() {
    const { kept } = this.#frame;
    if (!this.#session && this.#api)
      this.#session = kept.session ??= new CurveSession(this.#api, this.values());
    return this.#session;
  }

  /** Without a point there is nothing to do but to put one. */
  #invite() {
    if (this.values().source === OWN && this.#session?.run.measurements().length === 0) this.setEditing(true);
  }

  /** @param {() => void} act that what it is asked may not allow */
  #try(act) {
    const { notice, player } = this.#frame;
    try {
      act();
      notice.hide();
    } catch (error) {
      player.pause();
      notice.showError(error);
    }
  }

  /** @template R @param {(session: CurveSession) => R} act @returns {R | null} null as long as there is no run */
  #move(act) {
    if (!this.#session) return null;
    const result = act(this.#session);
    this.#showRun();
    return result;
  }

  #show() {
    if (this.#session) this.#frame.save(this.#session.values());
    this.#frame.player.setSpeed(String(this.values().pace));
    this.#view.showSettings(this.values());
    this.#showRun();
  }

  #showRun = () => {
    const session = this.#session;
    if (!session) return;
    const { player, save } = this.#frame;
    save(session.values());
    this.#standing = session.standing();
    const { t, last, canBack, error } = this.#standing;
    player.report({ t, last, canBack, canStep: error !== null });
    this.#view.showRun(session, this.#standing, player.state().playing);
    this.#showStatus();
  };

  #showStatus = () => {
    const { playing } = this.#frame.player.state();
    this.#view.showStatus(this.#standing, { playing, failed: this.#failed });
  };
}
