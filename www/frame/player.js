// @ts-check
// Play, pause, step, back, reset: one loop for all chapters. A chapter lends the player a driver; the transport bar
// and the keyboard talk to the player only.

import { createPacer } from "./pacer.js";

/**
 * @typedef {Object} Speed
 * @property {string} id
 * @property {string} text key of its name
 * @property {import("../i18n/index.js").Params} [params] of the text
 * @property {number} [perSecond] steps a second that the player asks for by `advance`
 * @property {number} [perFrame] steps in each of the screen's frames, instead; Infinity: as many as the driver has time
 *   for. Without either the driver itself runs between `start` and `stop`, as fast as it can
 *
 * @typedef {Object} Driver
 * @property {() => void} step
 * @property {() => void} back
 * @property {(t: number) => void} go to any step from 0 to the last that was made
 * @property {() => void} reset
 * @property {readonly Speed[]} speeds
 * @property {string} [speed] id of the speed to begin with; the first one when absent
 * @property {(steps: number) => boolean} [advance] makes so many steps; false when there is no going on
 * @property {() => boolean} [beginsSlowly] whether a run that is played now is to begin so slowly that each step is seen
 * @property {() => void} [start] begins to run by itself
 * @property {() => void} [stop] ceases to run by itself
 * @property {(id: string) => void} [onSpeed] another speed was chosen
 *
 * @typedef {{ playing: boolean, speed: string, speeds: readonly Speed[], t: number | null, last: number,
 *   canBack: boolean, canStep: boolean, attached: boolean }} PlayerState `t`: where the run stands; null before there is
 *   one; `last`: the furthest step that can be gone to
 */

/** Before a chapter has lent its driver, and after. @type {PlayerState} */
const NOTHING = {
  playing: false,
  speed: "",
  speeds: [],
  t: null,
  last: 0,
  canBack: false,
  canStep: true,
  attached: false,
};

/** @param {import("./pacer.js").Clock} [clock] the screen's frames by default */
export function createPlayer(clock = {}) {
  const store = createState(NOTHING);
  const { state, update } = store;
  const engine = createEngine(clock, store);
  const { play, pause } = engine;

  /**
   * Pauses, and lets the driver do something.
   * @param {(driver: Driver) => void} act
   */
  function paused(act) {
    pause();
    const driver = engine.driver();
    if (driver) act(driver);
  }

  return {
    state,
    subscribe: store.subscribe,
    play,
    pause,
    playTowards: engine.playTowards,
    playUntil: engine.playUntil,
    ended: engine.ended,
    setSpeed: engine.setSpeed,
    toggle: () => (state().playing ? pause() : play()),
    step: () => paused((driver) => state().canStep && driver.step()),
    back: () => paused((driver) => state().canBack && driver.back()),
    /** @param {number} t */
    go: (t) => paused((driver) => driver.go(t)),
    reset: () => paused((driver) => driver.reset()),

    /**
     * What only the chapter knows: the step it stands at, the furthest that it can go to, and whether there is a step
     * to take. Back there is one everywhere but at the start.
     * @param {{ t?: number | null, last?: number, canBack?: boolean, canStep?: boolean }} known
     */
    report(known) {
      const { t } = known;
      update(typeof t === "number" ? { last: t, canBack: t > 0, ...known } : known);
    },

    /**
     * Gives the player to a chapter.
     * @param {Driver} next
     * @returns {() => void} takes the player away again, paused
     */
    attach(next) {
      engine.lend(next);
      const speed = next.speed ?? next.speeds[0]?.id ?? "";
      update({ ...NOTHING, speeds: next.speeds, speed, attached: true });
      next.onSpeed?.(speed);
      return () => {
        if (engine.driver() !== next) return;
        engine.lend(null);
        update({ attached: false, t: null, last: 0, canBack: false });
      };
    },
  };
}

/**
 * What runs while it plays: the player's own frames, or the driver by itself.
 * @param {import("./pacer.js").Clock} clock
 * @param {ReturnType<typeof createState>} store
 */
function createEngine(clock, { state, update }) {
  /** @type {Driver | null} */
  let driver = null;
  /** What ends the playing. @type {(() => boolean) | null} */
  let isReached = null;
  const speedOf = (id = state().speed) => state().speeds.find((speed) => speed.id === id);
  /** @param {string} [id] */
  const isPaced = (id) => isCounted(speedOf(id));
  const pacer = createPacer(clock, (due) => {
    const speed = speedOf();
    if (!state().playing || !driver || !speed || !isPaced()) return false;
    const steps = due(speed);
    if (steps > 0 && !advance(driver, steps, isReached)) pause();
    return state().playing;
  });

  /** @param {() => void} [start] in place of the driver's own */
  function run(start = driver?.start) {
    if (isPaced()) pacer.begin(driver?.beginsSlowly?.() ?? false);
    else start?.();
  }

  function halt() {
    pacer.end();
    if (!isPaced()) driver?.stop?.();
  }

  function pause() {
    isReached = null;
    if (!state().playing) return;
    halt();
    update({ playing: false });
  }

  /** @param {() => void} [start] */
  function playTowards(start) {
    if (!driver) return;
    update({ playing: true });
    run(start);
  }

  return {
    driver: () => driver,
    /** @param {Driver | null} next */
    lend(next) {
      pause();
      driver = next;
    },
    play() {
      if (!state().playing) playTowards();
    },
    pause,
    /**
     * Plays at the speed that was chosen, to the first step at which something is so; where it is so already, not at all.
     * @param {() => boolean} reached
     */
    playUntil(reached) {
      pause();
      if (!isPaced() || reached()) return;
      isReached = reached;
      playTowards();
    },
    /**
     * Lets the driver run by itself towards a goal of its own, such as the end of an epoch.
     * @type {(start: () => void) => void}
     */
    playTowards,
    /** The driver tells that it has stopped by itself. */
    ended() {
      pacer.end();
      update({ playing: false });
    },
    /** @param {string} id */
    setSpeed(id) {
      if (!speedOf(id) || id === state().speed) return;
      // A driver that runs by itself at both speeds goes on running.
      const restart = state().playing && (isPaced() || isPaced(id));
      if (restart) halt();
      update({ speed: id });
      driver?.onSpeed?.(id);
      if (restart) run();
    },
  };
}

/** Milliseconds of a frame that steps may take which are looked at one by one. */
const LOOKED_AT = 12;

/**
 * Makes steps; if something is waited for, one by one.
 * @param {Driver} driver @param {number} steps @param {(() => boolean) | null} isReached
 * @returns {boolean} whether it goes on
 */
function advance(driver, steps, isReached) {
  if (!isReached) return driver.advance?.(steps) !== false;
  const end = performance.now() + LOOKED_AT;
  for (let made = 0; made < steps && (made === 0 || performance.now() < end); made++) {
    if (driver.advance?.(1) === false || isReached()) return false;
  }
  return true;
}

/** @typedef {ReturnType<typeof createPlayer>} Player */

/** Whether the player counts the steps, and not the driver. @param {Speed | undefined} speed */
function isCounted(speed) {
  return speed?.perSecond !== undefined || speed?.perFrame !== undefined;
}

/**
 * A state that tells of its changes.
 * @param {PlayerState} initial
 */
function createState(initial) {
  let state = initial;
  /** @type {Set<(state: PlayerState) => void>} */
  const listeners = new Set();
  return {
    state: () => state,
    /** @param {Partial<PlayerState>} changes */
    update(changes) {
      const entries = /** @type {[keyof PlayerState, unknown][]} */ (Object.entries(changes));
      if (entries.every(([name, value]) => state[name] === value)) return;
      state = { ...state, ...changes };
      for (const listener of listeners) listener(state);
    },
    /**
     * @param {(state: PlayerState) => void} listener called now and after each change
     * @returns {() => void} stop listening
     */
    subscribe(listener) {
      listeners.add(listener);
      listener(state);
      return () => listeners.delete(listener);
    },
  };
}
